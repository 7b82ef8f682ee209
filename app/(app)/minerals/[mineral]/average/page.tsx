import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SafetyFooter } from "@/app/(app)/_features/shell";
import { PrintFrame } from "@/components/layout/page-header";
import { PrintButton } from "@/components/layout/print-button";
import { Hallmark } from "@/components/nutrition/hallmark";
import { coverageWords, LEFT_OUT_WORDS } from "@/components/nutrition/usual-intake-words";
import { Card } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { Table, Td, Th } from "@/components/ui/table";
import { MAX_DAYS } from "@/lib/diary/schemas";
import {
  countNoun,
  formatAmount,
  formatBound,
  formatDate,
  formatFullPeriod,
  formatPeriod,
} from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { explainedMean } from "@/lib/insights";
import {
  type AdequacyQuery,
  adequacyQuery,
  type ExplainedMean,
  PERIODS,
  type Period,
  periodField,
} from "@/lib/insights/schemas";
import { daysBetween, isMineral, type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { PERIOD_LABELS } from "../_components/period-nav";
import { LinkChoice } from "../sources/_components/link-choice";
import { Part } from "./_components/part";

type Props = {
  params: Promise<{ mineral: string }>;
  searchParams: Promise<{ [name: string]: string | string[] | undefined }>;
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { mineral } = await params;
  return {
    title: isMineral(mineral) ? `${NUTRIENTS[mineral].label}, an average day` : "No such mineral",
  };
};

/** An average day of a mineral, taken apart: the foods behind it, and the days they were eaten on. */
export default async function AveragePage({ params, searchParams }: Props) {
  const [{ mineral }, asked] = await Promise.all([params, searchParams]);
  if (!isMineral(mineral)) notFound();
  const viewer = await requireViewer();
  const span = readSpan(asked);
  const view = await explainedMean(viewer, viewer.userId, mineral, span.query, span.period ?? undefined);
  const { label } = NUTRIENTS[mineral];
  return (
    <PrintFrame
      title={`${label}, an average day of ${formatFullPeriod(view.from, view.to)}`}
      detail="Amounts as they were logged. What a food does not state is unknown, never zero. Intake is no diagnosis."
    >
      <header className="flex flex-wrap items-center gap-4 phone:gap-3" data-mineral={mineral}>
        <Hallmark mineral={mineral} size={44} />
        <div className="min-w-0 flex-1">
          <h1 className="font-semibold text-22 tracking-[-0.014em] phone:text-18">{label}, an average day</h1>
          <p className="flex flex-wrap gap-x-3 text-13 text-ink-2">
            <Link
              href={`/minerals/${mineral}${span.period === null ? "" : `?days=${span.period}`}`}
              className="link no-print inline-flex items-center gap-1 phone:py-2.5"
            >
              <ArrowLeft size={14} strokeWidth={1.75} aria-hidden />
              {label}
            </Link>
            <span className="phone:py-2.5">{formatPeriod(view.from, view.to)}</span>
          </p>
        </div>
        <PrintButton />
      </header>
      <div className="no-print">
        <LinkChoice
          label="Period"
          look="pill"
          links={PERIODS.map((days) => ({
            href: `/minerals/${mineral}/average?days=${days}`,
            label: PERIOD_LABELS[days],
            current: days === span.period,
          }))}
        />
      </div>
      <Summary view={view} />
      {view.parts.length > 0 && (
        <Card aria-labelledby="parts" data-mineral={mineral} className="px-5 py-4 phone:px-4">
          <h2 id="parts" className="mb-1 font-semibold text-15 tracking-[-0.006em]">
            What it is made of <span className="font-normal text-ink-3">average a day</span>
          </h2>
          <ul>
            {view.parts.map((part) => (
              <Part key={`${part.kind} ${part.food} ${part.preparation}`} mineral={mineral} part={part} />
            ))}
          </ul>
        </Card>
      )}
      {view.days.length + view.leftOut.length > 0 && <DayByDay view={view} />}
      <SafetyFooter />
    </PrintFrame>
  );
}

/** "at least" where foods without a value may have added to it. */
const meanWords = ({ mineral, mean, coverageOfMean }: ExplainedMean): string =>
  mean === null
    ? "No day that counts"
    : `${formatBound(mineral, mean, coverageOfMean !== null && coverageOfMean < 1)} a day`;

const Summary = ({ view }: { view: ExplainedMean }) => {
  const { mineral, days, mean, fromFood } = view;
  const total = days.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <Card aria-label="The average" data-mineral={mineral} className="grid gap-2 px-5 py-4 phone:px-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <b data-mean className="font-semibold text-28 tabular-nums tracking-[-0.02em]">
          {meanWords(view)}
        </b>
        {mean !== null && (
          <span className="text-13 text-ink-2">
            {formatAmount(mineral, total)} on {countNoun(days.length, "day")}, divided by {days.length}
          </span>
        )}
      </p>
      {mean === null || fromFood === null ? (
        <p className="text-13 text-ink-2">
          No day of this span counts yet.{" "}
          <Link href="/methods" className="link">
            Which days count
          </Link>
        </p>
      ) : (
        <p className="text-13 text-ink-2">
          {mean - fromFood > 0
            ? `${formatAmount(mineral, fromFood)} of it from food, ${formatAmount(mineral, mean - fromFood)} from supplements.`
            : "All of it from food."}
        </p>
      )}
      <Unknown view={view} />
    </Card>
  );
};

