import { formatTotal } from "@/lib/format";
import { composition, type LowerBounds, MINERALS, type Mineral, NUTRIENTS, totalOf } from "@/lib/nutrition";

type SixUpProps = {
  amounts: { readonly [M in Mineral]: number | null };
  /** What of the amounts is only a lower bound. */
  lowerBounds?: LowerBounds | undefined;
  /** Daily targets; full height is a third of one. */
  targets: { readonly [M in Mineral]: number | null };
};

/** Smallest visible height of an amount above 0, in percent. */
const LOWEST = 4;

/** Six small bars in the fixed order of the minerals; a hatch is "no data". For lists too narrow for figures. */
export const SixUp = ({ amounts, lowerBounds, targets }: SixUpProps) => {
  const label = MINERALS.map(
    (mineral) =>
      `${NUTRIENTS[mineral].label} ${formatTotal(mineral, totalOf(mineral, [composition(amounts)], [lowerBounds]))}`,
  );
  return (
    <span role="img" aria-label={label.join(", ")} className="six">
      {MINERALS.map((mineral) => {
        const amount = amounts[mineral];
        const target = targets[mineral];
        const height =
          amount === null || target === null || target <= 0
            ? null
            : Math.min((amount / (target / 3)) * 100, 100);
        return (
          <i key={mineral} data-mineral={mineral} className={amount === null ? "no-data" : undefined}>
            {height !== null && height > 0 && <b style={{ height: `${Math.max(height, LOWEST)}%` }} />}
          </i>
        );
      })}
    </span>
  );
};
