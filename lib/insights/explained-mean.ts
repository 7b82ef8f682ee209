import "server-only";
import type { Viewer } from "../access";
import { foodsByDay } from "../diary";
import { averageIntakeOf, daysBetween, type Mineral, PREPARATIONS } from "../nutrition";
import { getProfile, today } from "../profile";
import { readDays, spanOf } from "./adequacy";
import { listName } from "./mineral-sources";
import type { AdequacyQuery, ExplainedMean, ExplainedPart } from "./schemas";
import { countedDays } from "./trend-days";

const DEFAULT_DAYS = 30;

type Growing = Omit<ExplainedPart, "share" | "days"> & {
  sum: number | null;
  days: ExplainedPart["days"][number][];
};

/**
 * An average day of a mineral taken apart into the foods and supplements behind it, and each into its days. Three
 * queries, two of them grouped.
 * @param usual how many days are read, up to today, when no span is given.
 * @throws AppError invalid for more than 400 days.
 */
export const explainedMean = async (
  viewer: Viewer,
  ownerId: string,
  mineral: Mineral,
  query: AdequacyQuery = {},
  usual = DEFAULT_DAYS,
): Promise<ExplainedMean> => {
  const profile = await getProfile(viewer, ownerId);
  const span = spanOf(query, today(profile.timeZone), usual);
  const read = await readDays(viewer, ownerId, profile, span);
  const counted = countedDays(read);
  const { mean, fromFood, coverageOfMean, amounts, withoutValue } = averageIntakeOf(mineral, counted);
  const unknown = new Set(withoutValue);
  const dates = counted.flatMap(({ date }) => (unknown.has(date) ? [] : [date]));
  const leftOut = [
    ...read.counted.leftOut,
    ...withoutValue.map((date) => ({ date, reason: "no-value" as const })),
  ].toSorted((a, b) => daysBetween(b.date, a.date));
  const rows =
    dates.length === 0
      ? []
      : await foodsByDay(
          viewer,
          ownerId,
          span.from,
          span.to,
          mineral,
          leftOut.map(({ date }) => date),
        );

  const parts = new Map<string, Growing>();
  for (const row of rows) {
    const { kind, food, preparation, date, total } = row;
    const key = JSON.stringify([kind, food, preparation]);
    const part = parts.get(key) ?? {
      kind,
      food,
      name: listName(row),
      preparation: PREPARATIONS.find(({ id }) => id === preparation)?.label ?? null,
      amount: null,
      sum: null,
      days: [],
    };
    parts.set(key, part);
    part.days.push({ date, amount: total.amount, known: total.known, entries: total.entries });
    if (total.amount !== null) part.sum = (part.sum === null ? 0 : part.sum) + total.amount;
  }
  return {
    mineral,
    ...span,
    days: dates.map((date, i) => ({ date, amount: amounts[i] as number })),
    leftOut,
    mean,
    fromFood,
    coverageOfMean,
    parts: [...parts.values()]
      // What a label does not list is not expected in a supplement.
      .filter(({ kind, sum }) => kind === "food" || sum !== null)
      .map(({ sum, ...part }) => ({
        ...part,
        amount: sum === null ? null : sum / dates.length,
        share: sum === null || mean === null || mean === 0 ? null : sum / dates.length / mean,
      }))
      .toSorted((a, b) => (b.amount === null ? -1 : b.amount) - (a.amount === null ? -1 : a.amount)),
  };
};
