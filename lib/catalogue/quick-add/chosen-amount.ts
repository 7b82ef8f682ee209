import { MAX_FOOD_GRAMS, MAX_PORTIONS, type Portion } from "@/lib/nutrition";
import type { FoodGroup } from "../groups";
import type { Measure } from "./portion-labels";

/** What was typed about the amount of one food. */
export type TypedAmount = {
  /** A number above 0; null when none was typed. */
  readonly quantity: number | null;
  /** Id of a unit of data/reference/food-measures.json, or a word used as one; null when none was typed. */
  readonly unit: string | null;
  /** What is added in smaller units: "4 oz" of "1 lb 4 oz", whose quantity and unit are those of the pound. */
  readonly more?: readonly { readonly quantity: number; readonly unit: string }[];
  /** "small" … "jumbo" beside another unit: "2 large slices". */
  readonly size: string | null;
  /** The words of the food, which may choose a measure: the cup of sliced ones for "sliced bananas". */
  readonly words: string;
  /** A second amount, of mass or volume: "1 can (400 g)", "200 g (1 cup)". */
  readonly weight: { readonly quantity: number; readonly unit: string } | null;
  /** "500 mg", "400 IU": an amount of a nutrient, not of a food. */
  readonly ofNutrient?: boolean;
};

/** Properties of a food that its amounts are weighed by. */
export type WeighableFood = {
  /** Left out where it is not known; a typical dish is weighed by its own measures. */
  readonly id?: string;
  readonly name: string;
  readonly portions: readonly Portion[];
  /** Null for an own food. */
  readonly group: FoodGroup | null;
  /** Suggested portion from the list of plain foods; absent or null where it has none. */
  readonly suggestedPortion?: { readonly label: string; readonly grams: number } | null;
};

/** The amount of a food in its last entry. */
export type LastAmount = {
  /** Null where it was weighed. */
  readonly portion: { readonly id: string; readonly count: number } | null;
  /** Total weight, above 0. */
  readonly grams: number;
};

/**
 * A number of one of the food's portions, or a weight. `each` is the weight of one portion, or of one unit as typed;
 * grams = count × each, or quantity × each, exactly; an amount of several parts is one of their sum. 0 < grams ≤ 10,000 and count ≤ 1,000, the limits of the diary.
 */
export type AmountChoice =
  | { readonly portionId: string; readonly count: number; readonly grams: number; readonly each: number }
  | { readonly grams: number; readonly each: number };

/** Why a choice is an assumption to be confirmed. */
export type Assumed =
  /** No amount was typed: the usual amount, or the first measure. */
  | "no-amount"
  /** No amount was typed: the amount of the last entry. */
  | "last-time"
  /** A number without a unit: that many of the last entry's portion. */
  | "last-portion"
  /** No amount was typed, or a number only, and the food has no measures: 100 g each. */
  | "hundred-grams"
  /** A number without a unit, for a food that is not counted: that many usual amounts. */
  | "usual-portion"
  /** A number of pieces without their size: the usual size. */
  | "usual-size"
  /** A number of 25 or more without a unit, with the food in the singular: grams. */
  | "bare-grams"
  /** "2-3": the mean. */
  | "range"
  /** "about", "a few", "heaped": the number is approximate. */
  | "rough-number"
  /** Handful, pinch, glass, bowl …: the measure is approximate. */
  | "rough-measure"
  /** The food has several such measures (a cup sliced, a cup mashed); none was named. */
  | "one-of-several"
  /** A pint or quart, which is not the same everywhere: of the profile's units. */
  | "us-measure"
  | "imperial-measure"
  /** Its usual amount in a dish that was typed: the bread of "cheese sandwich". */
  | "dish-part"
  /** "2 cans (400 g)": 400 g each. */
  | "each"
  /** A volume of a food without a measure of volume: by the density of foods of its class. */
  | "density";

/** Why there is no choice. */
export type Problem =
  /** A volume, but neither a measure of the food nor its class gives its density. */
  | "no-volume-for-this-food"
  /** A slice, a can, a large one, a number of pieces …, but the food has no such measure. */
  | "no-such-measure"
  /** Not above 0, more than 10 kg or more than 1,000 portions. */
  | "out-of-range"
  /** "500 mg": an amount of a nutrient. */
  | "not-a-food-amount"
  /** The food's portions are not loaded. */
  | "portions-unknown";

/** What a volume may weigh, g in all, and the class of foods that says so. */
export type AssumedDensity = { readonly low: number; readonly high: number; readonly what: string };

/** The units that a person measures in, which tell a can of 330 ml from one of 12 fl oz. */
export type Units = "metric" | "us";

export type ChosenAmount =
  | {
      readonly choice: AmountChoice;
      readonly assumed: Assumed | null;
      readonly problem: null;
      /** Where the choice rests on the density of a class. */
      readonly density?: AssumedDensity;
    }
  | { readonly choice: null; readonly assumed: null; readonly problem: Problem };

/** No choice, and why. */
export const problem = (code: Problem): ChosenAmount => ({ choice: null, assumed: null, problem: code });

/** A number of units of a weight, g. */
export function weighed(quantity: number, each: number, assumed: Assumed | null): ChosenAmount {
  const grams = quantity * each;
  if (!(grams > 0 && grams <= MAX_FOOD_GRAMS)) return problem("out-of-range");
  return { choice: { grams, each }, assumed, problem: null };
}

/** A quantity of a food's own measure: 3 of "1/2 cup" are six portions. */
export function portioned(
  { portion, quantity: per }: Measure,
  quantity: number,
  assumed: Assumed | null,
): ChosenAmount {
  const count = quantity / per;
  const grams = portion.grams * count;
  if (!(count > 0 && count <= MAX_PORTIONS && grams > 0 && grams <= MAX_FOOD_GRAMS))
    return problem("out-of-range");
  return { choice: { portionId: portion.id, count, grams, each: portion.grams }, assumed, problem: null };
}
