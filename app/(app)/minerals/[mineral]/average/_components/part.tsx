import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { foodPath } from "@/app/(app)/_features/food";
import { parseSupplementId } from "@/lib/foods/schemas";
import { countNoun, formatDate, formatPart, formatShare, NO_DATA } from "@/lib/format";
import type { ExplainedPart } from "@/lib/insights/schemas";
import type { Mineral } from "@/lib/nutrition";

const NoData = () => (
  <span className="inline-flex items-center gap-1.5 text-ink-2">
    <i aria-hidden className="no-data inline-block h-3 w-[18px] rounded-[2px]" />
    {NO_DATA}
  </span>
);

/** A food or supplement behind an average: what it gave, and on opening the days it was eaten on. */
export const Part = ({ mineral, part }: { mineral: Mineral; part: ExplainedPart }) => {
  const { kind, food, gone, name, preparation, amount, share, days } = part;
  const href = kind === "food" ? foodPath(food) : `/supplements/${parseSupplementId(food)}/edit`;
  const atLeast = days.some(({ known, entries }) => known < entries);
  return (
    <li className="border-line border-t py-2 first:border-t-0">
      <details className="group">
        <summary className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-2 phone:py-2">
          <ChevronRight
            size={14}
            strokeWidth={1.75}
            className="self-center text-ink-3 group-open:rotate-90"
            aria-hidden
          />
          <span className="min-w-0">
            <span className="font-medium">{name}</span>
            {preparation !== null && ` · ${preparation.toLowerCase()}`}{" "}
            <span className="text-13 text-ink-3">{countNoun(days.length, "day")}</span>
          </span>
          <span className="text-right tabular-nums">
            {amount === null ? (
              <NoData />
            ) : (
              <>
                {atLeast && <span className="mr-1 text-12 text-ink-3">at least</span>}
                <span className="font-medium">{formatPart(mineral, amount)}</span>
                {share !== null && (
                  <span className="ml-2 inline-block w-11 text-13 text-ink-3">{formatShare(share)}</span>
                )}
              </>
            )}
          </span>
          {share !== null && (
            <i
              aria-hidden
              className="col-start-2 mt-1 block h-1.5 min-w-0.5 rounded-[2px] bg-mineral"
              style={{ width: `${share * 100}%` }}
            />
          )}
        </summary>
        <div className="grid max-w-[420px] gap-1 pt-2 pl-5 text-13">
          {gone ? (
            <p className="text-ink-2">It has been deleted since; what was logged stays.</p>
          ) : (
            <Link href={href} className="link w-fit py-1 phone:py-2.5">
              {kind === "food" ? "The food and its source" : "The supplement"}
            </Link>
          )}
          <ul>
            {days.toReversed().map(({ date, amount: ofDay, known, entries }) => (
              <li key={date} className="flex items-baseline justify-between gap-3">
                <Link href={`/diary/${date}/${mineral}`} className="link inline-block py-1 phone:py-2.5">
                  {formatDate(date, "short")}
                </Link>
                <span className="tabular-nums">
                  {ofDay === null ? (
                    <NoData />
                  ) : (
                    `${known < entries ? "at least " : ""}${formatPart(mineral, ofDay)}`
                  )}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </details>
    </li>
  );
};
