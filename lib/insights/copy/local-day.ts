import { MEALS } from "../../diary/client";
import type { EntryView, FoodEntry } from "../../diary/schemas";
import {
  addDaysWithin,
  eachDay,
  type LocalDate,
  MINERALS,
  type SaidMark,
  sumDay,
  sumMineral,
} from "../../nutrition";
import { loggedDays } from "../assessment/client";
import { toChartPoint } from "../day/client";
import type { TodayPage } from "../day/schemas";
import type { Logged } from "../logged";
import { isFood, readDose, readEntry } from "./copied";
import type { CopyView } from "./schemas";

const CHART_DAYS = 14;
const WEEK_DAYS = 7;

/** A day from the copy. What would close its gaps is not known: that takes the server. */
export type LocalDay = TodayPage;

/** Nothing suggested: the foods that fit a person are the server's to choose. */
const NO_SUGGESTIONS: TodayPage["suggestions"] = {
  items: [],
  leftOut: [],
  together: { atTarget: 0, of: 0, reached: [], close: [], stillShort: [] },
};

/**
 * A day as the server would show it, from the copy alone: the same entries, sums, targets, doses, plans, week and chart.
 * @param today the person's own today.
 * @returns null for a day that the copy does not hold.
 */
export const localDay = (copy: CopyView, date: LocalDate, today: LocalDate): LocalDay | null => {
  if (date < copy.from || date > copy.to) return null;
  const references = copy.references.findLast(({ from }) => from <= date);
  if (!references) return null;
  const from = addDaysWithin(date, 1 - CHART_DAYS);
  const byDate = new Map<LocalDate, EntryView[]>();
  for (const copied of copy.entries) {
    if (copied.date < from || copied.date > date) continue;
    const entry = readEntry(copy, copied);
    const others = byDate.get(entry.date);
    if (others) others.push(entry);
    else byDate.set(entry.date, [entry]);
  }
  const entries = byDate.get(date) ?? [];
  const eaten = entries.filter(isFood);
  const marks = new Map<LocalDate, SaidMark>(copy.marks.map(({ date: on, mark }) => [on, mark]));
  const days = eachDay(from, date);
  const shownMarks = new Map([...marks].filter(([on]) => on >= from && on <= date));
  const logged = loggedDays(
    [...byDate.keys()].map((on) => ({ date: on })),
    shownMarks,
  );
  const loggedOn = (on: LocalDate): Logged => logged.get(on) ?? "none";
  const sums = new Map(
    [...byDate].map(([on, all]) => {
      const { fromFood, fromSupplements } = sumDay(all);
      return [on, { food: fromFood, supplements: fromSupplements }] as const;
    }),
  );
  const { hideScores, referenceOnly, halfPortions } = references;
  const plans = copy.plans
    .filter((plan) => plan.date === date)
    .map((plan) => readEntry(copy, plan) as FoodEntry);
  return {
    date,
    today,
    mark: marks.get(date) ?? null,
    markVersion: copy.marks.find((each) => each.date === date)?.version ?? copy.unsaid,
    hasPerson: copy.hasPerson,
    hideScores,
    referenceOnly,
    halfPortions,
    minerals: references.minerals.map((reference) => ({ ...reference, ...sumMineral(reference, entries) })),
    meals: MEALS.map((meal) => ({ meal, entries: eaten.filter((entry) => entry.meal === meal) })),
    doses: (copy.doses.find((each) => each.date === date)?.items ?? []).flatMap(
      (dose) => readDose(copy, dose, entries) ?? [],
    ),
    plans,
    planNotes: Object.fromEntries(
      plans.flatMap(({ id }) => {
        const note = copy.planNotes[id];
        return note === undefined ? [] : [[id, note]];
      }),
    ),
    suggestions: NO_SUGGESTIONS,
    gaps: [],
    week: days.slice(-WEEK_DAYS).map((on) => ({ date: on, state: loggedOn(on) })),
    charts: Object.fromEntries(
      MINERALS.map((mineral) => [
        mineral,
        days.map((on) => toChartPoint(mineral, on, loggedOn(on), sums.get(on))),
      ]),
    ) as TodayPage["charts"],
  };
};
