import absorption from "@/data/reference/absorption.json";
import { MIN_COVERAGE } from "../adequacy";
import type { Composition } from "../composition";
import { totalOf } from "../intake";
import type { ReferenceIntake } from "../reference-types";
import { type PhytateBand, phytateGap, phytateMolarRatio, phytateTotalOf } from "./phytate";

/*
 * Iron availability of a meal, as a class and a direction; never as a person's absorbed percentage. Absorption differs
 * five- to tenfold between people with their iron stores, far more than between meals.
 * Sources: data/reference/absorption.json.
 */

const MEAL = absorption.ironMeal;
const INHIBITORS = absorption.ironInhibitors;
const DAY = absorption.ironDay;

/** Vitamin C, mg, that alone raises a meal above Monsen's lowest class. */
export const HELPFUL_VITAMIN_C_MG = MEAL.mediumFrom;
/** Calcium of a meal, mg, from which iron absorption is reduced (Hallberg 1991). */
export const MUCH_CALCIUM_MG = INHIBITORS.calciumMgInMeal.mg;

// --- A meal -----------------------------------------------------------------------------------------------

/** One food of a meal. */
export type MealItem = {
  readonly amounts: Composition;
  /** Null where the amount was not stated. */
  readonly grams: number | null;
  /** Whether it is meat, fish or poultry; null for a dish where that is unknown. */
  readonly flesh: boolean | null;
  /** Whether meat, fish or poultry was weighed cooked; raw weight is 1.3 times cooked weight. */
  readonly cooked: boolean;
  readonly teaOrCoffee: boolean;
  readonly phytate: PhytateBand | null;
};

/**
 * Monsen's availability classes by enhancing units (mg of vitamin C + g of cooked meat, fish or poultry): under 25, 25
 * to below 75, 75 and more.
 */
export type IronAvailability = "low" | "medium" | "high";
/** Iron absorption compared with an ordinary meal. */
export type IronDirection = "more" | "typical" | "less";
export type IronEnhancer = "vitamin-c" | "meat-fish-poultry";
export type IronInhibitor = "phytate" | "tea-or-coffee" | "calcium";

export type MealIron = {
  /** Iron of the meal, mg, a lower bound; null when no food reports it. */
  readonly ironMg: number | null;
  /** Heme iron, mg: 40 % of the iron of meat, fish and poultry; null when a dish leaves it unknown. */
  readonly hemeMg: number | null;
  /** Enhancing units of what is known; a lower bound where `unknown` contains vitamin C or flesh. */
  readonly enhancingUnits: number;
  /** Null when unknown data could change the class. */
  readonly availability: IronAvailability | null;
  readonly enhancers: readonly IronEnhancer[];
  readonly inhibitors: readonly IronInhibitor[];
  /** Null when unknown data could change the direction. */
  readonly direction: IronDirection | null;
  /** Insufficiently known: foods without a value give more than a fifth of the meal's energy. */
  readonly unknown: readonly ("vitamin-c" | "flesh" | "phytate" | "calcium")[];
};

const availabilityAt = (units: number): IronAvailability =>
  units >= MEAL.highFrom ? "high" : units >= MEAL.mediumFrom ? "medium" : "low";

/**
 * Direction from the class and the number of inhibitors. A meal without enhancers and inhibitors is typical. The medium
 * class compensates for one inhibitor, the high class for any number.
 */
const directionAt = (availability: IronAvailability, inhibitors: number): IronDirection => {
  if (inhibitors === 0) return availability === "low" ? "typical" : "more";
  if (availability === "low") return "less";
  return availability === "medium" && inhibitors > 1 ? "less" : "typical";
};

/**
 * Share of a meal from foods for which `reports` holds, 0 to 1: of its energy, or of its foods where energies are
 * unknown.
 */
export const shareReporting = <I extends Pick<MealItem, "amounts">>(
  items: readonly I[],
  reports: (item: I) => boolean,
): number => {
  let all = 0;
  let reporting = 0;
  const weighable = items.every(({ amounts }) => amounts.energy !== null);
  for (const item of items) {
    const weight = weighable && item.amounts.energy !== null ? item.amounts.energy : 1;
    all += weight;
    if (reports(item)) reporting += weight;
  }
  return all === 0 ? 1 : reporting / all;
};

/** Phytate inhibits from a phytate:iron molar ratio of 1 without enhancers, 6 with (Hurrell & Egli 2010). */
const phytateInhibits = (
  ironMg: number | null,
  phytateMg: number,
  availability: IronAvailability,
): boolean => {
  const ratio = ironMg === null ? null : phytateMolarRatio("iron", phytateMg, ironMg);
  if (ratio === null) return false;
  const limit =
    availability === "low" ? INHIBITORS.phytateIronWithoutEnhancers : INHIBITORS.phytateIronWithEnhancers;
  return ratio > limit.ratio;
};

/**
 * Iron availability of one meal. Unknown data are evaluated both ways; where the results differ, the result is null.
 * @param items foods and drinks of the meal, including tea and coffee within an hour of it.
 * @param reference the person's iron reference without a vegetarian allowance, which accounts for the same effect.
 */
