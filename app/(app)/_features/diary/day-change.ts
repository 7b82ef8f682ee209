import type { EntryInput, FoodEntry, Meal } from "@/lib/diary/schemas";
import type { AmountInput } from "@/lib/foods/schemas";
import type { DoseView, TodayPage } from "@/lib/insights/schemas";
import { type DayMark, sumMineral } from "@/lib/nutrition";

/** A change of one entry of food. */
export type EntryStep =
  | {
      readonly kind: "put";
      readonly before: FoodEntry | null;
      readonly after: FoodEntry;
      readonly input: EntryInput;
    }
  | { readonly kind: "remove"; readonly entry: FoodEntry }
  | { readonly kind: "restore"; readonly entry: FoodEntry }
  | {
      readonly kind: "move";
      readonly entry: FoodEntry;
      readonly to: { readonly date: string; readonly meal: Meal };
    };

/** A change of one entry inside a batch. */
export type BatchStep =
  | Exclude<EntryStep, { kind: "put" }>
  /** A new entry. */
  | { readonly kind: "put"; readonly before: null; readonly after: FoodEntry; readonly input: EntryInput }
  /** A new entry like one that was logged before. */
  | { readonly kind: "copy"; readonly after: FoodEntry; readonly from: string }
  /** Another food in the place of an entry's; shown once the server has computed it. */
  | {
      readonly kind: "replace";
      readonly id: string;
      readonly of: string;
      readonly food: string;
      readonly amount: AmountInput;
      /** The version of `of` that was seen. */
      readonly version?: string | undefined;
    }
  /** Takes a replacement back. */
  | { readonly kind: "put-back"; readonly replaced: Extract<BatchStep, { kind: "replace" }> };

/** Several changes of entries, made together or not at all. */
export type Batch = {
  readonly kind: "batch";
  readonly id: string;
  readonly steps: readonly BatchStep[];
  /** What it is called while it waits: "3 foods (breakfast, Mon 30 Nov)". */
  readonly label: string;
};

/** Something the person did to the diary. Each can be sent again without doing it twice. */
export type DayChange =
  | EntryStep
  | Batch
  /** A dose of a supplement, ticked or unticked. */
  | { readonly kind: "take"; readonly dose: DoseView }
  | { readonly kind: "untake"; readonly dose: DoseView }
  /** A food planned, or no longer planned. */
  | { readonly kind: "plan"; readonly plan: FoodEntry }
  | { readonly kind: "unplan"; readonly plan: FoodEntry }
  | {
      readonly kind: "mark";
      readonly date: string;
      readonly to: DayMark;
      readonly before: DayMark;
      /** The version of the mark that was seen; left out to set it whatever it is. */
      readonly version?: string | undefined;
    };

type Day = Pick<TodayPage, "date" | "mark" | "minerals" | "meals" | "doses" | "plans">;

/** Ticks a dose, or unticks it; a dose whose supplement is gone disappears with its tick. */
const withDose = <D extends Day>(day: D, dose: DoseView, taken: boolean): D => {
  const held = day.doses.find(({ entry }) => entry.id === dose.entry.id);
  if (dose.entry.date !== day.date || (held ? held.taken === taken : !taken)) return day;
  const doses = held
    ? day.doses.flatMap((each) =>
        each.entry.id !== dose.entry.id ? [each] : taken || each.slot !== null ? [{ ...each, taken }] : [],
      )
    : [...day.doses, { ...dose, taken }];
  return { ...day, doses };
};

const without = <D extends Day>(day: D, entry: FoodEntry): D => {
  const held = day.meals.some(({ entries }) => entries.some(({ id }) => id === entry.id));
  if (!held) return day;
  return {
    ...day,
    meals: day.meals.map((meal) => ({ ...meal, entries: meal.entries.filter(({ id }) => id !== entry.id) })),
  };
};

