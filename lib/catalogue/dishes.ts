import {
  CONTENTS,
  type Composition,
  type Content,
  composition,
  type LowerBounds,
  NUTRIENT_IDS,
  type NutrientId,
  type PreparationId,
  prepare,
  recipeOf,
} from "@/lib/nutrition";
import type { FoodPhytate, ReferenceFood } from "./decode";
import type { FoodGroup } from "./groups";
import type { FoodTraits } from "./traits";

/** An ingredient of a typical dish: a food of the built-in table, or something that this table does not have. */
export type DishIngredient = {
  /** Id of the food; null where no food of the table is like it: all of its amounts are unknown. */
  readonly food: string | null;
  /** Name of the food in the table, which the build checks; for an unknown ingredient its plain name. */
  readonly name: string;
  /** Weight in the state that the name says, in the whole dish. */
  readonly grams: number;
  /** How a raw or dry food is prepared, where that changes what is left of its minerals. */
  readonly preparation?: PreparationId;
  /** What it stands for, where the table lacks the ingredient itself. */
  readonly standsFor?: string;
};

/** A row of data/reference/dishes.json: a typical recipe, our own, and why its proportions are what they are. */
export type DishRecipe = {
  readonly slug: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly group: FoodGroup;
  readonly ingredients: readonly DishIngredient[];
  /** Amounts that makers add to the whole dish, as labels say: calcium in oat drinks. */
  readonly added?: { readonly [N in NutrientId]?: number };
  /** Weight of the finished dish; null: that of the ingredients together. */
  readonly yieldGrams: number | null;
  readonly servings: number;
  /** Household measures, the most usual first. */
  readonly portions: readonly { readonly label: string; readonly grams: number }[];
  readonly why: string;
};

/** Amounts of a typical dish per 100 g. */
export type ComputedDish = {
  /** Partial sums where an ingredient is unknown; these are named in `lowerBounds`. */
  readonly per100g: Composition;
  readonly lowerBounds: LowerBounds;
  /** mg of phytic acid; null where no ingredient has an entry. */
  readonly phytate: Pick<FoodPhytate, "low" | "typical" | "high"> | null;
  readonly yieldGrams: number;
  readonly contains: FoodTraits["contains"];
};

type Used = { readonly ingredient: DishIngredient; readonly food: ReferenceFood | null };

const preparedPer100g = ({ ingredient: { preparation }, food }: Used) => {
  if (food === null) return { amounts: composition(), phytate: null };
  const portioned = { amounts: food.per100g, phytate: food.phytate };
  return preparation === undefined ? portioned : prepare(portioned, preparation, food);
};

/** Whether a dish contains something: yes if one ingredient does, unknown if none does but one may. */
const containedIn = (used: readonly Used[], content: Content): boolean | null => {
  const said = used.map(({ food }) => food?.traits.contains[content] ?? null);
  if (said.includes(true)) return true;
  return said.includes(null) ? null : false;
};

/**
 * Amounts of a dish by the core's recipe arithmetic: losses by ingredient, water by the weight of the finished dish. An
 * unknown ingredient makes every nutrient a lower bound.
 * @throws Error when an ingredient is not in the table, or is called otherwise there.
 * @throws RangeError for a preparation that its food does not offer, or a weight that is none.
 */
export const computeDish = (
  dish: DishRecipe,
  foodOf: (id: string) => ReferenceFood | undefined,
): ComputedDish => {
  const used = dish.ingredients.map((ingredient): Used => {
    if (ingredient.food === null) return { ingredient, food: null };
    const food = foodOf(ingredient.food);
    if (food?.name !== ingredient.name)
      throw new Error(
        `${dish.slug}: ${ingredient.food} is ${food?.name ?? "not there"}, not ${ingredient.name}`,
      );
    return { ingredient, food };
  });
  const prepared = used.map((of) => ({ ...preparedPer100g(of), grams: of.ingredient.grams }));
  const recipe = recipeOf({
    ingredients: prepared.map(({ amounts, grams }) => ({ per100g: amounts, grams })),
    yieldGrams: dish.yieldGrams,
    servings: dish.servings,
  });
  const per100gOf = (total: number): number => (total * 100) / recipe.yieldGrams;
  const bands = prepared.flatMap(({ phytate, grams }) =>
    phytate === null ? [] : [{ phytate, share: grams / 100 }],
  );
  const band = (edge: "low" | "typical" | "high"): number =>
    per100gOf(bands.reduce((sum, { phytate, share }) => sum + phytate[edge] * share, 0));
  return {
    per100g: composition(
      Object.fromEntries(
        NUTRIENT_IDS.map((nutrient) => {
          const amount: number | null = recipe.atLeastPer100g[nutrient];
          const added = dish.added?.[nutrient];
          if (added === undefined) return [nutrient, amount];
          return [nutrient, amount === null ? per100gOf(added) : amount + per100gOf(added)];
        }),
      ),
    ),
    // What makers add to ingredients of which nothing is known is the least there is.
    lowerBounds: NUTRIENT_IDS.filter(
      (nutrient) =>
        recipe.lowerBounds.includes(nutrient) ||
        (recipe.atLeastPer100g[nutrient] === null && dish.added?.[nutrient] !== undefined),
    ),
    phytate: bands.length === 0 ? null : { low: band("low"), typical: band("typical"), high: band("high") },
    yieldGrams: recipe.yieldGrams,
    contains: Object.fromEntries(
      CONTENTS.map((content) => [content, containedIn(used, content)]),
    ) as FoodTraits["contains"],
  };
};
