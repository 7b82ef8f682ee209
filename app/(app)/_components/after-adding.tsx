import { Check } from "lucide-react";
import { Hallmark } from "@/components/nutrition/hallmark";
import { TwoZoneBar } from "@/components/nutrition/two-zone-bar";
import { barOf } from "@/components/nutrition/wording";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { formatAmount, formatDelta, formatPercent, NBSP } from "@/lib/format";
import type { MineralDay } from "@/lib/insights/schemas";
import {
  type Composition,
  type LowerBounds,
  MINERALS,
  type Mineral,
  NUTRIENTS,
  overUpperLimit,
} from "@/lib/nutrition";

type After = { readonly amount: number | null; readonly lowerBound: boolean };

/** A mineral's total once the food is added. */
export const afterAdding = (day: MineralDay, added: number | null, atLeast = false): After => {
  const { amount, known, entries } = day.total;
  return {
    amount: amount === null ? added : added === null ? amount : amount + added,
    lowerBound: known < entries || added === null || atLeast,
  };
};

/** The minerals that the food would bring above an upper limit that counts food, in words. */
export const limitNotices = (days: readonly MineralDay[], adds: Composition): string[] =>
  days.flatMap((day) => {
    const { amount } = afterAdding(day, adds[day.mineral]);
    const over = day.ulScope === "total" ? overUpperLimit(day, amount, null, day.prescribed ?? null) : null;
    if (over === null) return [];
    return [
      `${NUTRIENTS[day.mineral].label} would be ${formatAmount(day.mineral, over)} above the upper limit.`,
    ];
  });

type AfterAddingProps = {
  /** The day before adding; null until it is known. */
  days: readonly MineralDay[] | null;
  adds: Composition;
  /** What of `adds` is only a lower bound. */
  lowerBounds?: LowerBounds | undefined;
  title: string;
};

/** What the food adds to the six minerals of the day: muted what was eaten before, solid what is added. */
export const AfterAdding = ({ days, adds, lowerBounds, title }: AfterAddingProps) => (
  <table className="w-full border-collapse tabular-nums">
    <thead>
      <tr className="h-[22px] text-12 text-ink-3">
        <th scope="col" className="w-[33px]">
          <VisuallyHidden>Mineral</VisuallyHidden>
        </th>
        <th scope="col" className="whitespace-nowrap font-normal">
          {title}
        </th>
        <th scope="col" className="w-[86px] text-right font-normal">
          Adds
        </th>
        <th scope="col" className="w-[82px] text-right font-normal">
          {days?.some(({ scores }) => !scores) ? <VisuallyHidden>Of target</VisuallyHidden> : "Of target"}
        </th>
      </tr>
    </thead>
    <tbody>
      {MINERALS.map((mineral) => (
        <Row
          key={mineral}
          mineral={mineral}
          day={days?.find((candidate) => candidate.mineral === mineral) ?? null}
          added={adds[mineral]}
          atLeast={lowerBounds?.includes(mineral) ?? false}
        />
      ))}
    </tbody>
  </table>
);

type RowProps = { mineral: Mineral; day: MineralDay | null; added: number | null; atLeast: boolean };

const Row = ({ mineral, day, added, atLeast }: RowProps) => {
  const after = day && afterAdding(day, added, atLeast);
  const target = day?.target ?? null;
  const percent =
    !day?.scores || after === null || after.amount === null || target === null
      ? null
      : formatPercent(after.amount, target, after.lowerBound);
  return (
    <tr className="h-[34px]">
      <th scope="row">
        <Hallmark mineral={mineral} size={22} named />
      </th>
      <td>
        {day?.scores && <TwoZoneBar mineral={mineral} size="s" on="raised" {...barOf(day)} added={added} />}
      </td>
      <td className={`text-right text-13 ${added === null ? "text-ink-3" : "font-semibold"}`}>
        {atLeast && (
          <>
            <span aria-hidden title="at least" className="mr-0.5 font-normal text-ink-3">
              ≥
            </span>
            <VisuallyHidden>at least </VisuallyHidden>
          </>
        )}
        {formatDelta(mineral, added)}
      </td>
      <td className="text-right text-13 text-ink-2">
        {percent !== null && after !== null && target !== null && (
          <span className="inline-flex items-center gap-1 whitespace-nowrap">
            {after.amount !== null && after.amount >= target && (
              <>
                <Check size={14} strokeWidth={1.75} aria-hidden />
                <VisuallyHidden>target reached:</VisuallyHidden>
              </>
            )}
            {after.lowerBound && <VisuallyHidden>at least</VisuallyHidden>}
            <span>{after.lowerBound ? percent.replace(`${NBSP}%`, `+${NBSP}%`) : percent}</span>
          </span>
        )}
      </td>
    </tr>
  );
};
