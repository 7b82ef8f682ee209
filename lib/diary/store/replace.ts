import "server-only";
import { db, rows, sql } from "../../db";
import { MINERALS, type Mineral, NUTRIENTS, type Total } from "../../nutrition";
import { type EntryView, type NameWithoutValues, TEXT } from "../schemas";
import { knownCount, toView } from "./rows";

// Entries that another food may replace: those of a food or a name, and what the rest of their days holds.

/** The names of entries without values, the latest first. One grouped query. */
export const namesWithoutValues = async (ownerId: string, limit: number): Promise<NameWithoutValues[]> =>
  rows<NameWithoutValues>(sql`
    SELECT "foodId" AS "food", "foodName" AS "name", "entries", "weighed", "firstDate", "date" AS "lastDate",
      "id" AS "lastEntry"
    FROM (
      SELECT "foodId", "foodName", "date", "id", "createdAt",
        COUNT(*) OVER (PARTITION BY "foodId") AS "entries",
        COUNT("grams") OVER (PARTITION BY "foodId") AS "weighed",
        MIN("date") OVER (PARTITION BY "foodId") AS "firstDate",
        ROW_NUMBER() OVER (PARTITION BY "foodId" ORDER BY "date" DESC, "createdAt" DESC, "id" DESC) AS "place"
      FROM "DiaryEntry"
      WHERE "ownerId" = ${ownerId} AND "foodId" LIKE ${`${TEXT}%`} AND "deletedAt" IS NULL
    ) AS "named"
    WHERE "place" = 1
    ORDER BY "date" DESC, "createdAt" DESC, "id" DESC
    LIMIT ${limit}`);

/** The entries of a food, or of a name, the latest first, and how many there are in all. */
export const entriesOfFood = async (
  ownerId: string,
  foodId: string,
  limit: number,
): Promise<{ entries: EntryView[]; all: number }> => {
  const where = { ownerId, foodId, kind: "food", deletedAt: null };
  const [found, all] = await Promise.all([
    db().diaryEntry.findMany({
      where,
      orderBy: [{ date: "desc" }, { createdAt: "desc" }, { id: "desc" }],
      take: limit,
    }),
    db().diaryEntry.count({ where }),
  ]);
  return { entries: found.map(toView), all };
};

type RestRow = { kind: string; entries: number } & { [M in Mineral]: number | null } & {
  [M in Mineral as `${M}Known`]: number;
};

// The names come from the core's list of minerals, never from a request.
const SUMS = sql.raw(
  MINERALS.map((id) => `SUM("${id}") AS "${id}", ${knownCount(id)} AS "${id}Known"`).join(", "),
);

/**
 * What some days hold beside some of their entries, all days together, foods and supplements apart. One grouped query.
 */
export const restOfDays = async (
  ownerId: string,
  dates: readonly string[],
  without: readonly string[],
): Promise<(kind: "food" | "supplement", mineral: Mineral) => Total> => {
  const found = await rows<RestRow>(sql`
    SELECT "kind", COUNT(*) AS "entries", ${SUMS}
    FROM "DiaryEntry"
    WHERE "ownerId" = ${ownerId} AND "date" IN (${sql.join([...dates])}) AND "deletedAt" IS NULL
      AND "id" NOT IN (${sql.join([...without])})
    GROUP BY "kind"`);
  return (kind, mineral) => {
    const row = found.find((each) => each.kind === kind);
    return {
      amount: row ? row[mineral] : null,
      unit: NUTRIENTS[mineral].unit,
      known: row ? row[`${mineral}Known`] : 0,
      entries: row ? row.entries : 0,
    };
  };
};
