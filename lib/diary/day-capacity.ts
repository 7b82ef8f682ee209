import { AppError } from "../errors";
import * as store from "./store";

/** More than anybody eats and takes in a day; keeps a runaway client from filling one. */
const MAX_ENTRIES_A_DAY = 500;

const full = () => new AppError("conflict", `A day holds at most ${MAX_ENTRIES_A_DAY} entries.`);

/**
 * Checks, at the end of a batch, that no day holds too much because of it.
 * @param before how many entries the days that get some held.
 * @throws AppError conflict.
 */
export const assertRoomLeft = async (ownerId: string, before: ReadonlyMap<string, number>): Promise<void> => {
  const after = await store.entriesByDay(ownerId, [...before.keys()]);
  for (const [date, count] of after) {
    if (count > MAX_ENTRIES_A_DAY && count > (before.get(date) as number)) throw full();
  }
};

/** Checks that a day can hold one more entry, or already holds this one. @throws AppError conflict. */
export const assertRoom = async (ownerId: string, date: string, id: string): Promise<void> => {
  if (
    (await store.countEntries(ownerId, date)) >= MAX_ENTRIES_A_DAY &&
    !(await store.findEntry(ownerId, id))
  ) {
    throw full();
  }
};
