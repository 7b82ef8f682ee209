import "server-only";
import type { Viewer } from "../../access";
import { type DaySums, dayMarks, sumsByDay } from "../../diary";
import { AppError } from "../../errors";
import {
  addDays,
  addSupplementTotals,
  averageIntakeOf,
  type DayIntake,
  dayIntakeOf,
  eachDay,
  energyUsedKcal,
  FIRST_DAY,
  type Gates,
  type LocalDate,
  type Mineral,
  type NutrientId,
  type Person,
  personOn,
  type Total,
  type Totals,
  usableDays,
} from "../../nutrition";
import { lifeOfProfile, referencePerson, safetyGates } from "../../profile";
import type { ProfileView } from "../../profile/schemas";
import { today } from "../../time";
import type { Logged } from "../logged";
import { loggedDays } from "./logged-days";
import type { AdequacyQuery, AssessedDays, LeftOutReason } from "./schemas";

/*
 * The days of a span: read once, with those named that do not count. Every average, verdict and comparison rests on the
 * same days.
 */

/** The span that is assessed when none is given, in days. */
export const DEFAULT_DAYS = 30;

/** The days of a span and the person they are of, read once. */
export type ReadDays = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly today: LocalDate;
  readonly profile: ProfileView;
  /** Who is assessed, on the last day; null while the profile does not say, or before birth. */
  readonly person: Person | null;
  readonly gates: Gates;
  /** Every day with entries, as it is stored. */
  readonly sums: readonly DaySums[];
  /** How much of each day is logged; a day that is not in it is not. */
  readonly logged: ReadonlyMap<LocalDate, Logged>;
  /** The days that the core may judge by: without those that are still running or to come. */
  readonly days: readonly DayIntake[];
  readonly counted: AssessedDays;
};

type LeftOut = AssessedDays["leftOut"][number];

/** Days marked complete without any entry: a fast is a day too, and its zero is known. */
const fasts = (sums: readonly DaySums[], logged: ReadonlyMap<LocalDate, Logged>): DayIntake[] => {
  const eaten = new Set(sums.map(({ date }) => date));
  return [...logged.keys()]
    .filter((date) => !eaten.has(date))
    .map((date) => dayIntakeOf(date, [], "complete"));
};

/** Why a day is not over yet; null for one that is, or of which the person has said how much is logged. */
const notOver = ({ date, mark }: DayIntake, now: LocalDate): LeftOutReason | null =>
  date > now ? "not-yet" : date === now && mark === null ? "still-running" : null;

/**
 * Which days count: those that are over, or about which the person has said something, and that hold a plausible amount
 * of food or are marked complete.
 * @returns the days that are over, those of them that count, and every day that does not count with the reason, by date.
 */
const sortDays = (all: readonly DayIntake[], now: LocalDate, person: Person | null) => {
  const byDate = all.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const days = byDate.filter((day) => notOver(day, now) === null);
  const { usable, excluded } = usableDays(days, person);
  const unfinished = byDate.flatMap((day): LeftOut[] => {
    const reason = notOver(day, now);
    return reason === null ? [] : [{ date: day.date, reason }];
  });
  const leftOut = [...unfinished, ...excluded].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return { days, usable, leftOut };
};

/**
 * What the person ate from `from` to `to`, day by day, with the days that do not count named. Two queries, one of
 * them grouped.
 * @throws AppError invalid for more than 400 days.
 */
export const readDays = async (
  viewer: Viewer,
  ownerId: string,
  profile: ProfileView,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<ReadDays> => {
  const [sums, marks] = await Promise.all([
    sumsByDay(viewer, ownerId, from, to),
    dayMarks(viewer, ownerId, from, to),
  ]);
  const now = today(profile.timeZone);
  const described = referencePerson(profile, to);
  const judged = described && personOn(described, to);
  const person = judged && { ...judged, weightKg: lifeOfProfile(profile, to).weightKg };
  const logged = loggedDays(sums, marks);
  const usedKcal = person && energyUsedKcal(person);
  const all = [
    ...sums.map((sum): DayIntake => ({ ...sum, mark: marks.get(sum.date) ?? null, usedKcal })),
    ...fasts(sums, logged),
  ];
  const { days, usable, leftOut } = sortDays(all, now, person);
  return {
    from,
    to,
    today: now,
    profile,
    person,
    gates: safetyGates(profile, to),
    sums,
    logged,
    days,
    counted: {
      span: eachDay(from, to).length,
      logged: sums.length,
      complete: usable.filter(({ mark }) => mark === "complete").length,
      usable: usable.length,
      leftOut,
    },
  };
};

const onlyCounted = <D extends { readonly date: LocalDate }>(
  { counted }: ReadDays,
  days: readonly D[],
): readonly D[] => {
  const leftOut = new Set(counted.leftOut.map(({ date }) => date));
  return days.filter(({ date }) => !leftOut.has(date));
};

/** The days of a span that count, fasts among them. */
export const countedDays = (read: ReadDays): readonly DayIntake[] => onlyCounted(read, read.days);

/**
 * The days that do not count, each with its reason.
 * @param mineral of which those days are left out too on which nothing that was eaten reports it; they come last.
 */
export const leftOutDays = (read: ReadDays, mineral?: Mineral): readonly LeftOut[] =>
  mineral === undefined
    ? read.counted.leftOut
    : [
        ...read.counted.leftOut,
        ...averageIntakeOf(mineral, countedDays(read)).withoutValue.map((date) => ({
          date,
          reason: "no-value" as const,
        })),
      ];

/** The dates of {@link leftOutDays}, for queries that leave them out. */
export const leftOutDates = (read: ReadDays, mineral?: Mineral): LocalDate[] =>
  leftOutDays(read, mineral).map(({ date }) => date);

/**
 * The average of the days with entries that count, as a day of its own; null without one. Each amount is a lower bound
 * where foods do not report it.
 */
export const usualDay = (read: ReadDays): Totals | null => {
  const days = onlyCounted(read, read.sums).map(({ food, supplements }) =>
    addSupplementTotals(food, supplements),
  );
  const [first, ...others] = days;
  if (first === undefined) return null;
  const meanOf = (total: Total, id: NutrientId): Total => {
    const all = [total, ...others.map((day) => day[id])];
    const amounts = all.flatMap(({ amount }) => amount ?? []);
    return {
      unit: total.unit,
      amount:
        amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount) / read.counted.usable,
      known: all.reduce((sum, { known }) => sum + known, 0),
      entries: all.reduce((sum, { entries }) => sum + entries, 0),
    };
  };
  return Object.fromEntries(
    Object.entries(first).map(([id, total]) => [id, meanOf(total, id as NutrientId)]),
  ) as unknown as Totals;
};

/**
 * The span that is asked for: the last `usual` days when nothing is said.
 * @throws AppError invalid when it would begin after today.
 */
export const spanOf = (
  query: AdequacyQuery,
  now: LocalDate,
  usual: number,
): { from: LocalDate; to: LocalDate } => {
  const to = query.to ?? now;
  const earliest = addDays(FIRST_DAY, usual);
  const from = query.from ?? (to < earliest ? FIRST_DAY : addDays(to, 1 - usual));
  if (from > to) {
    throw new AppError("invalid", "The first day lies after today.", {
      fields: { from: "must not be after today when to is left out" },
    });
  }
  return { from, to };
};
