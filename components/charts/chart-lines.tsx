import { formatAmount, formatReference, formatReferenceAmount } from "@/lib/format";
import type { Mineral } from "@/lib/nutrition";
import { cx } from "../ui/class-names";
import type { DailyRefs, SideLabel } from "./daily-scale";

/** Usual intake and where it most likely lies, in the mineral's unit. */
export type UsualMark = {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Foods without a value may have held more. */
  readonly lowerBound: boolean;
};

/** The lines that are named beside the picture, with where they lie in it. */
export const referenceLines = ({
  mineral,
  refs: { target, ear },
  scale,
  usual,
  getY,
  small,
}: {
  mineral: Mineral;
  refs: DailyRefs;
  scale: { readonly limit: number | null; readonly top: number };
  usual: UsualMark | null;
  getY: (value: number) => number;
  small: boolean;
}): readonly SideLabel[] => {
  const lines = [
    { key: "ul", name: "Upper limit", value: scale.limit },
    { key: "target", name: "Target", value: target },
    { key: "ear", name: small ? "Need" : "Average need", value: ear },
  ].flatMap(({ key, name, value }) =>
    value === null
      ? []
      : [
          {
            key,
            name,
            value: small ? formatReference(value) : formatReferenceAmount(mineral, value),
            y: getY(value),
          },
        ],
  );
  if (usual === null) return lines;
  const value = formatAmount(mineral, usual.mean, usual.lowerBound ? "down" : "nearest");
  return [...lines, { key: "usual", name: "Usual", value, y: getY(Math.min(usual.mean, scale.top)) }];
};

/** The names and values of the lines, each beside its own. */
export const LineLabels = ({
  labels,
  left,
  narrow,
  small,
}: {
  labels: readonly SideLabel[];
  left: string;
  narrow: boolean;
  small: boolean;
}) =>
  labels.map(({ key, name, value, y }) => (
    <div
      key={key}
      aria-hidden
      className={cx(
        "-translate-y-1/2 pointer-events-none absolute whitespace-nowrap text-12",
        small ? "leading-none" : narrow ? "leading-[15px]" : "leading-4",
      )}
      style={{ left, top: y }}
    >
      <span className={cx("text-ink-2", small ? "text-11" : narrow && "block")}>{name}</span>{" "}
      <span className="font-medium">{value}</span>
    </div>
  ));

const LINES: { readonly [key: string]: string } = {
  target: "w-4 border-mineral border-t-[1.5px]",
  ear: "w-4 border-mineral border-t-[1.5px] border-dotted",
  ul: "h-1.5 w-4 border-ink-3 border-x-[1.5px] border-t-[1.5px]",
  usual: "size-2 rounded-full bg-ink",
};

/** The lines of the chart by name, where there is no room for that beside them. */
export const LineKey = ({
  labels,
  className,
}: {
  labels: readonly SideLabel[];
  className: string | undefined;
}) => (
  <ul aria-hidden className={cx("mt-2 flex flex-wrap gap-x-4 gap-y-1.5 text-12 text-ink-2", className)}>
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
