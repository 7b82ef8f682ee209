import Link from "next/link";
import { CircleDashed, Info, OctagonAlert, TrendingDown } from "@/components/ui/drawn-icons";
import { countNoun, formatAmount, formatDate, formatFigure, unitOf } from "@/lib/format";
import type { MineralDays, MineralFrame } from "@/lib/insights/schemas";
import { NUTRIENTS, UPPER_LIMIT_NOTICE } from "@/lib/nutrition";
import { Note } from "../ui/note";
import { Distribution } from "./distribution";
import { LikelihoodScale } from "./likelihood-scale";
import { foodAndSupplements } from "./meal-share-words";
import {
  allowanceWords,
  basisWords,
  caveatWords,
  coverageWords,
  LEFT_OUT_WORDS,
  limitWords,
  meanParts,
  moreDaysWords,
  probabilityBelow,
  reasonWords,
  scaleLabel,
  scalePosition,
  shortWords,
  verdictSide,
  verdictTitle,
} from "./usual-intake-words";

const METHOD_ANCHORS = {
  ear: "adequacy",
  "iron-distribution": "iron",
  ai: "adequate-intake",
} as const;

type UsualIntakeProps = Pick<MineralDays, "adequacy" | "days"> &
  Pick<MineralFrame, "target" | "noTips" | "cautions"> & {
    /** Whether the completeness of the days is shown as a score. */
    scores: boolean;
    headingId: string;
    /** The page that explains the methods, without an anchor. */
    methodsHref: string;
  };

/** "How sure are we?": usual intake with its range, the verdict with its basis, and what it rests on. */
export const UsualIntake = ({
  adequacy: item,
  days,
  target,
  noTips,
  scores,
  cautions,
  headingId,
  methodsHref,
}: UsualIntakeProps) => {
  const { mineral, interval90 } = item;
  const name = NUTRIENTS[mineral].label.toLowerCase();
  const parts = meanParts(item);
  const reason = reasonWords(item);
  const more = moreDaysWords(item);
  const allowance = allowanceWords(item);
  const split = foodAndSupplements(item);
  const anchor = item.method === null ? "usual-intake" : METHOD_ANCHORS[item.method];
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h2 id={headingId} className="mb-2 font-semibold text-15 tracking-[-0.006em]">
          Usual intake
        </h2>
        {parts === null ? (
          <p className="font-medium text-18 text-ink-3">no data</p>
        ) : (
          <p className="flex flex-wrap items-baseline gap-x-[7px]">
            {parts.prefix !== "" && <span className="text-13 text-ink-3">{parts.prefix}</span>}
            <span className="font-semibold text-44 tabular-nums leading-none tracking-[-0.03em]">
              {parts.figure}
            </span>
            <span className="font-medium text-15 text-ink-2">{unitOf(mineral)} a day</span>
          </p>
        )}
        {interval90 !== null && (
          <p className="mt-1.5 text-13 text-ink-2">
            Most likely between {formatFigure(mineral, interval90.low)} and{" "}
            {formatAmount(mineral, interval90.high)}
          </p>
        )}
      </div>
      <Verdict item={item} />
      {reason !== null && (
        <p className="text-13 text-ink-2">
          {reason}{" "}
          {item.reason === "no-profile" && (
            <Link href="/setup" className="link">
              Set your targets
            </Link>
          )}
        </p>
      )}
      {allowance !== null && <Note>{allowance}</Note>}
      {caveatWords(item).map((text) => (
        <p key={text} className="text-13 text-ink-2">
          {text}
        </p>
      ))}
      {item.changedOn !== null && (
        <Note>
          Since {formatDate(item.changedOn)} your profile says something else than before. All days are
          compared with what holds on the last one.
        </Note>
      )}
      {cautions.map((text) => (
        <Note key={text}>{text}</Note>
      ))}
      <Facts
        rows={[
          ...(split === null
            ? []
            : ([
                ["From food", split.food],
                ["From supplements", split.supplements],
              ] as const)),
          ["Days that count", `${item.days} of ${days.span}`],
          ["Of these marked complete", scores ? String(item.completeDays) : null],
          [`Food energy with ${name} data`, coverageWords(item.coverage)],
          ["Short of target by", noTips ? null : shortWords(item, target.target)],
        ]}
      />
      <Note
        className="mt-auto"
        icon={<Info size={14} strokeWidth={1.75} className="text-ink-3" aria-hidden />}
      >
        {more !== null && `${more} `}
        <Link href={`${methodsHref}#${anchor}`} className="link">
          How this is worked out
        </Link>
      </Note>
    </div>
  );
};

