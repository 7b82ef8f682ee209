import "server-only";
import { assertMayRead, type Viewer } from "../access";
import { AppError, notFound } from "../errors";
import { getFood } from "../foods";
import type { AmountInput } from "../foods/schemas";
import { addSupplements, addTotals, MINERALS, type Total, totalOf } from "../nutrition";
import { amountInstead, replacedRow } from "./batch";
import {
  type FoodEntry,
  MAX_REPLACED,
  type NameWithoutValues,
  type ReplacementQuery,
  type ReplacementView,
} from "./schemas";
import * as store from "./store";

// What another food would change in the diary, before it is changed: entries without values that are matched to a food,
// and foods that were logged for another. The changes themselves are a batch (op "replace").

/** A limit above what a person logs by name. */
const MAX_NAMES = 200;

/** The names of entries without values, each with how often and when it was logged, the latest first. */
export const namesWithoutValues = (viewer: Viewer, ownerId: string): Promise<NameWithoutValues[]> => {
  assertMayRead(viewer, ownerId);
  return store.namesWithoutValues(ownerId, MAX_NAMES);
};

const foundEntries = async (ownerId: string, of: string): Promise<{ entries: FoodEntry[]; all: number }> => {
  // Ids of foods and names have a prefix.
  if (of.includes(":")) {
    const found = await store.entriesOfFood(ownerId, of, MAX_REPLACED);
    return { ...found, entries: found.entries as FoodEntry[] };
  }
  const found = await store.findEntry(ownerId, of);
  if (found?.kind !== "food") throw notFound("The entry");
  return { entries: [found as FoodEntry], all: 1 };
};

const saidAmount = ({ grams, portion, count }: ReplacementQuery): AmountInput | null =>
  grams !== undefined ? { grams } : portion !== undefined && count !== undefined ? { portion, count } : null;

const meanOf = (total: Total, days: number): Total => ({
  ...total,
  amount: total.amount === null ? null : total.amount / days,
});

/**
 * What would change if another food stood in the place of an entry's, or of every entry of a food or a name: the latest
 * 250 of them, and the mean of their days before and after. Entries that do not say how much it was take the amount of
 * the query, or wait for one.
 * @throws AppError not_found for an entry that is not the owner's, or where nothing has that food; invalid for an unknown
 *   food or portion.
 */
export const replacement = async (
  viewer: Viewer,
  ownerId: string,
  query: ReplacementQuery,
): Promise<ReplacementView> => {
  assertMayRead(viewer, ownerId);
  const [food, { entries, all }] = await Promise.all([
    getFood(viewer, ownerId, query.to),
    foundEntries(ownerId, query.of),
  ]);
  if (!food)
    throw new AppError("invalid", "There is no such food.", { fields: { to: "is not a food Assay knows" } });
  if (entries.length === 0) throw notFound("An entry of it");
  const said = saidAmount(query);
  const items = entries.map((entry) => {
    const amount = amountInstead(food, entry) ?? said;
    return {
      entry,
      amount,
      row: amount && replacedRow(food, entry, { id: entry.id, food: food.id, amount }),
    };
  });
  const dates = [...new Set(entries.map(({ date }) => date))];
  const rest = await store.restOfDays(
    ownerId,
    dates,
    entries.map(({ id }) => id),
  );
  return {
    to: { food: food.id, name: food.name },
    items: items.map(({ entry: { id, date, meal, name, grams, portion, version }, amount, row }) => ({
      id,
      date,
      meal,
      name,
      grams,
      portion,
      version,
      after:
        amount === null || row === null || row.grams === null
          ? null
          : {
              amount,
              grams: row.grams,
              portion:
                row.portionId === null || row.portionLabel === null || row.portionCount === null
                  ? null
                  : { id: row.portionId, label: row.portionLabel, count: row.portionCount },
            },
    })),
    more: all - entries.length,
    days: dates.length,
    minerals: MINERALS.map((mineral) => {
      const others = addSupplements(rest("food", mineral), rest("supplement", mineral));
      const before = totalOf(
        mineral,
        entries.map(({ nutrients }) => nutrients),
        entries.map(({ lowerBounds }) => lowerBounds),
      );
      const after = totalOf(
        mineral,
        items.map(({ entry, row }) => row?.amounts ?? entry.nutrients),
        items.map(({ entry, row }) => (row ? row.lowerBounds : entry.lowerBounds)),
      );
      return {
        mineral,
        before: meanOf(addTotals(others, before), dates.length),
        after: meanOf(addTotals(others, after), dates.length),
      };
    }),
  };
};
