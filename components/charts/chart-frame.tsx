"use client";

import { Fragment, type ReactNode, useId } from "react";
import { formatAmount, formatEstimate, formatFigure, formatReferenceAmount } from "@/lib/format";
import type { Mineral } from "@/lib/nutrition";
import { cx } from "../ui/class-names";
import { ChartDetails } from "./chart-details";
import { LineKey, LineLabels, referenceLines, UsualBar, type UsualMark } from "./chart-lines";
import { type DailyPoint, type DailyRefs, placeLabels } from "./daily-scale";
import { SupplementLane } from "./supplement-lane";
import { isNarrow, useColumns, useWidth } from "./use-columns";

/** "Usual intake about 226 mg, most likely between 179 and 273 mg." */
const usualWords = (mineral: Mineral, { mean, low, high, lowerBound }: UsualMark): string =>
  `Usual intake ${formatEstimate(mineral, mean, lowerBound)}, most likely between ${formatFigure(mineral, low)} and ${formatAmount(mineral, high)}.`;

/** Width reserved for the usual intake between the columns and the labels, in pixels. */
const GUTTER = 60;
/** Offset of the mark within it, clear of the label of the last column. */
const MARK = 38;

/** Edges of the plot area within the picture, in pixels from the picture's edges. */
export type PlotEdges = {
  /** Height of the whole picture. */
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** The plot area, and where in it an amount lies. */
export type Plot = PlotEdges & {
  /** Width of the whole picture in pixels. */
  readonly width: number;
  readonly narrow: boolean;
  /** Pixels from the top of the picture. */
  readonly getY: (value: number) => number;
};

type ChartFrameProps = {
  mineral: Mineral;
  /** What the chart shows; names the picture. */
  caption: ReactNode;
  captionClass?: string;
  /** Space between the caption and the picture. */
  pictureClass?: string;
  className?: string;
  /** How many columns stand side by side: days or weeks. */
  columns: number;
  refs: DailyRefs;
  /** `limit` is the upper limit where it is drawn. */
  scale: { readonly top: number; readonly limit: number | null };
  usual: UsualMark | null;
  /** Size of the picture; `right` is the room for the names of the lines. */
  edges: (narrow: boolean) => PlotEdges;
  /** Space between the plot and the names of the lines, in pixels. */
  labelGap?: number;
  /** One of several small charts: short names of the lines, and neither legend nor lane. */
  small?: boolean;
  /** Width of the picture in a window of usual size, for the server: on a wide screen and on a phone, in pixels. */
  usualWidths?: { readonly wide: number; readonly phone: number };
  draw: (plot: Plot) => ReactNode;
  /** The content of the tooltip of the active column. */
  tip: (column: number) => ReactNode;
  /** The same as a sentence, read aloud. */
  sentence: (column: number) => string;
  /** The chart as text, for screen readers. */
  description: string;
  /** The columns with what supplements gave, where there may be a limit on supplements alone. */
  supplements: readonly DailyPoint[];
  /** @param farLimit an upper limit beyond the scale, as text. */
  legend?: (farLimit: string | null) => ReactNode;
  /** What the table is of, and the table itself, made when it is opened. */
  tableName: string;
  table: () => ReactNode;
};

/**
 * What the charts over time share: the picture with its lines named at its right, a cursor that the pointer or ← and →
 * move, the lane of supplements, the description, legend and table. Until the width is measured, on the server, it is
 * drawn twice, for a wide screen and for a phone, and style sheets choose.
 */
export const ChartFrame = ({
  mineral,
  caption,
  captionClass = "font-semibold text-15 tracking-[-0.006em]",
  pictureClass = "mt-2",
  className,
  columns,
  refs,
  scale,
  usual,
  edges,
  labelGap = 8,
  small = false,
  usualWidths = { wide: 710, phone: 324 },
  draw,
  tip,
  sentence,
  description,
  supplements,
  legend,
  tableName,
  table,
}: ChartFrameProps) => {
  const id = useId();
  const [box, width] = useWidth();
  const layoutFor = (pictureWidth: number) => {
    const narrow = isNarrow(pictureWidth);
    const size = edges(narrow);
    // On a phone the lines are named below, where the usual intake needs the room beside the columns.
    const named = small || !(narrow && usual !== null);
    const gutter = usual === null ? 0 : GUTTER;
    const getY = (value: number) =>
      size.top + (1 - value / scale.top) * (size.height - size.top - size.bottom);
    const right = (named ? size.right : 0) + gutter;
    const plot: Plot = { ...size, right, width: pictureWidth, narrow, getY };
    const lines = referenceLines({ mineral, refs, scale, usual, getY, small });
    const labels = placeLabels(lines, small ? 15 : narrow ? 32 : 17, size.height - size.bottom);
    return { plot, named, labels, labelsLeft: `calc(100% - ${right - gutter - labelGap}px)` };
  };
  const layouts =
    width === null
      ? [
          { shown: "phone:hidden", ...layoutFor(usualWidths.wide) },
          { shown: "md:hidden", ...layoutFor(usualWidths.phone) },
        ]
      : [{ shown: undefined, ...layoutFor(width) }];
  const { plot } = layouts[0] ?? layoutFor(0);
  const { active, handlers } = useColumns(columns, plot);
  const cursor =
    active === null
      ? null
      : `calc(${plot.left}px + (100% - ${plot.left + plot.right}px) * ${(active + 0.5) / columns})`;
  const laneLimit = !small && refs.ulScope === "supplements" ? refs.ul : null;
  const hasLane =
    laneLimit !== null && supplements.some(({ supplement }) => supplement !== null && supplement > 0);
  const farLimit =
    refs.ulScope === "total" && refs.ul !== null && scale.limit === null
      ? formatReferenceAmount(mineral, refs.ul)
      : null;

  return (
    <figure data-mineral={mineral} className={cx("min-w-0", className)}>
      <figcaption id={`${id}-title`} className={captionClass}>
        {caption}
      </figcaption>
      <div className={cx("relative tabular-nums", pictureClass)}>
        {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: the picture takes the focus so that arrow keys can read it column by column */}
        <div
          ref={box}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-description`}
          tabIndex={0}
          className="relative touch-pan-y"
          style={{ height: plot.height }}
          {...handlers}
        >
          {layouts.map(({ shown, plot, named, labels, labelsLeft }) => (
            <div key={shown ?? "measured"} className={cx("absolute inset-0", shown)}>
              {draw(plot)}
              {named && <LineLabels labels={labels} left={labelsLeft} narrow={plot.narrow} small={small} />}
              {usual !== null && (
                <UsualBar
                  left={`calc(100% - ${plot.right - MARK}px)`}
                  top={plot.getY(Math.min(usual.high, scale.top))}
                  middle={plot.getY(Math.min(usual.mean, scale.top))}
                  bottom={plot.getY(usual.low)}
                />
              )}
            </div>
          ))}
          {cursor !== null && (
            <span
              aria-hidden
              className="pointer-events-none absolute border-ink-3 border-l border-dashed"
              style={{ left: cursor, top: plot.top, bottom: plot.bottom }}
            />
          )}
        </div>
        {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above */}
        {active !== null && cursor !== null && (
          <div
            aria-hidden
            className="no-print pointer-events-none absolute top-0 z-10 grid w-[186px] gap-[3px] rounded-md bg-raised px-3 py-2.5 text-12 shadow-pop"
            style={{
              left: cursor,
              transform: active > (columns - 1) / 2 ? "translateX(calc(-100% - 12px))" : "translateX(12px)",
            }}
          >
            {tip(active)}
          </div>
        )}
        <p aria-live="polite" className="sr-only">
          {active !== null && sentence(active)}
        </p>
      </div>
      <p id={`${id}-description`} className="sr-only">
        {description}
        {usual !== null && ` ${usualWords(mineral, usual)}`} A table follows.
      </p>
      {layouts.map(({ shown, plot, named, labels }) => (
        <Fragment key={shown ?? "measured"}>
          {hasLane && (
            <div className={shown}>
              <SupplementLane
                mineral={mineral}
                points={supplements}
                limit={laneLimit}
                right={plot.right}
                named={plot.right > 120}
              />
            </div>
          )}
          {!named && <LineKey labels={labels} className={shown} />}
        </Fragment>
      ))}
      {legend?.(farLimit)}
      <div className={small ? undefined : "md:pl-[46px]"}>
        <ChartDetails name={tableName}>{table}</ChartDetails>
      </div>
    </figure>
  );
};
