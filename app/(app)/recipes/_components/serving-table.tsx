import { Check } from "lucide-react";
import { Hallmark } from "@/components/nutrition/hallmark";
import { TwoZoneBar } from "@/components/nutrition/two-zone-bar";
import { formatPercent, NO_DATA, totalParts, unitOf } from "@/lib/format";
import {
  type Composition,
  type LowerBounds,
  MINERALS,
  type Mineral,
  NUTRIENTS,
  totalOf,
} from "@/lib/nutrition";

export type MineralTargets = { readonly [M in Mineral]: number | null };

type ServingTableProps = {
  /** Amounts in one serving; null while there is nothing to count. */
  amounts: Composition | null;
  lowerBounds: LowerBounds;
  targets: MineralTargets;
  /** What is counted: "One serving". */
  caption: string;
  /** Leaves the bars out where there is no room for them. */
  narrow?: boolean;
};

/** What one serving holds of the six minerals, against the day's targets; "at least" where an ingredient has no value. */
export const ServingTable = ({
  amounts,
  lowerBounds,
  targets,
  caption,
  narrow = false,
}: ServingTableProps) => (
  <table className="w-full border-collapse tabular-nums">
    <caption className="sr-only">{caption}</caption>
    <thead className="sr-only">
      <tr>
        <th scope="col">Mineral</th>
        {!narrow && <td className="phone:hidden" />}
        <th scope="col">Amount</th>
        <th scope="col">Of target</th>
      </tr>
    </thead>
    <tbody>
      {MINERALS.map((mineral) => (
        <Row
          key={mineral}
          mineral={mineral}
          amounts={amounts}
          lowerBounds={lowerBounds}
          target={targets[mineral]}
          narrow={narrow}
        />
      ))}
    </tbody>
  </table>
);

const Row = ({
  mineral,
  amounts,
  lowerBounds,
  target,
  narrow,
}: Pick<ServingTableProps, "amounts" | "lowerBounds"> & {
  mineral: Mineral;
  target: number | null;
  narrow: boolean;
}) => {
  const total = totalOf(mineral, amounts === null ? [] : [amounts], [lowerBounds]);
  const parts = totalParts(mineral, total);
  const lower = total.known < total.entries;
  return (
    <tr className="h-11 border-line border-t first:border-t-0">
      <th scope="row" className={narrow ? "font-medium" : "w-px pr-3 font-medium"}>
        <span className="flex items-center gap-2.5 whitespace-nowrap">
          <Hallmark mineral={mineral} size={22} />
          {NUTRIENTS[mineral].label}
        </span>
      </th>
      {!narrow && (
        <td className="min-w-12 pr-3 phone:hidden">
          <TwoZoneBar
            mineral={mineral}
            size="s"
            food={total.amount}
            supplement={null}
            possibleExtra={null}
            target={target}
            limit={null}
          />
        </td>
      )}
      <td className="w-px whitespace-nowrap pr-3 text-right">
        {parts === null ? (
          <span className="text-13 text-ink-3">{total.entries === 0 ? "–" : NO_DATA}</span>
        ) : (
          <>
            {parts.prefix !== "" && <span className="mr-1 text-12 text-ink-3">{parts.prefix} </span>}
            <span className="font-semibold">{parts.figure}</span>
            <span className="ml-[3px] text-13 text-ink-2">{unitOf(mineral)}</span>
          </>
        )}
      </td>
      <td className="w-[76px] whitespace-nowrap text-right text-13 text-ink-2">
        {total.amount !== null && target !== null && target > 0 && (
          <span className="inline-flex items-center gap-1">
            {total.amount >= target && (
              <>
                <Check size={14} strokeWidth={1.75} aria-hidden />
                <span className="sr-only">target reached: </span>
              </>
            )}
            {formatPercent(total.amount, target, lower)}
          </span>
        )}
      </td>
    </tr>
  );
};
