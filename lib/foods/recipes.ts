import "server-only";
import { randomUUID } from "node:crypto";
import { assertMayRead, assertMayWrite, type Viewer } from "../access";
import { AppError, changed, type FieldErrors, notFound } from "../errors";
import { composition, forGrams, MAX_FOOD_GRAMS } from "../nutrition";
import { type Expected, versionOf } from "../versions";
import { textFoodId } from "./client";
import type { Food } from "./food";
import { getPreparations } from "./preparations";
import { type ComputedRecipe, computeRecipes, findFoods, RECIPE, recipeFood } from "./recipe-foods";
import type { RecipeInput, RecipeSummary, RecipeView } from "./schemas";
import * as store from "./store";
import { isWeight, weighOr } from "./weigh";

/** A limit against runaway clients, above what a person needs. */
const MAX_RECIPES = 500;

const toRecipeSummary = ({ stored, recipe }: ComputedRecipe): RecipeSummary => ({
  id: stored.id,
  food: `${RECIPE}${stored.id}`,
  name: stored.name,
  servings: stored.servings,
  gramsPerServing: recipe.gramsPerServing,
  ingredientCount: stored.ingredients.length,
  perServing: forGrams(recipe.atLeastPer100g, recipe.gramsPerServing),
  lowerBounds: [...recipe.lowerBounds],
  createdAt: stored.createdAt.toISOString(),
  updatedAt: stored.updatedAt.toISOString(),
  version: versionOf(stored.updatedAt),
});

const toRecipeView = (computed: ComputedRecipe): RecipeView => ({
  ...toRecipeSummary(computed),
  yieldGrams: computed.stored.yieldGrams,
  ingredientGrams: computed.recipe.ingredientGrams,
  instructions: computed.stored.instructions,
  per100g: computed.recipe.atLeastPer100g,
  ingredients: computed.ingredients.map(({ stored, food, amounts, lowerBounds }) => ({
    food: stored.food,
    name: food?.name ?? stored.name,
    found: food !== null,
    grams: stored.grams,
    portion: stored.portion,
    preparation: stored.preparation,
    nutrients: amounts,
    lowerBounds: [...lowerBounds],
  })),
});

const computed = async (ownerId: string, recipe: store.StoredRecipe): Promise<ComputedRecipe> => {
  const found = (await computeRecipes(ownerId, [recipe])).get(recipe.id);
  if (!found) throw new Error("A recipe that was given is not among those computed");
  return found;
};

/** The owner's recipes, the latest first, with what a serving holds. */
export const listRecipes = async (viewer: Viewer, ownerId: string): Promise<RecipeSummary[]> => {
  assertMayRead(viewer, ownerId);
  const recipes = await store.listRecipes(ownerId);
  return [...(await computeRecipes(ownerId, recipes)).values()].map(toRecipeSummary);
};

/** The owner's recipes as foods to log: what a browser searches beside the reference table. */
export const listRecipeFoods = async (viewer: Viewer, ownerId: string): Promise<Food[]> => {
  assertMayRead(viewer, ownerId);
  const recipes = await store.listRecipes(ownerId);
  return [...(await computeRecipes(ownerId, recipes)).values()].map(recipeFood);
};

/** One recipe. @throws AppError not_found, also where it belongs to another account. */
export const getRecipe = async (viewer: Viewer, ownerId: string, id: string): Promise<RecipeView> => {
  assertMayRead(viewer, ownerId);
  const [found] = await store.findRecipes(ownerId, [id.toLowerCase()]);
  if (!found) throw notFound("The recipe");
  return toRecipeView(await computed(ownerId, found));
};

/** Whether the first recipe contains the second, directly or through other recipes. */
const needs = (recipes: ReadonlyMap<string, store.StoredRecipe>, from: string, wanted: string): boolean => {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === wanted) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { food } of recipes.get(id)?.ingredients ?? []) {
      if (food.startsWith(RECIPE)) open.push(food.slice(RECIPE.length));
    }
  }
  return false;
};

/** A food that is gone, as an ingredient of this recipe still knows it: by name, and the portion it was weighed in. */
const remembered = ({ food, name, grams, portion }: store.StoredIngredient): Food => ({
  id: food,
  name,
  group: "",
  source: "own",
  table: null,
  portions: portion === null ? [] : [{ id: portion.id, label: portion.label, grams: grams / portion.count }],
  per100g: composition(),
});

