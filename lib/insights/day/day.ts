import "server-only";
import type { Viewer } from "../../access";
import { daysByFood, entriesOfDay, plansOfDay, sumsByDay, versionedMarks } from "../../diary";
import { type EntryView, type FoodEntry, MEALS } from "../../diary/schemas";
import { listSupplements } from "../../foods";
import {
  addDaysWithin,
  addSupplementTotals,
  type DayMark,
  type DayTotals,
  eachDay,
  type Gates,
  isComplete,
  type LocalDate,
  MINERALS,
  sumDay,
} from "../../nutrition";
import { getProfile, safetyGates, targetsOn } from "../../profile";
import type { ProfileView, TargetsView } from "../../profile/schemas";
import { today } from "../../time";
import { NO_VERSION } from "../../versions";
import {
  dosesOfDay,
  foodPersonOf,
  loggedDays,
  mineralDays,
  type Plan,
  planFor,
  secondLineDays,
} from "../assessment";
import type { GapView, SuggestionsView } from "../assessment/schemas";
import type { Logged } from "../logged";
import { toChartPoint } from "./client";
import { planNotes } from "./plan-notes";
import type { DaysView, DayView, TodayPage, TodayRead } from "./schemas";

const CHART_DAYS = 14;
const WEEK_DAYS = 7;

/** A day of which nothing was said. */
const UNSAID = { mark: null, version: NO_VERSION } as const;

/** Everything that is known of one day, read once. */
type Day = {
  readonly date: LocalDate;
  readonly profile: ProfileView;
  readonly targets: TargetsView;
  readonly gates: Gates;
  readonly entries: readonly EntryView[];
  /** What is planned and not eaten; in no total. */
  readonly plans: readonly FoodEntry[];
  readonly totals: DayTotals;
  readonly plan: Plan;
};

const readDay = async (
  viewer: Viewer,
  ownerId: string,
  date: LocalDate,
  profile: ProfileView,
): Promise<Day> => {
  const [targets, entries, plans, eaten] = await Promise.all([
    targetsOn(ownerId, profile, date),
    entriesOfDay(viewer, ownerId, date),
    plansOfDay(viewer, ownerId, date),
    daysByFood(viewer, ownerId, addDaysWithin(date, -CHART_DAYS), addDaysWithin(date, -1)),
  ]);
  const totals = sumDay(entries);
  const gates = safetyGates(profile, date);
  const plan = planFor({
    // What is planned already need not be suggested once more.
    totals: plans.length === 0 ? totals.totals : sumDay([...entries, ...plans]).totals,
    targets,
    profile,
    gates,
    eaten,
  });
  return { date, profile, targets, gates, entries, plans, totals, plan };
};

/** A day's totals, targets and gaps, each gap with foods that close it. */
export const day = async (viewer: Viewer, ownerId: string, date: LocalDate): Promise<DayView> => {
  const profile = await getProfile(viewer, ownerId);
  const [read, marks, supplements] = await Promise.all([
    readDay(viewer, ownerId, date, profile),
    versionedMarks(viewer, ownerId, date, date),
    listSupplements(viewer, ownerId),
  ]);
  const { mark, version } = marks.get(date) ?? UNSAID;
  return {
    date,
    complete: mark === "complete",
    mark,
    version,
    totals: read.totals.totals,
    fromSupplements: read.totals.fromSupplements,
    targets: Object.fromEntries(
      read.targets.items.map(({ mineral, ...target }) => [mineral, target]),
    ) as DayView["targets"],
    gaps: gapsOf(read, mark),
    secondLine: secondLineDays(profile, date, read.entries, read.totals),
    doses: dosesOfDay(supplements, read.entries, date),
  };
};

/** A gap is an upper bound where an entry has no full value, and on a day marked incomplete. */
const gapsOf = (read: Day, mark: DayMark): GapView[] =>
  mineralDays(read.targets, read.entries, !read.gates.hideScores).flatMap(
    ({ mineral, total, short, percent }) => {
      if (short === null) return [];
      const atMost = mark === "incomplete" || !isComplete(total);
      const { items, chooseOne } = read.plan.forGap(mineral);
      return [{ mineral, short, atMost, percent, suggestions: [...items], chooseOne }];
    },
  );

/** Totals day by day; days without entries are absent. One grouped query. */
export const daysBetween = async (
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<DaysView> => {
  const sums = await sumsByDay(viewer, ownerId, from, to);
  return {
    items: sums.map(({ date, food, supplements }) => ({
      date,
      totals: addSupplementTotals(food, supplements),
    })),
  };
};

/** Realistic portions that close the gaps of a day, today when none is given. */
export const suggestions = async (
  viewer: Viewer,
  ownerId: string,
  date?: LocalDate,
): Promise<SuggestionsView> => {
  const profile = await getProfile(viewer, ownerId);
  const read = await readDay(viewer, ownerId, date ?? today(profile.timeZone), profile);
  return read.plan.best();
};

/** The Today page, for any day. */
export const todayPage = async (viewer: Viewer, ownerId: string, date?: LocalDate): Promise<TodayRead> => {
  const profile = await getProfile(viewer, ownerId);
  const now = today(profile.timeZone);
  const shown = date ?? now;
  const from = addDaysWithin(shown, 1 - CHART_DAYS);
  const [read, sums, marks, supplements] = await Promise.all([
    readDay(viewer, ownerId, shown, profile),
    sumsByDay(viewer, ownerId, from, shown),
    versionedMarks(viewer, ownerId, from, shown),
    listSupplements(viewer, ownerId),
  ]);
  const byDate = new Map(sums.map((sum) => [sum.date, sum]));
  const { mark, version } = marks.get(shown) ?? UNSAID;
  const logged = loggedDays(sums, new Map([...marks].map(([on, said]) => [on, said.mark])));
  const loggedOn = (on: LocalDate): Logged => logged.get(on) ?? "none";
  const days = eachDay(from, shown);
  const eaten = read.entries.filter((entry): entry is FoodEntry => entry.kind === "food");
  return {
    date: shown,
    today: now,
    mark,
    markVersion: version,
    hasPerson: profile.birthDate !== null && profile.sex !== null,
    hideScores: read.gates.hideScores,
    referenceOnly: read.gates.referenceOnly,
    halfPortions: read.gates.halfPortions,
    minerals: mineralDays(read.targets, read.entries, !read.gates.hideScores),
    meals: MEALS.map((meal) => ({ meal, entries: eaten.filter((entry) => entry.meal === meal) })),
    doses: dosesOfDay(supplements, read.entries, shown),
    plans: [...read.plans],
    planNotes: planNotes(read.plans, foodPersonOf(profile, read.targets, read.gates)),
    suggestions: read.plan.best(),
    gaps: gapsOf(read, mark),
    week: days.slice(-WEEK_DAYS).map((on) => ({ date: on, state: loggedOn(on) })),
    charts: Object.fromEntries(
      MINERALS.map((mineral) => [
        mineral,
        days.map((on) => toChartPoint(mineral, on, loggedOn(on), byDate.get(on))),
      ]),
    ) as TodayPage["charts"],
    secondLine: secondLineDays(profile, shown, read.entries, read.totals),
  };
};
