import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ArticlePick, PICKS } from "@/lib/catalogue";
import type { Measure } from "./measures";
import { ROOT } from "./pins";

/** A row of data/reference/food-plain.tsv: a plain food, the pick it belongs to, and its suggested amount. */
export type PlainFood = {
  readonly ndb: string;
  readonly pick: ArticlePick | null;
  /** One of the food's own measures, or "g" or "oz". */
  readonly measure: string;
  readonly count: number;
  readonly label: string;
  readonly name: string;
};

const OUNCE_G = 28.349_523_125;

/** The curated list of plain foods by NDB number. @throws Error for a row that cannot be read. */
export function readPlainFoods(): ReadonlyMap<string, PlainFood> {
  const [header, ...lines] = readFileSync(join(ROOT, "data", "reference", "food-plain.tsv"), "utf8")
    .trim()
    .split("\n");
  if (header !== "ndb\tpick\tmeasure\tcount\tlabel\tname")
    throw new Error("food-plain.tsv has other columns");
  const foods = new Map<string, PlainFood>();
  for (const line of lines) {
    if (line.startsWith("#")) continue;
    const [ndb = "", pick = "", measure = "", count = "", label = "", name = ""] = line.split("\t");
    const kind = pick === "-" ? null : PICKS.find((known) => known === pick);
    if (kind === undefined || !(Number(count) > 0) || label === "" || foods.has(ndb)) {
      throw new Error(`food-plain.tsv: ${line}`);
    }
    foods.set(ndb, { ndb, pick: kind, measure, count: Number(count), label, name });
  }
  return foods;
}

/** The amount to suggest of a plain food, from its own measures. @throws Error when it has no such measure. */
export function suggestedPortion(plain: PlainFood, measures: readonly Measure[]): Measure {
  const { measure, count, label } = plain;
  if (measure === "g") return { label, grams: count };
  if (measure === "oz") return { label, grams: Math.round(count * OUNCE_G * 100) / 100 };
  const own =
    measures.find((known) => known.label === measure) ??
    measures.find((known) => known.label.startsWith(measure));
  if (own === undefined) throw new Error(`food-plain.tsv: ${plain.ndb} has no measure "${measure}"`);
  return { label, grams: Math.round(own.grams * count * 1000) / 1000 };
}
