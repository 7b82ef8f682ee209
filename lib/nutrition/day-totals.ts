import { type Amounts, type LowerBounds, type Total, type Totals, totalOf, totalsOf } from "./intake";
import { type Mineral, NUTRIENT_IDS, type NutrientId } from "./nutrients";
import type { UpperLimitScope } from "./reference-types";

/*
 * Totals of one diary day from its entries. The server computes a saved day and the browser a preview after each
 * change with these functions, so that the two agree.
 */

/** A diary entry as a day's totals need it. Amounts are in each nutrient's unit; null is unknown. */
export type CountedEntry = {
  readonly kind: "food" | "supplement";
  readonly nutrients: Amounts;
  readonly lowerBounds?: LowerBounds | undefined;
  /** The prescribed nutrients of a supplement dose. */
  readonly prescribed?: readonly NutrientId[] | undefined;
};

const sumAmounts = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : a + b;

/** The total of two groups of entries of the same nutrient. */
export const addTotals = (a: Total, b: Total): Total => ({
  amount: sumAmounts(a.amount, b.amount),
  unit: a.unit,
  known: a.known + b.known,
  entries: a.entries + b.entries,
});

/**
 * Total of food and supplements. A supplement label lists all its nutrients, so a supplement that does not name the
 * nutrient is not counted among the entries with an unknown amount.
 */
export const addSupplements = (food: Total, supplements: Total): Total =>
  addTotals(food, { ...supplements, entries: supplements.known });

/** {@link addSupplements} for every nutrient. */
export const addSupplementTotals = (food: Totals, supplements: Totals): Totals => {
  const totals = {} as Record<NutrientId, Total>;
  for (const id of NUTRIENT_IDS) totals[id] = addSupplements(food[id], supplements[id]);
  return totals;
};

/** Food and supplements together, and each of the two apart. */
export type DayTotals = {
  readonly totals: Totals;
  readonly fromFood: Totals;
  readonly fromSupplements: Totals;
};

const ofKind = (entries: readonly CountedEntry[], kind: CountedEntry["kind"]) => {
  const some = entries.filter((entry) => entry.kind === kind);
  return [some.map(({ nutrients }) => nutrients), some.map(({ lowerBounds }) => lowerBounds)] as const;
};

/** The totals of every nutrient over the entries of one day. */
export const sumDay = (entries: readonly CountedEntry[]): DayTotals => {
  const fromFood = totalsOf(...ofKind(entries, "food"));
  const fromSupplements = totalsOf(...ofKind(entries, "supplement"));
  return { totals: addSupplementTotals(fromFood, fromSupplements), fromFood, fromSupplements };
};

/**
 * Amount of a nutrient per kilocalorie, over the foods that report both in full; null where none does, or their energy
 * is 0.
 */
export const amountPerKcal = (nutrient: NutrientId, entries: readonly CountedEntry[]): number | null => {
  let amount = 0;
  let energy = 0;
  for (const { kind, nutrients, lowerBounds } of entries) {
    const value = nutrients[nutrient];
    // A lower bound has no known share of the food's energy.
    if (lowerBounds?.includes(nutrient)) continue;
    if (kind !== "food" || nutrients.energy === null || value === null) continue;
    amount += value;
    energy += nutrients.energy;
  }
  return energy === 0 ? null : amount / energy;
};

/**
 * Estimated amount of a nutrient in the foods without a value: the day's {@link amountPerKcal} times their energy. Null
 * where either is unknown or no food lacks a value. Drawn hatched; never added to a total.
 */
export const possibleExtra = (nutrient: NutrientId, entries: readonly CountedEntry[]): number | null => {
  const density = amountPerKcal(nutrient, entries);
  const missing = entries.flatMap(({ kind, nutrients }) =>
    kind === "food" && nutrients[nutrient] === null && nutrients.energy !== null ? [nutrients.energy] : [],
  );
  return density === null || missing.length === 0
    ? null
    : density * missing.reduce((sum, energy) => sum + energy, 0);
};

/** Prescribed amount of a nutrient among a day's supplements; null when none was prescribed. */
const sumPrescribed = (nutrient: NutrientId, entries: readonly CountedEntry[]): number | null =>
  entries
    .filter(({ prescribed }) => prescribed?.includes(nutrient))
    .reduce<number | null>((sum, { nutrients }) => sumAmounts(sum, nutrients[nutrient]), null);

/** Relative tolerance: sums of the same amounts in another order differ by less. */
const SUM_SLACK = 1e-9;

/**
 * How far a single day exceeds an upper limit, in the nutrient's unit; null where it does not. Upper limits apply to
 * usual intake, so one such day is no concern. Prescribed amounts do not count.
 * @param total food and supplements together, a lower bound; null unknown.
 * @param prescribed the prescribed part of `fromSupplements`; null for none.
 */
export const overUpperLimit = (
  { ul, ulScope }: { readonly ul: number | null; readonly ulScope: UpperLimitScope | null },
  total: number | null,
  fromSupplements: number | null,
  prescribed: number | null,
): number | null => {
  const counted = ulScope === "supplements" ? fromSupplements : total;
  if (ul === null || counted === null) return null;
  const allowed = prescribed === null ? ul : ul + prescribed;
  return counted > allowed * (1 + SUM_SLACK) ? counted - allowed : null;
};

/** What a day's amount of a mineral is compared with. */
export type DayReference = {
  readonly mineral: Mineral;
  readonly target: number | null;
  readonly ul: number | null;
  readonly ulScope: UpperLimitScope | null;
  /** "usual" where a gap to the target is meaningful; otherwise why it is not. */
  readonly state: string;
  /** Whether shares of the target may be shown. */
  readonly scores: boolean;
};

/** One mineral of a day, in the mineral's unit, compared with its target and upper limit. */
export type MineralSum = {
  /** Food and supplements together. */
  readonly total: Total;
  readonly fromSupplements: Total;
  /** Target minus amount; null once the target is reached, and where a gap is not meaningful. */
  readonly short: number | null;
  /** Amount as a percentage of the target. */
  readonly percent: number | null;
  /** Absent where nothing was prescribed. */
  readonly prescribed?: number;
  /** See {@link overUpperLimit}. */
  readonly overLimit: number | null;
  /** See {@link possibleExtra}. */
  readonly possibleExtra: number | null;
};

/** Gap to the target: all of it while no amount is known, null once it is reached. */
const shortOf = (target: number, amount: number | null): number | null =>
  amount === null ? target : amount < target ? target - amount : null;

/** Total and comparison of one mineral over the entries of a day. */
export const sumMineral = (reference: DayReference, entries: readonly CountedEntry[]): MineralSum => {
  const { mineral, target, state, scores } = reference;
  const fromSupplements = totalOf(mineral, ...ofKind(entries, "supplement"));
  const total = addSupplements(totalOf(mineral, ...ofKind(entries, "food")), fromSupplements);
  const prescribed = sumPrescribed(mineral, entries);
  return {
    total,
    fromSupplements,
    short: target === null || state !== "usual" ? null : shortOf(target, total.amount),
    percent: !scores || target === null || total.amount === null ? null : (total.amount / target) * 100,
    ...(prescribed !== null && { prescribed }),
    overLimit: overUpperLimit(reference, total.amount, fromSupplements.amount, prescribed),
    possibleExtra: possibleExtra(mineral, entries),
  };
};
