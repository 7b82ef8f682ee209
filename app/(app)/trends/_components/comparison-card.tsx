import type { ReactNode } from "react";
import { ComparisonChart } from "@/components/charts/comparison-chart";
import { Card, CardBody } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { countNoun, formatFullPeriod } from "@/lib/format";
import type { TrendsPage } from "@/lib/insights";
import type { ComparisonView, SpanChoice } from "@/lib/insights/schemas";
import { SpanChoiceForm } from "./later";
import { A_WEEK } from "./trend-words";

type Chosen = Pick<TrendsPage, "span" | "choice">;

/** Whether the address asks for other spans than the usual two, readable or not. */
const isAsked = ({ spans, problems }: SpanChoice): boolean =>
  spans !== null || Object.keys(problems).length > 0;

/** The card around the comparison: its title and the choice of its spans. */
const Frame = ({ span, choice, children }: Chosen & { children: ReactNode }) => (
  <Card aria-labelledby="comparison" className="min-w-0">
    <CardBody>
      <h2 id="comparison" className="font-semibold text-15 tracking-[-0.006em]">
        {isAsked(choice) ? "Two spans compared" : "Compared with before"}
      </h2>
      <SpanChoiceForm span={span} choice={choice} />
      {children}
    </CardBody>
  </Card>
);

/** The card while its days are read; what to compare can be chosen already, also where no script runs. */
export const ComparisonWaiting = (chosen: Chosen) => (
  <Frame {...chosen}>
    <div aria-busy>
      <Skeleton className="h-[360px]" />
    </div>
  </Frame>
);

/** Two spans held against each other; without a choice nothing while the page shows less than a week. */
export const Comparison = async ({ comparison, ...chosen }: Chosen & Pick<TrendsPage, "comparison">) => {
  const view = await comparison;
  if (view !== null && !isAsked(chosen.choice) && view.now.counted < A_WEEK) return null;
  return (
    <Frame {...chosen}>
      {view === null ? (
        <p role="status" className="mt-3 text-13 text-ink-2">
          Nothing is compared while a day above needs another look.
        </p>
      ) : (
        <Compared view={view} />
      )}
    </Frame>
  );
};

const Compared = ({ view }: { view: ComparisonView }) => {
  const { before, now } = view;
  const empty = [before, now].filter(({ counted }) => counted === 0);
  if (empty.length > 0) {
    return (
      <p className="mt-3 text-13 text-ink-2">
        No day counts in {empty.map(({ from, to }) => formatFullPeriod(from, to)).join(", nor in ")}: there is
        nothing to compare yet.
      </p>
    );
  }
  return (
    <>
      <p className="mt-3 mb-2 max-w-[80ch] text-13 text-ink-2">
        {formatFullPeriod(now.from, now.to)} ({countNoun(now.counted, "day")}{" "}
        {now.counted === 1 ? "counts" : "count"}) against {formatFullPeriod(before.from, before.to)} (
        {countNoun(before.counted, "day")}). Days differ by chance; a change is only told where the 95
        {"\u00a0"}% range leaves zero out. With six minerals, up to one page in four shows a change by chance
        alone.
      </p>
      <ComparisonChart comparison={view} />
    </>
  );
};
