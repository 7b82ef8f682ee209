import "server-only";
import { randomUUID } from "node:crypto";
import { assertMayRead, assertMayWrite, type Viewer } from "../access";
import { createFoodSearch, FOOD_GROUPS, type FoodSearch, provenanceOf } from "../catalogue";
import { loadCatalogue } from "../catalogue/load";
import { AppError, notFound } from "../errors";
import { type Composition, composition, NUTRIENT_IDS, NUTRIENTS, type Portion } from "../nutrition";
import { preparationsOf } from "./preparations";
import {
  type FoodSearchQuery,
  type FoodSource,
  type FoodSummary,
  type FoodView,
  foodId,
  type OwnFoodInput,
} from "./schemas";
import * as store from "./store";

export { describeFood, preparationsOf, preparedAmounts } from "./preparations";
export { notReady } from "./readiness";
export {
  deleteSupplement,
  doseAmounts,
  getSupplement,
  listSupplements,
  noteOf,
  prescribedIn,
  putSupplement,
} from "./supplements";

/** Any food a person can log: from the reference table or their own. */
export type Food = {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly source: FoodSource;
  readonly portions: readonly Portion[];
  /** Amounts in 100 g; null is unknown. */
  readonly per100g: Composition;
};

const MAX_OWN_FOODS = 5000;
const OWN = "own:";
const OWN_GROUP = "My foods";

const referenceFood = (id: string): Food | null => {
  const food = loadCatalogue().food(id);
  return food
    ? {
        id: food.id,
        name: food.name,
        group: FOOD_GROUPS[food.group].label,
        source: "sr28",
        portions: food.portions,
        per100g: food.per100g,
      }
    : null;
};

const ownFood = (food: store.OwnFood): Food => ({
  id: `${OWN}${food.id}`,
  name: food.name,
  group: OWN_GROUP,
  source: "own",
  portions: food.portions,
  per100g: food.per100g,
});

/** The food with this id as the owner sees it, or null. */
export const getFood = async (viewer: Viewer, ownerId: string, id: string): Promise<Food | null> => {
  assertMayRead(viewer, ownerId);
  if (!id.startsWith(OWN)) return referenceFood(id);
  const food = await store.findOwnFood(ownerId, id.slice(OWN.length));
  return food && ownFood(food);
};

const summaryOf = ({ id, name, group, source, portions, per100g }: Food): FoodSummary => ({
  id,
  name,
  group,
  source,
  kcal: per100g.energy,
  portions: portions.map((portion) => ({ ...portion })),
});

const engine = globalThis as typeof globalThis & { assaySearch?: FoodSearch };

/**
 * Finds foods by what a person types, best first: own foods and reference foods together.
 * An empty query finds the owner's own foods only.
 */
export const searchFoods = async (
  viewer: Viewer,
  ownerId: string,
  query: FoodSearchQuery,
): Promise<FoodSummary[]> => {
  assertMayRead(viewer, ownerId);
  const wantsOwn = query.source === undefined || query.source === "own";
  const names = wantsOwn ? await store.listOwnNames(ownerId) : [];
  const own = names.map(({ id, name }) => ({ id: `${OWN}${id}`, name }));
  if (query.q.trim() === "")
    return summaries(
      ownerId,
      own.slice(0, query.limit).map(({ id }) => id),
    );
  engine.assaySearch ??= createFoodSearch(loadCatalogue());
  // The engine ranks both kinds together; a source filter asks for more and keeps its own.
  const wanted = query.source === undefined ? query.limit : 200;
  const found = engine.assaySearch.search(query.q, { limit: wanted, own }).map(({ id }) => id);
  const kept = query.source === undefined ? found : found.filter((id) => sourceOf(id) === query.source);
  return summaries(ownerId, kept.slice(0, query.limit));
};

