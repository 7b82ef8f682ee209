import "server-only";
import { z } from "zod";
import { db, nullOnConflict, putOwned, readJson } from "../db";
import { type Composition, composition, type Portion, SUPPLEMENT_NUTRIENTS } from "../nutrition";
import { type AmountInput, amountInput, preparationField } from "./food-fields";
import { type FoodLabel, foodLabel } from "./label-schemas";
import { portionView } from "./schemas";
import { type ScheduleView, scheduleView } from "./supplement-schemas";

// The only Prisma code of own foods, recipes, supplements and favourites.

const portions = z.array(portionView);

export type OwnFood = {
  id: string;
  name: string;
  portions: Portion[];
  barcode: string | null;
  label: FoodLabel | null;
  estimateFoodId: string | null;
  per100g: Composition;
};

type Row = Record<keyof Composition, number | null> &
  Pick<OwnFood, "id" | "name" | "barcode" | "estimateFoodId"> & {
    portions: string;
    label: string | null;
  };

const toOwnFood = (row: Row): OwnFood => ({
  id: row.id,
  name: row.name,
  portions: readJson(portions, row.portions, "OwnFood.portions"),
  barcode: row.barcode,
  label: row.label === null ? null : readJson(foodLabel, row.label, "OwnFood.label"),
  estimateFoodId: row.estimateFoodId,
  per100g: composition(row),
});

const toColumns = (food: OwnFood) => ({
  name: food.name,
  portions: JSON.stringify(food.portions),
  barcode: food.barcode,
  label: food.label === null ? null : JSON.stringify(food.label),
  estimateFoodId: food.estimateFoodId,
  ...food.per100g,
});

/** The owner's food with this barcode, as lib/foods/gtin.ts spells it. */
export const findOwnFoodByBarcode = async (ownerId: string, barcode: string): Promise<OwnFood | null> => {
  const row = await db().ownFood.findFirst({ where: { ownerId, barcode } });
  return row && toOwnFood(row);
};

/** Ids and names, for search; at most `MAX_OWN_FOODS`. */
export const listOwnNames = (ownerId: string): Promise<{ id: string; name: string }[]> =>
  db().ownFood.findMany({
    where: { ownerId },
    select: { id: true, name: true },
    orderBy: { createdAt: "desc" },
  });

export const findOwnFoods = async (ownerId: string, ids: readonly string[]): Promise<OwnFood[]> =>
  ids.length === 0
    ? []
    : (await db().ownFood.findMany({ where: { ownerId, id: { in: [...ids] } } })).map(toOwnFood);

export const countOwnFoods = (ownerId: string): Promise<number> => db().ownFood.count({ where: { ownerId } });

/** @returns false when another food of the owner has its barcode. */
export const insertOwnFood = async (ownerId: string, food: OwnFood, now: Date): Promise<boolean> =>
  (await nullOnConflict(
    db().ownFood.create({
      data: { ownerId, id: food.id, ...toColumns(food), createdAt: now, updatedAt: now },
    }),
  )) !== null;

/** @returns how many were changed, 0 when the owner has no such food; null when another one has its barcode. */
export const updateOwnFood = async (ownerId: string, food: OwnFood, now: Date): Promise<number | null> => {
  const changed = await nullOnConflict(
    db().ownFood.updateMany({
      where: { ownerId, id: food.id },
      data: { ...toColumns(food), updatedAt: now },
    }),
  );
  return changed === null ? null : changed.count;
};

export const deleteOwnFood = async (ownerId: string, id: string): Promise<void> => {
  await db().ownFood.deleteMany({ where: { ownerId, id } });
};

/** One ingredient as it was saved. */
const ingredient = z.object({
  food: z.string(),
  /** What the food was called then. */
  name: z.string(),
  grams: z.number(),
  portion: z.object({ id: z.string(), label: z.string(), count: z.number() }).nullable(),
  preparation: preparationField.nullable(),
});
export type StoredIngredient = z.output<typeof ingredient>;
const ingredients = z.array(ingredient);

export type StoredRecipe = {
  id: string;
  name: string;
  servings: number;
  yieldGrams: number | null;
  instructions: string | null;
  ingredients: StoredIngredient[];
  createdAt: Date;
  updatedAt: Date;
};

type RecipeRow = Omit<StoredRecipe, "ingredients"> & { ingredients: string };

