import absorption from "@/data/reference/absorption.json";
import type { FoodDescriptor } from "../food-kind";

/*
 * Calcium absorption by food, relative to milk, and by the amount per sitting. For explanation: targets already assume
 * the absorption from an ordinary diet, so intakes are never multiplied by an absorbed fraction before comparison.
 */

const LOAD = absorption.calciumByLoad;

/**
 * Fraction absorbed of the calcium of one sitting from milk and comparable sources: 0.889 − 0.0964·ln(mg) (Weaver 1999
 * after Heaney 1990). Measured for 15–500 mg; the value at 15 mg is used below, the formula is extrapolated to 1000 mg
 * and its value there used above.
 * @param loadMg calcium of the sitting, mg, above 0.
 */
export const calciumFraction = (loadMg: number): number => {
  if (!(Number.isFinite(loadMg) && loadMg > 0))
    throw new RangeError(`A load must be above 0 mg, got ${loadMg}`);
  return LOAD.intercept + LOAD.slope * Math.log(Math.min(Math.max(loadMg, LOAD.fromMg), LOAD.toMg));
};

/** Classes of foods by calcium absorption. */
export type CalciumClass =
  | "milk-like"
  | "low-oxalate-green"
  | "pulse"
  | "nut-or-seed"
  | "high-oxalate"
  | "other";

/**
 * Absorption of a class's calcium relative to the same amount from milk (1 = as from milk). Null for foods without
 * measurements ("other").
 */
export const relativeAbsorbability = (calciumClass: CalciumClass): number | null =>
  absorption.calciumClasses.find((row) => row.class === calciumClass)?.factor ?? null;

const GREENS =
  /^(kale|broccoli|cabbage|collards|mustard greens|turnip greens|pak-choi|bok choy|brussels sprouts)\b/i;
const HIGH_OXALATE =
  /^(spinach|new zealand spinach|chard|beet greens|rhubarb|purslane|amaranth leaves|sorrel|taro leaves)\b/i;
const SOY_LIKE_MILK =
  /\btofu\b.*\bcalcium sulfate\b|\bwith added calcium\b|\bcalcium.fortified\b|\benriched with calcium\b/i;

/** Whether a food is so rich in oxalate that most of its calcium is not absorbed, as spinach. */
const isHighOxalate = (food: FoodDescriptor): boolean =>
  food.highOxalate === undefined ? HIGH_OXALATE.test(food.name) : food.highOxalate;

/** Class of a food by its name and group. Mixed dishes and foods without measurements are "other". */
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
  /** Calcium of the portion, mg; null unknown. */
  readonly calciumMg: number | null;
};

/** A day's calcium by absorption, mg. Amounts are lower bounds where foods lack a value. */
export type CalciumQuality = {
  readonly totalMg: number | null;
  /** Amount of milk calcium with the same absorption, mg; foods without measurements are taken as milk. */
  readonly milkEquivalentMg: number | null;
  /** The part of the total from foods without measurements. */
  readonly unmeasuredMg: number;
  /** The part of the total from oxalate-rich foods, and their names, most calcium first. */
  readonly highOxalateMg: number;
  readonly highOxalateFoods: readonly string[];
  readonly known: number;
  readonly entries: number;
};

/** Calcium of some foods by absorption, relative to milk. For explanation; totals and targets do not use it. */
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
