import type { EntryView } from "../../diary/schemas";
import {
  type Composition,
  MINERALS,
  type Mineral,
  type NutrientId,
  overUpperLimit,
  type Total,
  type Totals,
  totalsOf,
} from "../../nutrition";
import type { TargetsView, TargetView } from "../../profile/schemas";
import type { MineralDay } from "./schemas";

/**
 * Food and supplements together. A supplement's label names what is in it, so one that does not name a nutrient
 * is not counted among the entries that might hold some.
 */
export const together = (food: Total, supplements: Total): Total => ({
  amount:
    food.amount === null
      ? supplements.amount
      : supplements.amount === null
        ? food.amount
        : food.amount + supplements.amount,
  unit: food.unit,
  known: food.known + supplements.known,
  entries: food.entries + supplements.known,
});

export const totalsTogether = (food: Totals, supplements: Totals): Totals =>
  Object.fromEntries(
    Object.entries(food).map(([id, total]) => [id, together(total, supplements[id as NutrientId])]),
  ) as unknown as Totals;

export type DayTotals = { readonly totals: Totals; readonly fromSupplements: Totals };

/** The totals of one day's entries. */
export const dayTotals = (entries: readonly EntryView[]): DayTotals => {
  const totals = (kind: EntryView["kind"]) => {
    const of = entries.filter((entry) => entry.kind === kind);
    return totalsOf(
      of.map((entry) => entry.nutrients as Composition),
      of.map((entry) => entry.lowerBounds),
    );
  };
  const fromSupplements = totals("supplement");
  return { totals: totalsTogether(totals("food"), fromSupplements), fromSupplements };
};

/**
 * A mineral per kilocalorie in those of the entries that report it, in its unit; null where none does, or their
 * energy is not known.
 */
export const densityOf = (mineral: Mineral, entries: readonly EntryView[]): number | null => {
  let amount = 0;
  let energy = 0;
  for (const { kind, nutrients, lowerBounds } of entries) {
    const value = nutrients[mineral];
    // Of a lower bound nobody knows how much of the food's energy it stands for.
    if (lowerBounds?.includes(mineral)) continue;
    if (kind !== "food" || nutrients.energy === null || value === null) continue;
    amount += value;
    energy += nutrients.energy;
  }
  return energy === 0 ? null : amount / energy;
};

/**
 * How much of a mineral the entries without a value might hold: the day's known amount per kilocalorie times their
 * energy. Null where nothing is known, or their energy is not. Drawn as a hatch, never added to a total.
 */
export const possibleExtra = (mineral: Mineral, entries: readonly EntryView[]): number | null => {
  const density = densityOf(mineral, entries);
  const missing = entries.flatMap(({ kind, nutrients }) =>
    kind === "food" && nutrients[mineral] === null && nutrients.energy !== null ? [nutrients.energy] : [],
  );
  return density === null || missing.length === 0
    ? null
    : density * missing.reduce((sum, energy) => sum + energy, 0);
};

/** What of a mineral a doctor prescribed, in the supplements of the day; null where nothing was. */
const prescribedOf = (mineral: Mineral, entries: readonly EntryView[]): number | null => {
  const amounts = entries
    .filter(({ prescribed }) => prescribed?.includes(mineral))
    .flatMap(({ nutrients }) => nutrients[mineral] ?? []);
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0);
};

/** One mineral of a day against its target and upper limit. */
const mineralDayOf = (
  target: TargetView,
  { totals, fromSupplements }: DayTotals,
  entries: readonly EntryView[],
  scores: boolean,
): MineralDay => {
  const { mineral } = target;
  const total = totals[mineral];
  const prescribed = prescribedOf(mineral, entries);
  return {
    mineral,
    total,
    fromSupplements: fromSupplements[mineral],
    target: target.target,
    kind: target.kind,
    ear: target.ear,
    ul: target.ul,
    ulScope: target.ulScope,
    short: target.target === null || target.state !== "usual" ? null : shortOf(target.target, total),
    percent:
      !scores || target.target === null || total.amount === null
        ? null
        : (total.amount / target.target) * 100,
    ...(prescribed !== null && { prescribed }),
    overLimit: overUpperLimit(target, total.amount, fromSupplements[mineral].amount, prescribed),
    possibleExtra: possibleExtra(mineral, entries),
    state: target.state,
    scores,
  };
};

/** Target minus the known amount; the whole target while nothing is known; null once it is reached. */
const shortOf = (target: number, total: Total): number | null => {
  if (total.amount === null) return target;
  return total.amount < target ? target - total.amount : null;
};

/** @param scores whether shares of the targets may be shown. */
export const mineralDays = (
  targets: TargetsView,
  totals: DayTotals,
  entries: readonly EntryView[],
  scores: boolean,
): MineralDay[] =>
  MINERALS.flatMap((mineral) => {
    const target = targets.items.find((item) => item.mineral === mineral);
    return target ? [mineralDayOf(target, totals, entries, scores)] : [];
  });
