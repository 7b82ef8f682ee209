import "server-only";
import type { Viewer } from "../../access";
import { doseId, entriesOfDay, plannedDose } from "../../diary";
import type { EntryView } from "../../diary/schemas";
import { doseAmounts, listSupplements, prescribedIn, toSafetyNote } from "../../foods";
import { isDueOn, parseSupplementId, type ScheduleView, type SupplementView } from "../../foods/schemas";
import {
  ageOn,
  type Composition,
  type LocalDate,
  medicineTiming,
  NUTRIENTS,
  type NutrientId,
  type SafetyText,
  SUPPLEMENT_NUTRIENTS,
  type SupplementDose,
  singleDayAlarms,
  supplementCautions,
  supplementPairings,
  UPPER_LIMIT_MEANING,
  weekday,
} from "../../nutrition";
import { gateProfile, getProfile, lifeOfProfile, safetyGates, targetsOn } from "../../profile";
import type { ProfileView, TargetsView } from "../../profile/schemas";
import { today } from "../../time";
import type { DoseView, NextDose, PlanLimit, SupplementsView } from "./schemas";

/** Highest slot of a dose, as the contract has it. */
const MAX_SLOT = 24;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The doses of a day: those taken, and those the schedules still ask for, in the order of the clock. */
export const dosesOfDay = (
  supplements: readonly SupplementView[],
  entries: readonly EntryView[],
  date: LocalDate,
): DoseView[] => {
  const taken = new Map(
    entries.filter(({ kind }) => kind === "supplement").map((entry) => [entry.id, entry]),
  );
  const doses: DoseView[] = [];
  for (const supplement of supplements) {
    const key = { supplement: supplement.id, date };
    const scheduled =
      supplement.active && isDueOn(supplement.schedule, weekday(date)) ? supplement.schedule.times.length : 0;
    const logged = [...taken.values()].some(({ food }) => parseSupplementId(food) === supplement.id);
    let free: number | null = null;
    for (let slot = 1; slot <= (logged ? MAX_SLOT : Math.max(scheduled, 1)); slot += 1) {
      const entry = taken.get(doseId({ ...key, slot }));
      if (entry) {
        taken.delete(entry.id);
        const asNeeded = slot > scheduled;
        doses.push({ supplement: supplement.id, slot, taken: true, asNeeded, entry });
      } else if (slot <= scheduled) {
        const planned = plannedDose(supplement, date, slot);
        doses.push({ supplement: supplement.id, slot, taken: false, asNeeded: false, entry: planned });
      } else free ??= slot;
    }
    if (supplement.active && supplement.schedule.times.length === 0 && free !== null) {
      const planned = plannedDose(supplement, date, free);
      doses.push({ supplement: supplement.id, slot: free, taken: false, asNeeded: true, entry: planned });
    }
  }
  // What is left was taken of a supplement that has been deleted since.
  for (const entry of taken.values()) {
    const supplement = parseSupplementId(entry.food);
    doses.push({ supplement: supplement ?? entry.food, slot: null, taken: true, asNeeded: true, entry });
  }
  const order = ({ asNeeded, taken: done, entry }: DoseView): string =>
    `${asNeeded && !done ? 1 : 0} ${entry.time ?? "99:99"}`;
  return doses.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
};

/** What can be taken of each supplement on a day: its next dose, or one besides those that the schedule has. */
export const nextDosesOf = (
  supplements: readonly SupplementView[],
  entries: readonly EntryView[],
  date: LocalDate,
): NextDose[] => {
  const taken = new Set(entries.map(({ id }) => id));
  return supplements
    .filter(({ active }) => active)
    .flatMap((supplement) => {
      const { id, contents, schedule } = supplement;
      const scheduled = isDueOn(schedule, weekday(date)) ? schedule.times.length : 0;
      for (let slot = 1; slot <= MAX_SLOT; slot += 1) {
        if (taken.has(doseId({ supplement: id, date, slot }))) continue;
        const entry = plannedDose(supplement, date, slot);
        const dose = { supplement: id, slot, taken: false, asNeeded: slot > scheduled, entry };
        return [{ dose, contents }];
      }
      return [];
    });
};

/** {@link nextDosesOf} the owner's supplements. */
export const nextDoses = async (viewer: Viewer, ownerId: string, date: LocalDate): Promise<NextDose[]> =>
  nextDosesOf(
    ...(await Promise.all([listSupplements(viewer, ownerId), entriesOfDay(viewer, ownerId, date)])),
    date,
  );

/** One sitting of a plan: some doses of one supplement at one time. */
type Sitting = {
  readonly time: string;
  readonly amounts: Composition;
  readonly prescribed: readonly NutrientId[];
};

const timesOn = ({ days, times }: ScheduleView, day: number): ScheduleView["times"] =>
  times.length === 0 ? [{ time: null, count: 1 }] : days.includes(day) ? times : [];

/** What a plan holds on a weekday; of what is taken as needed, one dose. */
const sittingsOn = (supplements: readonly SupplementView[], day: number): Sitting[] =>
  supplements.flatMap(({ contents, schedule }) =>
    timesOn(schedule, day).map(({ time, count }) => ({
      // Doses without a time count as taken together.
      time: time ?? "",
      amounts: doseAmounts(contents, count),
      prescribed: prescribedIn(contents),
    })),
  );

