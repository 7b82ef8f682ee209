import "server-only";
import { assertMayWrite, type Viewer } from "../access";
import { AppError, batchChanged, changed, isAppError, notFound } from "../errors";
import { type Food, getFoods, getPreparations, preparedAmounts, weigh } from "../foods";
import type { AmountInput } from "../foods/schemas";
import { composition, type LocalDate, MAX_FOOD_GRAMS } from "../nutrition";
import type { Expected } from "../versions";
import { MAX_ENTRIES_A_DAY, textFoodId } from "./client";
import type {
  EntryChange,
  EntryInput,
  EntryView,
  FoodEntry,
  FoodEntryInput,
  Meal,
  TextEntryInput,
} from "./schemas";
import * as store from "./store";

// Every write of an entry: a batch of changes, each single write being a batch of one.

/** What an entry keeps of the occasion on which it was eaten. */
const occasionOf = (id: string, { date, time, meal, note, typed }: EntryInput) => ({
  id,
  date,
  time: time ?? null,
  meal,
  kind: "food" as const,
  note: note || null,
  typed: typed || null,
});

/** An entry without values as it is stored: nothing of it is known but its name, and its weight where it was said. */
const textRow = (id: string, input: TextEntryInput): store.EntryRow => ({
  ...occasionOf(id, input),
  foodId: textFoodId(input.text),
  foodName: input.text,
  grams: input.amount?.grams ?? null,
  portionId: null,
  portionLabel: null,
  portionCount: null,
  preparation: null,
  amounts: composition(),
});

/**
 * A new entry as it is stored: weighed and computed with the present food table.
 * @param food what the entry names; null when there is none.
 * @throws AppError invalid for an unknown food or portion, or a preparation that the food does not offer.
 */
export const typedRow = (food: Food | null, id: string, input: FoodEntryInput): store.EntryRow => {
  if (!food)
    throw new AppError("invalid", "There is no such food.", {
      fields: { food: "is not a food Assay knows" },
    });
  const { grams, portion } = weigh(food, input.amount);
  return {
    ...occasionOf(id, input),
    foodId: food.id,
    foodName: food.name,
    grams,
    portionId: portion?.id ?? null,
    portionLabel: portion?.label ?? null,
    portionCount: portion?.count ?? null,
    preparation: input.preparation ?? null,
    lowerBounds: food.lowerBounds ?? [],
    amounts: preparedAmounts(food, grams, input.preparation ?? null),
  };
};

/** Whether an input names the food, the amount and the preparation of an entry as it was logged. */
const asksAsLogged = (entry: FoodEntry, input: FoodEntryInput): boolean => {
  const { amount } = input;
  const sameAmount =
    "grams" in amount
      ? entry.portion === null && amount.grams === entry.grams
      : entry.portion?.id === amount.portion && entry.portion.count === amount.count;
  return entry.food === input.food && sameAmount && entry.preparation === (input.preparation ?? null);
};

/**
 * The entry with what was computed and noted of its food when it was logged, whatever became of the food since: only
 * the occasion is new.
 */
const keptRow = (entry: FoodEntry, input: FoodEntryInput): store.EntryRow => ({
  ...occasionOf(entry.id, input),
  foodId: entry.food,
  foodName: entry.name,
  grams: entry.grams,
  portionId: entry.portion?.id ?? null,
  portionLabel: entry.portion?.label ?? null,
  portionCount: entry.portion?.count ?? null,
  preparation: entry.preparation,
  lowerBounds: entry.lowerBounds ?? [],
  amounts: composition(entry.nutrients),
});

/**
 * A copy of an entry, as if it were logged now: weighed and computed with the table as it is now. What no longer
 * exists (the food, its portion, its preparation) is taken as it was logged. The time and the note belong to the
 * occasion and are not copied; the line that was typed says what the food stands for, and is.
 * @param food what the entry names; null when it was deleted since.
 */
