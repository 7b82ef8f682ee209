import "server-only";
import { assertMayWrite, type Viewer } from "../access";
import { AppError, notFound } from "../errors";
import { getFoods } from "../foods";
import { MAX_ENTRIES_A_DAY } from "./client";
import { copiedRow, typedRow } from "./entry-row";
import type { EntryChange, EntryView, FoodEntry } from "./schemas";
import * as store from "./store";

/** A change of the diary: one that a client asks for, or a dose of a supplement that was taken. */
export type DiaryChange = EntryChange | { readonly op: "dose"; readonly row: store.EntryRow };

/** The ids of the entries that a change reads or writes. */
const idsOf = (change: DiaryChange): string[] =>
  change.op === "dose" ? [change.row.id] : change.op === "copy" ? [change.id, change.from] : [change.id];

const waiting = new Map<string, Promise<unknown>>();

/**
 * One write of an owner after the other. Two serialisable transactions over the same day would only make PostgreSQL
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

/** The day a change names, which may come to hold one entry more; null where its entry tells the day. */
const dayOf = (change: DiaryChange): string | null => {
  if (change.op === "put") return change.entry.date;
  if (change.op === "dose") return change.row.date;
  return change.op === "copy" || change.op === "move" ? change.date : null;
};

/**
 * Checks that no day holds too much because of a plan.
 * @param counted how many entries some days hold; other days are counted.
 * @throws AppError conflict.
 */
const assertCapacity = async (
  ownerId: string,
  growth: store.ChangePlan["growth"],
  counted: ReadonlyMap<string, number>,
): Promise<void> => {
  const growing = [...growth].filter(([, more]) => more > 0);
  const others = await store.countByDay(
    ownerId,
    growing.map(([date]) => date).filter((date) => !counted.has(date)),
  );
  for (const [date, more] of growing) {
    if ((counted.get(date) ?? others.get(date) ?? 0) + more > MAX_ENTRIES_A_DAY) {
      throw new AppError("conflict", `A day holds at most ${MAX_ENTRIES_A_DAY} entries.`);
    }
  }
};

/**
 * Makes some changes to the diary, each of another entry, all or none; every write of an entry comes through here.
 * One change writes one statement, which is atomic without a transaction (a serialisable one would double the time of
 * the most frequent write on PostgreSQL). What it rests on is read just before, and in between this process writes
 * nothing else of this owner; another process could at most put a day one entry above its limit.
 * @param missing what is not found where an entry is not: the subject of a sentence.
 * @throws AppError as {@link changeEntries}.
 */
export const makeChanges = (
  viewer: Viewer,
  ownerId: string,
  changes: readonly DiaryChange[],
  missing = "An entry",
): Promise<readonly store.Changed[]> => {
  assertMayWrite(viewer, ownerId);

  const work = async (): Promise<readonly store.Changed[]> => {
    const [kept, counted] = await Promise.all([
      store.keptEntries(ownerId, changes.flatMap(idsOf)),
      store.countByDay(ownerId, [...new Set(changes.flatMap((change) => dayOf(change) ?? []))]),
    ]);
    /** An entry of food. @throws AppError not_found, or invalid for a dose. */
    const keptFood = (id: string): FoodEntry & { deleted: boolean } => {
      const found = kept.get(id);
      if (!found) throw notFound(missing);
      if (found.entry.kind === "supplement") throw new AppError("invalid", "A dose belongs to its day.");
      return { ...(found.entry as FoodEntry), deleted: found.deleted };
    };
    for (const change of changes)
      if (change.op === "move" && keptFood(change.id).deleted) throw notFound(missing);
    for (const change of changes)
      if (change.op === "restore" && !kept.has(change.id)) throw notFound(missing);
    const foods = await getFoods(
      viewer,
      ownerId,
      changes.flatMap((change) =>
        change.op === "put"
          ? [change.entry.food]
          : change.op === "copy" && !kept.has(change.id)
            ? [keptFood(change.from).food]
            : [],
      ),
    );
    const rowChange = (change: DiaryChange): store.RowChange => {
      if (change.op === "dose") return { op: "put", row: change.row };
      if (change.op === "put") {
        return { op: "put", row: typedRow(foods.get(change.entry.food) ?? null, change.id, change.entry) };
      }
      if (change.op !== "copy") return change;
      // A copy that was made already is left as it is, or comes back as it was.
      if (kept.has(change.id)) return { op: "restore", id: change.id };
      const from = keptFood(change.from);
      const { id, date, meal } = change;
      return { op: "put", row: copiedRow(foods.get(from.food) ?? null, from, { id, date, meal }) };
    };
    const plan = store.planChanges(changes.map(rowChange), kept, new Date());
    await assertCapacity(ownerId, plan.growth, counted);
    await store.applyChanges(ownerId, plan);
    return plan.results;
  };
  return serializeByOwner(ownerId, () => store.atomically(work, changes.length === 1));
};

/**
 * Makes several changes to the diary, all or none. Each is idempotent, and so is the batch: a copy that was made
 * already is left as it is, one that was deleted since comes back as it was. A copy can also be made of an entry that
 * was deleted less than a day ago, so that a copy sent again does not depend on what became of the original.
 * @returns the entries that the changes leave, in the order of the changes.
 * @throws AppError not_found when one of the entries is not the owner's or is gone; invalid for an unknown food or
 *   portion, and for moving or copying a dose of a supplement; conflict when a day is full.
 */
export const changeEntries = async (
  viewer: Viewer,
  ownerId: string,
  changes: readonly EntryChange[],
): Promise<EntryView[]> => (await makeChanges(viewer, ownerId, changes)).flatMap(({ entry }) => entry ?? []);

/** The entry that a single change leaves. */
export const madeEntry = ([made]: readonly store.Changed[]): { entry: EntryView; created: boolean } => {
  if (!made?.entry) throw new Error("A change that leaves an entry left none");
  return { entry: made.entry, created: made.created };
};
