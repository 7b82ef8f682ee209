import "server-only";
import type { Viewer } from "../../access";
import { dayMarks, entriesOfDay } from "../../diary";
import type { EntryView } from "../../diary/schemas";
import { isAppError } from "../../errors";
import { describeFood, listSupplements, preparedAmounts, readFood } from "../../foods";
import { type FoodView, parseSupplementId, type SupplementView } from "../../foods/schemas";
import {
  amountPerKcal,
  composition,
  type LocalDate,
  type Mineral,
  mineralRetention,
  possibleExtra,
  preparationLabel,
  sumDay,
} from "../../nutrition";
import { getProfile, targetsOn } from "../../profile";
import type { ExplainedEntry, ExplainedTotal } from "./schemas";

type Origin = ExplainedEntry["origin"];

const NOWHERE: Origin = {
  kind: "gone",
  source: null,
  row: null,
  column: null,
  note: null,
  bound: false,
  licence: null,
  value: null,
  retained: null,
  unmeasuredLoss: false,
  amountNow: null,
  changed: false,
};

/** Relative tolerance: above floating-point error, below the displayed precision. */
const SAME = 1e-9;
const differs = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a !== b : Math.abs(a - b) > SAME * Math.max(1, Math.abs(a), Math.abs(b));

/** The food as it is now, or null when it is gone. */
const foodNow = async (viewer: Viewer, ownerId: string, id: string): Promise<FoodView | null> => {
  try {
    return await readFood(viewer, ownerId, id);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  }
};

const amountNow = (food: FoodView, entry: EntryView, mineral: Mineral): number | null => {
  if (entry.grams === null) return null;
  const named = { id: food.id, name: food.name, per100g: composition(food.per100g) };
  try {
    return preparedAmounts(named, entry.grams, entry.preparation)[mineral];
  } catch (error) {
    // The food has changed so much that it is no longer prepared in this way.
    if (isAppError(error) && error.code === "invalid") return null;
    throw error;
  }
};

const originOfFood = (food: FoodView | null, entry: EntryView, mineral: Mineral): Origin => {
  if (food === null) return NOWHERE;
  const row = food.provenance.find(({ nutrient }) => nutrient === mineral);
  const left = entry.preparation && mineralRetention(describeFood(food), entry.preparation, mineral);
  const now = amountNow(food, entry, mineral);
  return {
    kind: food.source,
    source: row?.source ?? null,
    row: row?.row ?? null,
    column: row?.column ?? null,
    note: row?.note ?? null,
    bound: (row?.bound ?? null) !== null,
    licence: food.tableInfo && { text: food.tableInfo.licence, citation: food.tableInfo.citation },
    value: food.per100g[mineral],
    retained:
      left && left !== "unmeasured"
        ? { typical: left.typical, low: left.low, high: left.high, pairs: left.pairs }
        : null,
    unmeasuredLoss: left === "unmeasured",
    amountNow: now,
    changed: differs(now, entry.nutrients[mineral]),
  };
};

const originOfDose = (supplement: SupplementView | undefined, entry: EntryView, mineral: Mineral): Origin => {
  if (!supplement) return NOWHERE;
  const content = supplement.contents.find(({ nutrient }) => nutrient === mineral);
  const value = content?.amount ?? null;
  const now = value === null || entry.portion === null ? null : value * entry.portion.count;
  return {
    ...NOWHERE,
    kind: "supplement",
    source: "The label, as you entered it",
    note: content?.form?.label ?? null,
    value,
    amountNow: now,
    changed: differs(now, entry.nutrients[mineral]),
  };
};

/**
 * A day's total of one mineral, taken apart: every entry with its amount as it was logged, where that comes from, and
 * what the entries without a value might add. The amounts add up to the total that the day shows.
 */
export const explainedTotal = async (
  viewer: Viewer,
  ownerId: string,
  date: LocalDate,
  mineral: Mineral,
): Promise<ExplainedTotal> => {
  const profile = await getProfile(viewer, ownerId);
  const [entries, marks, targets, supplements] = await Promise.all([
    entriesOfDay(viewer, ownerId, date),
    dayMarks(viewer, ownerId, date, date),
    targetsOn(ownerId, profile, date),
    listSupplements(viewer, ownerId),
  ]);
  const ids = [...new Set(entries.filter(({ kind }) => kind === "food").map(({ food }) => food))];
  const foods = new Map(
    await Promise.all(ids.map(async (id) => [id, await foodNow(viewer, ownerId, id)] as const)),
  );
  const totals = sumDay(entries);
  const total = totals.totals[mineral];
  const density = amountPerKcal(mineral, entries);
  const target = targets.items.find((item) => item.mineral === mineral);
  const explained = entries.map((entry): ExplainedEntry => {
    const amount = entry.nutrients[mineral];
    const { energy } = entry.nutrients;
    const food = entry.kind === "food";
    return {
      id: entry.id,
      kind: entry.kind,
      meal: food ? entry.meal : null,
      time: entry.time,
      food: entry.food,
      name: entry.name,
      ...(entry.typed !== undefined && { typed: entry.typed }),
      grams: entry.grams,
      portion: entry.portion && { label: entry.portion.label, count: entry.portion.count },
      preparation: preparationLabel(entry.preparation),
      amount,
      share: amount === null || total.amount === null || total.amount === 0 ? null : amount / total.amount,
      mightHold: food && amount === null && density !== null && energy !== null ? density * energy : null,
      loggedAt: entry.updatedAt,
      origin: food
        ? originOfFood(foods.get(entry.food) ?? null, entry, mineral)
        : originOfDose(
            supplements.find(({ id }) => id === parseSupplementId(entry.food)),
            entry,
            mineral,
          ),
    };
  });
  return {
    date,
    mineral,
    complete: marks.get(date) === "complete",
    mark: marks.get(date) ?? null,
    total,
    fromFood: totals.fromFood[mineral],
    fromSupplements: totals.fromSupplements[mineral],
    target: target?.target ?? null,
    kind: target?.kind ?? null,
    possibleExtra: possibleExtra(mineral, entries),
    entries: explained,
  };
};
