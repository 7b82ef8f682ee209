import absorption from "@/data/reference/absorption.json";
import type { FoodDescriptor } from "../food-kind";

/*
 * Calcium: how much of it the food lets go, against milk, and how the dose of a sitting matters. Targets already
 * allow for what an ordinary diet absorbs, so intakes are never multiplied with a fraction and then compared.
 */

const LOAD = absorption.calciumByLoad;

/**
 * Fraction of the calcium of one sitting that is absorbed from milk or the like: 0.889 − 0.0964·ln(mg)
 * (Weaver 1999 after Heaney 1990). Made for 15–500 mg; smaller loads get the value at 15 mg, larger ones are
 * extrapolated to 1000 mg and keep that value beyond.
 * @param loadMg calcium of the sitting, mg, above 0.
 */
export const calciumFraction = (loadMg: number): number => {
  if (!(Number.isFinite(loadMg) && loadMg > 0))
    throw new RangeError(`A load must be above 0 mg, got ${loadMg}`);
  return LOAD.intercept + LOAD.slope * Math.log(Math.min(Math.max(loadMg, LOAD.fromMg), LOAD.toMg));
};

/** Foods by how their calcium is absorbed. */
export type CalciumClass =
  | "milk-like"
  | "low-oxalate-green"
  | "pulse"
  | "nut-or-seed"
  | "high-oxalate"
  | "other";

/**
 * Calcium absorbed from a food relative to as much calcium from milk (1 = as from milk). Null for the foods nobody
 * measured ("other").
 */
export const relativeAbsorbability = (calciumClass: CalciumClass): number | null =>
  absorption.calciumClasses.find((row) => row.class === calciumClass)?.factor ?? null;

const GREENS =
  /^(kale|broccoli|cabbage|collards|mustard greens|turnip greens|pak-choi|bok choy|brussels sprouts)\b/i;
const HIGH_OXALATE =
  /^(spinach|new zealand spinach|chard|beet greens|rhubarb|purslane|amaranth leaves|sorrel|taro leaves)\b/i;
const SOY_LIKE_MILK =
  /\btofu\b.*\bcalcium sulfate\b|\bwith added calcium\b|\bcalcium.fortified\b|\benriched with calcium\b/i;

/** Whether so much oxalate sits beside a food's calcium that little of it gets through: spinach is not milk. */
const isHighOxalate = (food: FoodDescriptor): boolean =>
  food.highOxalate === undefined ? HIGH_OXALATE.test(food.name) : food.highOxalate;

/** The class of a food, from its name and group. Mixed dishes and everything unmeasured are "other". */
export const calciumClassOf = (food: FoodDescriptor): CalciumClass => {
  if (isHighOxalate(food)) return "high-oxalate";
  if (SOY_LIKE_MILK.test(food.name)) return "milk-like";
  switch (food.group) {
    case "dairyEgg":
      return /^eggs?\b/i.test(food.name) ? "other" : "milk-like";
    case "vegetables":
      return GREENS.test(food.name) ? "low-oxalate-green" : "other";
    case "legumes":
      return /^(beans|broadbeans|chickpeas|cowpeas|lentils|lima beans|lupins|mung|peas|pigeon|soybeans|refried|hummus)/i.test(
        food.name,
      )
        ? "pulse"
        : "other";
    case "nutsSeeds":
      return "nut-or-seed";
    default:
      return "other";
  }
};

export type CalciumItem = {
  readonly food: FoodDescriptor;
  /** mg in the portion; null unknown. */
  readonly calciumMg: number | null;
};

/** Where a day's calcium comes from, as absorbed against milk. mg; lower bounds over the foods that report calcium. */
export type CalciumQuality = {
  readonly totalMg: number | null;
  /** The same calcium as mg of milk calcium that would be absorbed alike; unmeasured foods count as milk does. */
  readonly milkEquivalentMg: number | null;
  /** Part of the total from foods nobody measured. */
  readonly unmeasuredMg: number;
  /** Part of the total from foods rich in oxalate, and their names as given, most calcium first. */
  readonly highOxalateMg: number;
  readonly highOxalateFoods: readonly string[];
  readonly known: number;
  readonly entries: number;
};

/** How well the calcium of some foods is absorbed, relative to milk. For explanation: amounts and targets stay. */
export const calciumQualityOf = (items: readonly CalciumItem[]): CalciumQuality => {
  let total = 0;
  let equivalent = 0;
  let unmeasured = 0;
  let known = 0;
  let oxalate = 0;
  const oxalateFoods: { name: string; mg: number }[] = [];
  for (const { food, calciumMg } of items) {
    if (calciumMg === null) continue;
    known += 1;
    total += calciumMg;
    const calciumClass = calciumClassOf(food);
    const factor = relativeAbsorbability(calciumClass);
    if (factor === null) unmeasured += calciumMg;
    equivalent += calciumMg * (factor === null ? 1 : factor);
    if (calciumClass === "high-oxalate") {
      oxalate += calciumMg;
      oxalateFoods.push({ name: food.name, mg: calciumMg });
    }
  }
  oxalateFoods.sort((a, b) => b.mg - a.mg);
  return {
    totalMg: known === 0 ? null : total,
    milkEquivalentMg: known === 0 ? null : equivalent,
    unmeasuredMg: unmeasured,
    highOxalateMg: oxalate,
    highOxalateFoods: [...new Set(oxalateFoods.map(({ name }) => name))],
    known,
    entries: items.length,
  };
};
