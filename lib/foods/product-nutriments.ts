import { type LabelAmount, NUTRIENT_IDS, NUTRIENTS, type NutrientId } from "../nutrition";
import { inGrams, modified, numberIn, PRODUCT_KEYS, times } from "./product-amounts";

/** What was read of a product: the basis, the amounts in our units, and what was left out. */
export type ReadNutrition = {
  readonly per: "100g" | "100ml" | "serving";
  readonly amounts: { readonly [N in NutrientId]?: LabelAmount };
  readonly remarks: readonly { readonly nutrient: NutrientId; readonly text: string }[];
};

type Fields = Readonly<Record<string, unknown>>;

/** Grams (kcal for energy) in the nutrient's own unit. */
const fromGrams = (nutrient: NutrientId, grams: number): number => {
  const { unit } = NUTRIENTS[nutrient];
  return unit === "mg" ? times(grams, 1000) : unit === "µg" ? times(grams, 1e6) : grams;
};

/** 1 µg of folic acid in food is 1.7 µg of dietary folate equivalents (IOM 1998, chapter 8). */
const FOLIC_ACID =
  "is taken as it is stated. Where that is added folic acid, it counts 1.7 times as much, so the value may be too low.";

class Reading {
  readonly amounts: { [N in NutrientId]?: LabelAmount } = {};
  readonly remarks: { nutrient: NutrientId; text: string }[] = [];

  remark(nutrient: NutrientId, text: string): void {
    this.remarks.push({ nutrient, text: `${NUTRIENTS[nutrient].label} ${text}` });
  }

  /** @param value in the nutrient's own unit */
  take(nutrient: NutrientId, value: number, modifier: unknown): void {
    if (value < 0) {
      this.remark(nutrient, "is given as a negative number, so it is left out.");
      return;
    }
    const { amount, remark } = modified(value, modifier);
    if (remark !== null) this.remark(nutrient, remark);
    if (amount === null) return;
    this.amounts[nutrient] = amount;
    if (nutrient === "folate" && value > 0) this.remark(nutrient, FOLIC_ACID);
  }
}

const KILOJOULES = 4.184;

/**
 * Reads the flat `nutriments` of API versions up to 3.2: `X_100g` is grams per 100 g or 100 ml, `X_serving` grams per
 * serving. `X_value` and `X_unit` are what was typed, on another basis, and are never read; nor is `_prepared`.
 * @param serving reads the amounts of a serving
 */
const flat = (nutriments: Fields, suffix: "_100g" | "_serving"): Reading => {
  const reading = new Reading();
  for (const nutrient of NUTRIENT_IDS) {
    const key = PRODUCT_KEYS[nutrient];
    if (key === null) continue;
    const at = (name: string) => numberIn(nutriments[`${name}${suffix}`]);
    const modifier = nutriments[`${key}_modifier`];
    if (nutrient === "energy") {
      const kilojoules = at("energy-kj") ?? at("energy");
      const kcal = at("energy-kcal") ?? (kilojoules === null ? null : times(kilojoules, 1 / KILOJOULES));
      if (kcal !== null) reading.take(nutrient, kcal, modifier);
      continue;
    }
    const salt = nutrient === "sodium" ? at("salt") : null;
    const grams = at(key) ?? (salt === null ? null : times(salt, 1 / 2.5));
    if (grams !== null) reading.take(nutrient, fromGrams(nutrient, grams), modifier);
  }
  return reading;
};

/** Nutrition of the API versions up to 3.2; null when nothing is given for the product as sold. */
export const readNutriments = (nutriments: Fields, byVolume: boolean): ReadNutrition | null => {
  const per100 = flat(nutriments, "_100g");
  if (Object.keys(per100.amounts).length > 0 || per100.remarks.length > 0)
    return { per: byVolume ? "100ml" : "100g", ...per100 };
  const serving = flat(nutriments, "_serving");
  return Object.keys(serving.amounts).length > 0 ? { per: "serving", ...serving } : null;
};

