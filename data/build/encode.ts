import { createHash } from "node:crypto";
import {
  type ColumnNutrient,
  FOOD_GROUP_IDS,
  GRAMS_SCALE,
  type Header,
  MAGIC,
  packTraits,
  type SectionName,
} from "@/lib/catalogue";
import type { CompiledFood } from "./compile";
import type { PhytateTable } from "./phytate";
import { NUTRIENT_TERMS } from "./pins";

function varints(values: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  for (let value of values) {
    if (!(Number.isInteger(value) && value >= 0 && value < 2 ** 31)) throw new Error(`Cannot store ${value}`);
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  }
  return Uint8Array.from(bytes);
}

const decimalsOf = (text: string): number => text.split(".")[1]?.length ?? 0;

/** A decimal text times 10^decimals as an integer, without conversion to a binary fraction. */
function scaled(text: string, decimals: number): number {
  const [whole = "", fraction = ""] = text.split(".");
  if (!/^\d+$/.test(whole + fraction)) throw new Error(`Not a plain decimal: ${text}`);
  return Number(whole + fraction.padEnd(decimals, "0"));
}

const lines = (texts: readonly string[]): Uint8Array => {
  for (const text of texts)
    if (text.includes("\n") || text === "") throw new Error(`Cannot store ${JSON.stringify(text)}`);
  return new TextEncoder().encode(texts.join("\n"));
};

const grams = (value: number): number => {
  const stored = Math.round(value * GRAMS_SCALE);
  if (stored / GRAMS_SCALE !== value) throw new Error(`Cannot store ${value} g exactly`);
  return stored;
};

/** Writes the compiled food table in the layout that lib/catalogue reads. */
export function encode(foods: readonly CompiledFood[], phytate: PhytateTable): Uint8Array {
  const nutrients = Object.keys(NUTRIENT_TERMS) as ColumnNutrient[];
  const decimals = Object.fromEntries(
    nutrients.map((nutrient) => [
      nutrient,
      Math.max(...foods.map((food) => decimalsOf(food.values[nutrient]))),
    ]),
  ) as Record<ColumnNutrient, number>;

  const uses = new Map<string, number>();
  const labelsOf = (food: CompiledFood): string[] => [
    ...food.measures.map(({ label }) => label),
    ...(food.suggested === null ? [] : [food.suggested.label]),
  ];
  for (const food of foods) for (const label of labelsOf(food)) uses.set(label, (uses.get(label) ?? 0) + 1);
  const labels = [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([label]) => label);
  const labelIndex = new Map(labels.map((label, index) => [label, index]));
  const entryIndex = new Map(phytate.entries.map((entry, index) => [entry.id, index + 1]));
  const measures = foods.flatMap((food) => food.measures);
  const packed = foods.map((food) => packTraits(food.traits));
  const traitSets = [...new Set(packed)].sort();
  const traitSetIndex = new Map(traitSets.map((text, index) => [text, index]));

  const sections: [SectionName, Uint8Array][] = [
    ["ndb", varints(foods.map((food, index) => Number(food.ndb) - Number(foods[index - 1]?.ndb ?? "0")))],
    ["names", lines(foods.map((food) => food.name))],
    ["groups", Uint8Array.from(foods, (food) => FOOD_GROUP_IDS.indexOf(food.group))],
    ["refuse", varints(foods.map(({ refuse }) => (refuse === "" ? 0 : Number(refuse) + 1)))],
    [
      "phytate",
      varints(
        foods.map(({ ndb, phytate: entry }) => {
          if (entry === null) return 0;
          const index = entryIndex.get(entry);
          if (index === undefined) throw new Error(`${ndb}: no phytate entry ${entry}`);
          return index;
        }),
      ),
    ],
    ["traits", varints(packed.map((text) => traitSetIndex.get(text) as number))],
    ["traitSets", lines(traitSets)],
    ["labels", lines(labels)],
    ["portionCounts", varints(foods.map((food) => food.measures.length))],
    ["portionLabels", varints(measures.map(({ label }) => labelIndex.get(label) as number))],
    ["portionGrams", varints(measures.map((measure) => grams(measure.grams)))],
    [
      "suggestedLabels",
      varints(
        foods.map(({ suggested }) =>
          suggested === null ? 0 : (labelIndex.get(suggested.label) as number) + 1,
        ),
      ),
    ],
    [
      "suggestedGrams",
      varints(foods.map(({ suggested }) => (suggested === null ? 0 : grams(suggested.grams)))),
    ],
    ...nutrients.map((nutrient): [SectionName, Uint8Array] => [
      nutrient,
      varints(
        foods.map(({ values }) =>
          values[nutrient] === "" ? 0 : scaled(values[nutrient], decimals[nutrient]) + 1,
        ),
      ),
    ]),
  ];
  const header: Omit<Header, "version"> = {
    size: foods.length,
    source: { name: "USDA SR28", columns: NUTRIENT_TERMS },
    groups: FOOD_GROUP_IDS,
    phytate: { source: phytate.source, entries: phytate.entries },
    decimals,
    sections: sections.map(([name, bytes]) => ({ name, bytes: bytes.length })),
  };
  const body = Buffer.concat(sections.map(([, bytes]) => bytes));
  const version = createHash("sha256").update(JSON.stringify(header)).update(body).digest("hex").slice(0, 16);
  const head = Buffer.from(JSON.stringify({ version, ...header }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([Buffer.from(MAGIC), length, head, body]);
}