type UsualIntakeDetailProps = Pick<MineralDays, "adequacy" | "requirement" | "days"> & {
  methodsHref: string;
};

/** The picture behind the verdict, the upper limit, and the days that do not count. */
export const UsualIntakeDetail = ({
  adequacy: item,
  requirement,
  days,
  methodsHref,
}: UsualIntakeDetailProps) => {
  const { mineral, interval90, mean } = item;
  const drawn = requirement !== null && interval90 !== null && mean !== null;
  return (
    <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
      {drawn && (
        <div>
          <h2 className="mb-2 font-medium text-14">
            {requirement.kind === "level"
              ? `Your intake and the ${requirement.name}`
              : "Your intake and the need"}
          </h2>
          <Distribution
            mineral={mineral}
            mean={mean}
            interval={interval90}
            requirement={requirement}
            lowerBound={meanParts(item)?.prefix !== ""}
          />
        </div>
      )}
      <div className="grid content-start gap-3">
        <Limit item={item} methodsHref={methodsHref} />
        <LeftOut days={days} />
      </div>
    </div>
  );
};

const Verdict = ({ item }: { item: UsualIntakeProps["adequacy"] }) => {
  const basis = basisWords(item);
  const below = probabilityBelow(item);
  const leaning = verdictSide(item);
  return (
    <div className="grid gap-3.5">
      <p className="flex items-start gap-2">
        {leaning === "below" && (
          <TrendingDown size={16} strokeWidth={1.75} className="mt-0.5 flex-none text-low" aria-hidden />
        )}
        {leaning === null && (
          <CircleDashed size={16} strokeWidth={1.75} className="mt-0.5 flex-none text-ink-3" aria-hidden />
        )}
        <span>
          <b className="font-semibold">{verdictTitle(item)}</b>
          {basis !== null && <span className="block text-13 text-ink-2">{basis}</span>}
        </span>
      </p>
      {below !== null && (
        <LikelihoodScale below={scalePosition(item, below)} label={scaleLabel(item, below)} />
      )}
    </div>
  );
};

const Facts = ({ rows }: { rows: readonly (readonly [term: string, text: string | null])[] }) => (
  <dl className="grid text-13">
    {rows.map(
      ([term, text]) =>
        text !== null && (
          <div key={term} className="flex justify-between gap-3 border-line border-t py-[7px]">
            <dt className="text-ink-2">{term}</dt>
            <dd className="text-right font-medium tabular-nums">{text}</dd>
          </div>
        ),
    )}
  </dl>
);

const Limit = ({ item, methodsHref }: { item: UsualIntakeProps["adequacy"]; methodsHref: string }) => {
  const limit = limitWords(item);
  if (limit === null) return null;
  return (
    <div className="text-13">
      <h2 className="flex items-start gap-1.5 font-medium text-14">
        {limit.above && (
          <OctagonAlert size={15} strokeWidth={1.75} className="mt-[3px] flex-none text-over" aria-hidden />
        )}
        {limit.title}
      </h2>
      <p className="text-ink-2">
        {limit.text} {limit.above && `${UPPER_LIMIT_NOTICE.text} `}
        <Link href={`${methodsHref}#upper-limits`} className="link">
          What it counts
        </Link>
      </p>
    </div>
  );
};

/** The days that do not count, by why; the dates are one press away. */
const LeftOut = ({ days }: Pick<UsualIntakeProps, "days">) => {
  const total = days.leftOut.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <details className="text-13 text-ink-2">
      <summary className="w-fit py-1 phone:py-3 text-ink">
        {countNoun(total, "day")} with entries left out
      </summary>
      <ul className="grid gap-1 pt-1">
        {days.leftOut.map(({ reason, count, dates }) => (
          <li key={reason}>
            {count} {LEFT_OUT_WORDS[reason]}
            {reason !== "still-running" && (
              <span className="text-ink-3">
                {" "}
                ({count > dates.length && "latest: "}
                {dates.map((date) => formatDate(date, "tick")).join(", ")})
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
};
