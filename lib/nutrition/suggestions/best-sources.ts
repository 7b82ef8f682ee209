import absorption from "@/data/reference/absorption.json";
import { phytateMolarRatio, zincAvailabilityAt } from "../bioavailability/phytate";
import { forGrams } from "../composition";
import { dailyValue } from "../label";
import { MINERALS, type Mineral } from "../nutrients";
import type { Gates } from "../safety/gates";
import { canSuggestIncrease } from "../safety/may";
import type { Candidate, PickKind } from "./candidates";
import { isVariableSelenium, MAX_ENTRY_GRAMS, MAX_KCAL } from "./objective";
import {
  type Diet,
  type Exclusion,
  isAvoided,
  isHighInMercury,
  unwantedContents,
  withinCaps,
} from "./permitted";
import type { Need } from "./request";

/*
 * Which foods hold most of one mineral, per realistic portion and per 100 kcal. Says nothing of a day: what would
 * close today's gaps is for `suggest`, under the same diets, exclusions and conditions.
 */

/** A food as it is usually eaten; the portion of the {@link Candidate} is `count` of what its label names. */
export type SourceFood = Candidate & {
  /** Foods of one family are one food in other forms; a list shows one of them. */
  readonly family: string;
  readonly count: number;
  /** How far the name is from what people say; of forms that hold alike the lowest is shown. */
  readonly plainness: number;
  /** Typical mg of phytic acid per 100 g; null unknown. */
  readonly phytateMg: number | null;
};

export type PreparedSources = {
  /** In the order of their ids, whatever order they came in. */
  readonly foods: readonly SourceFood[];
  /** What a portion holds by food, a column a mineral; NaN is unknown. */
  readonly minerals: { readonly [M in Mineral]: Float64Array };
  /** Energy of a portion, kcal; NaN is unknown. */
  readonly kcal: Float64Array;
  readonly families: Int32Array;
  readonly familyCount: number;
};

export const SOURCE_ORDERS = ["portion", "energy"] as const;
export type SourceOrder = (typeof SOURCE_ORDERS)[number];

export type SourceRequest = {
  readonly mineral: Mineral;
  readonly by: SourceOrder;
  readonly diet: Diet;
  readonly exclusions: readonly Exclusion[];
  readonly gates: Gates;
  readonly need: Need;
};

/** What to know of a food as a source of the mineral, the most important first. */
export type SourceNote =
  /** One portion holds more than the upper limit of a day, where that limit counts food. */
  | "above-limit"
  /** Selenium varies widely from nut to nut. */
  | "selenium-varies"
  /** Oxalate holds back most of the calcium. */
  | "calcium-bound"
  /** Rich in phytate beside this much zinc or iron. */
  | "phytate";

export type Source = {
  readonly food: SourceFood;
  /** In one portion, not rounded. */
  readonly amount: number;
  /** In as much of the food as has 100 kcal; null where its energy is unknown or 0. */
  readonly per100Kcal: number | null;
  readonly energyKcal: number | null;
  /** The kind of pick of the article it is. */
  readonly pick: PickKind | null;
  /** A pick that is a rich source, and whose calcium counts: these come first. */
  readonly first: boolean;
  readonly notes: readonly SourceNote[];
};

export type BestSources = {
  readonly items: readonly Source[];
  /** Plain foods that diet, exclusions and conditions leave. */
  readonly permitted: number;
  /** Those of them that the table has no value for: not ranked, and not 0. */
  readonly unknown: number;
};

/** Share of the US daily value that makes a portion a good and a rich source (21 CFR 101.54(b) and (c)). */
export const GOOD_SOURCE = 0.1;
export const RICH_SOURCE = 0.2;
/** Forms of a food that come this near to the richest hold alike; the plainest is shown. Our choice. */
const ALIKE = 0.9;

const NO_NUMBER = Number.NaN;