const toRecipe = (row: RecipeRow): StoredRecipe => ({
  id: row.id,
  name: row.name,
  servings: row.servings,
  yieldGrams: row.yieldGrams,
  instructions: row.instructions,
  ingredients: readJson(ingredients, row.ingredients, "Recipe.ingredients"),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

/** All recipes of an owner, the latest first; at most `MAX_RECIPES`. */
export const listRecipes = async (ownerId: string): Promise<StoredRecipe[]> =>
  (await db().recipe.findMany({ where: { ownerId }, orderBy: [{ createdAt: "desc" }, { id: "asc" }] })).map(
    toRecipe,
  );

/** Ids and names, for search. */
export const listRecipeNames = (ownerId: string): Promise<{ id: string; name: string }[]> =>
  db().recipe.findMany({
    where: { ownerId },
    select: { id: true, name: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });

export const findRecipes = async (ownerId: string, ids: readonly string[]): Promise<StoredRecipe[]> =>
  ids.length === 0
    ? []
    : (await db().recipe.findMany({ where: { ownerId, id: { in: [...ids] } } })).map(toRecipe);

export const countRecipes = (ownerId: string): Promise<number> => db().recipe.count({ where: { ownerId } });

/** Creates or replaces a recipe. @returns the recipe as it is kept, and whether it is new. */
export const putRecipe = async (
  ownerId: string,
  recipe: Omit<StoredRecipe, "createdAt" | "updatedAt">,
  now: Date,
): Promise<{ recipe: StoredRecipe; created: boolean }> => {
  const { id, ingredients, ...rest } = recipe;
  const columns = { ...rest, ingredients: JSON.stringify(ingredients) };
  const data = { ...columns, updatedAt: now };
  const { row, created } = await putOwned<RecipeRow>(columns, {
    insert: () => db().recipe.create({ data: { ownerId, id, ...data, createdAt: now } }),
    find: () => db().recipe.findFirst({ where: { ownerId, id } }),
    update: () => db().recipe.updateManyAndReturn({ where: { ownerId, id }, data }),
  });
  return { recipe: toRecipe(row), created };
};

export const deleteRecipe = async (ownerId: string, id: string): Promise<void> => {
  await db().recipe.deleteMany({ where: { ownerId, id } });
};

/** What one dose of a supplement holds of a nutrient, as typed. */
const content = z.object({
  nutrient: z.enum(SUPPLEMENT_NUTRIENTS),
  /** The nutrient itself, in its unit. */
  amount: z.number(),
  form: z.string().nullable(),
  /** The compound in the form's unit, where that was typed. */
  compound: z.number().nullable(),
  prescribed: z.boolean(),
});
export type SupplementContent = z.output<typeof content>;
const contents = z.array(content);

export type Supplement = {
  id: string;
  name: string;
  doseLabel: string;
  contents: SupplementContent[];
  schedule: ScheduleView;
  active: boolean;
  createdAt: Date;
  updatedAt: Date;
};

type SupplementRow = Omit<Supplement, "contents" | "schedule"> & { contents: string; schedule: string };

const toSupplement = (row: SupplementRow): Supplement => ({
  id: row.id,
  name: row.name,
  doseLabel: row.doseLabel,
  contents: readJson(contents, row.contents, "Supplement.contents"),
  schedule: readJson(scheduleView, row.schedule, "Supplement.schedule"),
  active: row.active,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

/** All supplements of an owner in the order they were made; at most `MAX_SUPPLEMENTS`. */
export const listSupplements = async (ownerId: string): Promise<Supplement[]> =>
  (
    await db().supplement.findMany({ where: { ownerId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] })
  ).map(toSupplement);

export const findSupplement = async (ownerId: string, id: string): Promise<Supplement | null> => {
  const row = await db().supplement.findFirst({ where: { ownerId, id } });
  return row && toSupplement(row);
};

export const countSupplements = (ownerId: string): Promise<number> =>
  db().supplement.count({ where: { ownerId } });

/** Creates or replaces a supplement. @returns the supplement as it is kept, and whether it is new. */
export const putSupplement = async (
  ownerId: string,
  supplement: Omit<Supplement, "createdAt" | "updatedAt">,
  now: Date,
): Promise<{ supplement: Supplement; created: boolean }> => {
  const { id, contents, schedule, ...rest } = supplement;
  const columns = { ...rest, contents: JSON.stringify(contents), schedule: JSON.stringify(schedule) };
  const data = { ...columns, updatedAt: now };
  const { row, created } = await putOwned<SupplementRow>(columns, {
    insert: () => db().supplement.create({ data: { ownerId, id, ...data, createdAt: now } }),
    find: () => db().supplement.findFirst({ where: { ownerId, id } }),
    update: () => db().supplement.updateManyAndReturn({ where: { ownerId, id }, data }),
  });
  return { supplement: toSupplement(row), created };
};

export const deleteSupplement = async (ownerId: string, id: string): Promise<void> => {
  await db().supplement.deleteMany({ where: { ownerId, id } });
};

export type Favourite = { foodId: string; amount: AmountInput | null; createdAt: Date };

const toFavourite = (row: { foodId: string; portion: string | null; createdAt: Date }): Favourite => ({
  foodId: row.foodId,
  amount: row.portion === null ? null : readJson(amountInput, row.portion, "Favourite.portion"),
  createdAt: row.createdAt,
});

/** All favourites of an owner, the latest first; at most `MAX_FAVOURITES`. */
export const listFavourites = async (ownerId: string): Promise<Favourite[]> => {
  const found = await db().favourite.findMany({
    where: { ownerId },
    orderBy: [{ createdAt: "desc" }, { foodId: "asc" }],
  });
  return found.map(toFavourite);
};

export const countFavourites = (ownerId: string): Promise<number> =>
  db().favourite.count({ where: { ownerId } });

/** Makes a food a favourite, or changes its amount. @returns the favourite as it is kept, and whether it is new. */
export const putFavourite = async (
  ownerId: string,
  { foodId, amount, createdAt }: Favourite,
): Promise<{ favourite: Favourite; created: boolean }> => {
  const columns = { portion: amount === null ? null : JSON.stringify(amount) };
  const { row, created } = await putOwned(columns, {
    insert: () => db().favourite.create({ data: { ownerId, foodId, ...columns, createdAt } }),
    find: () => db().favourite.findFirst({ where: { ownerId, foodId } }),
    update: () => db().favourite.updateManyAndReturn({ where: { ownerId, foodId }, data: columns }),
  });
  return { favourite: toFavourite(row), created };
};

export const isFavourite = async (ownerId: string, foodId: string): Promise<boolean> =>
  (await db().favourite.count({ where: { ownerId, foodId } })) > 0;

export const deleteFavourite = async (ownerId: string, foodId: string): Promise<void> => {
  await db().favourite.deleteMany({ where: { ownerId, foodId } });
};
