import { readFileSync } from "node:fs";
import { join } from "node:path";
import { densityClass, ownDensity } from "@/lib/catalogue/quick-add/density";
import { unitOf } from "@/lib/catalogue/quick-add/food-measures";
import { measuresOf } from "@/lib/catalogue/quick-add/portion-labels";
import type { CompiledFood } from "./compile";
import { ROOT } from "./pins";

const FILE = join(ROOT, "data", "reference", "volume-density.json");
const NO_WORDS: ReadonlySet<string> = new Set();
/** Shares of a class's foods below its low and below its high value. */
const LOW = 0.05;
const HIGH = 0.95;
/** The range reaches at least so far from typical: a cup is filled by eye. */
const FILLED_BY_EYE = 0.06;

type Weighed = Pick<CompiledFood, "name" | "group" | "measures">;

/** Quantile of ascending numbers, linear between neighbours (Hyndman and Fan, type 7). */
const quantile = (sorted: readonly number[], share: number): number => {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const [a, b] = [sorted[below] as number, sorted[below + 1] ?? (sorted[below] as number)];
  return a + (at - below) * (b - a);
};

/** Range of densities, g/ml, of the foods of a class. */
export const rangeOf = (
  densities: readonly number[],
): { readonly low: number; readonly typical: number; readonly high: number } => {
  const sorted = [...densities].sort((a, b) => a - b);
  const typical = quantile(sorted, 0.5);
  return {
    low: Math.floor(1000 * Math.min(quantile(sorted, LOW), typical * (1 - FILLED_BY_EYE))) / 1000,
    typical: Math.round(1000 * typical) / 1000,
    high: Math.ceil(1000 * Math.max(quantile(sorted, HIGH), typical * (1 + FILLED_BY_EYE))) / 1000,
  };
};

/** Densities, g/ml, of the foods with a measure of volume of their own, by class. */
export function densitiesByClass(foods: readonly Weighed[]): ReadonlyMap<string, readonly number[]> {
  const cup = unitOf("cup")?.millilitres as number;
  const byClass = new Map<string, number[]>();
  for (const { name, group, measures } of foods) {
    const id = densityClass(name, group)?.id;
    const own = ownDensity(measuresOf(measures.map((each) => ({ id: "", ...each }))), cup, NO_WORDS);
    if (id === undefined || own === null) continue;
    byClass.set(id, [...(byClass.get(id) ?? []), own.gramsPerMl]);
  }
  return byClass;
}

/** data/reference/volume-density.json with the figures of the given foods. @throws Error for a class of no food. */
export function densityFile(foods: readonly Weighed[]): string {
  const table = JSON.parse(readFileSync(FILE, "utf8")) as { classes: { id: string }[] };
  const byClass = densitiesByClass(foods);
  const classes = table.classes.map((row) => {
    const densities = byClass.get(row.id);
    if (densities === undefined) throw new Error(`volume-density.json: no food of ${row.id} has a volume`);
    return { ...row, n: densities.length, ...rangeOf(densities) };
  });
  return `${JSON.stringify({ ...table, classes }, null, 2)}\n`;
}
