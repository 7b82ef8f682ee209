"use client";

import { AlarmClock, ArrowLeft, BellOff, Check, Undo2 } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId } from "react";
import {
  AlertMark,
  formatAlertBasis,
  formatEvidenceDays,
  getAlertKind,
  getAlertLead,
  getAlertMineral,
  getAlertTitle,
  meanWords,
  Notes,
  surerWords,
  sureWords,
} from "@/app/(app)/_features/alerts";
import { LeftOut } from "@/components/nutrition/left-out";
import { LikelihoodScale } from "@/components/nutrition/likelihood-scale";
import { Sources } from "@/components/nutrition/sources";
import { Button, ButtonLink } from "@/components/ui/button";
import { capitalise, formatDate, formatPeriod, formatReferenceAmount, formatTotal } from "@/lib/format";
import type { AlertChange, AlertsPage, AlertView } from "@/lib/insights/schemas";
import { NUTRIENTS } from "@/lib/nutrition";
import { HelpingFoods } from "./helping-foods";
import { IntakeLine } from "./intake-line";

const Section = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-2 font-semibold text-14">
        {title}
      </h3>
      {children}
    </section>
  );
};

const ICON = { size: 14, strokeWidth: 1.75, "aria-hidden": true } as const;

type ArticleProps = {
  alert: AlertView;
  page: Pick<AlertsPage, "foods" | "leftOut" | "targets" | "today" | "todaySoFar">;
  onChange: (alert: AlertView, change: AlertChange) => void;
};

/** "23 days", with the way to what they held. */
const EvidenceDays = ({ alert }: { alert: AlertView }) => {
  const { evidence } = alert;
  const mineral = getAlertMineral(alert);
  return mineral === null ? (
    formatEvidenceDays(evidence)
  ) : (
    <Link
      href={`/minerals/${mineral}/average?from=${evidence.from}&to=${evidence.to}`}
      className="link inline-block py-1 phone:py-2.5"
    >
      {formatEvidenceDays(evidence)}
    </Link>
  );
};

