import "server-only";
import { shortName } from "../../catalogue";
import { loadCatalogue } from "../../catalogue/load";
import type { FoodSums, MealFood } from "../../diary";
import { describeFood } from "../../foods";
import {
  absorptionTable,
  bandAround,
  type CalciumQuality,
  calciumQualityOf,
  canSuggestIncrease,
  type IronDay,
  type IronDirection,
  ironDayDirection,
  type MealItem,
  MIN_COVERAGE,
  MINERALS,
  type Mineral,
  mealIronOf,
  minimumDays,
  type NutrientId,
  type PhytateBand,
  type PhytateTotal,
  PREPARATIONS,
  type PreparationId,
  phytateGap,
  phytateTotalOf,
  scaleBand,
  zincAbsorptionOf,
} from "../../nutrition";
import { lifeOfProfile, mixedDietReferenceOf } from "../../profile";
import type { ReadDays } from "./read-days";
import type { AbsorptionView, CalciumView, IronMealsView } from "./schemas";

/*
 * How the minerals of a diary are absorbed, for explanation: no total and no target is ever changed by it.
 */

/** What is asked of the foods of a period. */
export const SOURCE_NUTRIENTS = [...MINERALS, "energy", "phytate", "vitaminC"] as const;
type SourceNutrient = (typeof SOURCE_NUTRIENTS)[number];
export type SourceSums = FoodSums<SourceNutrient>;

/** Groups of which every food is meat, fish or poultry itself and not a dish with some in it. */
const FLESH_GROUPS: ReadonlySet<string> = new Set([
  "poultry",
  "beef",
  "pork",
  "lambVealGame",
  "fishShellfish",
  "sausagesLuncheonMeats",
]);

/** Meat, fish or poultry: yes, no, or null for a dish and for one's own foods, which do not say. */
export const fleshOf = (id: string): boolean | null => {
  const table = loadCatalogue();
  const index = table.indexOf(id);
  if (index < 0) return null;
  const { meat, fish, shellfish } = table.traitsAt(index).contains;
  if (meat === true || fish === true || shellfish === true)
    return FLESH_GROUPS.has(table.groupAt(index)) ? true : null;
  return meat === false && fish === false && shellfish === false ? false : null;
};

const isDrink = (id: string, name: RegExp): boolean => {
  const table = loadCatalogue();
  const index = table.indexOf(id);
  return index >= 0 && table.groupAt(index) === "beverages" && name.test(table.names[index] ?? "");
};
const TEA_OR_COFFEE = /\b(tea|coffee)\b(?! substitute)/i;
const TEA = /\btea\b(?!.*\bpowder\b)/i;
const CUP_G = 237;

/** Tea or coffee, of the reference table: one's own foods do not say. */
export const isTeaOrCoffee = (id: string): boolean => isDrink(id, TEA_OR_COFFEE);

const isRaw = (name: string): boolean => /\braw\b/i.test(name);

/**
 * The phytate of what was eaten, as a band. The amounts kept with the entries are the typical ones; the food's own
 * band, and that of its preparation, say how far from them the truth may lie. Own foods get the usual factor of two.
 */
const phytateBandOf = (
  { food, preparation }: { food: string; preparation: PreparationId | null },
  typicalMg: number,
): PhytateBand => {
  const table = loadCatalogue();
  const index = table.indexOf(food);
  const known = index < 0 ? null : table.phytateAt(index);
  const band =
    known !== null && known.typical > 0
      ? scaleBand(known, typicalMg / known.typical)
      : typicalMg === 0
        ? { low: 0, typical: 0, high: 0 }
        : bandAround(typicalMg);
  const left = PREPARATIONS.find(({ id }) => id === preparation)?.phytate;
  return left
    ? {
        low: band.low * (left.low / left.typical),
        typical: band.typical,
        high: band.high * (left.high / left.typical),
      }
    : band;
};

const ofKind = <N extends NutrientId>(
  foods: readonly FoodSums<N>[],
): readonly (FoodSums<N> & { kind: "food" })[] =>
  foods.filter((row): row is FoodSums<N> & { kind: "food" } => row.kind === "food");

