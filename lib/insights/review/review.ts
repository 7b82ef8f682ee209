import "server-only";
import type { Viewer } from "../../access";
import { shortName } from "../../catalogue";
import { daysByFood } from "../../diary";
import {
  addDays,
  addDaysWithin,
  averageIntakeOf,
  canSuggestIncrease,
  type DayIntake,
  EATEN_WINDOW_DAYS,
  eachDay,
  type Gates,
  isAboveLimit,
  isCovered,
  type LocalDate,
  MINERALS,
  type Mineral,
  type Totals,
} from "../../nutrition";
import { getProfile, targetsOn } from "../../profile";
import type { TargetsView } from "../../profile/schemas";
import {
  countedDays,
  foodPersonOf,
  judge,
  leftOutDays,
  planFor,
  type ReadDays,
  readDays,
  usualDay,
} from "../assessment";
import type { SuggestionView } from "../assessment/schemas";
import { compareSpans } from "../trends";
import type { ComparisonView } from "../trends/schemas";
import { reviewFoods } from "./review-foods";
import type { ReviewDays, ReviewFood, ReviewGap, ReviewMineral } from "./schemas";

/** A week is held against the four before it. */
const BEFORE_DAYS = 28;

const countReviewDays = (read: ReadDays): ReviewDays => {
  const { from, to, sums, logged, counted } = read;
  const leftOut = new Map(leftOutDays(read).map(({ date, reason }) => [date, reason]));
  return {
    items: eachDay(from, to).map((date) => ({
      date,
      state: logged.get(date) ?? "none",
      counts: logged.has(date) && !leftOut.has(date),
      reason: leftOut.get(date) ?? null,
    })),
    logged: sums.length,
    complete: counted.complete,
    counted: counted.usable,
  };
};

type AverageGap = Omit<ReviewGap, "withoutValue"> & { readonly days: number };

const getMean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The targets that an average day does not reach in what is known of it, in the order of the minerals. */
const getAverageGaps = (days: readonly DayIntake[], { items }: TargetsView, gates: Gates): AverageGap[] =>
  MINERALS.flatMap((mineral) => {
    const target = items.find((item) => item.mineral === mineral)?.target ?? null;
    if (days.length === 0 || target === null || !canSuggestIncrease(gates, mineral)) return [];
    const { mean, coverage, coverageOfMean, filled, days: known } = averageIntakeOf(mineral, days);
    if (mean !== null && mean >= target) return [];
    const covered = coverage !== null && isCovered(coverage);
    return [
      {
        mineral,
        mean,
        lower: coverageOfMean === null || coverageOfMean < 1,
        target,
        sure: covered && filled.length > 0 && getMean(filled) < target,
        days: known,
      },
    ];
  });

/** The upper limit that usual intake of the week exceeds; null where it does not or cannot be judged. */
const getAboveLimit = (read: ReadDays, mineral: Mineral): ReviewMineral["aboveLimit"] => {
  const { upperLimit } = judge(read, mineral).item;
  if (upperLimit === null || upperLimit.limit === null || upperLimit.scope === null) return null;
  const { limit, scope, words } = upperLimit;
  return isAboveLimit(upperLimit) ? { limit, scope, words } : null;
};

/** The average day with the means that the review shows: a day on which nothing reports a mineral is in none of them. */
const averageDay = (read: ReadDays, days: readonly DayIntake[]): Totals | null => {
  const usual = usualDay(read);
  if (usual === null) return null;
  const minerals = MINERALS.map((mineral) => [
    mineral,
    { ...usual[mineral], amount: averageIntakeOf(mineral, days).mean },
  ]);
  return { ...usual, ...Object.fromEntries(minerals) };
};

/** What the days of a span say for its review. */
export type ReviewedDays = {
  readonly hasPerson: boolean;
  readonly gates: Gates;
  readonly days: ReviewDays;
  /** The four weeks before. */
  readonly before: ComparisonView["before"];
  /** Against the four weeks before, without the minerals that a condition hides. */
  readonly minerals: readonly ReviewMineral[];
  /** The minerals that a condition hides. */
  readonly switchedOff: readonly Mineral[];
  readonly gaps: readonly ReviewGap[];
  readonly foods: readonly ReviewFood[];
  /** Foods that would close a gap of the average day, the best first; none for a mineral without one. */
  readonly foodsFor: (mineral: Mineral) => readonly SuggestionView[];
};

/**
 * A span held against the four weeks before it, with what is short on its average day and which foods would close that.
 * A handful of queries, none of them by entry.
 * @throws AppError invalid for more than 400 days. @throws RangeError where no day lies before the span.
 */
export const readReviewDays = async (
  viewer: Viewer,
  ownerId: string,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<ReviewedDays> => {
  const profile = await getProfile(viewer, ownerId);
  const before = { from: addDaysWithin(from, -BEFORE_DAYS), to: addDays(from, -1) };
  const [then, read, targets, eaten] = await Promise.all([
    readDays(viewer, ownerId, profile, before),
    readDays(viewer, ownerId, profile, { from, to }),
    targetsOn(ownerId, profile, to),
    daysByFood(viewer, ownerId, addDaysWithin(to, 1 - EATEN_WINDOW_DAYS), to),
  ]);
  const { gates } = read;
  const now = countedDays(read);
  const { foods, gaps } = await reviewFoods(
    viewer,
    ownerId,
    read,
    getAverageGaps(now, targets, gates),
    foodPersonOf(profile, targets, gates),
  );
  const totals = averageDay(read, now);
  const plan = totals && planFor({ totals, targets, profile, gates, eaten });
  const comparison = compareSpans(then, read, targets);
  // A target of the person's own, as their care team may have set it, keeps its mineral on the page.
  const isHidden = ({ mineral, target }: ComparisonView["items"][number]): boolean =>
    gates.noComparison.has(mineral) || (gates.noTips.has(mineral) && target === null);
  return {
    hasPerson: read.person !== null,
    gates,
    days: countReviewDays(read),
    before: comparison.before,
    minerals: comparison.items
      .filter((item) => !isHidden(item))
      .map((item) => ({
        ...item,
        fromFood: averageIntakeOf(item.mineral, now).fromFood,
        aboveLimit: getAboveLimit(read, item.mineral),
      })),
    switchedOff: comparison.items.filter(isHidden).map(({ mineral }) => mineral),
    gaps,
    foods,
    foodsFor: (mineral) =>
      plan === null
        ? []
        : plan.forGap(mineral).items.map((food) => ({ ...food, name: shortName(food.name) })),
  };
};
