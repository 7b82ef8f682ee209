import "server-only";
import { readJson, sql } from "../../db";
import {
  type Composition,
  composition,
  type LowerBounds,
  type NutrientId,
  type PreparationId,
} from "../../nutrition";
import { versionOf } from "../../versions";
import { type EntryView, type Meal, nutrientIds } from "../schemas";

// How an entry of the diary lies in its row, and the pieces of SQL that several queries share.

/** An entry as it is stored: what was typed, and the amounts computed then. */
export type EntryRow = {
  id: string;
  date: string;
  time: string | null;
  meal: Meal;
  kind: "food" | "supplement";
  foodId: string;
  foodName: string;
  /** Null for a supplement, and where nobody said what it weighed. */
  grams: number | null;
  portionId: string | null;
  portionLabel: string | null;
  portionCount: number | null;
  preparation: PreparationId | null;
  note: string | null;
  /** The line as the person typed it. */
  typed?: string | null;
  /** What of a supplement's dose a doctor prescribed. */
  prescribed?: readonly NutrientId[];
  /** What of `amounts` is only a lower bound. */
  lowerBounds?: LowerBounds;
  amounts: Composition;
};

/** The same as the database has it. */
export type DatabaseRow = Omit<
  EntryRow,
  "amounts" | "meal" | "kind" | "preparation" | "typed" | "prescribed" | "lowerBounds"
> & {
  [N in NutrientId]: number | null;
} & {
  meal: string;
  kind: string;
  preparation: string | null;
  typed: string | null;
  prescribed: string | null;
  lowerBounds: string | null;
  createdAt: Date;
  updatedAt: Date;
};

/** Reads a column of nutrients, which is null for none. @throws BadColumnError */
export const readNutrients = (column: keyof DatabaseRow, text: string | null): NutrientId[] =>
  text === null ? [] : readJson(nutrientIds, text, `DiaryEntry.${column}`);

const writeNutrients = (nutrients: readonly NutrientId[]): string | null =>
  nutrients.length === 0 ? null : JSON.stringify(nutrients);

/** An entry as its readers get it. @throws BadColumnError */
export const toView = (row: DatabaseRow): EntryView => ({
  id: row.id,
  date: row.date,
  time: row.time,
  meal: row.meal as Meal,
  kind: row.kind as EntryView["kind"],
  food: row.foodId,
  name: row.foodName,
  grams: row.grams,
  portion:
    row.portionId !== null && row.portionLabel !== null && row.portionCount !== null
      ? { id: row.portionId, label: row.portionLabel, count: row.portionCount }
      : null,
  preparation: row.preparation as PreparationId | null,
  note: row.note,
  ...(row.typed !== null && { typed: row.typed }),
  ...(row.prescribed !== null && { prescribed: readNutrients("prescribed", row.prescribed) }),
  nutrients: composition(row),
  ...(row.lowerBounds !== null && { lowerBounds: readNutrients("lowerBounds", row.lowerBounds) }),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  version: versionOf(row.updatedAt),
});

/** The columns that hold an entry. */
export const toColumns = ({
  amounts,
  typed = null,
  prescribed = [],
  lowerBounds = [],
  ...row
}: EntryRow) => ({
  ...row,
  typed,
  prescribed: writeNutrients(prescribed),
  lowerBounds: writeNutrients(lowerBounds),
  ...amounts,
});

/** Whether an entry has a nutrient's amount and not only a lower bound; the column is a JSON array of nutrients. */
export const inFull = (id: NutrientId): string =>
  `"${id}" IS NOT NULL AND ("lowerBounds" IS NULL OR "lowerBounds" NOT LIKE '%"${id}"%')`;

/** How many entries have a nutrient's amount in full. */
export const knownCount = (id: NutrientId): string => `COUNT(CASE WHEN ${inFull(id)} THEN 1 END)`;

/**
 * The condition that an entry is the owner's, lies between two local days (both included) and was not deleted. The
 * index on owner and date answers it.
 * @param except days between them that do not count.
 */
export const inSpan = (ownerId: string, from: string, to: string, except: readonly string[] = []) => {
  const others = except.length === 0 ? sql.empty : sql`AND "date" NOT IN (${sql.join([...except])})`;
  return sql`"ownerId" = ${ownerId} AND "date" >= ${from} AND "date" <= ${to} AND "deletedAt" IS NULL ${others}`;
};
