import "server-only";
import { z } from "zod";
import { db, deleteOwned, insertWithin, nullOnConflict, type Put, putOwned, readJson } from "../db";
import { type Composition, composition, type Portion, SUPPLEMENT_NUTRIENTS } from "../nutrition";
import { changedAfter, type Expected, fits } from "../versions";
import { type AmountInput, amountInput, preparationField } from "./food-fields";
import { type FoodLabel, foodLabel } from "./label-schemas";
import { portionView } from "./schemas";
import { type ScheduleView, scheduleView } from "./supplement-schemas";

// The only Prisma code of own foods, recipes, supplements and favourites.

/** Throws where an owner has as many of a kind as an account may; it counts them in the transaction that inserts. */
type AssertRoom = () => Promise<void>;

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

export type StoredOwnFood = OwnFood & { updatedAt: Date };

type Row = Record<keyof Composition, number | null> &
  Pick<StoredOwnFood, "id" | "name" | "barcode" | "estimateFoodId" | "updatedAt"> & {
    portions: string;
    label: string | null;
  };

const toOwnFood = (row: Row): StoredOwnFood => ({
  id: row.id,
  name: row.name,
  portions: readJson(portions, row.portions, "OwnFood.portions"),
  barcode: row.barcode,
  label: row.label === null ? null : readJson(foodLabel, row.label, "OwnFood.label"),
  estimateFoodId: row.estimateFoodId,
  per100g: composition(row),
  updatedAt: row.updatedAt,
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
export const findOwnFoodByBarcode = async (
  ownerId: string,
  barcode: string,
): Promise<StoredOwnFood | null> => {
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

export const findOwnFoods = async (ownerId: string, ids: readonly string[]): Promise<StoredOwnFood[]> =>
  ids.length === 0
    ? []
    : (await db().ownFood.findMany({ where: { ownerId, id: { in: [...ids] } } })).map(toOwnFood);

export const countOwnFoods = (ownerId: string): Promise<number> => db().ownFood.count({ where: { ownerId } });

/**
 * Creates or replaces an own food, as `putOwned` does.
 * @returns the food as it is kept; what another version holds; or "barcode-taken" when another food has its barcode.
 */
export const putOwnFood = async (
  ownerId: string,
  food: OwnFood,
  now: Date,
  expected: Expected,
  assertRoom: AssertRoom,
): Promise<
  { food: StoredOwnFood; created: boolean } | { misfit: StoredOwnFood | null } | "barcode-taken"
> => {
  const where = { ownerId, id: food.id };
  const columns = toColumns(food);
  const find = () => db().ownFood.findFirst({ where });
  for (;;) {
    const before = await find();
    if (before === null) {
      if (!fits(expected, null)) return { misfit: null };
      const made = await nullOnConflict(
        insertWithin(ownerId, assertRoom, () =>
          db().ownFood.create({ data: { ...where, ...columns, createdAt: now, updatedAt: now } }),
        ),
      );
      if (made) return { food: toOwnFood(made), created: true };
      // Another write made this food at the same time, or its barcode is another's.
      if ((await find()) === null) return "barcode-taken";
      continue;
    }
    const same = (Object.keys(columns) as (keyof typeof columns)[]).every(
      (column) => before[column] === columns[column],
    );
    if (same) return { food: toOwnFood(before), created: false };
    if (!fits(expected, before.updatedAt)) return { misfit: toOwnFood(before) };
    const changed = await nullOnConflict(
      db().ownFood.updateManyAndReturn({
        where: { ...where, updatedAt: before.updatedAt },
        data: { ...columns, updatedAt: changedAfter(before.updatedAt, now) },
      }),
    );
    if (changed === null) return "barcode-taken";
    if (changed[0]) return { food: toOwnFood(changed[0]), created: false };
  }
};

/** Deletes an own food. @returns it where another version is there and stays, else null. */
export const deleteOwnFood = async (
  ownerId: string,
  id: string,
  expected: Expected,
): Promise<StoredOwnFood | null> => {
  const where = { ownerId, id };
  const misfit = await deleteOwned(
    {
      find: () => db().ownFood.findFirst({ where }),
      remove: (updatedAt) =>
        db().ownFood.deleteMany({ where: { ...where, ...(updatedAt && { updatedAt }) } }),
    },
    expected,
  );
  return misfit && toOwnFood(misfit);
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

/** Creates or replaces a recipe. @returns the recipe as it is kept, or as another version holds it. */
export const putRecipe = async (
  ownerId: string,
  recipe: Omit<StoredRecipe, "createdAt" | "updatedAt">,
  now: Date,
  expected: Expected,
  assertRoom: AssertRoom,
): Promise<Put<StoredRecipe>> => {
  const { id, ingredients, ...rest } = recipe;
  const columns = { ...rest, ingredients: JSON.stringify(ingredients) };
  const put = await putOwned<RecipeRow>(
    columns,
    {
      insert: () =>
        insertWithin(ownerId, assertRoom, () =>
          db().recipe.create({ data: { ownerId, id, ...columns, createdAt: now, updatedAt: now } }),
        ),
      find: () => db().recipe.findFirst({ where: { ownerId, id } }),
      update: ({ updatedAt }) =>
        db().recipe.updateManyAndReturn({
          where: { ownerId, id, updatedAt },
          data: { ...columns, updatedAt: changedAfter(updatedAt, now) },
        }),
    },
    expected,
  );
  if ("misfit" in put) return { misfit: put.misfit && toRecipe(put.misfit) };
  return { row: toRecipe(put.row), created: put.created };
};

/** Deletes a recipe. @returns it where another version is there and stays, else null. */
export const deleteRecipe = async (
  ownerId: string,
  id: string,
  expected: Expected,
): Promise<StoredRecipe | null> => {
  const where = { ownerId, id };
  const misfit = await deleteOwned(
    {
      find: () => db().recipe.findFirst({ where }),
      remove: (updatedAt) => db().recipe.deleteMany({ where: { ...where, ...(updatedAt && { updatedAt }) } }),
    },
    expected,
  );
  return misfit && toRecipe(misfit);
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

/** Creates or replaces a supplement. @returns the supplement as it is kept, or as another version holds it. */
export const putSupplement = async (
  ownerId: string,
  supplement: Omit<Supplement, "createdAt" | "updatedAt">,
  now: Date,
  expected: Expected,
  assertRoom: AssertRoom,
): Promise<Put<Supplement>> => {
  const { id, contents, schedule, ...rest } = supplement;
  const columns = { ...rest, contents: JSON.stringify(contents), schedule: JSON.stringify(schedule) };
  const put = await putOwned<SupplementRow>(
    columns,
    {
      insert: () =>
        insertWithin(ownerId, assertRoom, () =>
          db().supplement.create({ data: { ownerId, id, ...columns, createdAt: now, updatedAt: now } }),
        ),
      find: () => db().supplement.findFirst({ where: { ownerId, id } }),
      update: ({ updatedAt }) =>
        db().supplement.updateManyAndReturn({
          where: { ownerId, id, updatedAt },
          data: { ...columns, updatedAt: changedAfter(updatedAt, now) },
        }),
    },
    expected,
  );
  if ("misfit" in put) return { misfit: put.misfit && toSupplement(put.misfit) };
  return { row: toSupplement(put.row), created: put.created };
};

/** Deletes a supplement. @returns it where another version is there and stays, else null. */
export const deleteSupplement = async (
  ownerId: string,
  id: string,
  expected: Expected,
): Promise<Supplement | null> => {
  const where = { ownerId, id };
  const misfit = await deleteOwned(
    {
      find: () => db().supplement.findFirst({ where }),
      remove: (updatedAt) =>
        db().supplement.deleteMany({ where: { ...where, ...(updatedAt && { updatedAt }) } }),
    },
    expected,
  );
  return misfit && toSupplement(misfit);
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
  assertRoom: AssertRoom,
): Promise<{ favourite: Favourite; created: boolean }> => {
  const columns = { portion: amount === null ? null : JSON.stringify(amount) };
  const { row, created } = await putOwned<Parameters<typeof toFavourite>[0]>(columns, {
    insert: () =>
      insertWithin(ownerId, assertRoom, () =>
        db().favourite.create({ data: { ownerId, foodId, ...columns, createdAt } }),
      ),
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
