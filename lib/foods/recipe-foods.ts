import "server-only";
import {
  type Composition,
  composition,
  forGrams,
  type LowerBounds,
  type Recipe,
  recipeOf,
} from "../nutrition";
import { type Food, OWN, ownFood, referenceFood } from "./food";
import { getPreparations, preparedAmounts } from "./preparations";
import { SERVING } from "./schemas";
import * as store from "./store";

/** What the food ids of recipes begin with. */
export const RECIPE = "recipe:";
const RECIPE_GROUP = "My recipes";

/** An ingredient with the food it names now, null where that is gone, and what it brings to the whole dish. */
export type ComputedIngredient = {
  readonly stored: store.StoredIngredient;
  readonly food: Food | null;
  readonly amounts: Composition;
  readonly lowerBounds: LowerBounds;
};

/** A recipe with its totals from the ingredients' present values. */
export type ComputedRecipe = {
  readonly stored: store.StoredRecipe;
  readonly recipe: Recipe;
  readonly ingredients: readonly ComputedIngredient[];
};

/** A computed recipe as a food that can be logged by serving or weight. */
export const recipeFood = ({ stored, recipe }: ComputedRecipe): Food => ({
  id: `${RECIPE}${stored.id}`,
  name: stored.name,
  group: RECIPE_GROUP,
  source: "recipe",
  portions: [{ id: SERVING, label: "serving", grams: recipe.gramsPerServing }],
  per100g: recipe.atLeastPer100g,
  lowerBounds: recipe.lowerBounds,
  table: null,
});

const UNKNOWN = composition();

/** What 100 g of an ingredient bring, after its preparation where the food still offers it. */
const preparedPer100g = (food: Food, { preparation }: store.StoredIngredient): Composition =>
  preparation !== null && getPreparations(food).some(({ id }) => id === preparation)
    ? preparedAmounts(food, 100, preparation)
    : food.per100g;

const startingWith = (ids: Iterable<string>, prefix: string): string[] =>
  [...ids].filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));

/**
 * Computes recipes from their ingredients' present values. An ingredient whose food is gone weighs what it weighed and
 * is unknown in every nutrient; so is one that would lead a recipe back to itself. At most three queries.
 */
export const computeRecipes = async (
  ownerId: string,
  recipes: readonly store.StoredRecipe[],
): Promise<ReadonlyMap<string, ComputedRecipe>> => {
  const nested = recipes.some(({ ingredients }) => ingredients.some(({ food }) => food.startsWith(RECIPE)));
  const all = new Map(
    [...(nested ? await store.listRecipes(ownerId) : []), ...recipes].map((recipe) => [recipe.id, recipe]),
  );
  const named = new Set([...all.values()].flatMap(({ ingredients }) => ingredients.map(({ food }) => food)));
  const own = new Map(
    (await store.findOwnFoods(ownerId, startingWith(named, OWN))).map((food) => [food.id, ownFood(food)]),
  );
  const done = new Map<string, ComputedRecipe>();
  const underWay = new Set<string>();

  const findFood = (id: string): Food | null => {
    if (id.startsWith(OWN)) return own.get(id.slice(OWN.length)) ?? null;
    if (!id.startsWith(RECIPE)) return referenceFood(id);
    const stored = all.get(id.slice(RECIPE.length));
    return stored && !underWay.has(stored.id) ? recipeFood(compute(stored)) : null;
  };
  const compute = (stored: store.StoredRecipe): ComputedRecipe => {
    const known = done.get(stored.id);
    if (known) return known;
    underWay.add(stored.id);
    const used = stored.ingredients.map((ingredient) => {
      const food = findFood(ingredient.food);
      const per100g = food ? preparedPer100g(food, ingredient) : UNKNOWN;
      return { stored: ingredient, food, per100g, lowerBounds: food?.lowerBounds ?? [] };
    });
    underWay.delete(stored.id);
    const computed: ComputedRecipe = {
      stored,
      recipe: recipeOf({
        ingredients: used.map(({ per100g, lowerBounds, stored: { grams } }) => ({
          per100g,
          lowerBounds,
          grams,
        })),
        yieldGrams: stored.yieldGrams,
        servings: stored.servings,
      }),
      ingredients: used.map(({ per100g, ...rest }) => ({
        ...rest,
        amounts: forGrams(per100g, rest.stored.grams),
      })),
    };
    done.set(stored.id, computed);
    return computed;
  };
  return new Map(recipes.map((recipe) => [recipe.id, compute(recipe)]));
};

/** The foods with these ids as the owner sees them, by id; those that are not there are absent. */
export const findFoods = async (
  ownerId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Food>> => {
  const [own, recipes] = await Promise.all([
    store.findOwnFoods(ownerId, startingWith(ids, OWN)),
    store.findRecipes(ownerId, startingWith(ids, RECIPE)),
  ]);
  const theirs = [
    ...own.map(ownFood),
    ...[...(await computeRecipes(ownerId, recipes)).values()].map(recipeFood),
  ];
  const found = new Map(theirs.map((food) => [food.id, food]));
  for (const id of ids) {
    const food = found.get(id) ?? referenceFood(id);
    if (food) found.set(id, food);
  }
  return found;
};
