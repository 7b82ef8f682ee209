import "server-only";
import { db, nullOnConflict, transaction } from "../../db";
import { composition } from "../../nutrition";
import { changedAfter, type Expected, fits, NOT_THERE } from "../../versions";
import type { EntryView, Meal } from "../schemas";
import { type DatabaseRow, type EntryRow, readNutrients, toColumns, toView } from "./rows";

// Every write of an entry: read what is kept, work out the rows as they should be, write the difference.

/** An entry as the database keeps it; a deleted one stays for a day, so that it can be taken back. */
export type KeptRow = DatabaseRow & { deletedAt: Date | null };

/** A kept entry, as its readers get it and as its row. */
export type Kept = { readonly entry: EntryView; readonly deleted: boolean; readonly row: KeptRow };

export type RowChange = (
  | /** Creates or replaces the entry. A new one stands at the end of its day, or where `createdAt` says. */
  { readonly op: "put"; readonly row: EntryRow; readonly createdAt?: Date }
  | { readonly op: "move"; readonly id: string; readonly date: string; readonly meal: Meal }
  | { readonly op: "delete"; readonly id: string }
  | { readonly op: "restore"; readonly id: string }
) & {
  /** The version of the entry that the change rests on. */
  readonly expected?: Expected;
};

/** An entry that a change does not fit, as it is; null where it is not there. */
export type EntryMisfit = { readonly id: string; readonly current: EntryView | null };

/** What a change leaves. */
export type Changed = {
  /** Null where there is no entry afterwards. */
  readonly entry: EntryView | null;
  /** Whether there was none before. */
  readonly created: boolean;
};

/** What some changes come to. */
export type ChangePlan = {
  /** In the order of the changes. */
  readonly results: readonly Changed[];
  /** How many entries more each day holds afterwards, by date; negative for fewer. */
  readonly growth: ReadonlyMap<string, number>;
  readonly inserts: readonly KeptRow[];
  readonly updates: readonly {
    /** The rows as they were read. */
    readonly before: readonly KeptRow[];
    readonly data: Partial<KeptRow>;
  }[];
  /** Entries that changed since the version that a change rests on; where there are some, nothing may be written. */
  readonly misfits: readonly EntryMisfit[];
};

