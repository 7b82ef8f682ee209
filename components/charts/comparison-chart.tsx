import { NO_DATA, unitOf } from "@/lib/format";
import type { ComparisonItem, ComparisonView } from "@/lib/insights/schemas";
import { NUTRIENTS } from "@/lib/nutrition";
import { Hallmark } from "../nutrition/hallmark";
import { Table, Td, Th } from "../ui/table";
import {
  comparisonSentence,
  meanFigure,
  meanWords,
  reasonWords,
  type SpanNames,
  signed,
  spanNames,
  verdictWords,
} from "./comparison-words";

/**
 * Two spans of days as paired dots, a mineral a row, each on its own scale from 0: hollow for the earlier, solid for the
 * later. The line is where the later average lies with 95 % confidence, seen from the earlier one: a line over the
 * hollow dot tells no change.
 */
export const ComparisonChart = ({ comparison }: { comparison: ComparisonView }) => {
  const names = spanNames(comparison);
  return (
    <figure className="min-w-0">
      <ul className="grid">
        {comparison.items.map((item) => (
          <Row key={item.mineral} item={item} names={names} />
        ))}
      </ul>
      <ul
        aria-label="Legend"
        className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-12 text-ink-2 [&>li]:flex [&>li]:items-center [&>li]:gap-1.5 [&_i]:block"
      >
        <li>
          <i aria-hidden className="size-2.5 rounded-full border-2 border-ink-2 bg-surface" />
          {names.before}
        </li>
        <li>
          <i aria-hidden className="size-2.5 rounded-full bg-ink-2" />
          {names.now}
        </li>
        {comparison.items.some(({ change }) => change !== null) && (
          <li>
            <i
              aria-hidden
              className="h-2 w-5 border-ink-2 border-x-[1.5px] bg-[linear-gradient(var(--ink-2)_0_0)] bg-[length:100%_1.5px] bg-center bg-no-repeat"
            />
            95{"\u00a0"}% range of the later average against the earlier
          </li>
        )}
        <li>
          <i aria-hidden className="h-3 w-0.5 bg-ink" />
          Target
        </li>
      </ul>
      <details className="mt-2 text-12">
        <summary className="w-fit py-1 font-medium text-ink phone:py-3.5">
          Show as table<span className="sr-only">: the two spans</span>
        </summary>
        <ComparisonTable comparison={comparison} names={names} />
      </details>
    </figure>
  );
};

const Row = ({ item, names }: { item: ComparisonItem; names: SpanNames }) => {
  const { mineral, before, now, verdict } = item;
  return (
    <li
      data-mineral={mineral}
      className="grid grid-cols-[28px_128px_minmax(0,1fr)_240px] items-center gap-x-3.5 gap-y-1 border-line border-t py-3 first:border-t-0 phone:grid-cols-[28px_minmax(0,1fr)]"
    >
      <Hallmark mineral={mineral} />
      <div className="min-w-0">
        <div className="font-medium">{NUTRIENTS[mineral].label}</div>
      </div>
      <Dots item={item} names={names} />
      <div className="text-13 phone:order-4 phone:col-span-full">
        <div className={verdict === "cannot-tell" ? "font-medium text-ink-2" : "font-medium"}>
          {verdictWords(item)}
        </div>
        <div className="text-12 text-ink-3">
          {meanWords(mineral, before)} → {meanWords(mineral, now)}
          <span className="block">{reasonWords(item)}</span>
        </div>
      </div>
    </li>
  );
};

const Dots = ({ item, names }: { item: ComparisonItem; names: SpanNames }) => {
  const { before, now, change, target } = item;
  const reach = change === null || before.mean === null ? null : before.mean + change.high;
  const top = Math.max(before.mean ?? Number.NaN, now.mean ?? Number.NaN);
  const known = [before.mean, now.mean, reach, target].filter((value) => value !== null);
  if (known.length === 0 || (Number.isNaN(top) && before.mean === null && now.mean === null)) {
    return <span className="text-12 text-ink-3 phone:order-3 phone:col-span-full">{NO_DATA}</span>;
  }
  const scale = Math.max(...known) * 1.04;
  const at = (value: number) => `${(Math.max(value, 0) / scale) * 100}%`;
  const low = change === null || before.mean === null ? null : Math.max(before.mean + change.low, 0);
  return (
    <div
      role="img"
      aria-label={comparisonSentence(item, names)}
      className="relative h-8 phone:order-3 phone:col-span-full"
    >
      <i className="absolute inset-x-0 top-1/2 h-px bg-line-2" />
      {target !== null && (
        <i className="-translate-x-1/2 absolute top-1 bottom-1 w-0.5 bg-ink" style={{ left: at(target) }} />
      )}
      {low !== null && reach !== null && (
        <i
          className="absolute top-1/2 h-2.5 -translate-y-1/2 border-mineral border-x-[1.5px]"
          style={{ left: at(low), width: `${((reach - low) / scale) * 100}%` }}
        >
          <i className="absolute inset-x-0 top-1/2 h-[1.5px] -translate-y-1/2 bg-mineral" />
        </i>
      )}
      {now.mean !== null && (
        <i
          data-dot="now"
          className="-translate-1/2 absolute top-1/2 size-3 rounded-full bg-mineral outline-2 outline-surface outline-solid"
          style={{ left: at(now.mean) }}
        />
      )}
      {before.mean !== null && (
        <i
          data-dot="before"
          className="-translate-1/2 absolute top-1/2 size-2.5 rounded-full border-2 border-mineral bg-surface outline-2 outline-surface outline-solid"
          style={{ left: at(before.mean) }}
        />
      )}
    </div>
  );
};

const ComparisonTable = ({ comparison, names }: { comparison: ComparisonView; names: SpanNames }) => (
  <Table caption={`Averages a day, ${names.now} against ${names.before}`} hideCaption>
    <thead>
      <tr>
        <Th>Mineral</Th>
        <Th numeric>{names.before}</Th>
        <Th numeric>{names.now}</Th>
        <Th numeric>Difference</Th>
        <Th numeric>95{"\u00a0"}% range</Th>
        <Th>Days</Th>
        <Th>What can be said</Th>
      </tr>
    </thead>
    <tbody>
      {comparison.items.map((item) => {
        const { mineral, before, now, change } = item;
        return (
          <tr key={mineral}>
            <Th scope="row">
              {NUTRIENTS[mineral].label}, {unitOf(mineral)}
            </Th>
            <Td numeric>{meanFigure(mineral, before)}</Td>
            <Td numeric>{meanFigure(mineral, now)}</Td>
            <Td numeric>{change === null ? "–" : signed(mineral, change.difference)}</Td>
            <Td numeric>
              {change === null ? "–" : `${signed(mineral, change.low)} to ${signed(mineral, change.high)}`}
            </Td>
            <Td>
              {before.days}, {now.days}
            </Td>
            <Td>{verdictWords(item)}</Td>
          </tr>
        );
      })}
    </tbody>
  </Table>
);
