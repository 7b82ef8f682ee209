import absorption from "@/data/reference/absorption.json";
import { phytateMolarRatio, zincAvailabilityAt } from "../bioavailability/phytate";
import { type Composition, forGrams } from "../composition";
import { dailyValue } from "../label";
import { MINERALS, type Mineral } from "../nutrients";
import type { Gates } from "../safety/gates";
import { canSuggestIncrease } from "../safety/permissions";
import type { Candidate, PickKind } from "./candidates";
import { isHighInMercury } from "./food-kinds";
import { isVariableSelenium, MAX_ENTRY_GRAMS, MAX_KCAL } from "./objective";
import { type FoodPerson, ruledOut } from "./ruled-out";
import type { SourceOrder } from "./source-orders";

/*
 * The foods with most of one mineral per usual portion or per 100 kcal, independent of a day. `suggest` answers the
 * gaps of a day; diets, exclusions and conditions are the same.
 */

/** A food in its usual portion: `count` of the measure that the {@link Candidate}'s label names. */
export type SourceFood = Candidate & {
  /** Forms of the same food share a family; a list shows one of them. */
  readonly family: string;
  readonly count: number;
  /** Distance of the name from everyday words; of forms with similar amounts the one with the lowest value is shown. */
  readonly plainness: number;
  /** Typical phytic acid, mg per 100 g; null unknown. */
  readonly phytateMg: number | null;
};

export type PreparedSources = {
  /** Sorted by id. */
  readonly foods: readonly SourceFood[];
  /** Composition of the portion of each food. */
  readonly portions: readonly Composition[];
  /** Amount per portion of each food, by mineral; NaN is unknown. */
  readonly minerals: { readonly [M in Mineral]: Float64Array };
  /** Energy of a portion, kcal; NaN is unknown. */
  readonly kcal: Float64Array;
  readonly families: Int32Array;
  readonly familyCount: number;
};

export type SourceRequest = FoodPerson & {
  readonly mineral: Mineral;
  readonly by: SourceOrder;
  readonly gates: Gates;
};

/** Notes on a food as a source of the mineral, most important first. */
export type SourceNote =
  /** Selenium varies widely between samples. */
  | "selenium-varies"
  /** Most of the calcium is bound by oxalate. */
  | "calcium-bound"
  /** High phytate relative to zinc or iron. */
  | "phytate";

export type Source = {
  readonly food: SourceFood;
  /** Amount per portion, not rounded. */
  readonly amount: number;
  /** Amount per 100 kcal; null where the energy is unknown or 0. */
  readonly per100Kcal: number | null;
  readonly energyKcal: number | null;
  /** Kind of the article's pick; null for other foods. */
  readonly pick: PickKind | null;
  /** A pick that is a rich source and not high in oxalate (for calcium); listed first. */
  readonly first: boolean;
  readonly notes: readonly SourceNote[];
};

export type BestSources = {
  readonly items: readonly Source[];
  /** Number of plain foods that diet, exclusions and conditions permit. */
  readonly permitted: number;
  /** Of these, the number without a value for the mineral: not ranked, and not taken as 0. */
  readonly unknown: number;
};

/** Shares of the US daily value from which a portion is a good and a rich source (21 CFR 101.54(b) and (c)). */
export const GOOD_SOURCE = 0.1;
export const RICH_SOURCE = 0.2;
/** Forms of a food with at least this share of the richest form's amount count as similar. Our choice. */
const ALIKE = 0.9;

const NO_NUMBER = Number.NaN;

/**
 * Precomputes what all requests share. Fish that pregnant women should avoid for its mercury is recommended to nobody
 * and left out here. The result contains nothing personal and can be reused for everyone.
 * @throws RangeError for a portion that does not weigh more than 0 g, or an id that comes twice.
 */
export const prepareSources = (input: readonly SourceFood[]): PreparedSources => {
  const foods = input
    .filter((food) => !isHighInMercury(food))
    .sort((a, b) => (a.foodId < b.foodId ? -1 : a.foodId > b.foodId ? 1 : 0));
  const minerals = Object.fromEntries(
    MINERALS.map((mineral) => [mineral, new Float64Array(foods.length)]),
  ) as { readonly [M in Mineral]: Float64Array };
  const kcal = new Float64Array(foods.length);
  const families = new Int32Array(foods.length);
  const portions: Composition[] = [];
  const numbers = new Map<string, number>();
  for (const [i, { foodId, portionGrams, per100g, family }] of foods.entries()) {
    if (!(portionGrams > 0)) throw new RangeError(`A portion must weigh more than 0 g: ${foodId}`);
    if (foods[i - 1]?.foodId === foodId) throw new RangeError(`The same food comes twice: ${foodId}`);
    const portion = forGrams(per100g, portionGrams);
    portions.push(portion);
    for (const mineral of MINERALS) minerals[mineral][i] = portion[mineral] ?? NO_NUMBER;
    kcal[i] = portion.energy ?? NO_NUMBER;
    const number = numbers.get(family) ?? numbers.size;
    numbers.set(family, number);
    families[i] = number;
  }
  return { foods, portions, minerals, kcal, families, familyCount: numbers.size };
};

