import { formatAmount, formatEstimate, formatFigure } from "@/lib/format";
import type { Mineral } from "@/lib/nutrition";
import { cx } from "../ui/class-names";

/** Usual intake and where it most likely lies, in the mineral's unit. */
export type UsualMark = {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Foods without a value may have held more. */
  readonly lowerBound: boolean;
};

/** "Usual intake about 226 mg, most likely between 179 and 273 mg." */
export const usualWords = (mineral: Mineral, { mean, low, high, lowerBound }: UsualMark): string =>
  `Usual intake ${formatEstimate(mineral, mean, lowerBound)}, most likely between ${formatFigure(mineral, low)} and ${formatAmount(mineral, high)}.`;

/** Room for the usual intake between the days and the labels, in pixels. */
export const GUTTER = 60;
/** Where in it the mark stands, clear of the label of the last day. */
export const MARK = 38;

const LINES: { readonly [key: string]: string } = {
  target: "w-4 border-mineral border-t-[1.5px]",
  ear: "w-4 border-mineral border-t-[1.5px] border-dotted",
  ul: "h-1.5 w-4 border-ink-3 border-x-[1.5px] border-t-[1.5px]",
  usual: "size-2 rounded-full bg-ink",
};

/** The lines of the chart by name, where there is no room for that beside them. */
export const LineKey = ({
  labels,
}: {
  labels: readonly { readonly key: string; readonly name: string; readonly value: string }[];
}) => (
  <ul aria-hidden className="mt-2 flex flex-wrap gap-x-4 gap-y-1.5 text-12 text-ink-2">
    {labels.map(({ key, name, value }) => (
      <li key={key} className="flex items-center gap-1.5 whitespace-nowrap">
        <i className={cx("block flex-none", LINES[key])} />
        {name} <span className="font-medium text-ink">{value}</span>
      </li>
    ))}
  </ul>
);

/** Usual intake as a point with its interval; positions in pixels from the top of the drawing. */
export const UsualBar = ({
  left,
  top,
  middle,
  bottom,
}: {
  left: string;
  top: number;
  middle: number;
  bottom: number;
}) => (
  <span aria-hidden className="pointer-events-none absolute inset-y-0" style={{ left }}>
    <i className="absolute w-0.5 -translate-x-1/2 bg-ink" style={{ top, height: bottom - top }} />
    <i className="absolute h-0.5 w-2.5 -translate-x-1/2 -translate-y-1/2 bg-ink" style={{ top }} />
    <i className="absolute h-0.5 w-2.5 -translate-x-1/2 -translate-y-1/2 bg-ink" style={{ top: bottom }} />
    <i
      className="absolute size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full bg-ink outline-2 outline-surface outline-solid"
      style={{ top: middle }}
    />
    <b className="absolute bottom-[3px] -translate-x-1/2 font-medium text-12">Usual</b>
  </span>
);
