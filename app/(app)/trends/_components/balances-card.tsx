import { ClaimText } from "@/components/nutrition/claim-text";
import { Card, CardBody } from "@/components/ui/card";
import { countNoun } from "@/lib/format";
import type { TrendFoodsView } from "@/lib/insights/schemas";
import { BALANCES, claimById, type Gates, maySay } from "@/lib/nutrition";
import { availabilityWords, balanceBasis, noBalanceWords, ratioWords } from "./trend-words";

/** Ratios that people look for, each beside what it is worth. */
export const BalancesCard = ({
  balances,
  phytateZinc,
  gates,
}: Pick<TrendFoodsView, "balances" | "phytateZinc"> & { gates: Gates }) => {
  const availability = availabilityWords(phytateZinc);
  return (
    <Card aria-labelledby="balances">
      <CardBody>
        <h2 id="balances" className="font-semibold text-15 tracking-[-0.006em]">
          Balances people look for
        </h2>
        <p className="mt-1 mb-3 max-w-[80ch] text-13 text-ink-2">
          A ratio cannot tell whether there is enough of either. Read the amounts above first; these are here
          because they are asked for, each with what the studies say of it.
        </p>
        <ul className="grid">
          {balances.map((balance) => {
            const claim = BALANCES.find(({ id }) => id === balance.id)?.claim;
            return (
              <Item
                key={balance.id}
                gates={gates}
                claim={claim ?? balance.id}
                figure={balance.mass === null ? null : ratioWords(balance.mass)}
                lines={
                  noBalanceWords(balance) === null
                    ? [
                        balance.molar === null
                          ? "by weight"
                          : `by weight; ${ratioWords(balance.molar)} atom for atom`,
                        balanceBasis(balance),
                      ]
                    : [noBalanceWords(balance) ?? "", balance.days > 0 ? balanceBasis(balance) : ""]
                }
              />
            );
          })}
          <Item
            gates={gates}
            claim="phytate-zinc-ratio"
            figure={phytateZinc.molar === null ? null : `about ${ratioWords(phytateZinc.molar.typical)}`}
            lines={
              phytateZinc.molar === null
                ? [noBalanceWords(phytateZinc) ?? ""]
                : [
                    `atom for atom, between ${ratioWords(phytateZinc.molar.low)} and ${ratioWords(phytateZinc.molar.high)}`,
                    availability ?? "",
                    `From the food of ${countNoun(phytateZinc.days, "day")}`,
                  ]
            }
          />
        </ul>
      </CardBody>
    </Card>
  );
};

const Item = ({
  claim,
  gates,
  figure,
  lines,
}: {
  claim: string;
  gates: Gates;
  figure: string | null;
  lines: readonly string[];
}) => {
  const said = claimById(claim);
  return (
    <li className="grid gap-x-6 gap-y-1.5 border-line border-t py-3.5 last:pb-0 lg:grid-cols-[228px_minmax(0,1fr)]">
      <div>
        <p
          className={
            figure === null ? "font-medium text-ink-3 text-15" : "font-semibold text-22 tracking-[-0.014em]"
          }
        >
          {figure ?? "No ratio"}
        </p>
        {lines
          .filter((line) => line !== "")
          .map((line) => (
            <p key={line} className="text-12 text-ink-3">
              {line}
            </p>
          ))}
      </div>
      <div className="min-w-0">
        {maySay(gates, said) ? (
          <ClaimText claim={said} />
        ) : (
          <h3 className="font-medium text-14">{said.title}</h3>
        )}
      </div>
    </li>
  );
};