/** One alert: the claim, how sure, the figures, what it does not mean, what helps, what would make it surer. */
export const Article = ({ alert, page, onChange }: ArticleProps) => {
  const id = useId();
  const { nutrient, evidence, eat, careful, gut, notMeaning } = alert;
  const mineral = getAlertMineral(alert);
  const lead = getAlertLead(alert);
  const said = careful.find(({ text }) => text === lead);
  const foods = page.foods[alert.id];
  const hasFoods = foods !== undefined && foods.items.length > 0;
  const surer = surerWords(alert);
  const mean = meanWords(alert);
  const need = evidence.against?.kind === "average-need" ? evidence.against.value : null;
  const limit = evidence.against?.kind === "upper-limit" ? evidence.against.value : null;
  // A limit on supplements counts nothing that is eaten.
  const onlyTaken = alert.rule === "supplement-above-limit" && evidence.detail === null;
  const rest = careful.filter((note) => note !== said);
  return (
    <article
      aria-labelledby={id}
      className="grid content-start gap-6 px-8 py-5 max-lg:px-6 phone:px-0 phone:py-0"
    >
      <a
        href="#all"
        className="no-print -mb-2 inline-flex w-fit items-center gap-1.5 py-2 text-13 text-ink-2 md:hidden"
      >
        <ArrowLeft {...ICON} />
        All alerts
      </a>
      <div className="no-print flex flex-wrap items-center gap-2">
        <Actions alert={alert} onChange={onChange} />
      </div>
      <header className="flex items-start gap-3.5">
        <AlertMark alert={alert} size={44} />
        <div className="min-w-0">
          <h2 id={id} className="text-balance font-semibold text-22 tracking-[-0.016em] phone:text-18">
            {getAlertTitle(alert)}
          </h2>
          <p className="mt-1 text-ink-2">{lead ?? subWords(alert, mean)}</p>
          {said && <Sources sources={said.sources} />}
        </div>
      </header>
      {evidence.probability !== null && evidence.days !== null && (
        <div className="max-w-[620px] rounded-lg border border-line px-[18px] pt-4 pb-3.5">
          <p className="mb-3.5 flex flex-wrap items-baseline justify-between gap-x-4">
            <b className="font-semibold text-18 tracking-[-0.01em]">{sureWords(alert)}</b>
            <span className="text-13 text-ink-2">
              from <EvidenceDays alert={alert} />, {formatPeriod(evidence.from, evidence.to)}
            </span>
          </p>
          <LikelihoodScale
            below={evidence.probability}
            {...(getAlertKind(alert) === "limit" && {
              ends: ["above the limit", "within the limit"] as const,
              label: `${sureWords(alert)}: ${alert.finding}`,
            })}
          />
        </div>
      )}
      {mineral !== null && evidence.mean !== null && evidence.against !== null && (
        <Section
          title={
            onlyTaken
              ? "What you take against the upper limit"
              : "Your usual intake against the reference values"
          }
        >
          <div className="max-w-[620px]">
            <IntakeLine
              mineral={mineral}
              mean={evidence.mean}
              range={evidence.detail?.kind === "interval" ? evidence.detail : null}
              need={need}
              target={limit === null ? (page.targets[mineral] ?? null) : null}
              limit={limit}
              taken={onlyTaken}
            />
            <p className="mt-2 text-12 text-ink-3">{evidence.against.source}</p>
            {page.todaySoFar?.[mineral] && (
              <p className="mt-2 text-13 text-ink-2">
                Today so far: {formatTotal(mineral, page.todaySoFar[mineral])}. It counts here once the day is
                over, or{" "}
                <Link href="/today" className="link">
                  when you call it complete
                </Link>
                .
              </p>
            )}
          </div>
        </Section>
      )}
      {notMeaning && (
        <Section title="What this means, and does not">
          <p className="max-w-[64ch] text-ink-2">{notMeaning.text}</p>
        </Section>
      )}
      {(hasFoods || eat.notes.length > 0) && (
        <Section title="What would help">
          <div className="grid max-w-[620px] gap-3">
            {eat.suggestFor !== null && hasFoods && (
              <>
                <HelpingFoods mineral={eat.suggestFor} foods={foods} today={page.today} />
                <LeftOut texts={page.leftOut} />
              </>
            )}
            <Notes notes={eat.notes} />
          </div>
        </Section>
      )}
      {rest.length > 0 && (
        <Section title="What to be careful about">
          <Notes notes={rest} />
        </Section>
      )}
      {gut.length > 0 && nutrient !== null && (
        <Section title={`${NUTRIENTS[nutrient].label} and the gut`}>
          <Notes notes={gut} />
        </Section>
      )}
      {surer !== null && (
        <Section title="What would make this surer">
          <p className="max-w-[64ch] text-ink-2">{surer}</p>
        </Section>
      )}
      {mineral !== null && (
        <ButtonLink href={`/minerals/${mineral}`} className="w-fit">
          {NUTRIENTS[mineral].label} in detail
        </ButtonLink>
      )}
    </article>
  );
};

/** "About 226 mg on a usual day. Half of people like you need more than 265 mg." */
const subWords = (alert: AlertView, mean: string | null): string => {
  const { nutrient, evidence } = alert;
  if (nutrient === null || mean === null || evidence.against?.kind !== "average-need") {
    const basis = formatAlertBasis(alert);
    return basis === "" ? "" : `${capitalise(basis)}.`;
  }
  const need = formatReferenceAmount(nutrient, evidence.against.value);
  return `You get ${mean} on a usual day. Half of people of your age and sex need more than ${need}.`;
};

const Actions = ({ alert, onChange }: Pick<ArticleProps, "alert" | "onChange">) => {
  const change = (to: AlertChange) => () => onChange(alert, to);
  if (alert.state === "muted") {
    return (
      <>
        <Button size="s" onClick={change({ mutedDays: null })}>
          <Undo2 {...ICON} />
          Tell me again
        </Button>
        {alert.mutedUntil !== null && (
          <span className="text-13 text-ink-2">Snoozed until {formatDate(alert.mutedUntil, "day")}</span>
        )}
      </>
    );
  }
  if (alert.state === "acknowledged") {
    return (
      <>
        <Button size="s" onClick={change({ acknowledged: false })}>
          <Undo2 {...ICON} />
          Not handled yet
        </Button>
        <span className="text-13 text-ink-2">Handled. It comes back if it gets graver.</span>
      </>
    );
  }
  return (
    <>
      <Button size="s" onClick={change({ acknowledged: true })}>
        <Check {...ICON} />
        Mark as handled
      </Button>
      <Button size="s" onClick={change({ mutedDays: 7 })}>
        <AlarmClock {...ICON} />
        Snooze 7 days
      </Button>
      <Button size="s" variant="ghost" onClick={change({ mutedDays: 30 })}>
        <BellOff {...ICON} />
        Snooze 30 days
      </Button>
    </>
  );
};