const copiedRow = (
  food: Food | null,
  from: FoodEntry,
  to: { id: string; date: LocalDate; meal: Meal },
): store.EntryRow => {
  const portion = food?.portions.find(({ id }) => id === from.portion?.id);
  const weighed = portion && from.portion ? portion.grams * from.portion.count : from.grams;
  const grams = weighed !== null && weighed > MAX_FOOD_GRAMS ? from.grams : weighed;
  const offered =
    food !== null &&
    grams !== null &&
    (from.preparation === null || getPreparations(food).some(({ id }) => id === from.preparation));
  return {
    ...to,
    time: null,
    kind: "food",
    foodId: from.food,
    foodName: food?.name ?? from.name,
    grams: offered ? grams : from.grams,
    portionId: from.portion?.id ?? null,
    portionLabel: from.portion === null ? null : (portion?.label ?? from.portion.label),
    portionCount: from.portion?.count ?? null,
    preparation: from.preparation,
    note: null,
    typed: from.typed ?? null,
    lowerBounds: (offered ? food.lowerBounds : from.lowerBounds) ?? [],
    amounts: offered ? preparedAmounts(food, grams, from.preparation) : composition(from.nutrients),
  };
};

/**
 * How much of another food stands in for an amount that was logged: the portion where the food has one of the same
 * measure, otherwise the weight; null where that was not stated.
 */
export const amountInstead = (
  food: Pick<Food, "portions">,
  { portion, grams }: Pick<FoodEntry, "portion" | "grams">,
): AmountInput | null => {
  const same =
    portion && food.portions.find(({ label }) => label.toLowerCase() === portion.label.toLowerCase());
  if (portion && same && same.grams * portion.count <= MAX_FOOD_GRAMS)
    return { portion: same.id, count: portion.count };
  return grams === null ? null : { grams };
};

/**
 * An entry with another food, computed as if it were logged now. A preparation is kept where the food offers it.
 * @param amount how much of it; null for as much as was logged.
 * @throws AppError invalid for an unknown food or portion, or where the amount was not stated and none is given.
 */
export const replacedRow = (
  food: Food | null,
  from: FoodEntry,
  to: { readonly id: string; readonly food: string; readonly amount: AmountInput | null },
): store.EntryRow => {
  const amount = to.amount ?? (food && amountInstead(food, from));
  if (food && amount === null)
    throw new AppError("invalid", "Nobody said how much it was.", {
      fields: { amount: "is needed: the entry does not say how much it was" },
    });
  const { date, time, meal, note, typed } = from;
  const keeps =
    food !== null &&
    from.preparation !== null &&
    getPreparations(food).some(({ id }) => id === from.preparation);
  return typedRow(food, to.id, {
    date,
    time,
    meal,
    note,
    typed,
    food: to.food,
    // Without a food nothing is weighed.
    amount: amount ?? { grams: 1 },
    preparation: keeps ? from.preparation : null,
  });
};

/** A change of the diary: one that a client asks for, or a dose of a supplement that was taken. */
export type DiaryChange =
  | EntryChange
  | { readonly op: "dose"; readonly row: store.EntryRow; readonly ifMatch?: Expected };

/** The version of its entry that a change rests on. */
const expectedBy = (change: DiaryChange): Expected => ("ifMatch" in change ? change.ifMatch : undefined);

/** The ids of the entries that a change reads or writes. */
const idsOf = (change: DiaryChange): string[] =>
  change.op === "dose"
    ? [change.row.id]
    : change.op === "copy"
      ? [change.id, change.from]
      : change.op === "replace"
        ? [change.id, change.of]
        : [change.id];

/** More entries than this a day are counted and written in one transaction; people log ten to thirty. */
const CROWDED_DAY = 100;

/** The day a change names, which may come to hold one entry more; null where its entry tells the day. */
const dayOf = (change: DiaryChange): string | null => {
  if (change.op === "put") return change.entry.date;
  if (change.op === "dose") return change.row.date;
  return change.op === "copy" || change.op === "move" ? change.date : null;
};

/**
 * Checks that no day holds too much because of a plan.
 * @param counted how many entries some days hold; other days are counted.
 * @returns how many the fullest of the days that grow would hold.
 * @throws AppError conflict.
 */
const assertCapacity = async (
  ownerId: string,
  growth: store.ChangePlan["growth"],
  counted: ReadonlyMap<string, number>,
): Promise<number> => {
  let fullest = 0;
  const growing = [...growth].filter(([, more]) => more > 0);
  const others = await store.countByDay(
    ownerId,
    growing.map(([date]) => date).filter((date) => !counted.has(date)),
  );
  for (const [date, more] of growing) {
    const held = (counted.get(date) ?? others.get(date) ?? 0) + more;
    if (held > MAX_ENTRIES_A_DAY)
      throw new AppError("conflict", `A day holds at most ${MAX_ENTRIES_A_DAY} entries.`);
    fullest = Math.max(fullest, held);
  }
  return fullest;
};

