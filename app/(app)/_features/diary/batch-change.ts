import type { EntryChange, EntryInput, FoodEntry, Meal } from "@/lib/diary/schemas";
import type { AmountInput } from "@/lib/foods/schemas";
import { capitalise, countNoun } from "@/lib/format";
import { newId } from "../offline";
import type { Batch, BatchStep } from "./day-change";
import { dayWords } from "./meal-words";

/** Where entries go; a meal of null leaves each at its own. */
export type Place = { readonly date: string; readonly meal: Meal | null };

/** "Kefir", "3 foods". */
export const foodsWords = (entries: readonly FoodEntry[]): string =>
  entries.length === 1 ? (entries[0] as FoodEntry).name : countNoun(entries.length, "food");

/** Where some entries go, in words: "lunch, tomorrow", "today" when each keeps its meal. */
export const placeWords = ({ date, meal }: Place, today: string): string =>
  meal === null ? dayWords(date, today) : `${meal}, ${dayWords(date, today)}`;

const newBatch = (steps: readonly BatchStep[], unsaved: string): Batch => ({
  kind: "batch",
  id: newId(),
  steps,
  unsaved,
});

const verb = (entries: readonly FoodEntry[], one: string, more: string): string =>
  entries.length === 1 ? one : more;

/** A new entry as it will look, and the server's input for it. */
export type NewEntry = { readonly entry: FoodEntry; readonly input: EntryInput };

/** New entries, such as the foods of one meal, or of several where the meal of `to` is null. */
export const putBatch = (added: readonly NewEntry[], to: Place, today: string): Batch => {
  const entries = added.map(({ entry }) => entry);
  return newBatch(
    added.map(({ entry, input }) => ({ kind: "put", before: null, after: entry, input })),
    `${foodsWords(entries)} (${placeWords(to, today)}) ${verb(entries, "is", "are")} not saved yet.`,
  );
};

/** New entries like the given ones. They look as the old ones do until the server has computed them anew. */
export const copyBatch = (entries: readonly FoodEntry[], to: Place, today: string): Batch => {
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
      },
    })),
    `${foodsWords(entries)} (${placeWords(to, today)}) ${verb(entries, "is", "are")} not saved yet.`,
  );
};

export const moveBatch = (entries: readonly FoodEntry[], to: Place, today: string): Batch =>
  newBatch(
    entries.map((entry) => ({
      kind: "move",
      entry,
      to: { date: to.date, meal: to.meal ?? entry.meal },
    })),
    `${foodsWords(entries)} could not be moved to ${placeWords(to, today)}.`,
  );

export const removeBatch = (entries: readonly FoodEntry[]): Batch =>
  newBatch(
    entries.map((entry) => ({ kind: "remove", entry })),
    `${foodsWords(entries)} could not be removed.`,
  );

/** One of the entries that another food replaces, and how much of it. */
export type Replaced = { readonly of: string; readonly amount: AmountInput };

/** Another food in the place of some entries' own. @param to the food. @param what what is replaced: "3 entries". */
export const replaceBatch = (
  replaced: readonly Replaced[],
  to: { readonly food: string; readonly name: string },
  what: string,
): Batch =>
  newBatch(
    replaced.map(({ of, amount }) => ({ kind: "replace", id: newId(), of, food: to.food, amount })),
    `${capitalise(what)} could not be replaced by ${to.name}.`,
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
  newBatch(batch.steps.map(invertStep).reverse(), "This could not be taken back.");

const stepChanges = (step: BatchStep): EntryChange[] => {
  switch (step.kind) {
    case "put":
      return [{ op: "put", id: step.after.id, entry: step.input }];
    case "copy":
      return [
        { op: "copy", id: step.after.id, from: step.from, date: step.after.date, meal: step.after.meal },
      ];
    case "move":
      return [{ op: "move", id: step.entry.id, ...step.to }];
    case "remove":
      return [{ op: "delete", id: step.entry.id }];
    case "restore":
      return [{ op: "restore", id: step.entry.id }];
    case "replace": {
      const { id, of, food, amount } = step;
      return [{ op: "replace", id, of, food, amount }];
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
