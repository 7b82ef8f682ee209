import { type ReactNode, useId } from "react";
import type { MineralDay } from "@/lib/insights/schemas";
import { MINERALS, type Mineral } from "@/lib/nutrition";
import { Card, CardHeader } from "../ui/card";
import { cx } from "../ui/class-names";
import { MineralRow, ROW_GRID } from "./mineral-row";
import { describeStanding } from "./wording";

/** What a suggestion would add, by mineral. */
export type MineralAmounts = { readonly [M in Mineral]?: number | null };

type MineralRowsProps = {
  title?: string;
  days: readonly MineralDay[];
  /** The page of a mineral; leave out until such pages exist. */
  hrefOf?: (mineral: Mineral) => string;
  /** Where a mineral's total is taken apart. */
  amountHrefOf?: (mineral: Mineral) => string;
  /** What the suggestions beside the card would add, in the order of their slots. */
  previews?: readonly MineralAmounts[];
  /** Right end of the title line, such as which foods lack values. */
  aside?: ReactNode;
};

const formatSummary = (days: readonly MineralDay[]): string => {
  if (days.every((day) => day.total.entries === 0)) return "Log a food to start";
  const targeted = days.filter((day) => day.target !== null && day.state === "usual");
  if (targeted.length === 0) return "No targets to compare with";
  if (days.some((day) => !day.scores)) return "Beside your targets";
  const reached = targeted.filter(
    ({ total, target }) => total.amount !== null && target !== null && total.amount >= target,
  );
  return `${reached.length} of ${targeted.length} at target`;
};

/** The six minerals of a day, always in the same order, with a head and a legend. */
export const MineralRows = ({
  title = "Minerals so far",
  days,
  hrefOf,
  amountHrefOf,
  previews = [],
  aside,
}: MineralRowsProps) => {
  const id = useId();
  const scores = days.every((day) => day.scores);
  const ordered = MINERALS.flatMap((mineral) => days.find((day) => day.mineral === mineral) ?? []);
  return (
    <Card aria-labelledby={id} className="@container/minerals flex flex-col">
      <CardHeader
        className="narrow:pb-2.5"
        id={id}
        title={title}
        detail={formatSummary(ordered)}
        aside={aside}
      />
      <div className="flex flex-1 flex-col px-5 phone:px-4 phone:pb-1">
        <div aria-hidden className={cx(ROW_GRID, "items-end pt-2.5 pb-0.5 text-12 text-ink-3 narrow:hidden")}>
          <div className="relative col-start-3 h-4 whitespace-nowrap">
            {scores && (
              <>
                <span className="absolute left-0">0</span>
                <span className="absolute right-[calc(100%-var(--bar-target)-1px)]">Your target</span>
              </>
            )}
            <span className="absolute right-0">Upper limit</span>
          </div>
          <span className="text-right">Amount</span>
        </div>
        <ul className="flex flex-1 flex-col">
          {ordered.map((day) => (
            <li key={day.mineral} className="flex flex-1 flex-col">
              <MineralRow
                day={day}
                href={hrefOf?.(day.mineral) ?? null}
                amountHref={amountHrefOf?.(day.mineral) ?? null}
                previews={previews.map((amounts) => amounts[day.mineral])}
              />
            </li>
          ))}
        </ul>
      </div>
      {scores && <BarLegend over={ordered.some((day) => describeStanding(day).state === "over")} />}
    </Card>
  );
};

/** What the parts of a bar mean. */
const BarLegend = ({ over }: { over: boolean }) => {
  const items: readonly (readonly [className: string, label: string])[] = [
    ["h-2 w-4 rounded-[2px] bg-ink-2", "Food"],
    ["h-2 w-4 rounded-[2px] bg-sunken inset-ring-[1.5px] inset-ring-ink-2", "Supplement"],
    ["h-2 w-4 legend-hatch", "No data, may be more"],
    ["h-3 w-0.5 bg-ink", "Target"],
    ["h-2.5 w-[5px] border-2 border-l-0 border-ink-3", "Upper limit"],
    ...(over ? ([["h-2.5 w-[5px] border-2 border-l-0 border-over", "Above it"]] as const) : []),
  ];
  return (
    <ul
      aria-label="Legend"
      className="flex flex-wrap gap-x-4 gap-y-1.5 border-line border-t px-5 pt-2.5 pb-3.5 text-12 text-ink-2 phone:px-4"
    >
      {items.map(([className, label]) => (
        <li key={label} className="flex items-center gap-1.5">
          <i aria-hidden className={cx("block", className)} />
          {label}
        </li>
      ))}
    </ul>
  );
};