/** The ingredients as they are stored. @throws AppError invalid, with the field of every one that cannot be. */
const resolveIngredients = async (
  ownerId: string,
  id: string,
  inputs: RecipeInput["ingredients"],
  before: readonly store.StoredIngredient[],
): Promise<store.StoredIngredient[]> => {
  const foods = await findFoods(
    ownerId,
    inputs.flatMap((input) => ("food" in input ? [input.food] : [])),
  );
  const nested = inputs.some((input) => "food" in input && input.food.startsWith(RECIPE));
  const recipes = new Map(
    (nested ? await store.listRecipes(ownerId) : []).map((recipe) => [recipe.id, recipe]),
  );
  const fields: Record<string, string> = {};
  const ingredients = inputs.flatMap((input, index): store.StoredIngredient[] => {
    const path = `ingredients.${index}`;
    const wrong = (errors: FieldErrors) => {
      Object.assign(fields, errors);
      return [];
    };
    if ("text" in input) {
      const { text, amount } = input;
      return [{ food: textFoodId(text), name: text, grams: amount.grams, portion: null, preparation: null }];
    }
    const kept = before.find((ingredient) => ingredient.food === input.food);
    const food = foods.get(input.food) ?? (kept && remembered(kept));
    if (!food) return wrong({ [`${path}.food`]: "is not a food Assay knows" });
    if (food.source === "recipe" && needs(recipes, food.id.slice(RECIPE.length), id)) {
      return wrong({ [`${path}.food`]: "is made with this recipe itself" });
    }
    const preparation = input.preparation ?? null;
    if (preparation !== null && !getPreparations(food).some((offered) => offered.id === preparation)) {
      return wrong({ [`${path}.preparation`]: "is not a preparation of this food" });
    }
    const weight = weighOr(food, input.amount, `${path}.amount`);
    return isWeight(weight) ? [{ food: food.id, name: food.name, ...weight, preparation }] : wrong(weight);
  });
  if (Object.keys(fields).length > 0) {
    throw new AppError("invalid", "Some ingredients cannot be used as they are.", { fields });
  }
  return ingredients;
};

/** @throws AppError invalid for a serving too heavy to be logged. */
const assertServing = (
  { servings, yieldGrams }: RecipeInput,
  ingredients: readonly store.StoredIngredient[],
) => {
  const dish = yieldGrams ?? ingredients.reduce((sum, { grams }) => sum + grams, 0);
  if (dish / servings <= MAX_FOOD_GRAMS) return;
  throw new AppError("invalid", "One serving would weigh more than 10 kg.", {
    fields: { servings: `makes a serving of more than ${MAX_FOOD_GRAMS} g` },
  });
};

/**
 * Creates or replaces a recipe; sending the same again changes nothing, and what was logged of it stays as it was.
 * @param id made by the client; a new one when left out.
 * @throws AppError conflict when there are too many; invalid for an ingredient that is not there, is weighed in a
 *   portion it does not have, or is made with this recipe itself; changed when it rests on another version.
 */
export const putRecipe = async (
  viewer: Viewer,
  ownerId: string,
  input: RecipeInput,
  id: string = randomUUID(),
  expected?: Expected,
): Promise<{ recipe: RecipeView; created: boolean }> => {
  assertMayWrite(viewer, ownerId);
  const [before] = await store.findRecipes(ownerId, [id]);
  const ingredients = await resolveIngredients(ownerId, id, input.ingredients, before?.ingredients ?? []);
  assertServing(input, ingredients);
  const put = await store.putRecipe(
    ownerId,
    {
      id,
      name: input.name,
      servings: input.servings,
      yieldGrams: input.yieldGrams ?? null,
      instructions: input.instructions || null,
      ingredients,
    },
    new Date(),
    expected,
    async () => {
      if ((await store.countRecipes(ownerId)) < MAX_RECIPES) return;
      const [there] = await store.findRecipes(ownerId, [id]);
      if (!there) throw new AppError("conflict", `An account has at most ${MAX_RECIPES} recipes.`);
    },
  );
  if ("misfit" in put) throw changed(put.misfit && toRecipeView(await computed(ownerId, put.misfit)));
  return { recipe: toRecipeView(await computed(ownerId, put.row)), created: put.created };
};

/**
 * Deletes a recipe; logged entries stay. Deleting it again changes nothing.
 * @throws AppError changed when it rests on another version.
 */
export const deleteRecipe = async (
  viewer: Viewer,
  ownerId: string,
  id: string,
  expected?: Expected,
): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  const misfit = await store.deleteRecipe(ownerId, id.toLowerCase(), expected);
  if (misfit) throw changed(toRecipeView(await computed(ownerId, misfit)));
};