const Unknown = ({ view: { parts, coverageOfMean } }: { view: ExplainedMean }) => {
  const count = parts.filter(({ days }) => days.some(({ known, entries }) => known < entries)).length;
  if (count === 0) return null;
  const reported =
    coverageOfMean === null
      ? ""
      : ` Foods with a value gave ${coverageWords(coverageOfMean)} of the food energy.`;
  return (
    <Note>
      {count === 1 ? "One food below has no value for it" : `${count} foods below have no value for it`} on
      some day. Unknown is not zero: it may be more.{reported}
    </Note>
  );
};

/** Each day behind the average, and the days that are not, with why. */
const DayByDay = ({ view: { mineral, days, leftOut } }: { view: ExplainedMean }) => (
  <Card aria-labelledby="days" data-mineral={mineral} className="px-5 py-4 phone:px-4">
    <h2 id="days" className="mb-2 font-semibold text-15 tracking-[-0.006em]">
      The days behind it
    </h2>
    {days.length > 0 && (
      <Table caption="Day by day" hideCaption>
        <thead>
          <tr>
            <Th>Day</Th>
            <Th numeric>Total</Th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ date, amount, known, entries }) => (
            <tr key={date}>
              <Th scope="row">
                <DayLink mineral={mineral} date={date} />
              </Th>
              <Td numeric>{formatBound(mineral, amount, known < entries)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    )}
    {leftOut.length > 0 && (
      <details className="mt-3 text-13 text-ink-2">
        <summary className="w-fit py-1 text-ink phone:py-3">
          {countNoun(leftOut.length, "day")} with entries left out
        </summary>
        <ul className="grid gap-1 pt-1">
          {leftOut.toReversed().map(({ date, reason }) => (
            <li key={`${date} ${reason}`}>
              <DayLink mineral={mineral} date={date} />: {LEFT_OUT_WORDS[reason]}
            </li>
          ))}
        </ul>
      </details>
    )}
  </Card>
);

const DayLink = ({ mineral, date }: { mineral: Mineral; date: string }) => (
  <Link href={`/diary/${date}/${mineral}`} className="link inline-block py-1 phone:py-2.5">
    {formatDate(date, "short")}
  </Link>
);

type Asked = { readonly [name: string]: string | string[] | undefined };

/** What an address asks for: the span `from` … `to`, or else the last `days`, 30 where that cannot be read either. */
const readSpan = (asked: Asked): { period: Period | null; query: AdequacyQuery } => {
  const span = adequacyQuery.safeParse({ from: asked.from, to: asked.to });
  const { from, to } = span.success ? span.data : {};
  return from !== undefined && to !== undefined && daysBetween(from, to) < MAX_DAYS
    ? { period: null, query: { from, to } }
    : { period: periodField.parse(asked.days), query: {} };
};
