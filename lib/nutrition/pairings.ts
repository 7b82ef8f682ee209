import { MIN_COVERAGE } from "./adequacy";
import { HELPFUL_VITAMIN_C_MG, MUCH_CALCIUM_MG, shareReporting } from "./bioavailability/iron";
import type { Composition } from "./composition";
import type { LocalDate } from "./dates";
import type { NutrientId } from "./nutrients";
import { SAFETY } from "./safety/table";

/*
 * Combinations of foods and supplements that affect absorption, counted in meals and days. The counts describe the
 * diary, not how much a person absorbs.
 */

// --- Meals with plant iron ----------------------------------------------------------------------------------

/** One food of a meal. */
export type PairItem = {
  readonly name: string;
  readonly amounts: Composition;
  /** Whether its iron is plant iron; null where unknown, as for a dish that may contain meat. */
  readonly plant: boolean | null;
  readonly teaOrCoffee: boolean;
};

/** Plant iron of a meal, mg, from which the meal is counted. Our choice: coffee alone contains a trace of iron. */
export const PLANT_IRON_FROM_MG = 1;

/** Fewest meals for a statement on a habit. Our choice. */
export const MIN_MEALS_FOR_A_PATTERN = 3;

/** Number of meals for which something holds, and of those for which it is unknown. */
export type MealCount = { readonly meals: number; readonly open: number };

/** A food and the number of meals in which it was the largest source. */
export type NamedCount = { readonly name: string; readonly meals: number };

export type PlantIronMeals = {
  /** Meals with {@link PLANT_IRON_FROM_MG} or more of plant iron. */
  readonly meals: number;
  /** Meals for which that is unknown. */
  readonly open: number;
  /** Of `meals`, those with 25 mg of vitamin C or more. */
  readonly vitaminC: MealCount;
  /** The largest source of vitamin C in each of those; the most frequent first. */
  readonly vitaminCFrom: readonly NamedCount[];
  readonly teaOrCoffee: number;
  /** Of `meals`, those with 300 mg of calcium or more. */
  readonly muchCalcium: MealCount;
  /** The largest source of iron in each meal with less vitamin C; the most frequent first. */
  readonly ironWithoutVitaminC: readonly NamedCount[];
};

type Amounts = { readonly [N in NutrientId]?: number | null };

/** Sum of the known amounts, 0 when none is known. */
const knownSum = (items: readonly { readonly amounts: Amounts }[], nutrient: NutrientId): number =>
  items.flatMap(({ amounts }) => amounts[nutrient] ?? []).reduce((sum: number, amount) => sum + amount, 0);

type Known = "yes" | "no" | "open";

/** Whether a meal contains an amount: "no" only where foods without a value give a fifth of its energy or less. */
const reaches = (items: readonly PairItem[], nutrient: NutrientId, amount: number): Known => {
  if (knownSum(items, nutrient) >= amount) return "yes";
  return shareReporting(items, ({ amounts }) => amounts[nutrient] !== null) < MIN_COVERAGE ? "open" : "no";
};

/** Whether a meal has enough plant iron: open where foods that may be plants, or lack a value, could provide it. */
const hasPlantIron = (items: readonly PairItem[]): Known => {
  const plants = items.filter(({ plant }) => plant === true);
  if (knownSum(plants, "iron") >= PLANT_IRON_FROM_MG) return "yes";
  const possible = items.filter(({ plant }) => plant !== false);
  const may =
    knownSum(possible, "iron") >= PLANT_IRON_FROM_MG || possible.some(({ amounts }) => amounts.iron === null);
  return may ? "open" : "no";
};

/** The food with the largest known amount of a nutrient. */
const mostOf = (items: readonly PairItem[], nutrient: NutrientId): string | null => {
  let most: { name: string; amount: number } | null = null;
  for (const { name, amounts } of items) {
    const amount = amounts[nutrient];
    if (amount !== null && amount > 0 && (most === null || amount > most.amount)) most = { name, amount };
  }
  return most === null ? null : most.name;
};

const byFrequency = (names: readonly (string | null)[]): NamedCount[] => {
  const counts = new Map<string, number>();
  for (const name of names) {
    if (name === null) continue;
    const before = counts.get(name);
    counts.set(name, before === undefined ? 1 : before + 1);
  }
  return [...counts].map(([name, meals]) => ({ name, meals })).toSorted((a, b) => b.meals - a.meals);
};

const countOf = (found: readonly Known[]): MealCount => ({
  meals: found.filter((known) => known === "yes").length,
  open: found.filter((known) => known === "open").length,
});