/** Entries by their ids, also those that were deleted and can still be taken back. One query. */
export const keptEntries = async (
  ownerId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Kept>> => {
  const found = await db().diaryEntry.findMany({ where: { ownerId, id: { in: [...ids] } } });
  return new Map(found.map((row) => [row.id, { entry: toView(row), deleted: row.deletedAt !== null, row }]));
};

/** As many of the same portion, or the same weight. A portion may have come to weigh something else since. */
const sameAmount = (before: DatabaseRow, after: EntryRow): boolean =>
  after.portionId === null
    ? before.portionId === null && before.grams === after.grams
    : before.portionId === after.portionId && before.portionCount === after.portionCount;

/** What of two entries must agree for the amounts computed then to still stand. */
const sameFood = (before: DatabaseRow, after: EntryRow): boolean =>
  before.foodId === after.foodId && sameAmount(before, after) && before.preparation === after.preparation;

/** The entry with what was computed and noted of its food when it was logged. */
const asLogged = (before: DatabaseRow, after: EntryRow): EntryRow => ({
  ...after,
  foodName: before.foodName,
  grams: before.grams,
  portionLabel: before.portionLabel,
  amounts: composition(before),
  lowerBounds: readNutrients("lowerBounds", before.lowerBounds),
  // What is in a supplement, and whether it is prescribed, is known by its label only.
  ...(after.kind === "supplement" && { prescribed: readNutrients("prescribed", before.prescribed) }),
});

/** The columns in which a row differs from what it was; null for none. */
const difference = (before: KeptRow, after: Partial<KeptRow>): Partial<KeptRow> | null => {
  const changed = Object.entries(after).filter(
    ([column, value]) => before[column as keyof KeptRow] !== value,
  );
  return changed.length === 0 ? null : (Object.fromEntries(changed) as Partial<KeptRow>);
};

/**
 * The row of a put over one that is there. While neither the food nor its amount or preparation changes, the amounts
 * stay those that were computed when it was logged.
 */
const replaced = (before: KeptRow, entry: EntryRow, now: Date): Partial<KeptRow> | null => {
  const kept = sameFood(before, entry) && before.deletedAt === null;
  const data = difference(before, {
    ...toColumns(kept ? asLogged(before, entry) : entry),
    deletedAt: null,
  });
  return data && { ...data, updatedAt: changedAfter(before.updatedAt, now) };
};

/** What a change does to the columns of a row that is there; null for nothing. */
const updateOf = (before: KeptRow, change: RowChange, now: Date): Partial<KeptRow> | null => {
  if (change.op === "put") return replaced(before, change.row, now);
  if (change.op === "restore")
    return before.deletedAt === null
      ? null
      : { deletedAt: null, updatedAt: changedAfter(before.updatedAt, now) };
  if (before.deletedAt !== null) return null;
  if (change.op === "delete") return { deletedAt: now };
  // What is there already keeps its mark of the last change.
  const data = difference(before, { date: change.date, meal: change.meal });
  return data && { ...data, updatedAt: changedAfter(before.updatedAt, now) };
};

/**
 * Whether a change fits what is there: it rests on its version, or would leave it as it is, as one that is sent again.
 * @param data what it would do to the row.
 */
const isFitting = (
  { op, expected }: RowChange,
  before: KeptRow | undefined,
  data: Partial<KeptRow> | null,
): boolean => {
  if (expected === undefined) return true;
  if (!before) return op === "delete" || fits(expected, null);
  // What was deleted is not brought back by a change of what it was, nor by the write that made it.
  if (before.deletedAt !== null) return op === "delete" || expected === NOT_THERE;
  return data === null || fits(expected, before.updatedAt);
};

/**
 * Rows of new entries. A day lists its entries by the instant they were logged, so each gets its own, or that of the one
 * in whose place it stands.
 */
const newRows = (
  entries: readonly { readonly row: EntryRow; readonly createdAt?: Date }[],
  now: Date,
): KeptRow[] =>
  entries.map(({ row, createdAt }, index) => {
    const logged = new Date(now.getTime() + 1 - entries.length + index);
    return { ...toColumns(row), createdAt: createdAt ?? logged, updatedAt: logged, deletedAt: null };
  });

/** Works out what some changes, each of another entry, come to. Nothing is read or written. */
export const planChanges = (
  changes: readonly RowChange[],
  kept: ReadonlyMap<string, Kept>,
  now: Date,
): ChangePlan => {
  const idOf = (change: RowChange): string => (change.op === "put" ? change.row.id : change.id);
  const fresh = changes.flatMap((change) =>
    change.op === "put" && !kept.has(change.row.id) ? [change] : [],
  );
  const inserts = newRows(fresh, now);
  const inserted = new Map(inserts.map((row) => [row.id, row]));
  const growth = new Map<string, number>();
  const grow = (row: KeptRow | undefined, by: 1 | -1) => {
    if (row && row.deletedAt === null) growth.set(row.date, (growth.get(row.date) ?? 0) + by);
  };
  // Rows that change alike (a meal that is moved or deleted) are changed by one statement.
  const updates = new Map<string, { before: KeptRow[]; data: Partial<KeptRow> }>();
  const misfits: EntryMisfit[] = [];
  const results = changes.map((change): Changed => {
    const id = idOf(change);
    const before = kept.get(id)?.row;
    const data = before ? updateOf(before, change, now) : null;
    if (!isFitting(change, before, data))
      misfits.push({ id, current: before && before.deletedAt === null ? toView(before) : null });
    if (before && data) {
      const key = JSON.stringify(data);
      const alike = updates.get(key) ?? { before: [], data };
      alike.before.push(before);
      updates.set(key, alike);
    }
    const after = before ? { ...before, ...data } : inserted.get(id);
    grow(before, -1);
    grow(after, 1);
    return {
      entry: after && after.deletedAt === null ? toView(after) : null,
      created: before === undefined || before.deletedAt !== null,
    };
  });
  return { results, growth, inserts, updates: [...updates.values()], misfits };
};

/** A row that was read is not as it was any more. */
class OvertakenError extends Error {
  override readonly name = "OvertakenError";
}

/** Writes what was planned. @throws OvertakenError when a row is not as it was read. */
export const applyChanges = async (ownerId: string, { inserts, updates }: ChangePlan): Promise<void> => {
  const [first] = inserts;
  // One statement for one entry: createMany opens a transaction of its own.
  if (first && inserts.length === 1)
    await db().diaryEntry.create({ data: { ownerId, ...first }, select: { id: true } });
  else if (first) await db().diaryEntry.createMany({ data: inserts.map((row) => ({ ownerId, ...row })) });
  for (const { before, data } of updates) {
    const [only, ...more] = before;
    // Several rows are written in the serialisable transaction that read them.
    const asRead =
      only && more.length === 0
        ? { id: only.id, updatedAt: only.updatedAt, deletedAt: only.deletedAt }
        : { id: { in: before.map(({ id }) => id) } };
    const { count } = await db().diaryEntry.updateMany({ where: { ownerId, ...asRead }, data });
    if (count !== before.length) throw new OvertakenError("An entry was changed while it was changed");
  }
};

/** How often a write begins again because another process was faster; each time one of them is done. */
const MAX_ATTEMPTS = 50;

/**
 * Does all of `work` or none of it. It may run more than once, so it should do nothing but query; of two that make or
 * change the same entry at once, the second runs again and finds what the first left.
 * @param single that it writes with one statement, which is atomic without a transaction.
 */
export const atomically = async <T>(work: () => Promise<T>, single: boolean): Promise<T> => {
  const run = () => (single ? work() : transaction(work));
  for (let attempt = 1; ; attempt += 1) {
    try {
      const done = await nullOnConflict(run().then((value) => ({ value })));
      if (done) return done.value;
    } catch (error) {
      if (!(error instanceof OvertakenError) || attempt === MAX_ATTEMPTS) throw error;
    }
    if (attempt === MAX_ATTEMPTS) return run();
  }
};

/** Adds many entries at once, in their order. Ids must be new. */
export const insertEntries = async (
  ownerId: string,
  entries: readonly EntryRow[],
  now: Date,
): Promise<void> => {
  if (entries.length === 0) return;
  await db().diaryEntry.createMany({
    data: newRows(
      entries.map((row) => ({ row })),
      now,
    ).map((row) => ({ ownerId, ...row })),
  });
};

/** Removes for good what was deleted by an instant. */
export const purgeDeleted = async (before: Date): Promise<void> => {
  await db().diaryEntry.deleteMany({ where: { deletedAt: { lte: before } } });
};
