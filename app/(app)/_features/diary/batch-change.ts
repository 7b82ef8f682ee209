import type { EntryChange, EntryInput, FoodEntry, Meal } from "@/lib/diary/schemas";
import type { AmountInput } from "@/lib/foods/schemas";
import { capitalise, countNoun } from "@/lib/format";
import { NO_VERSION } from "@/lib/versions";
import { newId } from "../offline";
import type { Batch, BatchStep } from "./day-change";
import { dateWords, dayWords } from "./meal-words";

/** Where entries go; a meal of null leaves each at its own. */
export type Place = { readonly date: string; readonly meal: Meal | null };

/** "Kefir", "3 foods". */
export const foodsWords = (entries: readonly FoodEntry[]): string =>
  entries.length === 1 ? (entries[0] as FoodEntry).name : countNoun(entries.length, "food");

/** Where some entries go, in words: "lunch, tomorrow", "today" when each keeps its meal. */
export const placeWords = ({ date, meal }: Place, today: string): string =>
  meal === null ? dayWords(date, today) : `${meal}, ${dayWords(date, today)}`;

/** Where some entries go, by dates: "lunch, Mon 30 Nov". */
const datedPlace = ({ date, meal }: Place): string =>
  meal === null ? dateWords(date) : `${meal}, ${dateWords(date)}`;

const newBatch = (steps: readonly BatchStep[], label: string): Batch => ({
  kind: "batch",
  id: newId(),
  steps,
  label,
});

/** A new entry as it will look, and the server's input for it. */
export type NewEntry = { readonly entry: FoodEntry; readonly input: EntryInput };

/** New entries, such as the foods of one meal, or of several where the meal of `to` is null. */
export const putBatch = (added: readonly NewEntry[], to: Place): Batch => {
  const entries = added.map(({ entry }) => entry);
  return newBatch(
    added.map(({ entry, input }) => ({ kind: "put", before: null, after: entry, input })),
    `${foodsWords(entries)} (${datedPlace(to)})`,
  );
};

/** New entries like the given ones. They look as the old ones do until the server has computed them anew. */
export const copyBatch = (entries: readonly FoodEntry[], to: Place): Batch => {
  const now = new Date().toISOString();
  return newBatch(
    entries.map((entry) => ({
      kind: "copy",
      from: entry.id,
      after: {
        ...entry,
        id: newId(),
        date: to.date,
        meal: to.meal ?? entry.meal,
        time: null,
        note: null,
        createdAt: now,
        updatedAt: now,
        version: NO_VERSION,
      },
    })),
    `${foodsWords(entries)} (${datedPlace(to)})`,
  );
};

export const moveBatch = (entries: readonly FoodEntry[], to: Place): Batch =>
  newBatch(
    entries.map((entry) => ({
      kind: "move",
      entry,
      to: { date: to.date, meal: to.meal ?? entry.meal },
    })),
    `${foodsWords(entries)} moved to ${datedPlace(to)}`,
  );

export const removeBatch = (entries: readonly FoodEntry[]): Batch =>
  newBatch(
    entries.map((entry) => ({ kind: "remove", entry })),
    `${foodsWords(entries)} removed`,
  );

/** One of the entries that another food replaces, and how much of it. */
export type Replaced = {
  readonly of: string;
  readonly amount: AmountInput;
  /** Its version, as it was seen. */
  readonly version?: string | undefined;
};

/** Another food in the place of some entries' own. @param to the food. @param what what is replaced: "3 entries". */
export const replaceBatch = (
  replaced: readonly Replaced[],
  to: { readonly food: string; readonly name: string },
  what: string,
): Batch =>
  newBatch(
    replaced.map(({ of, amount, version }) => ({
      kind: "replace",
      id: newId(),
      of,
      food: to.food,
      amount,
      version,
    })),
    `${capitalise(what)} replaced by ${to.name}`,
  );

const invertStep = (step: BatchStep): BatchStep => {
  switch (step.kind) {
    case "replace":
      return { kind: "put-back", replaced: step };
    case "put-back":
      return step.replaced;
    case "put":
    case "copy":
      return { kind: "remove", entry: step.after };
    case "restore":
      return { kind: "remove", entry: step.entry };
    case "remove":
      return { kind: "restore", entry: step.entry };
    case "move":
      return {
        kind: "move",
        entry: { ...step.entry, ...step.to },
        to: { date: step.entry.date, meal: step.entry.meal },
      };
  }
};

/** What takes a batch back, the last step first. */
export const invertBatch = (batch: Batch): Batch =>
  newBatch(batch.steps.map(invertStep).reverse(), `Undo: ${batch.label}`);

const stepChanges = (step: BatchStep): EntryChange[] => {
  switch (step.kind) {
    case "put":
      return [{ op: "put", id: step.after.id, entry: step.input, ifMatch: NO_VERSION }];
    case "copy":
      return [
        { op: "copy", id: step.after.id, from: step.from, date: step.after.date, meal: step.after.meal },
      ];
    case "move":
      return [{ op: "move", id: step.entry.id, ...step.to, ifMatch: step.entry.version }];
    case "remove":
      return [{ op: "delete", id: step.entry.id, ifMatch: step.entry.version }];
    case "restore":
      return [{ op: "restore", id: step.entry.id }];
    case "replace": {
      const { id, of, food, amount, version } = step;
      return [{ op: "replace", id, of, food, amount, ifMatch: version }];
    }
    case "put-back":
      return [
        { op: "delete", id: step.replaced.id },
        { op: "restore", id: step.replaced.of },
      ];
  }
};

/** A batch as the server's input. */
export const toEntryChanges = ({ steps }: Batch): EntryChange[] => steps.flatMap(stepChanges);