/**
 * Makes some changes to the diary, each of another entry, all or none; every write of an entry comes through here.
 * One change writes one statement, which is atomic without a transaction (a serialisable one would double the time of
 * the most frequent write on PostgreSQL). What it rests on is read just before, and in between this process writes
 * nothing else of this owner. Where a day holds more than anybody eats, the count and the write are one transaction, so
 * that other processes cannot put it above its limit either.
 * @param missing what is not found where an entry is not: the subject of a sentence.
 * @throws AppError as {@link changeEntries}; a single change that rests on another version says what is there.
 */
export const makeChanges = async (
  viewer: Viewer,
  ownerId: string,
  changes: readonly DiaryChange[],
  missing?: string,
): Promise<readonly store.Changed[]> => {
  try {
    return await makeBatch(viewer, ownerId, changes, missing);
  } catch (error) {
    const [only] = isAppError(error) ? (error.misfits ?? []) : [];
    throw only ? changed(only.current) : error;
  }
};

const makeBatch = (
  viewer: Viewer,
  ownerId: string,
  all: readonly DiaryChange[],
  missing = "An entry",
): Promise<readonly store.Changed[]> => {
  assertMayWrite(viewer, ownerId);

  /** @param alone whether no transaction is around; null where there has to be one. */
  const work = async (alone: boolean): Promise<readonly store.Changed[] | null> => {
    const [kept, counted] = await Promise.all([
      store.keptEntries(ownerId, all.flatMap(idsOf)),
      store.countByDay(ownerId, [...new Set(all.flatMap((change) => dayOf(change) ?? []))]),
    ]);
    /** Entries that are gone, which a change would move or replace that rests on a version of them. */
    const gone = new Map(
      all.flatMap((change) => {
        const id = change.op === "move" ? change.id : change.op === "replace" ? change.of : null;
        if (id === null || expectedBy(change) === undefined) return [];
        const done = change.op === "replace" && kept.has(change.id);
        return done || kept.get(id)?.deleted === false ? [] : [[change, { id, current: null }] as const];
      }),
    );
    const changes = all.filter((change) => !gone.has(change));
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
    /** The entry that a put leaves as it was logged; null where its amounts are computed. */
    const asLogged = (id: string, input: FoodEntryInput): FoodEntry | null => {
      const found = kept.get(id);
      if (!found || found.deleted || found.entry.kind === "supplement") return null;
      const entry = found.entry as FoodEntry;
      return asksAsLogged(entry, input) ? entry : null;
    };
    const foods = await getFoods(
      viewer,
      ownerId,
      changes.flatMap((change) =>
        change.op === "put"
          ? "food" in change.entry && !asLogged(change.id, change.entry)
            ? [change.entry.food]
            : []
          : change.op === "copy" && !kept.has(change.id)
            ? [keptFood(change.from).food]
            : change.op === "replace" && !kept.has(change.id)
              ? [change.food]
              : [],
      ),
    );
    const rowChange = (change: Exclude<DiaryChange, { op: "replace" }>): store.RowChange => {
      const expected = expectedBy(change);
      if (change.op === "dose") return { op: "put", row: change.row, expected };
      if (change.op === "put") {
        const { id, entry } = change;
        if ("text" in entry) return { op: "put", row: textRow(id, entry), expected };
        const before = asLogged(id, entry);
        return {
          op: "put",
          row: before ? keptRow(before, entry) : typedRow(foods.get(entry.food) ?? null, id, entry),
          expected,
        };
      }
      if (change.op !== "copy") return { ...change, expected };
      // A copy that was made already is left as it is, or comes back as it was.
      if (kept.has(change.id)) return { op: "restore", id: change.id };
      const from = keptFood(change.from);
      const { id, date, meal } = change;
      return { op: "put", row: copiedRow(foods.get(from.food) ?? null, from, { id, date, meal }) };
    };
    /** A replacement is one entry less and another in its place in the day's order. */
    const replacement = (change: Extract<DiaryChange, { op: "replace" }>): readonly store.RowChange[] => {
      const { id, of, food, amount = null } = change;
      const old = keptFood(of);
      const away = { op: "delete", id: of, expected: expectedBy(change) } as const;
      // One that was made already is left as it is, or comes back as it was.
      if (kept.has(id)) return [{ op: "restore", id }, away];
      if (old.deleted) throw notFound(missing);
      const row = replacedRow(foods.get(food) ?? null, old, { id, food, amount });
      return [{ op: "put", row, createdAt: new Date(old.createdAt) }, away];
    };
    const plan = store.planChanges(
      changes.flatMap((change) => (change.op === "replace" ? replacement(change) : [rowChange(change)])),
      kept,
      new Date(),
    );
    const misfits = [...gone.values(), ...plan.misfits];
    if (misfits.length > 0) throw batchChanged(misfits);
    const fullest = await assertCapacity(ownerId, plan.growth, counted);
    if (alone && fullest > CROWDED_DAY) return null;
    await store.applyChanges(ownerId, plan);
    return plan.results;
  };
  const single = all.length === 1 && all[0]?.op !== "replace";
  return store.serializeByOwner(ownerId, async () => {
    const done = single ? await store.atomically(() => work(true), true) : null;
    const made = done ?? (await store.atomically(() => work(false), false));
    if (made === null) throw new Error("A change in a transaction asked for one");
    return made;
  });
};

