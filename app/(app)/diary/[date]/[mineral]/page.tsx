import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { viewerGates } from "@/app/(app)/_features/server";
import { SafetyFooter } from "@/app/(app)/_features/shell";
import { PrintFrame } from "@/components/layout/page-header";
import { PrintButton } from "@/components/layout/print-button";
import { Hallmark } from "@/components/nutrition/hallmark";
import { MEAL_NAMES, MealIcon, type MealKey } from "@/components/nutrition/meal-icon";
import { Card } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { MEALS } from "@/lib/diary/schemas";
import { formatDate, formatPart, formatReferenceAmount, formatShare, formatTotal } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { explainedTotal } from "@/lib/insights";
import type { ExplainedTotal } from "@/lib/insights/schemas";
import { isLocalDate, isMineral, type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { EntryPart } from "./_components/entry-part";
import { unknownWords } from "./_components/how-words";

type Props = { params: Promise<{ date: string; mineral: string }> };

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { date, mineral } = await params;
  return {
    title:
      isLocalDate(date) && isMineral(mineral)
        ? `${NUTRIENTS[mineral].label}, ${formatDate(date, "full")}`
        : "No such day",
  };
};

/** A day's total of a mineral, taken apart: the entries behind it, where each value stands, and what is unknown. */
export default async function ExplainedTotalPage({ params }: Props) {
  const { date, mineral } = await params;
  if (!isLocalDate(date) || !isMineral(mineral)) notFound();
  const viewer = await requireViewer();
  const explained = await explainedTotal(viewer, viewer.userId, date, mineral);
  const { label } = NUTRIENTS[mineral];
  const parts: readonly MealKey[] = [...MEALS, "supplements"];
  return (
    <PrintFrame
      title={`${label}, ${formatDate(date, "full")}`}
      detail="Amounts as they were logged. What a food does not state is unknown, never zero. Intake is no diagnosis."
    >
      <header className="flex flex-wrap items-center gap-4 phone:gap-3" data-mineral={mineral}>
        <Hallmark mineral={mineral} size={44} />
        <div className="min-w-0 flex-1">
          <h1 className="wrap-anywhere font-semibold text-22 tracking-[-0.014em] phone:text-18">
            {label}, {formatDate(date, "long")}
          </h1>
          <p className="flex flex-wrap gap-x-3 text-13 text-ink-2">
            <Link
              href={`/diary/${date}`}
              className="link no-print inline-flex items-center gap-1 phone:py-2.5"
            >
              <ArrowLeft size={14} strokeWidth={1.75} aria-hidden />
              The whole day
            </Link>
            <Link href={`/minerals/${mineral}`} className="link no-print phone:py-2.5">
              {label} over time
            </Link>
          </p>
        </div>
        <PrintButton />
      </header>
      <Summary explained={explained} scores={!(await viewerGates()).hideScores} />
      <Card aria-labelledby="parts" data-mineral={mineral} className="px-5 py-4 phone:px-4">
        <h2 id="parts" className="mb-1 font-semibold text-15 tracking-[-0.006em]">
          What it is made of
        </h2>
        {explained.entries.length === 0 ? (
          <p className="text-13 text-ink-2">Nothing is logged on this day.</p>
        ) : (
          parts.map((part) => <Part key={part} part={part} explained={explained} />)
        )}
        <Together explained={explained} />
      </Card>
      <SafetyFooter />
    </PrintFrame>
  );
}

const MARK_WORDS = {
  complete: "day marked complete",
  incomplete: "not everything of this day is logged",
  none: "day not marked complete",
} as const;

const Summary = ({ explained, scores }: { explained: ExplainedTotal; scores: boolean }) => {
  const { mineral, total, fromFood, fromSupplements, target, mark } = explained;
  const unknown = unknownWords(explained);
  return (
    <Card aria-label="The total" data-mineral={mineral} className="grid gap-3 px-5 py-4 phone:px-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <b data-total className="font-semibold text-28 tabular-nums tracking-[-0.02em]">
          {formatTotal(mineral, total)}
        </b>
        <span className="text-13 text-ink-2">
          {[
            target === null ? null : `target ${formatReferenceAmount(mineral, target)}`,
            total.entries === 0 || !scores ? null : MARK_WORDS[mark ?? "none"],
          ]
            .filter((part) => part !== null)
            .join(" · ")}
        </span>
      </p>
      {total.entries > 0 && (
        <dl className="grid max-w-[420px] gap-1 text-13">
          <Line name="From food" value={formatTotal(mineral, fromFood)} />
          <Line
            name="From supplements"
            value={fromSupplements.amount === null ? "none" : formatPart(mineral, fromSupplements.amount)}
          />
          <Line
            name="Food entries with a value"
            value={`${fromFood.known} of ${fromFood.entries}${fromFood.entries > 0 ? `, ${formatShare(fromFood.known / fromFood.entries)}` : ""}`}
          />
        </dl>
      )}
      {unknown !== null && <Note>{unknown}</Note>}
    </Card>
  );
};

const Line = ({ name, value }: { name: string; value: string }) => (
  <div className="flex justify-between gap-3">
    <dt className="text-ink-2">{name}</dt>
    <dd className="font-medium tabular-nums">{value}</dd>
  </div>
);

/** The entries of one meal, or the supplements; nothing for a meal without entries. */
const Part = ({ part, explained }: { part: MealKey; explained: ExplainedTotal }) => {
  const { mineral } = explained;
  const all = explained.entries.filter((entry) => (entry.meal ?? "supplements") === part);
  // What a label does not list is not expected in a supplement.
  const entries = part === "supplements" ? all.filter(({ amount }) => amount !== null) : all;
  if (entries.length === 0) return null;
  return (
    <section aria-label={MEAL_NAMES[part]} className="border-line border-t pt-3 first-of-type:border-t-0">
      <h3 className="flex items-center gap-2.5 font-semibold text-14">
        <MealIcon meal={part} />
        {MEAL_NAMES[part]}
      </h3>
      <ul>
        {entries.map((entry) => (
          <EntryPart key={entry.id} mineral={mineral} entry={entry} />
        ))}
      </ul>
    </section>
  );
};

const Together = ({ explained: { mineral, total } }: { explained: { mineral: Mineral } & ExplainedTotal }) =>
  total.amount === null ? null : (
    <div className="mt-2 flex flex-wrap items-baseline justify-between gap-x-4 border-line-2 border-t pt-3 tabular-nums">
      <span className="font-semibold">Together</span>
      <span className="text-right font-semibold" data-sum>
        {formatPart(mineral, total.amount)}
      </span>
      <p className="basis-full text-12 text-ink-3">
        Shown as {formatTotal(mineral, total)}. Parts are added up before anything is rounded.
      </p>
    </div>
  );
