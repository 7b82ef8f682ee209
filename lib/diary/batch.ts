import "server-only";
import { assertMayWrite, type Viewer } from "../access";
import { AppError, notFound } from "../errors";
import { type Food, getFood } from "../foods";
import { assertRoomLeft } from "./day-capacity";
import { copiedRow, typedRow } from "./entry-row";
import type { EntryChange, EntryView, FoodEntry } from "./schemas";
import * as store from "./store";

type Kept = Awaited<ReturnType<typeof store.entriesKept>>;
type Of<Op extends EntryChange["op"]> = Extract<EntryChange, { op: Op }>;

/** An entry of food among those that are kept. @throws AppError not_found, or invalid for a dose. */
const foodEntry = (kept: Kept, id: string): { entry: FoodEntry; deleted: boolean } => {
  const found = kept.get(id);
  if (!found) throw notFound("An entry");
  if (found.entry.kind === "supplement") throw new AppError("invalid", "A dose belongs to its day.");
  return found as { entry: FoodEntry; deleted: boolean };
};

/** Where each change puts something, for the days that must have room for it; null for a day that loses only. */
const dayOf = (change: EntryChange, kept: Kept): string | null => {
  switch (change.op) {
    case "put":
      return change.entry.date;
    case "copy":
      return kept.get(change.id)?.entry.date ?? change.date;
    case "move":
      return change.date;
    case "restore":
      return kept.get(change.id)?.entry.date ?? null;
    case "delete":
      return null;
  }
};

const waiting = new Map<string, Promise<unknown>>();

/**
 * One batch of an owner after the other. Two serialisable transactions over the same day would only make PostgreSQL
 * give one of them up, again and again.
 */
const serializeByOwner = <T>(ownerId: string, work: () => Promise<T>): Promise<T> => {
  const before = waiting.get(ownerId) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => {});
  waiting.set(ownerId, settled);
  void settled.then(() => waiting.get(ownerId) === settled && waiting.delete(ownerId));
  return mine;
};

/**
 * Makes several changes to the diary, all or none. Each is idempotent, and so is the batch: a copy that was made
 * already is left as it is, one that was deleted since comes back as it was. A copy can also be made of an entry that
 * was deleted less than a day ago, so that a copy sent again does not depend on what became of the original.
 * @returns the entries that the changes leave, in the order of the changes.
 * @throws AppError not_found when one of the entries is not the owner's or is gone; invalid for an unknown food or
 *   portion, and for moving or copying a dose of a supplement; conflict when a day is full.
 */
export const changeEntries = (
  viewer: Viewer,
  ownerId: string,
  changes: readonly EntryChange[],
): Promise<EntryView[]> => {
  assertMayWrite(viewer, ownerId);
  const foods = new Map<string, Food | null>();
  const foodOf = async (id: string): Promise<Food | null> => {
    const known = foods.get(id);
    if (known !== undefined) return known;
    const food = await getFood(viewer, ownerId, id);
    foods.set(id, food);
    return food;
  };
  const all = <Op extends EntryChange["op"]>(op: Op) =>
    changes.filter((change): change is Of<Op> => change.op === op);

  const work = async (): Promise<EntryView[]> => {
    const now = new Date();
    const ids = changes.flatMap((change) => (change.op === "copy" ? [change.id, change.from] : [change.id]));
    const kept = await store.entriesKept(ownerId, ids);
    for (const { id } of all("move")) if (foodEntry(kept, id).deleted) throw notFound("An entry");
    for (const { id } of all("restore")) if (!kept.has(id)) throw notFound("An entry");

    const rows: store.EntryRow[] = [];
    for (const change of changes) {
      if (change.op === "put") {
        rows.push(typedRow(await foodOf(change.entry.food), change.id, change.entry));
      } else if (change.op === "copy" && !kept.has(change.id)) {
        const { entry } = foodEntry(kept, change.from);
        const { id, date, meal } = change;
        rows.push(copiedRow(await foodOf(entry.food), entry, { id, date, meal }));
      }
    }
    const back = [...all("restore"), ...all("copy").filter(({ id }) => kept.has(id))];

    const before = await store.entriesByDay(ownerId, [
      ...new Set(changes.flatMap((change) => dayOf(change, kept) ?? [])),
    ]);
    await store.putEntries(ownerId, rows, now);
    await store.moveEntries(ownerId, all("move"), now);
    await store.setDeleted(
      ownerId,
      back.map(({ id }) => id),
      null,
    );
    await store.setDeleted(
      ownerId,
      all("delete").map(({ id }) => id),
      now,
    );
    await assertRoomLeft(ownerId, before);

    const left = await store.entriesKept(
      ownerId,
      changes.map(({ id }) => id),
    );
    return changes.flatMap(({ id }) => {
      const found = left.get(id);
      return found && !found.deleted ? [found.entry] : [];
    });
  };
  return serializeByOwner(ownerId, () => store.atomically(work));
};
