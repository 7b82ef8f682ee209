import { ComparisonChart } from "@/components/charts/comparison-chart";
import { Card, CardBody } from "@/components/ui/card";
import { formatPeriod } from "@/lib/format";
import type { TrendsPage } from "@/lib/insights";
import { BalancesCard } from "./balances-card";
import { RefinedCard } from "./refined-card";
import { A_WEEK, daysWords } from "./trend-words";

/** This span and the one before it; nothing while either has less than a week. */
export const Comparison = async ({ comparison }: Pick<TrendsPage, "comparison">) => {
  const view = await comparison;
  const { before, now } = view;
  if (now.counted < A_WEEK) return null;
  return (
    <Card aria-labelledby="comparison">
      <CardBody>
        <h2 id="comparison" className="font-semibold text-15 tracking-[-0.006em]">
          Compared with before
        </h2>
        {before.counted === 0 ? (
          <p className="mt-1 text-13 text-ink-2">
            No day counts from {formatPeriod(before.from, before.to)}, the span before this one: there is
            nothing to compare yet.
          </p>
        ) : (
          <>
            <p className="mt-1 mb-2 max-w-[80ch] text-13 text-ink-2">
              {formatPeriod(now.from, now.to)} ({daysWords(now.counted)} count) against{" "}
              {formatPeriod(before.from, before.to)} ({daysWords(before.counted)}). Days differ by chance; a
              change is only told where the 95{"\u00a0"}% range leaves zero out. With six minerals, up to one
              page in four shows a change by chance alone.
            </p>
            <ComparisonChart comparison={view} />
          </>
        )}
      </CardBody>
    </Card>
  );
};

export const Foods = async ({ foods, days }: Pick<TrendsPage, "foods" | "days">) => {
  const [view, { days: counts }] = await Promise.all([foods, days]);
  return counts.counted === 0 ? null : (
    <>
      <BalancesCard {...view} />
      <RefinedCard {...view} />
    </>
  );
};
