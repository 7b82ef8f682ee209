import "server-only";
import { db, nullOnConflict } from "../db";
import {
  type Composition,
  composition,
  type Portion,
  type PreparationId,
  type SupplementNutrient,
} from "../nutrition";
import type { FoodLabel } from "./label-schemas";
import type { AmountInput } from "./schemas";

// The only Prisma code of own foods, recipes, supplements and favourites.

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

const foodOf = (row: Row): OwnFood => ({
  id: row.id,
  name: row.name,
  portions: JSON.parse(row.portions) as Portion[],
  barcode: row.barcode,
  label: row.label === null ? null : (JSON.parse(row.label) as FoodLabel),
  estimateFoodId: row.estimateFoodId,
  per100g: composition(row),
});

const columnsOf = (food: OwnFood) => ({
  name: food.name,
  portions: JSON.stringify(food.portions),
  barcode: food.barcode,
  label: food.label === null ? null : JSON.stringify(food.label),
  estimateFoodId: food.estimateFoodId,
  ...food.per100g,
});

/** The owner's food with this barcode, as lib/foods/gtin.ts spells it. */
export const findOwnFoodByBarcode = async (ownerId: string, barcode: string): Promise<OwnFood | null> => {
  const row = await db().ownFood.findUnique({ where: { ownerId_barcode: { ownerId, barcode } } });
  return row && foodOf(row);
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
    : (await db().ownFood.findMany({ where: { ownerId, id: { in: [...ids] } } })).map(foodOf);

export const countOwnFoods = (ownerId: string): Promise<number> => db().ownFood.count({ where: { ownerId } });

/** @returns false when another food of the owner has its barcode. */
export const insertOwnFood = async (ownerId: string, food: OwnFood, now: Date): Promise<boolean> =>
  (await nullOnConflict(
    db().ownFood.create({
      data: { ownerId, id: food.id, ...columnsOf(food), createdAt: now, updatedAt: now },
    }),
  )) !== null;

/** @returns how many were changed, 0 when the owner has no such food; null when another one has its barcode. */
export const updateOwnFood = async (ownerId: string, food: OwnFood, now: Date): Promise<number | null> => {
  const changed = await nullOnConflict(
    db().ownFood.updateMany({
      where: { ownerId, id: food.id },
      data: { ...columnsOf(food), updatedAt: now },
    }),
  );
  return changed === null ? null : changed.count;
};

export const deleteOwnFood = async (ownerId: string, id: string): Promise<void> => {
  await db().ownFood.deleteMany({ where: { ownerId, id } });
};

/** One ingredient as it was saved. */
export type StoredIngredient = {
  food: string;
  /** What the food was called then. */
  name: string;
  grams: number;
  portion: { id: string; label: string; count: number } | null;
  preparation: PreparationId | null;
};

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

const recipeOfRow = (row: RecipeRow): StoredRecipe => ({
  id: row.id,
  name: row.name,
  servings: row.servings,
  yieldGrams: row.yieldGrams,
  instructions: row.instructions,
  ingredients: JSON.parse(row.ingredients) as StoredIngredient[],
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

/** All recipes of an owner, the latest first; at most `MAX_RECIPES`. */
export const listRecipes = async (ownerId: string): Promise<StoredRecipe[]> =>
  (await db().recipe.findMany({ where: { ownerId }, orderBy: [{ createdAt: "desc" }, { id: "asc" }] })).map(
    recipeOfRow,
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
    : (await db().recipe.findMany({ where: { ownerId, id: { in: [...ids] } } })).map(recipeOfRow);

export const countRecipes = (ownerId: string): Promise<number> => db().recipe.count({ where: { ownerId } });

/**
 * Creates or replaces a recipe. Of two equal writes at once, one makes the row; where it is deleted between the
 * steps, the write begins again. @returns whether it is new.
 */
export const putRecipe = async (
  ownerId: string,
  recipe: Omit<StoredRecipe, "createdAt" | "updatedAt">,
  now: Date,
): Promise<{ recipe: StoredRecipe; created: boolean }> => {
  const { id, ingredients, ...rest } = recipe;
  const data = { ...rest, ingredients: JSON.stringify(ingredients) };
  const made = await nullOnConflict(
    db().recipe.create({ data: { ownerId, id, ...data, createdAt: now, updatedAt: now } }),
  );
  if (made) return { recipe: recipeOfRow(made), created: true };
  const before = await db().recipe.findUnique({ where: { ownerId_id: { ownerId, id } } });
  const same =
    before !== null &&
    Object.entries(data).every(([column, value]) => before[column as keyof typeof data] === value);
  const [row] = same
    ? [before]
    : await db().recipe.updateManyAndReturn({ where: { ownerId, id }, data: { ...data, updatedAt: now } });
  return row ? { recipe: recipeOfRow(row), created: false } : putRecipe(ownerId, recipe, now);
};

export const deleteRecipe = async (ownerId: string, id: string): Promise<void> => {
  await db().recipe.deleteMany({ where: { ownerId, id } });
};

/** What one dose of a supplement holds of a nutrient, as typed. */
export type SupplementContent = {
  nutrient: SupplementNutrient;
  /** The nutrient itself, in its unit. */
  amount: number;
  form: string | null;
  /** The compound in the form's unit, where that was typed. */
  compound: number | null;
  prescribed: boolean;
};

export type Supplement = {
  id: string;
  name: string;
  doseLabel: string;
  contents: SupplementContent[];
  schedule: { days: number[]; times: { time: string | null; count: number }[] };
  active: boolean;
  createdAt: Date;
  updatedAt: Date;
};

type SupplementRow = Omit<Supplement, "contents" | "schedule"> & { contents: string; schedule: string };

const supplementOf = (row: SupplementRow): Supplement => ({
  id: row.id,
  name: row.name,
  doseLabel: row.doseLabel,
  contents: JSON.parse(row.contents) as SupplementContent[],
  schedule: JSON.parse(row.schedule) as Supplement["schedule"],
  active: row.active,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

/** All supplements of an owner in the order they were made; at most `MAX_SUPPLEMENTS`. */
export const listSupplements = async (ownerId: string): Promise<Supplement[]> =>
  (
    await db().supplement.findMany({ where: { ownerId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] })
  ).map(supplementOf);

export const findSupplement = async (ownerId: string, id: string): Promise<Supplement | null> => {
  const row = await db().supplement.findUnique({ where: { ownerId_id: { ownerId, id } } });
  return row && supplementOf(row);
};

export const countSupplements = (ownerId: string): Promise<number> =>
  db().supplement.count({ where: { ownerId } });

/**
 * Creates or replaces a supplement. Of two equal writes at once, one makes the row; where it is deleted between the
 * steps, the write begins again. @returns whether it is new.
 */
export const putSupplement = async (
  ownerId: string,
  supplement: Omit<Supplement, "createdAt" | "updatedAt">,
  now: Date,
): Promise<{ supplement: Supplement; created: boolean }> => {
  const { id, contents, schedule, ...rest } = supplement;
  const data = { ...rest, contents: JSON.stringify(contents), schedule: JSON.stringify(schedule) };
  const made = await nullOnConflict(
    db().supplement.create({ data: { ownerId, id, ...data, createdAt: now, updatedAt: now } }),
  );
  if (made) return { supplement: supplementOf(made), created: true };
  const before = await db().supplement.findUnique({ where: { ownerId_id: { ownerId, id } } });
  const same =
    before !== null &&
    Object.entries(data).every(([column, value]) => before[column as keyof typeof data] === value);
  const [row] = same
    ? [before]
    : await db().supplement.updateManyAndReturn({
        where: { ownerId, id },
        data: { ...data, updatedAt: now },
      });
  return row ? { supplement: supplementOf(row), created: false } : putSupplement(ownerId, supplement, now);
};

export const deleteSupplement = async (ownerId: string, id: string): Promise<void> => {
  await db().supplement.deleteMany({ where: { ownerId, id } });
};

export type Favourite = { foodId: string; amount: AmountInput | null; createdAt: Date };

/** All favourites of an owner, the latest first; at most `MAX_FAVOURITES`. */
export const listFavourites = async (ownerId: string): Promise<Favourite[]> => {
  const found = await db().favourite.findMany({
    where: { ownerId },
    orderBy: [{ createdAt: "desc" }, { foodId: "asc" }],
  });
  return found.map(({ foodId, portion, createdAt }) => ({
    foodId,
    amount: portion === null ? null : (JSON.parse(portion) as AmountInput),
    createdAt,
  }));
};

export const countFavourites = (ownerId: string): Promise<number> =>
  db().favourite.count({ where: { ownerId } });

/** Makes a food a favourite, or changes its amount. @returns whether it is new. */
export const putFavourite = async (ownerId: string, favourite: Favourite): Promise<boolean> => {
  const { foodId, amount, createdAt } = favourite;
  const portion = amount === null ? null : JSON.stringify(amount);
  const made = await nullOnConflict(db().favourite.create({ data: { ownerId, foodId, portion, createdAt } }));
  if (!made) await db().favourite.updateMany({ where: { ownerId, foodId }, data: { portion } });
  return made !== null;
};

export const isFavourite = async (ownerId: string, foodId: string): Promise<boolean> =>
  (await db().favourite.count({ where: { ownerId, foodId } })) > 0;

export const deleteFavourite = async (ownerId: string, foodId: string): Promise<void> => {
  await db().favourite.deleteMany({ where: { ownerId, foodId } });
};