/** Phytate of some days' food together. A food of which only some entries have a value counts in that part. */
export const phytateOf = (foods: readonly FoodSums<"energy" | "phytate">[]): PhytateTotal =>
  phytateTotalOf(
    ofKind(foods).flatMap((row) => {
      const { amount, known, entries } = row.totals.phytate;
      const energy = row.totals.energy.known < row.totals.energy.entries ? null : row.totals.energy.amount;
      const share = known / entries;
      return [
        ...(amount === null
          ? []
          : [{ energyKcal: energy === null ? null : energy * share, phytate: phytateBandOf(row, amount) }]),
        ...(known < entries
          ? [{ energyKcal: energy === null ? null : energy * (1 - share), phytate: null }]
          : []),
      ];
    }),
  );

const perDay = (total: PhytateTotal, days: number): PhytateTotal => ({
  ...total,
  band: total.band && scaleBand(total.band, 1 / days),
});

/** Sum and reported share of a nutrient over some foods: by energy where every food states it, else by number. */
const sumOf = (
  foods: readonly SourceSums[],
  nutrient: SourceNutrient,
): { amount: number | null; coverage: number } => {
  const weighable = foods.every(({ totals }) => totals.energy.known === totals.energy.entries);
  let amount: number | null = null;
  let all = 0;
  let reporting = 0;
  for (const { totals, entries } of foods) {
    const total = totals[nutrient];
    const weight = weighable && totals.energy.amount !== null ? totals.energy.amount : entries;
    all += weight;
    reporting += (weight * total.known) / entries;
    if (total.amount !== null) amount = amount === null ? total.amount : amount + total.amount;
  }
  return { amount, coverage: all === 0 ? 1 : reporting / all };
};

/** The average day for the whole-day model of iron; null when too little of it is known. */
const ironDayOf = (foods: readonly SourceSums[], days: number): IronDay | null => {
  const { rawToCooked, hemeShareOfFleshIron } = absorptionTable().ironMeal;
  const eaten = ofKind(foods);
  const phytate = phytateOf(foods);
  const need = (nutrient: SourceNutrient): number | null => {
    const { amount, coverage } = sumOf(eaten, nutrient);
    return coverage < MIN_COVERAGE ? null : amount;
  };
  const [iron, vitaminC, calcium] = [need("iron"), need("vitaminC"), need("calcium")];
  const open = eaten.filter(({ food }) => fleshOf(food) === null);
  const openEnergy = sumOf(open, "energy").amount;
  const energy = need("energy");
  if (
    iron === null ||
    vitaminC === null ||
    calcium === null ||
    phytateGap(phytate) !== null ||
    phytate.band === null ||
    energy === null ||
    (openEnergy !== null && openEnergy / energy > 1 - MIN_COVERAGE)
  ) {
    return null;
  }
  const flesh = eaten.filter(({ food }) => fleshOf(food) === true);
  const cookedG = flesh.reduce((sum, { name, grams }) => {
    if (grams === null) return sum;
    return sum + (isRaw(name) ? grams / rawToCooked : grams);
  }, 0);
  const fleshIron = sumOf(flesh, "iron").amount;
  const heme = fleshIron === null ? 0 : fleshIron * hemeShareOfFleshIron;
  const teaG = eaten.reduce(
    (sum, { food, grams }) => (grams !== null && isDrink(food, TEA) ? sum + grams : sum),
    0,
  );
  return {
    vitaminCMg: vitaminC / days,
    fleshG: cookedG / days,
    teaCups: teaG / CUP_G / days,
    phytateMg: phytate.band.typical / days,
    calciumMg: calcium / days,
    nonhemeMg: (iron - heme) / days,
  };
};

/** The foods of each meal together. */
export const byMeal = (foods: readonly MealFood[]): readonly (readonly MealFood[])[] => {
  const meals = new Map<string, MealFood[]>();
  for (const food of foods) {
    const key = `${food.date} ${food.meal}`;
    const meal = meals.get(key);
    if (meal) meal.push(food);
    else meals.set(key, [food]);
  }
  return [...meals.values()];
};

const mealItem = (eaten: MealFood): MealItem => ({
  amounts: eaten.amounts,
  grams: eaten.grams,
  flesh: fleshOf(eaten.food),
  cooked: !isRaw(eaten.name),
  teaOrCoffee: isTeaOrCoffee(eaten.food),
  phytate: eaten.amounts.phytate === null ? null : phytateBandOf(eaten, eaten.amounts.phytate),
});