const withEntry = <D extends Day>(day: D, entry: FoodEntry): D => {
  if (entry.date !== day.date) return day;
  if (holds(day, entry)) return day;
  return {
    ...withoutPlan(day, entry),
    meals: day.meals.map((meal) =>
      meal.meal === entry.meal ? { ...meal, entries: [...meal.entries, entry] } : meal,
    ),
  };
};

/** Keeps the row where it is when only its portion changes. */
const replaced = <D extends Day>(day: D, before: FoodEntry, after: FoodEntry): D => {
  if (before.date !== day.date || before.date !== after.date || before.meal !== after.meal) {
    return withEntry(without(day, before), after);
  }
  return {
    ...day,
    meals: day.meals.map((meal) => ({
      ...meal,
      entries: meal.entries.map((entry) => (entry.id === after.id ? after : entry)),
    })),
  };
};

const holds = ({ meals }: Day, { id }: FoodEntry): boolean =>
  meals.some(({ entries }) => entries.some((entry) => entry.id === id));

const withoutPlan = <D extends Day>(day: D, { id }: FoodEntry): D =>
  day.plans.some((plan) => plan.id === id)
    ? { ...day, plans: day.plans.filter((plan) => plan.id !== id) }
    : day;

/** A plan that was eaten becomes an entry and is removed from the plans. */
const withPlan = <D extends Day>(day: D, plan: FoodEntry): D =>
  plan.date !== day.date || holds(day, plan) || day.plans.some(({ id }) => id === plan.id)
    ? day
    : { ...day, plans: [...day.plans, plan] };

const withChange = <D extends Day>(day: D, change: DayChange | BatchStep): D => {
  switch (change.kind) {
    case "batch":
      return change.steps.reduce<D>(withChange, day);
    case "copy":
      return withEntry(day, change.after);
    case "put": {
      const held = day.meals.flatMap(({ entries }) => entries).find(({ id }) => id === change.after.id);
      return held ? replaced(day, held, change.after) : withEntry(day, change.after);
    }
    case "remove":
      return without(day, change.entry);
    case "restore":
      return withEntry(day, change.entry);
    case "move": {
      const held = day.meals.flatMap(({ entries }) => entries).find(({ id }) => id === change.entry.id);
      return held
        ? replaced(day, held, { ...held, ...change.to })
        : withEntry(day, { ...change.entry, ...change.to });
    }
    case "take":
      return withDose(day, change.dose, true);
    case "untake":
      return withDose(day, change.dose, false);
    case "plan":
      return withPlan(day, change.plan);
    case "unplan":
      return withoutPlan(day, change.plan);
    case "replace":
    case "put-back":
      return day;
    case "mark":
      return change.date === day.date ? { ...day, mark: change.to } : day;
    default:
      // What another version of the application has kept.
      return day;
  }
};

/** The day with its minerals summed anew over the entries that it holds now. */
const withSums = <D extends Day>(day: D): D => {
  const entries = [
    ...day.meals.flatMap((meal) => meal.entries),
    ...day.doses.flatMap(({ taken, entry }) => (taken ? [entry] : [])),
  ];
  return {
    ...day,
    minerals: day.minerals.map(({ prescribed: _, ...reference }) => ({
      ...reference,
      ...sumMineral(reference, entries),
    })),
  };
};

/**
 * The day as it will be once the server has saved the change, by the same sum as the server's. Applying a change that
 * the day already holds leaves the day as it is, so a page that was read again while a change was under way never
 * counts an entry twice.
 */
export const applyChange = <D extends Day>(day: D, change: DayChange): D => {
  const changed = withChange(day, change);
  return changed.meals === day.meals && changed.doses === day.doses ? changed : withSums(changed);
};

/** The ids of the entries that a change puts, brings back or moves; none of what is no change of the diary. */
export const entriesIn = (change: unknown): readonly string[] => {
  const known = change as DayChange | BatchStep | null;
  switch (known?.kind) {
    case "batch":
      return known.steps.flatMap(entriesIn);
    case "put":
    case "copy":
      return [known.after.id];
    case "restore":
    case "move":
      return [known.entry.id];
    default:
      return [];
  }
};