/** Whether a food is high in phytate relative to its zinc or iron, by the ratios of the absorption models. */
const isRichInPhytate = ({ per100g, phytateMg }: SourceFood, mineral: Mineral): boolean => {
  if (mineral !== "zinc" && mineral !== "iron") return false;
  const milligrams = per100g[mineral];
  if (phytateMg === null || milligrams === null) return false;
  const ratio = phytateMolarRatio(mineral, phytateMg, milligrams);
  if (ratio === null) return false;
  return mineral === "zinc"
    ? zincAvailabilityAt(ratio) === "low"
    : ratio > absorption.ironInhibitors.phytateIronWithoutEnhancers.ratio;
};

const notesOf = (food: SourceFood, mineral: Mineral): SourceNote[] => {
  const notes: SourceNote[] = [];
  if (mineral === "selenium" && isVariableSelenium(food.per100g.selenium)) notes.push("selenium-varies");
  if (mineral === "calcium" && food.highOxalate) notes.push("calcium-bound");
  if (isRichInPhytate(food, mineral)) notes.push("phytate");
  return notes;
};

/** Whether nothing rules a food out for the person, and its portion is not larger than a realistic one. */
const permits = (
  { foods, portions, kcal }: PreparedSources,
  request: SourceRequest,
): ((i: number) => boolean) => {
  return (i) => {
    const food = foods[i] as SourceFood;
    if (food.portionGrams > MAX_ENTRY_GRAMS || (kcal[i] as number) > MAX_KCAL) return false;
    return ruledOut(food, request, portions[i] as Composition) === null;
  };
};

/**
 * Good sources of a mineral among the permitted foods: those with a tenth of the daily value or more per portion, one
 * per family, ordered by amount per portion or per 100 kcal. The article's picks that are rich sources come first,
 * except, for calcium, those high in oxalate. Known amounts only; ties are ordered by id. Empty where the mineral is
 * switched off.
 */
export const bestSources = (prepared: PreparedSources, request: SourceRequest): BestSources => {
  const { mineral, by, gates } = request;
  if (!canSuggestIncrease(gates, mineral)) return { items: [], permitted: 0, unknown: 0 };
  const { foods, kcal, families, familyCount } = prepared;
  const amounts = prepared.minerals[mineral];
  const daily = dailyValue("us", mineral);
  if (daily === null) throw new RangeError(`There is no daily value of ${mineral}`);
  const isPermitted = permits(prepared, request);
  let permitted = 0;
  let unknown = 0;
  /** Amount of each food that is permitted, known and a good source. */
  const good = new Float64Array(foods.length).fill(NO_NUMBER);
  const most = new Float64Array(familyCount);
  for (let i = 0; i < foods.length; i++) {
    if (!isPermitted(i)) continue;
    permitted++;
    const amount = amounts[i] as number;
    // The order by 100 kcal needs an energy above 0.
    if (Number.isNaN(amount) || (by === "energy" && !((kcal[i] as number) > 0))) {
      unknown++;
      continue;
    }
    if (amount < GOOD_SOURCE * daily) continue;
    good[i] = amount;
    const family = families[i] as number;
    most[family] = Math.max(most[family] as number, amount);
  }
  // In both orders the same form represents a family: the one with most per usual portion.
  const shown = new Int32Array(familyCount).fill(-1);
  for (let i = 0; i < foods.length; i++) {
    const family = families[i] as number;
    if (!((good[i] as number) >= ALIKE * (most[family] as number))) continue;
    const before = shown[family] as number;
    if (before < 0 || (foods[i] as SourceFood).plainness < (foods[before] as SourceFood).plainness)
      shown[family] = i;
  }
  const lines = Array.from(shown).filter((i) => i >= 0);
  const firsts = new Set(
    lines.filter((i) => {
      const { pick, highOxalate } = foods[i] as SourceFood;
      const counts = !(mineral === "calcium" && highOxalate);
      return pick !== null && counts && (amounts[i] as number) >= RICH_SOURCE * daily;
    }),
  );
  const worth = (i: number): number =>
    by === "portion" ? (amounts[i] as number) : (amounts[i] as number) / (kcal[i] as number);
  lines.sort((a, b) => Number(firsts.has(b)) - Number(firsts.has(a)) || worth(b) - worth(a) || a - b);
  const items = lines.map((i): Source => {
    const food = foods[i] as SourceFood;
    const [amount, energy] = [amounts[i] as number, kcal[i] as number];
    return {
      food,
      amount,
      per100Kcal: energy > 0 ? (amount / energy) * 100 : null,
      energyKcal: Number.isNaN(energy) ? null : energy,
      pick: food.pick,
      first: firsts.has(i),
      notes: notesOf(food, mineral),
    };
  });
  return { items, permitted, unknown };
};