/**
 * Works out once what every request needs. Fish that pregnant women are told to leave out for their mercury is praised
 * to nobody, and left out here. The result holds nothing about a person, so one serves everybody.
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
  const numbers = new Map<string, number>();
  for (const [i, { foodId, portionGrams, per100g, family }] of foods.entries()) {
    if (!(portionGrams > 0)) throw new RangeError(`A portion must weigh more than 0 g: ${foodId}`);
    if (foods[i - 1]?.foodId === foodId) throw new RangeError(`The same food comes twice: ${foodId}`);
    const portion = forGrams(per100g, portionGrams);
    for (const mineral of MINERALS) minerals[mineral][i] = portion[mineral] ?? NO_NUMBER;
    kcal[i] = portion.energy ?? NO_NUMBER;
    const number = numbers.get(family) ?? numbers.size;
    numbers.set(family, number);
    families[i] = number;
  }
  return { foods, minerals, kcal, families, familyCount: numbers.size };
};

/** Whether a food holds much phytate beside its zinc or iron, by the ratios that absorption is judged with. */
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

const notesOf = (food: SourceFood, amount: number, mineral: Mineral, { ul, ulScope }: Need): SourceNote[] => {
  const notes: SourceNote[] = [];
  if (ul !== null && ulScope === "total" && amount > ul) notes.push("above-limit");
  if (mineral === "selenium" && isVariableSelenium(food.per100g.selenium)) notes.push("selenium-varies");
  if (mineral === "calcium" && food.highOxalate) notes.push("calcium-bound");
  if (isRichInPhytate(food, mineral)) notes.push("phytate");
  return notes;
};

/** Whether diet, exclusions, conditions and what is realistic at one sitting leave a food. */
const permits = (
  { foods, kcal }: PreparedSources,
  { diet, exclusions, gates }: SourceRequest,
): ((i: number) => boolean) => {
  const unwanted = [...unwantedContents(diet, exclusions)];
  const avoids = gates.avoid.size > 0;
  return (i) => {
    const food = foods[i] as SourceFood;
    if (food.portionGrams > MAX_ENTRY_GRAMS || (kcal[i] as number) > MAX_KCAL) return false;
    if (unwanted.some((content) => food.contains[content] !== false)) return false;
    if (avoids && isAvoided(food, gates)) return false;
    return gates.caps.size === 0 || withinCaps(forGrams(food.per100g, food.portionGrams), gates);
  };
};

/**
 * The good sources of a mineral among the foods a person eats: those of which a portion holds a tenth of the daily
 * value, one line a family, by what the portion or 100 kcal hold. The article's picks that are rich sources come first,
 * but for calcium that oxalate holds back. Known amounts only. Equal amounts are in the order of the ids, so the same
 * request has the same answer. Empty where the mineral is not to be spoken of.
 */
export const bestSources = (prepared: PreparedSources, request: SourceRequest): BestSources => {
  const { mineral, by, gates, need } = request;
  if (!canSuggestIncrease(gates, mineral)) return { items: [], permitted: 0, unknown: 0 };
  const { foods, kcal, families, familyCount } = prepared;
  const amounts = prepared.minerals[mineral];
  const daily = dailyValue("us", mineral);
  if (daily === null) throw new RangeError(`There is no daily value of ${mineral}`);
  const isPermitted = permits(prepared, request);
  let permitted = 0;
  let unknown = 0;
  /** Amount by food, where it is permitted, known and makes a good source. */
  const good = new Float64Array(foods.length).fill(NO_NUMBER);
  const most = new Float64Array(familyCount);
  for (let i = 0; i < foods.length; i++) {
    if (!isPermitted(i)) continue;
    permitted++;
    const amount = amounts[i] as number;
    // Without energy nothing can be said of 100 kcal.
    if (Number.isNaN(amount) || (by === "energy" && !((kcal[i] as number) > 0))) {
      unknown++;
      continue;
    }
    if (amount < GOOD_SOURCE * daily) continue;
    good[i] = amount;
    const family = families[i] as number;
    most[family] = Math.max(most[family] as number, amount);
  }
  // Of both orders the same form: the one whose usual portion holds most.
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
      notes: notesOf(food, amount, mineral, need),
    };
  });
  return { items, permitted, unknown };
};
