import Link from "next/link";
import { Hallmark } from "@/components/nutrition/hallmark";
import { TwoZoneBar } from "@/components/nutrition/two-zone-bar";
import { Card, CardHeader } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { boundParts, countNoun, formatPercent, formatReference, unitOf } from "@/lib/format";
import type { TrendDaysView, TrendMineral, TrendSpan } from "@/lib/insights/schemas";
import { NUTRIENTS } from "@/lib/nutrition";
import {
  A_WEEK,
  basisWords,
  glanceSentence,
  isLower,
  knownWords,
  openWords,
  possibleExtra,
  reachedWords,
  targetWords,
} from "./trend-words";

const GRID =
  "grid grid-cols-[28px_116px_minmax(0,1fr)_112px_128px_88px] items-center gap-x-4 phone:grid-cols-[28px_minmax(0,1fr)_auto] phone:gap-x-3 phone:gap-y-2";

/** All six at a glance: averages of the days that count, each row a link to its mineral. */
export const GlanceCard = ({
  span,
  days,
  minerals,
  hideScores,
}: Pick<TrendDaysView, "days" | "minerals" | "hideScores"> & { span: TrendSpan }) => {
  const apart = minerals[0]?.incomplete.days ?? 0;
  return (
    <Card aria-labelledby="glance">
      <CardHeader id="glance" title="At a glance" detail={basisWords({ days, hideScores })} />
      <div className="px-5 pb-4 phone:px-4">
        {days.counted > 0 && days.counted < A_WEEK && (
          <Note className="mt-2 mb-1">
            {countNoun(days.counted, "day")} so far. An average of less than a week moves a lot from day to
            day; weeks and the comparison come once seven days count.
          </Note>
        )}
        <div aria-hidden className={`${GRID} pt-2 pb-1.5 text-12 text-ink-3 phone:hidden`}>
          <span className="col-start-4 text-right">Average a day</span>
          <span>{!hideScores && "Target reached"}</span>
          <span className="text-right">Known</span>
        </div>
        <ul>
          {minerals.map((item) => (
            <Row key={item.mineral} item={item} span={span} scores={!hideScores} />
          ))}
        </ul>
        {apart > 0 && (
          <p className="pt-3 text-12 text-ink-3">
            {countNoun(apart, "day")} with too little food to stand for a day, or marked as not everything
            logged, {apart === 1 ? "is" : "are"} left out of every average. “Known” is the share of your food
            energy from foods with a value for the mineral.
          </p>
        )}
      </div>
    </Card>
  );
};

const Row = ({ item, span, scores }: { item: TrendMineral; span: TrendSpan; scores: boolean }) => {
  const { mineral, mean, fromFood, target, ear } = item;
  const lower = isLower(item);
  const supplement = mean === null || fromFood === null || mean - fromFood <= 0 ? null : mean - fromFood;
  const amount = mean === null ? null : boundParts(mineral, mean, lower);
  const reached = reachedWords(item);
  const open = openWords(item);
  return (
    <li>
      <Link
        href={`/minerals/${mineral}?days=${span}`}
        data-mineral={mineral}
        aria-label={glanceSentence(item, scores)}
        className={`${GRID} relative border-line border-t py-3 no-underline before:absolute before:inset-y-0 before:-inset-x-3 before:rounded-md hover:before:bg-hover/60 [&>*]:relative`}
      >
        <Hallmark mineral={mineral} />
        <div className="min-w-0">
          <div className="font-medium">{NUTRIENTS[mineral].label}</div>
          <div className="text-12 text-ink-3">
            {targetWords(item)}
            {ear !== null && <span className="block">need {formatReference(ear)}</span>}
          </div>
        </div>
        <div className="phone:order-4 phone:col-span-full">
          {scores && (
            <TwoZoneBar
              mineral={mineral}
              food={fromFood}
              supplement={supplement}
              possibleExtra={possibleExtra(item)}
              target={target}
              limit={null}
            />
          )}
        </div>
        <div className="text-right tabular-nums">
          {mean === null || amount === null ? (
            <span className="font-medium text-ink-3">no data</span>
          ) : (
            <>
              <div className="whitespace-nowrap">
                {amount.prefix !== "" && <span className="mr-[5px] text-12 text-ink-3">{amount.prefix}</span>}
                <span className="font-semibold text-18 leading-[22px] tracking-[-0.012em] phone:text-16">
                  {amount.figure}
                </span>
                <span className="ml-[3px] text-13 text-ink-2">{unitOf(mineral)}</span>
              </div>
              {scores && target !== null && (
                <div className="text-12 text-ink-3">{formatPercent(mean, target, lower)} of target</div>
              )}
            </>
          )}
        </div>
        <div className="text-13 phone:order-5 phone:col-span-2 phone:flex phone:flex-wrap phone:gap-x-1.5 phone:text-12">
          {reached !== null && <span className="text-ink-3 md:hidden">Target reached on</span>}
          <span>{reached ?? (scores ? "–" : "")}</span>
          {open !== null && <span className="block text-12 text-ink-3">{open}</span>}
        </div>
        <div className="text-right text-13 phone:order-6 phone:text-12">
          {knownWords(item)}
          <span className="text-ink-3 md:hidden"> known</span>
        </div>
      </Link>
    </li>
  );
};
