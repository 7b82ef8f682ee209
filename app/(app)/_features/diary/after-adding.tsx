import { Check, OctagonAlert } from "lucide-react";
import { Hallmark } from "@/components/nutrition/hallmark";
import { TwoZoneBar } from "@/components/nutrition/two-zone-bar";
import { barAmounts } from "@/components/nutrition/wording";
import { formatDelta, formatOverLimit, formatPercent, NBSP } from "@/lib/format";
import type { MineralDay } from "@/lib/insights/schemas";
import {
  addTotals,
  type Composition,
  isComplete,
  type LowerBounds,
  MINERALS,
  type Mineral,
  NUTRIENTS,
  overUpperLimit,
  type Total,
  totalOf,
} from "@/lib/nutrition";

/**
 * How far a mineral's total would lie above an upper limit that counts food, in the mineral's unit; null where it would
 * not, or where the limit counts supplements only.
 */
export const aboveLimit = (day: MineralDay, { amount }: Pick<Total, "amount">): number | null =>
  day.ulScope === "total" ? overUpperLimit(day, amount, null, day.prescribed ?? null) : null;

type AfterAddingProps = {
  /** The day before adding; null until it is known. */
  days: readonly MineralDay[] | null;
  adds: Composition;
  /** The nutrients of `adds` that are only lower bounds. */
  lowerBounds?: LowerBounds | undefined;
  title: string;
};

/**
 * What the food adds to the six minerals of the day: muted what was eaten before, solid what is added. An excess is
 * said in its mineral's row, where a note below the table could be out of sight.
 */
export const AfterAdding = ({ days, adds, lowerBounds, title }: AfterAddingProps) => (
  <table className="w-full border-collapse tabular-nums">
    <thead>
      <tr className="h-[22px] text-12 text-ink-3">
        <th scope="col" className="w-[33px]">
          <span className="sr-only">Mineral</span>
        </th>
        <th scope="col" className="whitespace-nowrap font-normal">
          {title}
        </th>
        <th scope="col" className="w-[86px] text-right font-normal">
          Adds
        </th>
        <th scope="col" className="w-[90px] pl-2 text-right font-normal">
          {days?.some(({ scores }) => !scores) ? <span className="sr-only">Of target</span> : "Of target"}
        </th>
      </tr>
    </thead>
    <tbody>
      {MINERALS.map((mineral) => (
        <Row
          key={mineral}
          mineral={mineral}
          day={days?.find((candidate) => candidate.mineral === mineral) ?? null}
          adds={totalOf(mineral, [adds], [lowerBounds])}
          atLeast={lowerBounds?.includes(mineral) ?? false}
        />
      ))}
    </tbody>
  </table>
);

type RowProps = { mineral: Mineral; day: MineralDay | null; adds: Total; atLeast: boolean };

const Row = ({ mineral, day, adds, atLeast }: RowProps) => {
  const added = adds.amount;
  const after = day && addTotals(day.total, adds);
  const lowerBound = after !== null && !isComplete(after);
  const target = day?.target ?? null;
  const percent =
    !day?.scores || after === null || after.amount === null || target === null
      ? null
      : formatPercent(after.amount, target, lowerBound);
  const over = after && day ? aboveLimit(day, after) : null;
  return (
    <>
      <tr className="h-[34px]">
        <th scope="row">
          <Hallmark mineral={mineral} size={22} named />
        </th>
        <td>
          {day?.scores && (
            <TwoZoneBar mineral={mineral} size="s" on="raised" {...barAmounts(day)} added={added} />
          )}
        </td>
        <td className={`text-right text-13 ${added === null ? "text-ink-3" : "font-semibold"}`}>
          {atLeast && (
            <>
              <span aria-hidden title="at least" className="mr-0.5 font-normal text-ink-3">
                ≥
              </span>
              <span className="sr-only">at least </span>
            </>
          )}
          {formatDelta(mineral, added)}
        </td>
        <td className={`pl-2 text-right text-13 ${over === null ? "text-ink-2" : "font-semibold text-over"}`}>
          {percent !== null && after !== null && target !== null && (
            <span className="inline-flex items-center gap-1 whitespace-nowrap">
              {over === null && after.amount !== null && after.amount >= target && (
                <>
                  <Check size={14} strokeWidth={1.75} aria-hidden />
                  <span className="sr-only">target reached:</span>
                </>
              )}
              {lowerBound && <span className="sr-only">at least</span>}
              <span>{lowerBound ? percent.replace(`${NBSP}%`, `+${NBSP}%`) : percent}</span>
            </span>
          )}
        </td>
      </tr>
      {over !== null && (
        <tr>
          <td />
          <td colSpan={3} className="pb-1.5 font-semibold text-13 text-over">
            <span className="flex items-start gap-1">
              <OctagonAlert size={14} strokeWidth={1.75} className="mt-[3px] flex-none" aria-hidden />
              <span>
                <span className="sr-only">{NUTRIENTS[mineral].label} would be </span>
                {lowerBound && "at least "}
                {formatOverLimit(mineral, over, "total")}
              </span>
            </span>
          </td>
        </tr>
      )}
    </>
  );
};
