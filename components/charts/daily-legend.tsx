import type { ReactNode } from "react";
import { capitalise } from "@/lib/format";
import { LOGGED_WORDS } from "@/lib/insights/client";
import { type DailyPoint, isAtLeast } from "./daily-scale";

/** What the marks of a chart mean; only those that occur in it. */
export const DailyLegend = ({
  points,
  farLimit,
}: {
  points: readonly DailyPoint[];
  /** An upper limit beyond the scale, as text. */
  farLimit: string | null;
}) => {
  const items: readonly (readonly [shown: boolean, mark: ReactNode, label: string])[] = [
    [
      points.some((point) => point.state === "complete" && point.amount !== null),
      <i key="c" className="h-3.5 w-2.5 rounded-t-[2px] bg-mineral" />,
      capitalise(LOGGED_WORDS.complete),
    ],
    [
      points.some((point) => point.state === "partial"),
      <i
        key="p"
        className="h-3.5 w-2.5 rounded-t-[2px] bg-[color-mix(in_oklab,var(--m)_42%,var(--surface))]"
      />,
      capitalise(LOGGED_WORDS.partial),
    ],
    [
      points.some((point) => point.state === "incomplete"),
      <i key="i" className="chart-key-partial h-3.5 w-2.5" />,
      `${capitalise(LOGGED_WORDS.incomplete)}, at least`,
    ],
    [
      points.some((point) => point.state !== "incomplete" && isAtLeast(point)),
      <i key="a" className="chart-key-hatch h-3.5 w-2.5" />,
      "Some foods without data",
    ],
    [
      points.some((point) => point.supplement !== null && point.supplement > 0),
      <i key="s" className="chart-key-supplement h-3.5 w-2.5 rounded-[2px]" />,
      "Supplement",
    ],
    [
      points.some((point) => point.state === "none"),
      <i key="n" className="size-1 rounded-full border border-control" />,
      capitalise(LOGGED_WORDS.none),
    ],
  ];
  return (
    <ul
      aria-label="Legend"
      className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-12 text-ink-2 md:pl-[46px]"
    >
      {items.map(
        ([shown, mark, label]) =>
          shown && (
            <li key={label} className="flex items-center gap-1.5 [&>i]:block">
              {mark}
              {label}
            </li>
          ),
      )}
      {farLimit !== null && <li className="text-ink-3">Upper limit {farLimit}, far above this scale</li>}
    </ul>
  );
};