const ironOf = (
  read: ReadDays,
  foods: readonly SourceSums[],
  meals: readonly MealFood[],
  days: number,
): IronMealsView | null => {
  const reference = mixedDietReferenceOf("iron", read.profile, read.to);
  if (reference === null) return null;
  const view = {
    meals: 0,
    directions: { more: 0, typical: 0, less: 0 },
    open: 0,
    enhancers: { "vitamin-c": 0, "meat-fish-poultry": 0 },
    inhibitors: { phytate: 0, "tea-or-coffee": 0, calcium: 0 },
  };
  let iron = 0;
  let heme = 0;
  let hemeKnown = true;
  for (const meal of byMeal(meals)) {
    const found = mealIronOf(meal.map(mealItem), reference);
    if (found.ironMg === null || found.ironMg <= 0) continue;
    view.meals += 1;
    if (found.direction === null) view.open += 1;
    else view.directions[found.direction] += 1;
    for (const enhancer of found.enhancers) view.enhancers[enhancer] += 1;
    for (const inhibitor of found.inhibitors) view.inhibitors[inhibitor] += 1;
    iron += found.ironMg;
    if (found.hemeMg === null) hemeKnown = false;
    else heme += found.hemeMg;
  }
  const day: IronDirection | null =
    days < minimumDays("iron") ? null : ironDayDirection(ironDayOf(foods, days), reference);
  return { ...view, hemeShare: hemeKnown && iron > 0 ? heme / iron : null, day };
};

/** Calcium of the meal that an average milligram of the person's calcium came in. */
const sittingOf = (meals: readonly MealFood[]): number | null => {
  let weighted = 0;
  let sum = 0;
  for (const meal of byMeal(meals)) {
    const load = meal.reduce((mg, { amounts }) => (amounts.calcium === null ? mg : mg + amounts.calcium), 0);
    weighted += load * load;
    sum += load;
  }
  return sum > 0 ? weighted / sum : null;
};

/** Where the calcium of some days' food comes from, and how well it is absorbed; mg of all days together. */
export const calciumQualityOfFoods = (foods: readonly SourceSums[]): CalciumQuality =>
  calciumQualityOf(
    ofKind(foods).map(({ food, name, totals }) => ({
      food: describeFood({ id: food, name }),
      calciumMg: totals.calcium.amount,
    })),
  );

const calciumOf = (foods: readonly SourceSums[], meals: readonly MealFood[], days: number): CalciumView => {
  const quality = calciumQualityOfFoods(foods);
  return {
    total: quality.totalMg === null ? null : quality.totalMg / days,
    milkEquivalent: quality.milkEquivalentMg === null ? null : quality.milkEquivalentMg / days,
    unmeasured: quality.unmeasuredMg / days,
    highOxalate: quality.highOxalateMg / days,
    highOxalateFoods: [...new Set(quality.highOxalateFoods.map(shortName))],
    sitting: sittingOf(meals),
  };
};

/**
 * What is to be said about the absorption of one mineral.
 * @param foods what each food gave over the days that count.
 * @param meals the meals of the last `mealDays` days that count.
 */
export const absorptionOf = (
  mineral: Mineral,
  read: ReadDays,
  foods: readonly SourceSums[],
  meals: readonly MealFood[],
  mealDays: number,
): AbsorptionView => {
  const days = read.counted.usable;
  const none = { days, phytate: null, zinc: null, iron: null, calcium: null, mealDays };
  // How more of it would be absorbed is a tip as well.
  if (days === 0 || !canSuggestIncrease(read.gates, mineral)) return none;
  const showsPhytate = mineral === "magnesium" || mineral === "zinc" || mineral === "iron";
  const phytate = perDay(phytateOf(foods), days);
  const view: AbsorptionView = {
    ...none,
    phytate: showsPhytate
      ? { band: phytate.band, coverage: phytate.coverage, enough: phytateGap(phytate) === null }
      : null,
  };
  if (mineral === "calcium") return { ...view, calcium: calciumOf(foods, meals, days) };
  if (mineral === "iron") return { ...view, iron: ironOf(read, foods, meals, days) };
  const reference = mixedDietReferenceOf("zinc", read.profile, read.to);
  if (mineral !== "zinc" || reference === null || read.person === null) return view;
  if (days < minimumDays("zinc")) return { ...view, zinc: { ok: false, reason: "too-few-days" } };
  const { amount, coverage } = sumOf(ofKind(foods), "zinc");
  const zincMg = amount === null || coverage < MIN_COVERAGE ? null : amount / days;
  return {
    ...view,
    zinc: zincAbsorptionOf(
      zincMg,
      phytate,
      read.person,
      lifeOfProfile(read.profile, read.to).weightKg,
      reference,
    ),
  };
};
