import type {
  Catalogue,
  ChosenAmount,
  FoodSearch,
  LastAmount,
  MealOwnFood,
  ParsedMeal,
  TypedAmount,
  Units,
  WithTwins,
} from "@/lib/catalogue";
import type { FoodSource } from "@/lib/foods/schemas";
import type { Composition, FoodDescriptor, LowerBounds, Portion } from "@/lib/nutrition";

/** A food that can be logged, from the reference table, the person's own, or a recipe. */
export type LoggableFood = {
  readonly id: string;
  readonly name: string;
  /** The name in lists and in the diary's own rows. */
  readonly listName: string;
  readonly source: FoodSource;
  /** Short name of the table that it is of; null for one's own and where the table is not at hand. */
  readonly table: string | null;
  readonly portions: readonly Portion[];
  /** Amounts in 100 g; null is unknown. */
  readonly per100g: Composition;
  /** Nutrients of `per100g` that are only lower bounds: of recipes, traces, values below a limit. */
  readonly lowerBounds?: LowerBounds | undefined;
  /** Whether it is so rich in oxalate that little of its calcium is absorbed; null while that is not known. */
  readonly highOxalate: boolean | null;
  /** Of an own food: the number under its barcode. */
  readonly barcode?: string | null;
  /** What preparation must know of it; left out where that is not at hand, and none is offered. */
  readonly described?: FoodDescriptor;
};

type EatingHabits = {
  readonly own: readonly MealOwnFood[];
  /** Food id → how much the person uses it. */
  readonly boost: ReadonlyMap<string, number>;
  /** Food id → how much of it was logged last time. */
  readonly last: ReadonlyMap<string, LastAmount>;
};

/** The foods and their search, by which a meal is read too. */
export type SearchedFoods = FoodSearch & {
  readonly catalogue: Catalogue;
  /** The same search, for what is asked again at every key. */
  readonly remembered: FoodSearch["search"];
};

/** The reference food table in the browser, with its search and the reading of whole meals. */
export type FoodTable = {
  readonly find: (id: string) => LoggableFood | null;
  readonly search: FoodSearch["search"];
  /** Results in which the same food of several tables stands together, that of the newest first. */
  readonly group: <T extends { readonly id: string }>(hits: readonly T[]) => readonly WithTwins<T>[];
  /** Several foods from one line of text; see parseMeal. */
  readonly readMeal: (text: string, eaten: EatingHabits) => ParsedMeal;
  /** How much of a food an amount is that was typed. */
  readonly chooseAmount: (food: LoggableFood, typed: TypedAmount, last?: LastAmount | null) => ChosenAmount;
  /** The weight that was typed as one, g; null for pieces, volumes and no amount, which only a food can weigh. */
  readonly weightOf: (typed: TypedAmount) => number | null;
  /** The same table for a person who measures in these units: a can of 330 ml or of 12 fl oz. */
  readonly inUnits: (units: Units) => FoodTable;
  /** The same table for a recipe, whose ingredients are weighed before cooking: "lentils" are raw ones. */
  readonly asIngredients: () => FoodTable;
};
