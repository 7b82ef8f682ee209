import { LogSource } from "@/app/(app)/minerals/[mineral]/_components/log-source";
import { SourceBar, SourceMarks, SourceName } from "@/app/(app)/minerals/[mineral]/_components/source-row";
import {
  orderedAmount,
  shareWords,
  splitByPick,
} from "@/app/(app)/minerals/[mineral]/_components/source-words";
import { Table, Td, Th } from "@/components/ui/table";
import { formatAmount, NBSP, NO_DATA, portionWords } from "@/lib/format";
import type { BestSourcesView, SourceView } from "@/lib/insights/schemas";
import { NUTRIENTS } from "@/lib/nutrition";

/** The list where there is room for columns, and on paper. */
export const SourceTable = ({ view }: { view: BestSourcesView }) => {
  const { mineral, target, energyHidden } = view;
  const columns = 4 + (energyHidden ? 0 : 2) + (target === null ? 0 : 1);
  return (
    <Table caption={`Sources of ${NUTRIENTS[mineral].label.toLowerCase()}`} hideCaption>
      <thead>
        <tr>
          <Th>Food</Th>
          <Th>Portion</Th>
          {!energyHidden && <Th numeric>Energy</Th>}
          <Th numeric>In a portion</Th>
          {!energyHidden && <Th numeric>In 100{NBSP}kcal</Th>}
          {target !== null && <Th>Of your target</Th>}
          <Th className="no-print pr-0">
            <span className="sr-only">Log</span>
          </Th>
        </tr>
      </thead>
      {splitByPick(view).map((part) => (
        <tbody key={part.title} className="align-top">
          {part.title !== null && (
            <tr>
              <th
                scope="rowgroup"
                colSpan={columns}
                className="border-line border-b pt-4 pb-1.5 text-left font-medium text-12 text-ink-3"
              >
                {part.title}
              </th>
            </tr>
          )}
          {part.items.map((source) => (
            <Row key={source.food} view={view} source={source} />
          ))}
        </tbody>
      ))}
    </Table>
  );
};

const Row = ({ view, source }: { view: BestSourcesView; source: SourceView }) => {
  const { mineral, by, target, energyHidden } = view;
  const ordered = (order: typeof by) => (order === by ? "font-semibold text-14 text-ink" : "text-ink-2");
  const amount = orderedAmount(source, by);
  return (
    <tr className="break-inside-avoid">
      <Th scope="row" className="max-w-[340px] text-left align-top">
        <SourceName source={source} />
        <SourceMarks source={source} />
      </Th>
      <Td className="text-ink-2">{portionWords(source.portion, source.grams)}</Td>
      {!energyHidden && (
        <Td numeric className="whitespace-nowrap text-ink-2 tabular-nums">
          {source.energyKcal === null ? NO_DATA : formatAmount("energy", source.energyKcal)}
        </Td>
      )}
      <Td numeric className={`whitespace-nowrap tabular-nums ${ordered("portion")}`}>
        {formatAmount(mineral, source.amount)}
      </Td>
      {!energyHidden && (
        <Td numeric className={`whitespace-nowrap tabular-nums ${ordered("energy")}`}>
          {source.per100Kcal === null ? NO_DATA : formatAmount(mineral, source.per100Kcal)}
        </Td>
      )}
      {target !== null && (
        <Td className="w-[140px]">
          <SourceBar list={view} amount={amount} limited={by === "portion"} />
          <span className="text-12 text-ink-3 tabular-nums">{shareWords(amount, target)}</span>
        </Td>
      )}
      <Td className="no-print pr-0 text-right">
        <LogSource source={source} />
      </Td>
    </tr>
  );
};
