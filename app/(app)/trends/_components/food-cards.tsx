import type { TrendsPage } from "@/lib/insights";
import { BalancesCard } from "./balances-card";
import { RefinedCard } from "./refined-card";

/** Balances and refined food; nothing while no day counts. */
export const Foods = async ({ foods, days }: Pick<TrendsPage, "foods" | "days">) => {
  const [view, { days: counts }] = await Promise.all([foods, days]);
  return counts.counted === 0 ? null : (
    <>
      <BalancesCard {...view} />
      <RefinedCard {...view} />
    </>
  );
};
