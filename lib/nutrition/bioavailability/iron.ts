import absorption from "@/data/reference/absorption.json";
import { MIN_COVERAGE } from "../adequacy";
import type { Composition } from "../composition";
import { totalOf } from "../intake";
import type { ReferenceIntake } from "../reference-types";
import { type PhytateBand, phytateGap, phytateMolarRatio, phytateTotalOf } from "./phytate";

/*
 * How available the iron of a meal is: a class and a direction, never a person's percentage. Absorption varies
 * five- to tenfold between people with their iron stores, far more than with the food.
 * Sources: data/reference/absorption.json.
 */

const MEAL = absorption.ironMeal;
const INHIBITORS = absorption.ironInhibitors;
const DAY = absorption.ironDay;

/** Vitamin C that lifts a meal out of Monsen's lowest class on its own, mg. */
export const HELPFUL_VITAMIN_C_MG = MEAL.mediumFrom;
/** Calcium of a meal from which less of its iron is absorbed, mg (Hallberg 1991). */
export const MUCH_CALCIUM_MG = INHIBITORS.calciumMgInMeal.mg;

// --- A meal -----------------------------------------------------------------------------------------------

/** One food of a meal. */
export type MealItem = {
  readonly amounts: Composition;
  readonly grams: number;
  /** Meat, fish or poultry: yes, no, or null for a dish of which that is not known. */
  readonly flesh: boolean | null;
  /** Whether the flesh was weighed cooked; raw weighs 1.3 times as much. */
  readonly cooked: boolean;
  readonly teaOrCoffee: boolean;
  readonly phytate: PhytateBand | null;
};

/** Monsen's classes by enhancing units: under 25, 25 to 75, 75 and more. */
export type IronAvailability = "low" | "medium" | "high";
/** Against an ordinary meal: more of the iron, about as usual, or less of it is absorbed. */
export type IronDirection = "more" | "typical" | "less";
export type IronEnhancer = "vitamin-c" | "meat-fish-poultry";
export type IronInhibitor = "phytate" | "tea-or-coffee" | "calcium";

export type MealIron = {
  /** Iron of the meal, mg, a lower bound; null when no food reports it. */
  readonly ironMg: number | null;
  /** Heme iron, taken as 40 % of the iron in meat, fish and poultry; null when a dish leaves it open. */
  readonly hemeMg: number | null;
  /** Enhancing units from what is known; a lower bound where `unknown` names vitamin C or flesh. */
  readonly enhancingUnits: number;
  /** Null when what is not known could change the class. */
  readonly availability: IronAvailability | null;
  readonly enhancers: readonly IronEnhancer[];
  readonly inhibitors: readonly IronInhibitor[];
  /** Null when what is not known could change it. */
  readonly direction: IronDirection | null;
  /** What too little is known of: foods of more than a fifth of the meal's energy do not say. */
  readonly unknown: readonly ("vitamin-c" | "flesh" | "phytate" | "calcium")[];
};

const availabilityAt = (units: number): IronAvailability =>
  units >= MEAL.highFrom ? "high" : units >= MEAL.mediumFrom ? "medium" : "low";

/**
 * Which way a meal's enhancers and inhibitors point. Without either a meal is typical; what enhances makes up for
 * one kind of what inhibits.
 */
const directionAt = (availability: IronAvailability, inhibitors: number): IronDirection => {
  if (inhibitors === 0) return availability === "low" ? "typical" : "more";
  if (availability === "low") return "less";
  return availability === "medium" && inhibitors > 1 ? "less" : "typical";
};

/** How much of a meal the foods that say something give, 0 to 1: by energy where all state theirs, else by number. */
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

/** Phytate counts against a meal from this phytate:iron ratio: 1 without enhancers, 6 with (Hurrell & Egli 2010). */
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
 * How available the iron of one meal is. Every gap in the data is tried both ways; where the answers differ there is
 * none.
 * @param items the foods and drinks of the meal, tea and coffee within an hour of it included.
 * @param reference the person's plain iron reference: a vegetarian allowance expresses the same loss and does not
 *   fit the type.
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
  const fleshG = flesh.reduce(
    (sum, item) => sum + (item.cooked ? item.grams : item.grams / MEAL.rawToCooked),
    0,
  );
  const fleshIron = totalOf(
    "iron",
    flesh.map((item) => item.amounts),
  );
  const fleshKnown = items.every((item) => item.flesh !== null);

  const unknown: MealIron["unknown"][number][] = [];
  const lacks = (test: (item: MealItem) => boolean) => shareReporting(items, test) < MIN_COVERAGE;
  if (lacks((item) => item.amounts.vitaminC !== null)) unknown.push("vitamin-c");
  if (lacks((item) => item.flesh !== null)) unknown.push("flesh");
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

// --- A whole day, by Armah et al. (2013) -------------------------------------------------------------------

/** What the whole-day model asks for: vitamin C, phytate, calcium and non-heme iron in mg, flesh in g, tea in cups. */
export type IronDay = {
  readonly vitaminCMg: number;
  readonly fleshG: number;
  readonly teaCups: number;
  readonly phytateMg: number;
  readonly calciumMg: number;
  readonly nonhemeMg: number;
};

/** Logarithms of vitamin C, phytate, calcium and iron are taken from 1 mg up: the model has no value at 0. */
const FLOOR_MG = 1;

/**
 * Share of a day's non-heme iron absorbed, percent, at a serum ferritin in µg/L. For checking the model and for
 * {@link ironDayFactor}; not for a person, whose ferritin is not known and matters most.
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

/** How much more or less non-heme iron a day's diet lets through than the reference day; ferritin cancels. */
export const ironDayFactor = (day: IronDay): number => {
  const anyFerritin = 30;
  return armahNonhemePercent(day, anyFerritin) / armahNonhemePercent(DAY.referenceDay, anyFerritin);
};

/**
 * Whether a whole day's diet lets more, as much or less iron through than an ordinary one. Steps of 20 %: over whole
 * days the effects are small, and single meals overstate them.
 * @param day null when one of its amounts is not known.
 * @param reference the person's plain iron reference, see {@link mealIronOf}.
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
