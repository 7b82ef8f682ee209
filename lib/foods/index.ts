import "server-only";
import { randomUUID } from "node:crypto";
import { assertMayRead, assertMayWrite, type Viewer } from "../access";
import { groupTwins, type ParsedMeal, parseMeal } from "../catalogue";
import { loadCatalogue } from "../catalogue/load";
import { AppError, changed, notFound } from "../errors";
import { clientId } from "../fields";
import { composition, labelComposition, NUTRIENT_IDS } from "../nutrition";
import type { Expected } from "../versions";
import { type Food, foodSearch, OWN, ownFood, referenceFood } from "./food";
import { toFoodSummary, toFoodView } from "./food-view";
import { findFoods, RECIPE } from "./recipe-foods";
import {
  type FoodSearchQuery,
  type FoodSource,
  type FoodSummary,
  type FoodView,
  foodId,
  foodSourceOf,
  type OwnFoodInput,
  type ReadView,
} from "./schemas";
import * as store from "./store";

export { findSimilarFoods, lookUpBarcode, productServer } from "./barcode";
export { toDishView } from "./dishes";
export { deleteFavourite, listFavourites, putFavourite } from "./favourites";
export { type Food, listName } from "./food";
export { describeFood, getPreparations, preparedAmounts } from "./preparations";
export { deleteRecipe, getRecipe, listRecipeFoods, listRecipes, putRecipe } from "./recipes";
export {
  deleteSupplement,
  doseAmounts,
  getSupplement,
  listSupplements,
  prescribedIn,
  putSupplement,
  toSafetyNote,
} from "./supplements";
export { weigh } from "./weigh";

const MAX_OWN_FOODS = 5000;

/** Results that are looked at beyond those asked for, so that a food's twins in other tables stand under it. */
const TWINS_LOOKED_AT = 20;

/** The food with this id as the owner sees it, or null. */
export const getFood = async (viewer: Viewer, ownerId: string, id: string): Promise<Food | null> => {
  assertMayRead(viewer, ownerId);
  return (await findFoods(ownerId, [id])).get(id) ?? null;
};

