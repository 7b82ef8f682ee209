import { viewerGates } from "@/app/(app)/_features/server";
import type { TrendsPage } from "@/lib/insights";
import { BalancesCard } from "./balances-card";
import { RefinedCard } from "./refined-card";

/**
 * Balances and refined food; nothing while no day counts. For whom scores are hidden no food is told to be worth less
 * than another.
 */
export const Foods = async ({ foods, days }: Pick<TrendsPage, "foods" | "days">) => {
  const [view, { days: counts, hideScores }] = await Promise.all([foods, days]);
  return counts.counted === 0 ? null : (
    <>
      <BalancesCard {...view} gates={await viewerGates()} />
      {!hideScores && <RefinedCard {...view} />}
    </>
  );
};