/** All foods of the owner's own, the latest first: what a browser searches beside the reference table. */
export const listOwnFoods = async (viewer: Viewer, ownerId: string): Promise<Food[]> => {
  assertMayRead(viewer, ownerId);
  const ids = (await store.listOwnNames(ownerId)).map(({ id }) => id);
  const byId = new Map((await store.findOwnFoods(ownerId, ids)).map((food) => [food.id, ownFood(food)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

const sourceOf = (id: string): FoodSource =>
  id.startsWith(OWN) ? "own" : id.startsWith("ndb:") ? "sr28" : "imported";

const summaries = async (ownerId: string, ids: readonly string[]): Promise<FoodSummary[]> => {
  const own = await store.findOwnFoods(
    ownerId,
    ids.filter((id) => id.startsWith(OWN)).map((id) => id.slice(OWN.length)),
  );
  const ownById = new Map(own.map((food) => [`${OWN}${food.id}`, ownFood(food)]));
  return ids.flatMap((id) => {
    const food = ownById.get(id) ?? referenceFood(id);
    return food ? [summaryOf(food)] : [];
  });
};

const provenance = (food: Food): FoodView["provenance"] =>
  NUTRIENT_IDS.map((nutrient) => {
    const found = food.source === "own" ? undefined : provenanceOf(loadCatalogue(), food.id, nutrient);
    const value = food.per100g[nutrient];
    const { unit } = NUTRIENTS[nutrient];
    if (!found)
      return { nutrient, value, unit, source: "Entered by you", row: food.id, column: nutrient, note: null };
    return {
      nutrient,
      value: found.value,
      unit,
      source: found.source,
      row: found.row,
      column: found.column,
      note: found.note,
    };
  });

const viewOf = (food: Food): FoodView => {
  const phytate = food.source === "own" ? null : (loadCatalogue().food(food.id)?.phytate ?? null);
  return {
    ...summaryOf(food),
    per100g: food.per100g,
    phytateBand: phytate && {
      low: phytate.low,
      typical: phytate.typical,
      high: phytate.high,
      confidence: phytate.confidence,
    },
    preparations: preparationsOf(food).map(({ id, label, detail, phytate: left }) => ({
      id,
      label,
      detail,
      phytate: { ...left },
    })),
    provenance: provenance(food),
  };
};

/** One food with its amounts per 100 g, and where each number is from. @throws AppError not_found. */
export const readFood = async (viewer: Viewer, ownerId: string, id: string): Promise<FoodView> => {
  // What is no id at all (a NUL, say) must not reach a database that would choke on it.
  const known = foodId.safeParse(id);
  const food = known.success ? await getFood(viewer, ownerId, known.data) : null;
  if (!food) throw notFound("The food");
  return viewOf(food);
};

const ownFromInput = (id: string, input: OwnFoodInput): store.OwnFood => ({
  id,
  name: input.name,
  portions: input.portions.map((portion, index) => ({ id: `p${index + 1}`, ...portion })),
  per100g: composition(input.per100g),
});

/** Makes a food of the owner's own. @throws AppError conflict when there are too many. */
export const createFood = async (viewer: Viewer, ownerId: string, input: OwnFoodInput): Promise<FoodView> => {
  assertMayWrite(viewer, ownerId);
  if ((await store.countOwnFoods(ownerId)) >= MAX_OWN_FOODS) {
    throw new AppError("conflict", `An account has at most ${MAX_OWN_FOODS} own foods.`);
  }
  const food = ownFromInput(randomUUID(), input);
  await store.insertOwnFood(ownerId, food, new Date());
  return viewOf(ownFood(food));
};

const ownIdOf = (id: string): string => {
  if (!id.startsWith(OWN)) throw new AppError("forbidden", "Only your own foods can be changed.");
  return id.slice(OWN.length);
};

/** Replaces an own food; entries logged of it keep their amounts. @throws AppError not_found. */
export const replaceFood = async (
  viewer: Viewer,
  ownerId: string,
  id: string,
  input: OwnFoodInput,
): Promise<FoodView> => {
  assertMayWrite(viewer, ownerId);
  const food = ownFromInput(ownIdOf(id), input);
  if (!(await store.updateOwnFood(ownerId, food, new Date()))) throw notFound("The food");
  return viewOf(ownFood(food));
};

/** Deletes an own food; entries logged of it stay. Deleting it again changes nothing. */
export const deleteFood = async (viewer: Viewer, ownerId: string, id: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await store.deleteOwnFood(ownerId, ownIdOf(id));
};
