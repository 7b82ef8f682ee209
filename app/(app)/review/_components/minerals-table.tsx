import { OctagonAlert } from "lucide-react";
import Link from "next/link";
import { meanWords, reasonWords, verdictWords } from "@/components/charts/comparison-words";
import { Hallmark } from "@/components/nutrition/hallmark";
import { TwoZoneBar } from "@/components/nutrition/two-zone-bar";
import { Table, Td, Th } from "@/components/ui/table";
import { boundParts, capitalise, formatPercent, formatReferenceAmount, NO_DATA, unitOf } from "@/lib/format";
import type { ReviewMineral } from "@/lib/insights/schemas";
import { NUTRIENTS } from "@/lib/nutrition";

type MineralsTableProps = {
  minerals: readonly ReviewMineral[];
  /** The week, first and last day. */
  span: { readonly from: string; readonly to: string };
  /** Whether enough days count for the four weeks before to be told. */
  compared: boolean;
  /** Whether shares of the targets are shown. */
  shares: boolean;
};

/** A day of the week on average, each mineral against its target and the four weeks before. */
export const MineralsTable = ({ minerals, span, compared, shares }: MineralsTableProps) => (
  <div className="phone:[&_table]:block phone:[&_tbody]:block phone:[&_thead]:sr-only">
    <Table caption="An average day of the week" hideCaption>
      <thead>
        <tr>
          <Th>Mineral</Th>
          <Th>Average a day</Th>
          {compared && <Th>Against the four weeks before</Th>}
        </tr>
      </thead>
      <tbody>
        {minerals.map((item) => (
          <Row key={item.mineral} item={item} span={span} compared={compared} shares={shares} />
        ))}
      </tbody>
    </Table>
  </div>
);

/** How much the foods without a value would add at the density of the others; for the hatch, never in a figure. */
const possibleExtra = ({ fromFood, now: { coverageOfMean } }: ReviewMineral): number | null =>
  fromFood === null || coverageOfMean === null || coverageOfMean <= 0 || coverageOfMean >= 1
    ? null
    : fromFood / coverageOfMean - fromFood;

// On a phone what is said of the change stands below the figures.
const CELL = "align-top py-3 phone:border-b-0 phone:pr-0 phone:pb-0";

const Row = ({
  item,
  span,
  compared,
  shares,
}: { item: ReviewMineral } & Omit<MineralsTableProps, "minerals">) => {
  const { mineral, target, before, now, verdict } = item;
  return (
    <tr
      data-mineral={mineral}
      className="phone:grid phone:grid-cols-2 phone:gap-x-4 phone:border-line phone:border-b phone:pb-3"
    >
      <Th scope="row" className={`${CELL} w-[172px] text-14 phone:w-auto`}>
        <Link
          href={`/minerals/${mineral}/average?from=${span.from}&to=${span.to}`}
          className="flex items-center gap-3 no-underline hover:underline phone:min-h-11"
        >
          <Hallmark mineral={mineral} />
          <span>
            <span className="block font-medium">{NUTRIENTS[mineral].label}</span>
            <span className="block text-12 text-ink-3">
              {target === null ? "no target" : `target ${formatReferenceAmount(mineral, target)}`}
            </span>
          </span>
        </Link>
      </Th>
      <Td className={`${CELL} w-[168px] tabular-nums phone:w-auto`}>
        <Average item={item} shares={shares} />
      </Td>
      {compared && (
        <Td className={`${CELL} phone:col-span-2`}>
          <div className={verdict === "cannot-tell" ? "font-medium text-ink-2" : "font-medium"}>
            {verdictWords(item)}
          </div>
          <div className="text-12 text-ink-3">
            {meanWords(mineral, before)} → {meanWords(mineral, now)}
            <span className="block text-pretty">{reasonWords(item)}</span>
          </div>
        </Td>
      )}
    </tr>
  );
};

const Average = ({ item, shares }: { item: ReviewMineral; shares: boolean }) => {
  const { mineral, target, fromFood, aboveLimit, now } = item;
  if (now.mean === null) return <span className="font-medium text-ink-3">{NO_DATA}</span>;
  const lower = now.coverageOfMean !== null && now.coverageOfMean < 1;
  const { prefix, figure } = boundParts(mineral, now.mean, lower);
  const supplement = fromFood === null || now.mean - fromFood <= 0 ? null : now.mean - fromFood;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-[5px]">
        {prefix !== "" && <span className="text-12 text-ink-3">{prefix}</span>}
        <span className="font-semibold text-18 leading-[22px] tracking-[-0.012em]">{figure}</span>
        <span className="text-13 text-ink-2">{unitOf(mineral)}</span>
        {shares && target !== null && target > 0 && (
          <span className="ml-auto whitespace-nowrap text-12 text-ink-3">
            {formatPercent(now.mean, target, lower)}
            <span className="sr-only"> of target</span>
          </span>
        )}
      </div>
      {aboveLimit !== null && (
        <p className="flex items-start gap-1 pt-0.5 font-medium text-12 text-over">
          <OctagonAlert size={14} strokeWidth={1.75} className="mt-0.5 flex-none" aria-hidden />
          <span>
            {capitalise(aboveLimit.words)}: {formatReferenceAmount(mineral, aboveLimit.limit)}
            {aboveLimit.scope === "supplements" && " from supplements"}
          </span>
        </p>
      )}
      {shares && (
        <div className="pt-2">
          <TwoZoneBar
            mineral={mineral}
            size="s"
            food={fromFood}
            supplement={supplement}
            possibleExtra={possibleExtra(item)}
            target={target}
            limit={aboveLimit?.scope === "total" ? aboveLimit.limit : null}
          />
        </div>
      )}
    </>
  );
};