/** 100 % of what Open Food Facts gives as "% DV" (lib/ProductOpener's taxonomy; older than today's US values). */
const PERCENT_OF: { readonly [N in NutrientId]?: number } = {
  magnesium: 400,
  zinc: 15,
  calcium: 1300,
  iron: 18,
  selenium: 70,
  potassium: 4700,
};
const MICROGRAMS_IN_IU = 0.025;

/** Precedence of the nutrition sets of a product. Estimates are excluded: they are not label values. */
const SOURCES = ["manufacturer", "packaging", "usda"];
const PERS: readonly string[] = ["100g", "100ml", "serving"] satisfies ReadNutrition["per"][];

export type NutritionSet = {
  readonly preparation: string;
  readonly per: string;
  readonly source: string;
  readonly nutrients: Readonly<Record<string, unknown>>;
};

const takeOfSet = (reading: Reading, nutrient: NutrientId, typed: Fields): void => {
  const value = numberIn(typed.value);
  const unit = typeof typed.unit === "string" ? typed.unit.trim() : "";
  if (value === null) return;
  const take = (own: number) => reading.take(nutrient, own, typed.modifier);
  if (nutrient === "energy") {
    if (/^kcal$/i.test(unit)) take(value);
    else if (/^kj$/i.test(unit)) take(times(value, 1 / KILOJOULES));
    else reading.remark(nutrient, `is given in “${unit.slice(0, 20)}”, so it is left out.`);
    return;
  }
  const grams = inGrams(value, unit);
  const daily = PERCENT_OF[nutrient];
  if (grams !== null) take(fromGrams(nutrient, grams));
  else if (/^%\s*dv$/i.test(unit) && daily !== undefined) {
    take(times(value, daily / 100));
    reading.remark(nutrient, `is given as ${value} % of ${daily} ${NUTRIENTS[nutrient].unit}.`);
  } else if (/^iu$/i.test(unit) && nutrient === "vitaminD") take(times(value, MICROGRAMS_IN_IU));
  else reading.remark(nutrient, `is given in “${unit.slice(0, 20)}”, so it is left out.`);
};

/**
 * Reads the sets of API 3.3 and later: those for the product as sold, the most trusted first. The aggregated set is
 * not used, because it prefers the prepared product.
 */
export const readSets = (sets: readonly NutritionSet[]): ReadNutrition | null => {
  const rank = ({ source, per }: NutritionSet) => SOURCES.indexOf(source) * PERS.length + PERS.indexOf(per);
  const asSold = sets.filter(({ preparation }) => preparation === "as_sold");
  const usable = asSold
    .filter(({ source, per }) => SOURCES.includes(source) && PERS.includes(per))
    .toSorted((a, b) => rank(a) - rank(b));
  const [best] = usable;
  if (!best) return null;
  const reading = new Reading();
  const valueIn = (set: NutritionSet, key: string): Fields | null => {
    const value = set.nutrients[key];
    return typeof value === "object" && value !== null ? (value as Fields) : null;
  };
  for (const nutrient of NUTRIENT_IDS) {
    const key = PRODUCT_KEYS[nutrient];
    if (key === null) continue;
    for (const set of usable.filter(({ per }) => per === best.per)) {
      const salt = nutrient === "sodium" ? valueIn(set, "salt") : null;
      const typed =
        nutrient === "energy"
          ? (valueIn(set, "energy-kcal") ?? valueIn(set, "energy-kj") ?? valueIn(set, "energy"))
          : (valueIn(set, key) ??
            (salt && { ...salt, value: times(numberIn(salt.value) ?? Number.NaN, 1 / 2.5) }));
      if (typed === null) continue;
      takeOfSet(reading, nutrient, typed);
      if (reading.amounts[nutrient] !== undefined) break;
    }
    const estimated = asSold.some((set) => set.source === "estimate" && valueIn(set, key) !== null);
    if (reading.amounts[nutrient] === undefined && estimated)
      reading.remark(nutrient, "is only estimated from the ingredients there, so it stays unknown.");
  }
  return { per: best.per as ReadNutrition["per"], amounts: reading.amounts, remarks: reading.remarks };
};