/** Meals with plant iron, and how many of them also contained vitamin C, tea or coffee, or much calcium. */
export const plantIronMeals = (meals: readonly (readonly PairItem[])[]): PlantIronMeals => {
  const found = meals.map((items) => ({ items, iron: hasPlantIron(items) }));
  const withIron = found.flatMap(({ items, iron }) =>
    iron === "yes" ? [{ items, vitaminC: reaches(items, "vitaminC", HELPFUL_VITAMIN_C_MG) }] : [],
  );
  const having = (known: Known) =>
    withIron.filter(({ vitaminC }) => vitaminC === known).map(({ items }) => items);
  return {
    meals: withIron.length,
    open: found.filter(({ iron }) => iron === "open").length,
    vitaminC: countOf(withIron.map(({ vitaminC }) => vitaminC)),
    vitaminCFrom: byFrequency(having("yes").map((items) => mostOf(items, "vitaminC"))),
    teaOrCoffee: withIron.filter(({ items }) => items.some(({ teaOrCoffee }) => teaOrCoffee)).length,
    muchCalcium: countOf(withIron.map(({ items }) => reaches(items, "calcium", MUCH_CALCIUM_MG))),
    ironWithoutVitaminC: byFrequency(
      having("no").map((items) =>
        mostOf(
          items.filter(({ plant }) => plant === true),
          "iron",
        ),
      ),
    ),
  };
};

// --- Supplements taken on the same day ----------------------------------------------------------------------

/** A supplement dose. Amounts that are absent or null are unknown and not counted. */
export type TakenDose = {
  readonly date: LocalDate;
  /** HH:MM; null when the time is unknown. */
  readonly time: string | null;
  readonly amounts: Amounts;
};

/** Days on which two nutrients were taken as supplements. */
export type TabletDays = {
  /** Days with each of the nutrients. */
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** Of `both`: days with both in one product, or within two hours. */
  readonly together: number;
  readonly apart: number;
  /** Of `both`: days for which the times are unknown. */
  readonly unsaid: number;
};

/** Doses within this many minutes count as one sitting. Our choice, about the length of a meal. */
const TOGETHER_WITHIN_MIN = 120;

/** Iron of a sitting, mg, from which it can reduce zinc absorption (IOM 2001). */
export const IRON_AGAINST_ZINC_MG = SAFETY.pairThresholds.zincWithIronFromMgIron.value;

const minutesOf = (time: string): number => {
  const [hours, minutes] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
};

const byDay = (doses: readonly TakenDose[]): TakenDose[][] => {
  const days = new Map<LocalDate, TakenDose[]>();
  for (const dose of doses) {
    const day = days.get(dose.date);
    if (day) day.push(dose);
    else days.set(dose.date, [dose]);
  }
  return [...days.values()];
};

/** The doses of a day grouped by sitting. A dose without a time is a sitting of its own. */
const sittingsOf = (doses: readonly TakenDose[]): TakenDose[][] => {
  const timed = new Map<string, TakenDose[]>();
  for (const dose of doses) {
    if (dose.time === null) continue;
    const sitting = timed.get(dose.time);
    if (sitting) sitting.push(dose);
    else timed.set(dose.time, [dose]);
  }
  return [...timed.values(), ...doses.filter(({ time }) => time === null).map((dose) => [dose])];
};

type Wanted = {
  readonly nutrient: NutrientId;
  /** Least amount per sitting that counts, in the nutrient's unit; absent: any amount above 0. */
  readonly from?: number;
};

/** Days on which two nutrients were taken as supplements, and whether in one sitting as far as times are known. */
export const tabletDays = (doses: readonly TakenDose[], first: Wanted, second: Wanted): TabletDays => {
  const counts = { first: 0, second: 0, both: 0, together: 0, apart: 0, unsaid: 0 };
  for (const day of byDay(doses)) {
    const sittings = sittingsOf(day).map((sitting) => ({ time: sitting[0]?.time ?? null, sitting }));
    const holding = ({ nutrient, from = 0 }: Wanted) =>
      sittings.filter(({ sitting }) => {
        const amount = knownSum(sitting, nutrient);
        return amount > 0 && amount >= from;
      });
    const [ones, others] = [holding(first), holding(second)];
    if (ones.length > 0) counts.first += 1;
    if (others.length > 0) counts.second += 1;
    if (ones.length === 0 || others.length === 0) continue;
    counts.both += 1;
    const pairs = ones.flatMap((one) => others.map((other) => [one, other] as const));
    const close = pairs.map(([one, other]) =>
      one === other
        ? true
        : one.time === null || other.time === null
          ? null
          : Math.abs(minutesOf(one.time) - minutesOf(other.time)) <= TOGETHER_WITHIN_MIN,
    );
    if (close.includes(true)) counts.together += 1;
    else if (close.includes(null)) counts.unsaid += 1;
    else counts.apart += 1;
  }
  return counts;
};

/** Zinc from supplements, mg a day, that lowered copper status within weeks (Yadrick 1989; claim zinc-copper). */
export const HIGH_ZINC_MG = 50;

/** Days with high zinc from which it is mentioned. Our choice: two weeks. */
export const HIGH_ZINC_DAYS = 14;

/** Days with {@link HIGH_ZINC_MG} or more of zinc from supplements. The caller leaves out prescribed doses. */
export const highZincDays = (doses: readonly TakenDose[]): number =>
  byDay(doses).filter((day) => knownSum(day, "zinc") >= HIGH_ZINC_MG).length;