/** The foods with these ids as the owner sees them, by id; those that are not there are absent. */
export const getFoods = (
  viewer: Viewer,
  ownerId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Food>> => {
  assertMayRead(viewer, ownerId);
  return findFoods(ownerId, ids);
};

/** The owner's own foods and recipes, by the ids that they have as foods. */
const ownNames = async (
  ownerId: string,
  wants: (source: "own" | "recipe") => boolean = () => true,
): Promise<{ readonly id: string; readonly name: string }[]> => {
  const [foods, recipes] = await Promise.all([
    wants("own") ? store.listOwnNames(ownerId) : [],
    wants("recipe") ? store.listRecipeNames(ownerId) : [],
  ]);
  return [
    ...foods.map(({ id, name }) => ({ id: `${OWN}${id}`, name })),
    ...recipes.map(({ id, name }) => ({ id: `${RECIPE}${id}`, name })),
  ];
};

/**
 * Searches own foods, recipes and reference foods by text, best match first.
 * An empty query finds the owner's own foods and recipes only.
 */
export const searchFoods = async (
  viewer: Viewer,
  ownerId: string,
  query: FoodSearchQuery,
): Promise<FoodSummary[]> => {
  assertMayRead(viewer, ownerId);
  const wants = (source: FoodSource) => query.source === undefined || query.source === source;
  const own = await ownNames(ownerId, wants);
  if (query.q.trim() === "")
    return summaries(
      ownerId,
      own.slice(0, query.limit).map(({ id }) => id),
    );
  // The search ranks both kinds together; with a source filter more results are fetched and then filtered.
  const wanted = query.source === undefined ? query.limit : 200;
  const catalogue = loadCatalogue();
  const found = foodSearch()
    .search(query.q, { limit: wanted + (catalogue.parts.length > 1 ? TWINS_LOOKED_AT : 0), own })
    .filter(({ id }) => query.source === undefined || foodSourceOf(id) === query.source);
  const grouped = groupTwins(catalogue, found).slice(0, query.limit);
  const firsts = await summaries(
    ownerId,
    grouped.map(({ hit }) => hit.id),
  );
  const groupOf = new Map(grouped.map((group) => [group.hit.id, group]));
  return firsts.map((food) => {
    const group = groupOf.get(food.id);
    return {
      ...food,
      twins: (group?.twins ?? []).flatMap(({ id }) => {
        const twin = referenceFood(id);
        return twin?.table ? [{ id, name: twin.name, table: twin.table }] : [];
      }),
      onlyClose: group?.hit.onlyClose ?? false,
    };
  });
};

/**
 * Reads a line of text as a meal, with the owner's own foods and recipes beside the reference table.
 * @param units those of the profile: they say which pint is meant.
 * @param asEaten false for the ingredients of a recipe, which are weighed before cooking.
 */
export const readMeal = async (
  viewer: Viewer,
  ownerId: string,
  text: string,
  units: "metric" | "us",
  asEaten = true,
): Promise<ParsedMeal> => {
  assertMayRead(viewer, ownerId);
  const names = await ownNames(ownerId);
  const foods = await findFoods(
    ownerId,
    names.map(({ id }) => id),
  );
  const own = names.map(({ id, name }) => ({ id, name, portions: foods.get(id)?.portions ?? [] }));
  return parseMeal(text, { search: foodSearch(), catalogue: loadCatalogue(), own, units, asEaten });
};

/** A line of text read as {@link readMeal} does, for the API. Nothing is saved. */
export const readLine = async (
  viewer: Viewer,
  ownerId: string,
  text: string,
  units: "metric" | "us",
): Promise<ReadView> => {
  const { items, notUnderstood, doubts } = await readMeal(viewer, ownerId, text, units);
  return {
    items: items.map(({ range, words, meal, candidates, choice, ...item }) => ({
      said: text.slice(...range),
      words,
      meal,
      foods: candidates.map(({ id, name, onlyClose }) => ({ id, name, onlyClose })),
      grams: choice?.grams ?? null,
      portion: choice && "portionId" in choice ? { id: choice.portionId, count: choice.count } : null,
      assumed: item.assumed,
      problem: item.problem,
      unmatched: item.unmatched.map((part) => part.text),
      closestTo: item.closestTo,
      partOf: item.partOf,
      doubts: [...item.doubts],
    })),
    notUnderstood: notUnderstood.map((part) => part.text),
    doubts: [...doubts],
  };
};

/** All own foods of the owner, the latest first: the browser searches them beside the reference table. */
export const listOwnFoods = async (viewer: Viewer, ownerId: string): Promise<Food[]> => {
  assertMayRead(viewer, ownerId);
  const ids = (await store.listOwnNames(ownerId)).map(({ id }) => id);
  const byId = new Map((await store.findOwnFoods(ownerId, ids)).map((food) => [food.id, ownFood(food)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

const summaries = async (ownerId: string, ids: readonly string[]): Promise<FoodSummary[]> => {
  const found = await findFoods(ownerId, ids);
  return ids.flatMap((id) => {
    const food = found.get(id);
    return food ? [toFoodSummary(food)] : [];
  });
};

/** One food with its amounts per 100 g, and where each number is from. @throws AppError not_found. */
export const readFood = async (viewer: Viewer, ownerId: string, id: string): Promise<FoodView> => {
  // An invalid id (one with a NUL, for example) must not reach the database, which would reject the query.
  const known = foodId.safeParse(id);
  const food = known.success ? await getFood(viewer, ownerId, known.data) : null;
  if (!food) throw notFound("The food");
  return toFoodView(food);
};

/** @throws AppError invalid when the food of the estimate is not in the table. */
const ownFromInput = (id: string, input: OwnFoodInput): store.OwnFood => {
  const estimateFoodId = input.estimateFood ?? null;
  if (estimateFoodId !== null && !loadCatalogue().food(estimateFoodId)) {
    throw new AppError("invalid", "The similar food is not in the food table.", {
      fields: { estimateFood: "is not a food of the reference table" },
    });
  }
  const label = input.label ?? null;
  const fromLabel = label === null ? composition() : labelComposition(label);
  return {
    id,
    name: input.name,
    portions: input.portions.map((portion, index) => ({ id: `p${index + 1}`, ...portion })),
    barcode: input.barcode ?? null,
    label,
    estimateFoodId,
    per100g: composition(
      Object.fromEntries(
        NUTRIENT_IDS.map((nutrient) => [nutrient, fromLabel[nutrient] ?? input.per100g[nutrient]]),
      ),
    ),
  };
};

const barcodeTaken = (): AppError =>
  new AppError("conflict", "Another food of yours has this barcode.", {
    fields: { barcode: "belongs to another food of yours" },
  });

/** @throws AppError conflict when there are too many, or its barcode is taken; changed when it rests on another version. */
const putOwn = async (
  ownerId: string,
  food: store.OwnFood,
  expected?: Expected,
): Promise<{ food: FoodView; created: boolean }> => {
  const put = await store.putOwnFood(ownerId, food, new Date(), expected, () => assertRoom(ownerId));
  if (put === "barcode-taken") throw barcodeTaken();
  if ("misfit" in put) throw changed(put.misfit && toFoodView(ownFood(put.misfit)));
  return { food: toFoodView(ownFood(put.food)), created: put.created };
};

const assertRoom = async (ownerId: string): Promise<void> => {
  if ((await store.countOwnFoods(ownerId)) >= MAX_OWN_FOODS)
    throw new AppError("conflict", `An account has at most ${MAX_OWN_FOODS} own foods.`);
};

/** Creates an own food. @throws AppError conflict when there are too many, or its barcode is taken. */
export const createFood = async (viewer: Viewer, ownerId: string, input: OwnFoodInput): Promise<FoodView> => {
  assertMayWrite(viewer, ownerId);
  return (await putOwn(ownerId, ownFromInput(randomUUID(), input))).food;
};

const parseOwnFoodId = (id: string): string => {
  if (id.startsWith(RECIPE))
    throw new AppError("forbidden", "A recipe is changed as a recipe, not as a food.");
  if (!id.startsWith(OWN)) throw new AppError("forbidden", "Only your own foods can be changed.");
  return id.slice(OWN.length);
};

/**
 * Creates or replaces an own food; sending the same again changes nothing, and entries logged of it keep their amounts.
 * @param id `own:` and a UUID that the client made.
 * @throws AppError not_found for an id that no food can have; conflict when another food has its barcode, or there are
 *   too many; changed when it rests on another version.
 */
export const putFood = async (
  viewer: Viewer,
  ownerId: string,
  id: string,
  input: OwnFoodInput,
  expected?: Expected,
): Promise<{ food: FoodView; created: boolean }> => {
  assertMayWrite(viewer, ownerId);
  const ownId = parseOwnFoodId(id);
  const food = ownFromInput(ownId, input);
  const [before] = await store.findOwnFoods(ownerId, [ownId]);
  if (!before && !clientId.safeParse(ownId).success) throw notFound("The food");
  return putOwn(ownerId, food, expected);
};

/**
 * Deletes an own food; entries logged of it stay. Deleting it again changes nothing.
 * @throws AppError changed when it rests on another version.
 */
export const deleteFood = async (
  viewer: Viewer,
  ownerId: string,
  id: string,
  expected?: Expected,
): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  const misfit = await store.deleteOwnFood(ownerId, parseOwnFoodId(id), expected);
  if (misfit) throw changed(toFoodView(ownFood(misfit)));
};
