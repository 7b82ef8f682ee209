import { capitalise, countNoun, formatDate, formatPeriod, formatShare, joinList } from "@/lib/format";
import { alertTypeOf } from "@/lib/insights/client";
import type { OneThing, ReviewView } from "@/lib/notices/schemas";
import { MIN_DAYS_TO_COMPARE, NUTRIENTS, parseLocalDate } from "@/lib/nutrition";

/** "4 – 10 May 2026". */
export const weekWords = ({ from, to }: Pick<ReviewView, "from" | "to">): string => {
  const [start, end] = [parseLocalDate(from), parseLocalDate(to)];
  return start.year === end.year ? `${formatPeriod(from, to)} ${end.year}` : formatPeriod(from, to);
};

/** Whether enough days of the week and of those before count for anything to be compared. */
export const isCompared = ({ days, before }: Pick<ReviewView, "days" | "before">): boolean =>
  days.counted >= MIN_DAYS_TO_COMPARE && before.counted >= MIN_DAYS_TO_COMPARE;

const REASONS: { readonly [R in NonNullable<ReviewView["days"]["items"][number]["reason"]>]: string } = {
  "marked-incomplete": "is marked as not everything logged",
  "implausible-energy": "holds too little energy for a whole day",
  "unknown-energy": "holds foods of unknown energy, and too little in the others for a whole day",
  "no-food": "holds supplements only",
  "no-value": "holds no food with a value",
  "still-running": "is not over",
  "not-yet": "is still to come",
};

/** Why logged days do not count: "Friday 8 May holds too little energy for a whole day". */
export const leftOutWords = ({ items }: ReviewView["days"]): string[] =>
  items.flatMap(({ date, reason }) => (reason === null ? [] : [`${formatDate(date)} ${REASONS[reason]}`]));

/** What the averages are of, and what follows when that is too little: "6 of 7 days count, 2 marked complete". */
export const basisWords = ({ days, before, hideScores }: ReviewView): string => {
  const { counted, complete, items } = days;
  const marked = complete >= counted ? "all" : complete === 0 ? "none" : String(complete);
  const count = hideScores
    ? `Averages of ${countNoun(counted, "day")}`
    : `${counted} of ${items.length} days ${counted === 1 ? "counts" : "count"}${counted === 0 ? "" : ` (${marked} marked complete)`}`;
  if (counted === 0) return hideScores ? "No averages" : count;
  if (counted < MIN_DAYS_TO_COMPARE) return `${count}; no comparison`;
  if (before.counted < MIN_DAYS_TO_COMPARE)
    return `${count}; ${before.counted === 0 ? "none" : `only ${before.counted}`} of the four weeks before, so no comparison`;
  return `${count}, and ${before.counted} of the four weeks before`;
};

const getMineralName = (mineral: keyof typeof NUTRIENTS): string => NUTRIENTS[mineral].label.toLowerCase();

/** Why minerals are not among the averages: "Calcium and potassium are switched off by …"; null with none. */
export const switchedOffWords = ({ switchedOff }: Pick<ReviewView, "switchedOff">): string | null => {
  if (switchedOff.length === 0) return null;
  const names = joinList(switchedOff.map(getMineralName));
  return `${capitalise(names)} ${switchedOff.length === 1 ? "is" : "are"} switched off by a condition in your profile: ask your care team.`;
};

const NOTHING: { readonly [R in Extract<OneThing, { kind: "nothing" }>["reason"]]: string } = {
  "reference-only": "In the first year Assay shows amounts and reference values only, and suggests nothing.",
  "too-few-days": "Too little of the week is known to choose something.",
  "no-food":
    "Something is short, and no plain food in a usual portion would close it within the settings and the upper limits.",
  "not-sure": "What looks short may come from foods without a value, so nothing is suggested.",
  "nothing-missing": "The known amounts reach every target that applies. Nothing asks for a change.",
};

/** Whether the one thing is a limit that is passed. */
export const isOverLimit = ({ alert: { rule } }: Extract<OneThing, { kind: "alert" }>): boolean =>
  alertTypeOf(rule) === "limit";

/** Why this is the one thing, in a sentence or two. */
export const whyWords = (thing: OneThing, { to, openOn }: Pick<ReviewView, "to" | "openOn">): string => {
  switch (thing.kind) {
    case "set-targets":
      return "Without birth date and sex there is no target, and nothing to be short of.";
    case "alert":
      if (isOverLimit(thing)) return "An upper limit that is passed comes before anything to eat more of.";
      return "It is the first of the open findings, and about how foods are combined, not about how much is eaten.";
    case "log-days":
      return `Intake varies from day to day, and an average needs at least ${thing.needed} days; ${
        thing.counted === 0 ? "none counts" : `${thing.counted} ${thing.counted === 1 ? "counts" : "count"}`
      } so far${openOn === "now" ? "" : " in that week"}.`;
    case "complete-day":
      return "It is logged, and holds too little to count. If that was all of it, marking it complete makes it count.";
    case "missing-value":
      return `It is the food with the most energy and no value for ${getMineralName(thing.mineral)}. What is logged from then on has it.`;
    case "nothing":
      return NOTHING[thing.reason];
    case "food": {
      const { gap, food, because } = thing;
      const share = food.adds.find(({ mineral }) => mineral === gap.mineral)?.share ?? null;
      const closes =
        share === null ? "" : ` A portion closes ${share >= 1 ? "all" : formatShare(share)} of it.`;
      const chosen =
        because === "eaten"
          ? `Of the foods suggested for it, this one is eaten already: on ${countNoun(food.eatenDays, "day")} of the 14 up to ${formatDate(to, "day")}.`
          : "It comes first of the foods suggested for it.";
      return `Of what is known well enough, ${getMineralName(gap.mineral)} is furthest below its target.${closes} ${chosen}`;
    }
  }
};
