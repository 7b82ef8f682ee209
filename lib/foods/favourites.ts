import "server-only";
import { assertMayRead, assertMayWrite, type Viewer } from "../access";
import { AppError, notFound } from "../errors";
import { findFoods } from "./recipe-foods";
import type { FavouriteInput, FavouriteView } from "./schemas";
import * as store from "./store";
import { weigh } from "./weigh";

/** A limit against runaway clients, above what a person needs. */
const MAX_FAVOURITES = 500;

/** The owner's favourites, the latest first, without deleted foods. */
export const listFavourites = async (viewer: Viewer, ownerId: string): Promise<FavouriteView[]> => {
  assertMayRead(viewer, ownerId);
  const found = await store.listFavourites(ownerId);
  const foods = await findFoods(
    ownerId,
    found.map(({ foodId }) => foodId),
  );
  return found.flatMap(({ foodId, amount, createdAt }) => {
    const food = foods.get(foodId);
    return food ? [{ food: foodId, name: food.name, amount, createdAt: createdAt.toISOString() }] : [];
  });
};

/**
 * Makes a food a favourite, or changes the amount that goes with it. Sending it again changes nothing.
 * @throws AppError not_found for a food that is not there; invalid for a portion it does not have; conflict when there
 *   are too many.
 */
export const putFavourite = async (
  viewer: Viewer,
  ownerId: string,
  foodId: string,
  { amount = null }: FavouriteInput,
): Promise<{ favourite: FavouriteView; created: boolean }> => {
  assertMayWrite(viewer, ownerId);
  const food = (await findFoods(ownerId, [foodId])).get(foodId);
  if (!food) throw notFound("The food");
  if (amount !== null) weigh(food, amount);
  const assertRoom = async (): Promise<void> => {
    if (
      (await store.countFavourites(ownerId)) >= MAX_FAVOURITES &&
      !(await store.isFavourite(ownerId, foodId))
    )
      throw new AppError("conflict", `At most ${MAX_FAVOURITES} foods can be favourites.`);
  };
  const { favourite, created } = await store.putFavourite(
    ownerId,
    { foodId, amount, createdAt: new Date() },
    assertRoom,
  );
  const createdAt = favourite.createdAt.toISOString();
  return { favourite: { food: foodId, name: food.name, amount, createdAt }, created };
};

/** Removes a favourite; repeating it changes nothing. */
export const deleteFavourite = async (viewer: Viewer, ownerId: string, foodId: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await store.deleteFavourite(ownerId, foodId);
};