type Which = "all" | "prescribed" | "own";

const sumOf = (sittings: readonly Sitting[], nutrient: NutrientId, which: Which): number | null => {
  const amounts = sittings
    .filter(({ prescribed }) => which === "all" || prescribed.includes(nutrient) === (which === "prescribed"))
    .flatMap(({ amounts }) => amounts[nutrient] ?? []);
  return amounts.length === 0 ? null : amounts.reduce((sum: number, amount) => sum + amount, 0);
};

/** The content of a dose that is not prescribed. */
const ownAmounts = ({ amounts, prescribed }: Sitting): SupplementDose["amounts"] =>
  Object.fromEntries(Object.entries(amounts).filter(([id]) => !prescribed.includes(id as NutrientId)));

const referenceOf = (targets: TargetsView, nutrient: NutrientId) =>
  [...targets.items.map((item) => ({ ...item, nutrient: item.mineral })), ...targets.vitamins].find(
    (item) => item.nutrient === nutrient,
  );

/** Each nutrient on its own fullest day of the week. */
const limitsOf = (week: readonly (readonly Sitting[])[], targets: TargetsView): PlanLimit[] =>
  SUPPLEMENT_NUTRIENTS.flatMap((nutrient) => {
    const fullest = week
      .map((sittings) => ({
        amount: sumOf(sittings, nutrient, "all"),
        own: sumOf(sittings, nutrient, "own"),
        prescribed: sumOf(sittings, nutrient, "prescribed"),
      }))
      .filter((day): day is typeof day & { amount: number } => day.amount !== null)
      .toSorted((a, b) => b.amount - a.amount);
    const [day] = fullest;
    if (!day) return [];
    const reference = referenceOf(targets, nutrient);
    const ul = reference?.ul ?? null;
    const owns = fullest.flatMap(({ own }) => own ?? []);
    const most = owns.length === 0 ? null : Math.max(...owns);
    return [
      {
        nutrient,
        unit: NUTRIENTS[nutrient].unit,
        amount: day.amount,
        prescribed: day.prescribed,
        ul,
        ulScope: reference?.ulScope ?? null,
        overLimit: ul === null || most === null || most <= ul ? null : most - ul,
        source: reference?.source ?? null,
      },
    ];
  });

/** What the plan as a whole calls for, each text once: alarms, upper limits, conditions, medicines, pairs. */
const noticesOf = (
  week: readonly (readonly Sitting[])[],
  limits: readonly PlanLimit[],
  profile: ProfileView,
  date: LocalDate,
): SupplementsView["plan"]["notices"] => {
  const age = profile.birthDate === null ? null : (ageOn(profile.birthDate, date)?.years ?? null);
  const nutrients = limits.map(({ nutrient }) => nutrient);
  const limitOf = (nutrient: NutrientId) =>
    limits.find((limit) => limit.nutrient === nutrient && limit.ul !== null)?.ul ?? null;
  const alarms = week.flatMap((sittings) => {
    const own = sittings.map(ownAmounts);
    const total = Object.fromEntries(
      SUPPLEMENT_NUTRIENTS.map((nutrient) => [nutrient, sumOf(sittings, nutrient, "own")]),
    );
    return singleDayAlarms({
      total,
      fromSupplements: total,
      doses: own,
      age,
      weightKg: lifeOfProfile(profile, date).weightKg,
    });
  });
  const pairs = week.flatMap((sittings) =>
    supplementPairings(
      sittings.map((sitting) => ({ amounts: sitting.amounts, occasion: sitting.time })),
      { zinc: limitOf("zinc"), magnesium: limitOf("magnesium") },
    ),
  );
  const gates = safetyGates(profile, date);
  const over: readonly SafetyText[] = limits.some(({ overLimit }) => overLimit !== null)
    ? [UPPER_LIMIT_MEANING]
    : [];
  const cautions = supplementCautions(gateProfile(profile, date), nutrients);
  const notices: readonly SafetyText[] = [
    ...over,
    ...cautions,
    ...medicineTiming(profile.medicines, nutrients),
    // The pairs with zinc in them are named after it.
    ...pairs.filter(({ code }) => !(code.startsWith("zinc-") && gates.noComparison.has("zinc"))),
  ];
  const once = new Map<string, SupplementsView["plan"]["notices"][number]>();
  for (const text of alarms) once.set(text.code, { ...toSafetyNote(text), tone: "alarm" });
  for (const text of notices) once.set(text.code, { ...toSafetyNote(text), tone: "notice" });
  return [...once.values()];
};

/** The owner's supplements, and what those in use add up to. */
export const supplements = async (viewer: Viewer, ownerId: string): Promise<SupplementsView> => {
  const [items, profile] = await Promise.all([listSupplements(viewer, ownerId), getProfile(viewer, ownerId)]);
  const date = today(profile.timeZone);
  const targets = await targetsOn(ownerId, profile, date);
  const active = items.filter((supplement) => supplement.active);
  const week = WEEKDAYS.map((day) => sittingsOn(active, day));
  const limits = limitsOf(week, targets);
  return { items, nextCursor: null, plan: { limits, notices: noticesOf(week, limits, profile, date) } };
};
