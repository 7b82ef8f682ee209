import "server-only";
import { db } from "../db";
import { type Composition, composition, type Portion } from "../nutrition";

// The only Prisma code of own foods.

export type OwnFood = { id: string; name: string; portions: Portion[]; per100g: Composition };

type Row = Record<keyof Composition, number | null> & { id: string; name: string; portions: string };

const foodOf = (row: Row): OwnFood => ({
  id: row.id,
  name: row.name,
  portions: JSON.parse(row.portions) as Portion[],
  per100g: composition(row),
});

const columnsOf = (food: OwnFood) => ({
  name: food.name,
  portions: JSON.stringify(food.portions),
  ...food.per100g,
});

export const findOwnFood = async (ownerId: string, id: string): Promise<OwnFood | null> => {
  const row = await db().ownFood.findUnique({ where: { ownerId_id: { ownerId, id } } });
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

export const insertOwnFood = async (ownerId: string, food: OwnFood, now: Date): Promise<void> => {
  await db().ownFood.create({
    data: { ownerId, id: food.id, ...columnsOf(food), createdAt: now, updatedAt: now },
  });
};

/** @returns false when the owner has no such food. */
export const updateOwnFood = async (ownerId: string, food: OwnFood, now: Date): Promise<boolean> =>
  (
    await db().ownFood.updateMany({
      where: { ownerId, id: food.id },
      data: { ...columnsOf(food), updatedAt: now },
    })
  ).count > 0;

export const deleteOwnFood = async (ownerId: string, id: string): Promise<void> => {
  await db().ownFood.deleteMany({ where: { ownerId, id } });
};
