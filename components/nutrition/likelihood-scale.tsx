import { formatProbability } from "@/lib/format";
import { cx } from "../ui/class-names";

/** The same five words everywhere, by the probability of being below the need. */
const LADDER = [
  { from: 0.95, words: "very probably below your need", width: 5 },
  { from: 0.8, words: "probably below your need", width: 15 },
  { from: 0.2, words: "cannot tell yet", width: 60 },
  { from: 0.05, words: "probably meets your need", width: 15 },
  { from: 0, words: "very probably meets your need", width: 5 },
] as const;

/** The rung of a probability of being below the need. @param below 0 to 1. */
export const likelihoodWords = (below: number): (typeof LADDER)[number]["words"] => getRung(below).words;

const getRung = (below: number): (typeof LADDER)[number] => {
  if (!(below >= 0 && below <= 1)) throw new RangeError(`A probability lies in 0 to 1, got ${below}`);
  if (below <= 0.05) return LADDER[4];
  return LADDER.find((rung) => below >= rung.from) ?? LADDER[4];
};

type LikelihoodScaleProps = {
  /** Probability that the usual intake is below the need, 0 to 1. */
  below: number;
  ends?: readonly [string, string];
  /** The whole sentence, where the words are weaker than the scale's own. */
  label?: string | undefined;
};

/** Where an estimate lies between "below" and "meets"; the zone it falls in is filled. */
export const LikelihoodScale = ({
  below,
  ends = ["below your need", "meets your need"],
  label,
}: LikelihoodScaleProps) => {
  const rung = getRung(below);
  return (
    <div
      role="img"
      aria-label={
        label ?? `${formatProbability(below)} likely that usual intake is below the need: ${rung.words}`
      }
      className="grid gap-1.5"
    >
      <div className="relative grid h-2 grid-cols-[5fr_15fr_60fr_15fr_5fr] gap-0.5">
        {LADDER.map((step) => (
          <span
            key={step.words}
            className={cx(
              "first:rounded-l-[4px]",
              step === LADDER[4] && "rounded-r-[4px]",
              step === rung ? "bg-ink-3" : "bg-sunken",
            )}
          />
        ))}
        <span
          className="absolute -inset-y-[5px] w-[3px] -translate-x-1/2 rounded-[2px] bg-ink outline-2 outline-surface outline-solid"
          style={{ left: `${Math.min(Math.max((1 - below) * 100, 1), 99)}%` }}
        />
      </div>
      <div className="flex justify-between text-12 text-ink-3">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </div>
  );
};