/**
 * Makes several changes to the diary, all or none. Each is idempotent, and so is the batch: a copy that was made
 * already is left as it is, one that was deleted since comes back as it was. A copy can also be made of an entry that
 * was deleted less than a day ago, so that a copy sent again does not depend on what became of the original.
 * @returns the entries that the changes leave, in the order of the changes.
 * @throws AppError not_found when one of the entries is not the owner's or is gone; invalid for an unknown food or
 *   portion, and for moving or copying a dose of a supplement; conflict when a day is full; changed, with the entries
 *   as they are, when a change rests on another version of one.
 */
export const changeEntries = async (
  viewer: Viewer,
  ownerId: string,
  changes: readonly EntryChange[],
): Promise<EntryView[]> => (await makeBatch(viewer, ownerId, changes)).flatMap(({ entry }) => entry ?? []);

/** The entry that a single change leaves. */
export const madeEntry = ([made]: readonly store.Changed[]): { entry: EntryView; created: boolean } => {
  if (!made?.entry) throw new Error("A change that leaves an entry left none");
  return { entry: made.entry, created: made.created };
};

/**
 * Creates or replaces an entry of the owner's diary. Sending the same again changes nothing; the amounts are
 * computed when the food, its portion or weight, or its preparation is new and kept otherwise, whatever became of
 * the food since.
 * @throws AppError invalid for an unknown food or portion, or a preparation that the food does not offer; conflict
 *   when the day is full; changed, with the entry as it is, when the write rests on another version.
 */
export const putEntry = async (
  viewer: Viewer,
  ownerId: string,
  id: string,
  input: EntryInput,
  expected?: Expected,
): Promise<{ entry: EntryView; created: boolean }> => {
  return madeEntry(await makeChanges(viewer, ownerId, [{ op: "put", id, entry: input, ifMatch: expected }]));
};

/**
 * Deletes an entry; deleting it again, or one that never was, changes nothing. {@link restoreEntry} undoes it.
 * @throws AppError changed, with the entry as it is, when the write rests on another version.
 */
export const deleteEntry = async (
  viewer: Viewer,
  ownerId: string,
  id: string,
  expected?: Expected,
): Promise<void> => {
  await makeChanges(viewer, ownerId, [{ op: "delete", id, ifMatch: expected }]);
};

/**
 * Takes a delete back: the entry returns as it was, with the amounts computed when it was logged.
 * @throws AppError not_found when it was deleted more than a day ago; conflict when its day is full by now.
 */
export const restoreEntry = async (viewer: Viewer, ownerId: string, id: string): Promise<EntryView> => {
  return madeEntry(await makeChanges(viewer, ownerId, [{ op: "restore", id }], "The entry")).entry;
};

/**
 * Moves an entry to another day or meal. Its amounts stay.
 * @throws AppError not_found; invalid for a dose of a supplement, which belongs to its day and to no meal; conflict
 *   when the day is full.
 */
export const moveEntry = async (
  viewer: Viewer,
  ownerId: string,
  id: string,
  to: { date: LocalDate; meal: Meal },
): Promise<EntryView> => {
  return madeEntry(await makeChanges(viewer, ownerId, [{ op: "move", id, ...to }], "The entry")).entry;
};

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days after which an unused plan is removed. */
const PLAN_DAYS = 30;

/** Removes for good what was deleted more than a day ago, and plans of days long past. Runs at start and every hour. */
export const purgeDeleted = async (): Promise<void> => {
  const now = Date.now();
  await store.purgeDeleted(new Date(now - DAY_MS));
  await store.purgePlans(new Date(now - PLAN_DAYS * DAY_MS).toISOString().slice(0, 10));
};
