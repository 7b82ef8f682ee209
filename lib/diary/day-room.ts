import { AppError } from "../errors";
import * as store from "./store";

/** More than anybody eats and takes in a day; keeps a runaway client from filling one. */
const MAX_ENTRIES_A_DAY = 500;

/** Checks that a day can hold one more entry, or already holds this one. @throws AppError conflict. */
export const assertRoom = async (ownerId: string, date: string, id: string): Promise<void> => {
  if (
    (await store.countEntries(ownerId, date)) >= MAX_ENTRIES_A_DAY &&
    !(await store.findEntry(ownerId, id))
  ) {
    throw new AppError("conflict", `A day holds at most ${MAX_ENTRIES_A_DAY} entries.`);
  }
};
