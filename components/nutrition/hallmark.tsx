import { formatDelta } from "@/lib/format";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { cx } from "../ui/class-names";

/** Outline on a 32-unit grid and the baseline of the symbol inside it. */
const SHAPES: { readonly [M in Mineral]: { d: string; baseline: number } } = {
  magnesium: { d: "M11 2.5h10L29.5 11v10L21 29.5H11L2.5 21V11z", baseline: 20.8 },
  zinc: { d: "M16 1.8 28.6 9v14L16 30.2 3.4 23V9z", baseline: 20.8 },
  calcium: {
    d: "M7.5 3h17A4.5 4.5 0 0 1 29 7.5v17a4.5 4.5 0 0 1-4.5 4.5h-17A4.5 4.5 0 0 1 3 24.5v-17A4.5 4.5 0 0 1 7.5 3z",
    baseline: 20.8,
  },
  iron: { d: "M4 3h24v14.5c0 6.2-4.6 10-12 12.7C8.6 27.5 4 23.7 4 17.5z", baseline: 19.6 },
  selenium: { d: "M16 2a14 14 0 1 1 0 28 14 14 0 0 1 0-28z", baseline: 20.8 },
  potassium: { d: "M3.5 29V14.5a12.5 12.5 0 0 1 25 0V29z", baseline: 21.8 },
};

type HallmarkProps = {
  mineral: Mineral;
  size?: 44 | 28 | 22 | 20;
  /** True when no name stands beside it: the mark then carries the name itself. */
  named?: boolean;
};

/** The mark of a mineral: shape, symbol and hue; colour is never the only difference (WCAG 1.4.1). */
export const Hallmark = ({ mineral, size = 28, named = false }: HallmarkProps) => {
  const { d, baseline } = SHAPES[mineral];
  const { label, symbol } = NUTRIENTS[mineral];
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a title would pop up on hover; it has a label or is hidden
    <svg
      data-mineral={mineral}
      className={cx("hallmark block flex-none", size < 28 && "hallmark-small")}
      width={size}
      height={size}
      viewBox="0 0 32 32"
      {...(named ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <path d={d} />
      <text x="16" y={baseline}>
        {symbol}
      </text>
    </svg>
  );
};

/** A mineral's mark with an amount in words already made. */
export const AmountChip = ({ mineral, text }: { mineral: Mineral; text: string }) => (
  <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-13 tabular-nums">
    <Hallmark mineral={mineral} size={22} />
    <span className="sr-only">{NUTRIENTS[mineral].label}</span>
    <span>{text}</span>
  </span>
);

/** What a food would add of one mineral: "+157 mg". */
export const DeltaChip = ({ mineral, amount }: { mineral: Mineral; amount: number | null }) => (
  <AmountChip mineral={mineral} text={formatDelta(mineral, amount)} />
);
