import { MIN_COVERAGE } from "./adequacy";
import { HELPFUL_VITAMIN_C_MG, MUCH_CALCIUM_MG, shareReporting } from "./bioavailability/iron";
import type { Composition } from "./composition";
import type { LocalDate } from "./dates";
import type { NutrientId } from "./nutrients";
import { SAFETY } from "./safety/table";

/*
 * What was eaten or taken beside what, counted in meals and days. A count says what is in the diary and nothing of
 * how much a person absorbs.
 */

// --- Iron from plants, and what came with it ----------------------------------------------------------------

/** One food of a meal. */
export type PairItem = {
  readonly name: string;
  readonly amounts: Composition;
  /** Whether its iron is that of plants; null where that is not known, as of a dish that may hold meat. */
  readonly plant: boolean | null;
  readonly teaOrCoffee: boolean;
};

/** Iron from plants that makes a meal worth looking at, mg. Our choice: a cup of coffee holds a trace of iron too. */
export const PLANT_IRON_FROM_MG = 1;

/** Fewer meals than these say nothing of a habit. Our choice. */
export const MIN_MEALS_FOR_A_PATTERN = 3;

/** In how many meals something was, and in how many that is not known. */
export type MealCount = { readonly meals: number; readonly open: number };

/** A food and the number of meals it stood out in. */
export type NamedCount = { readonly name: string; readonly meals: number };

export type PlantIronMeals = {
  /** Meals with iron from plants, {@link PLANT_IRON_FROM_MG} or more. */
  readonly meals: number;
  /** Meals that may have been such: their foods do not say. */
  readonly open: number;
  /** With 25 mg of vitamin C or more. */
  readonly vitaminC: MealCount;
  /** The food that brought most of that vitamin C, the most frequent first. */
  readonly vitaminCFrom: readonly NamedCount[];
  readonly teaOrCoffee: number;
  /** With 300 mg of calcium or more. */
  readonly muchCalcium: MealCount;
  /** The food that brought most of the iron of meals without that much vitamin C, the most frequent first. */
  readonly ironWithoutVitaminC: readonly NamedCount[];
};

type Amounts = { readonly [N in NutrientId]?: number | null };

/** The sum of what is known; of nothing known it is 0, which passes no threshold. */
const knownSum = (items: readonly { readonly amounts: Amounts }[], nutrient: NutrientId): number =>
  items.flatMap(({ amounts }) => amounts[nutrient] ?? []).reduce((sum: number, amount) => sum + amount, 0);

type Known = "yes" | "no" | "open";

/** Whether a meal reaches an amount: "no" only where the foods that do not say give a fifth of its energy or less. */
const reaches = (items: readonly PairItem[], nutrient: NutrientId, amount: number): Known => {
  if (knownSum(items, nutrient) >= amount) return "yes";
  return shareReporting(items, ({ amounts }) => amounts[nutrient] !== null) < MIN_COVERAGE ? "open" : "no";
};

/** Whether plants gave a meal enough iron: open where a food that may be a plant, or an unknown amount, could do it. */
const hasPlantIron = (items: readonly PairItem[]): Known => {
  const plants = items.filter(({ plant }) => plant === true);
  if (knownSum(plants, "iron") >= PLANT_IRON_FROM_MG) return "yes";
  const possible = items.filter(({ plant }) => plant !== false);
  const may =
    knownSum(possible, "iron") >= PLANT_IRON_FROM_MG || possible.some(({ amounts }) => amounts.iron === null);
  return may ? "open" : "no";
};

/** The food that brought most of a nutrient, of those that say. */
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

/** The meals with iron from plants, and in how many of them vitamin C, tea or coffee, or much calcium came with it. */
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

// --- Supplements taken beside each other --------------------------------------------------------------------

/** A dose as it was taken. Amounts that are not named, or null, are unknown and count nowhere. */
export type TakenDose = {
  readonly date: LocalDate;
  /** HH:MM; null where nobody said when. */
  readonly time: string | null;
  readonly amounts: Amounts;
};

/** Days on which two nutrients were taken as supplements. */
export type TabletDays = {
  /** Days with the one, and with the other. */
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** Of `both`: in one product, or within two hours of each other. */
  readonly together: number;
  readonly apart: number;
  /** Of `both`: without the times that would tell. */
  readonly unsaid: number;
};

/** Doses this close, in minutes, may meet in the gut. Our choice, about a meal's time. */
const TOGETHER_WITHIN_MIN = 120;

/** mg of iron in a sitting from which it can hold zinc back (IOM 2001). */
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

/** The doses of a day by sitting; without a time nobody knows what was taken together, so each stands alone. */
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
  /** Least amount of a sitting that counts, in the nutrient's unit; anything above 0 when left out. */
  readonly from?: number;
};

/** On how many days two nutrients were taken as supplements, and whether in one sitting as far as the times tell. */
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

/** mg of zinc a day from supplements that lowered copper within weeks (Yadrick 1989; the claim zinc-copper). */
export const HIGH_ZINC_MG = 50;

/** Days from which it is a matter of weeks. Our choice: two of them. */
export const HIGH_ZINC_DAYS = 14;

/** Days with {@link HIGH_ZINC_MG} or more of zinc from supplements; what a doctor prescribed must be left out before. */
export const highZincDays = (doses: readonly TakenDose[]): number =>
  byDay(doses).filter((day) => knownSum(day, "zinc") >= HIGH_ZINC_MG).length;