export const mealIronOf = (items: readonly MealItem[], reference: ReferenceIntake<"mixed">): MealIron => {
  if (reference.nutrient !== "iron")
    throw new RangeError(`An iron reference is needed, got ${reference.nutrient}`);
  const amounts = items.map((item) => item.amounts);
  const vitaminC = totalOf("vitaminC", amounts).amount;
  const calcium = totalOf("calcium", amounts).amount;
  const ironMg = totalOf("iron", amounts).amount;
  const phytate = phytateTotalOf(
    items.map(({ amounts: a, phytate: band }) => ({ energyKcal: a.energy, phytate: band })),
  );
  const flesh = items.filter((item) => item.flesh === true);
  const fleshG = flesh.reduce((sum, { grams, cooked }) => {
    if (grams === null) return sum;
    return sum + (cooked ? grams : grams / MEAL.rawToCooked);
  }, 0);
  const fleshIron = totalOf(
    "iron",
    flesh.map((item) => item.amounts),
  );
  const fleshIsKnown = ({ flesh: is, grams }: MealItem) => is === false || (is === true && grams !== null);
  const fleshKnown = items.every(fleshIsKnown);

  const unknown: MealIron["unknown"][number][] = [];
  const lacks = (test: (item: MealItem) => boolean) => shareReporting(items, test) < MIN_COVERAGE;
  if (lacks((item) => item.amounts.vitaminC !== null)) unknown.push("vitamin-c");
  if (lacks(fleshIsKnown)) unknown.push("flesh");
  if (items.length > 0 && phytateGap(phytate) !== null) unknown.push("phytate");
  if (lacks((item) => item.amounts.calcium !== null)) unknown.push("calcium");

  const enhancingUnits = (vitaminC === null ? 0 : vitaminC) + fleshG;
  const asKnown = availabilityAt(enhancingUnits);
  const enhancersOpen = unknown.includes("vitamin-c") || unknown.includes("flesh");
  const classes: IronAvailability[] = enhancersOpen && asKnown !== "high" ? [asKnown, "high"] : [asKnown];

  const tea = items.some((item) => item.teaOrCoffee);
  const highCalcium = calcium !== null && calcium >= MUCH_CALCIUM_MG;
  const phytateMg = phytate.band === null ? 0 : phytate.band.typical;
  const directions = new Set<IronDirection>();
  for (const availability of classes) {
    const certain =
      Number(tea) + Number(highCalcium) + Number(phytateInhibits(ironMg, phytateMg, availability));
    const open =
      Number(unknown.includes("calcium") && !highCalcium) +
      Number(unknown.includes("phytate") && !phytateInhibits(ironMg, phytateMg, availability));
    for (let more = 0; more <= open; more += 1) directions.add(directionAt(availability, certain + more));
  }
  const [direction = null] = directions.size === 1 ? directions : [];

  const enhancers: IronEnhancer[] = [];
  if (vitaminC !== null && vitaminC >= HELPFUL_VITAMIN_C_MG) enhancers.push("vitamin-c");
  if (fleshG >= MEAL.mediumFrom) enhancers.push("meat-fish-poultry");
  const inhibitors: IronInhibitor[] = [];
  if (phytateInhibits(ironMg, phytateMg, asKnown)) inhibitors.push("phytate");
  if (tea) inhibitors.push("tea-or-coffee");
  if (highCalcium) inhibitors.push("calcium");
  return {
    ironMg,
    hemeMg:
      !fleshKnown || fleshIron.known < fleshIron.entries
        ? null
        : fleshIron.amount === null
          ? 0
          : fleshIron.amount * MEAL.hemeShareOfFleshIron,
    enhancingUnits,
    availability: classes.length === 1 ? asKnown : null,
    enhancers,
    inhibitors,
    direction: items.length === 0 ? null : direction,
    unknown,
  };
};

// --- A whole day: Armah et al. (2013) -----------------------------------------------------------------------

/** Inputs of the whole-day model, per day. `fleshG` is meat, fish and poultry. */
export type IronDay = {
  readonly vitaminCMg: number;
  readonly fleshG: number;
  readonly teaCups: number;
  readonly phytateMg: number;
  readonly calciumMg: number;
  readonly nonhemeMg: number;
};

/** Lower bound of amounts whose logarithm is taken, mg; the model is undefined at 0. */
const FLOOR_MG = 1;

/**
 * Share of a day's non-heme iron absorbed, percent, at a serum ferritin in µg/L. Used in {@link ironDayFactor} and to
 * check the model; never shown for a person, whose ferritin is unknown and is the strongest predictor.
 */
export const armahNonhemePercent = (day: IronDay, ferritinUgL: number): number => {
  const ln = (value: number) => Math.log(Math.max(value, FLOOR_MG));
  return Math.exp(
    DAY.intercept +
      DAY.ferritin * Math.log(ferritinUgL) +
      DAY.vitaminC * ln(day.vitaminCMg) +
      DAY.flesh * Math.log(day.fleshG + 0.1) +
      DAY.tea * Math.log(day.teaCups + 0.1) +
      DAY.phytate * ln(day.phytateMg) +
      DAY.calcium * ln(day.calciumMg) +
      DAY.nonheme * ln(day.nonhemeMg),
  );
};

/** Non-heme iron absorption from a day's diet relative to the reference day; independent of ferritin. */
export const ironDayFactor = (day: IronDay): number => {
  const anyFerritin = 30;
  return armahNonhemePercent(day, anyFerritin) / armahNonhemePercent(DAY.referenceDay, anyFerritin);
};

/**
 * Iron absorption from a day's diet compared with an ordinary diet, in steps of 20 %. Effects over whole days are
 * small; single meals overstate them.
 * @param day null when one of its amounts is unknown.
 * @param reference the person's iron reference without a vegetarian allowance, see {@link mealIronOf}.
 */
export const ironDayDirection = (
  day: IronDay | null,
  reference: ReferenceIntake<"mixed">,
): IronDirection | null => {
  if (reference.nutrient !== "iron")
    throw new RangeError(`An iron reference is needed, got ${reference.nutrient}`);
  if (day === null) return null;
  const factor = ironDayFactor(day);
  if (factor >= DAY.directionFrom) return "more";
  return factor <= 1 / DAY.directionFrom ? "less" : "typical";
};
