import { type Composition, NUTRIENT_IDS, type NutrientId, type Portion } from "@/lib/nutrition";
import type { FoodGroup } from "./groups";
import { GRAMS_SCALE, type Header, MAGIC, type PhytateEntry, type SectionName } from "./layout";
import { type FoodTraits, unpackTraits } from "./traits";

export type FoodId = `ndb:${string}`;

/** A food's phytate, mg of phytic acid per 100 g, as a band: values vary by a factor of two either way. */
export type FoodPhytate = {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
  readonly confidence: "high" | "medium" | "low";
  /** Id of the entry in data/reference/phytate.json. */
  readonly entry: string;
};

export type ReferenceFood = {
  readonly id: FoodId;
  readonly name: string;
  readonly group: FoodGroup;
  /**
   * Household measures, the most usual first; for a food without any, the suggested portion ({@link ASSUMED_PORTION}).
   */
  readonly portions: readonly Portion[];
  readonly defaultPortion: Portion | null;
  /** Per 100 g of edible part; null is unknown. */
  readonly per100g: Composition;
  readonly phytate: FoodPhytate | null;
  readonly traits: FoodTraits;
  /** A realistic amount of a plain food to suggest; null for all other foods. */
  readonly suggestedPortion: { readonly label: string; readonly grams: number } | null;
  /** Share of the food as bought that is not eaten (peel, bones), in percent. */
  readonly refusePercent: number | null;
};

/** The reference food table, in memory, in columns. Foods are in the order of their NDB numbers. */
export interface Catalogue {
  /** Changes with the content of the table. */
  readonly version: string;
  /** Number of foods. */
  readonly size: number;
  /** Display names by index. */
  readonly names: readonly string[];
  /** Ids by index. */
  readonly ids: readonly FoodId[];
  /** The food with this id ("ndb:09040"); undefined when there is none. */
  food(id: string): ReferenceFood | undefined;
  /** The food at an index. @throws RangeError outside 0 … size − 1. */
  at(index: number): ReferenceFood;
  /** Index of an id, or −1. */
  indexOf(id: string): number;
  /** A nutrient per 100 g by index in its canonical unit; NaN is unknown. Do not write to it. */
  column(nutrient: NutrientId): Float64Array;
  groupAt(index: number): FoodGroup;
  traitsAt(index: number): FoodTraits;
  /** The phytate entry of the food at an index, with its citation. */
  phytateAt(index: number): PhytateEntry | null;
  /** The source of the values, and what it calls each column. */
  readonly source: Header["source"];
  /** Sources of the phytate entries. */
  readonly phytateSource: string;
}

/** Id of a portion that is not a measure of the source but the suggested portion of the list of plain foods. */
export const ASSUMED_PORTION = "assumed";

/** Portions of a food without measures in the source: the suggested one, as "1 glass" of kefir. */
const assumedPortions = ({ label, grams }: NonNullable<ReferenceFood["suggestedPortion"]>): Portion[] =>
  /^\d+ g$/.test(label) ? [] : [{ id: ASSUMED_PORTION, label: label.replace(/ \([^)]*\)$/, ""), grams }];

/** Reads `count` varints. */
function varints(bytes: Uint8Array, count: number): Int32Array {
  const values = new Int32Array(count);
  let at = 0;
  for (let index = 0; index < count; index++) {
    let value = 0;
    let shift = 0;
    let byte = 128;
    while (byte > 127) {
      byte = bytes[at++] as number;
      value |= (byte & 127) << shift;
      shift += 7;
    }
    values[index] = value;
  }
  if (at !== bytes.length) throw new Error("The food table is damaged: a section has another length");
  return values;
}

/** Cumulative sums with a leading 0: the index of each food's first portion. */
function offsets(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let index = 0; index < counts.length; index++)
    starts[index + 1] = (starts[index] as number) + (counts[index] as number);
  return starts;
}

/**
 * Reads a compiled food table (data/generated/foods.bin), in server and browser. Foods are decoded when first used.
 * @throws Error when the bytes are not a food table of this layout.
 */
export function decodeCatalogue(input: ArrayBuffer | Uint8Array): Catalogue {
  const bytes = input instanceof Uint8Array ? input : new Uint8Array(input);
  const text = new TextDecoder();
  if (text.decode(bytes.subarray(0, 4)) !== MAGIC) throw new Error("These bytes are not a food table");
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const header = JSON.parse(text.decode(bytes.subarray(8, 8 + headerLength))) as Header;
  const { size } = header;
  const sections = new Map<SectionName, Uint8Array>();
  let at = 8 + headerLength;
  for (const { name, bytes: length } of header.sections) {
    sections.set(name, bytes.subarray(at, at + length));
    at += length;
  }
  if (at !== bytes.length) throw new Error("The food table is damaged: it has another length than it says");
  const section = (name: SectionName): Uint8Array => {
    const found = sections.get(name);
    if (found === undefined) throw new Error(`The food table has no section ${name}`);
    return found;
  };
  const numbers = (name: SectionName, count = size): Int32Array => varints(section(name), count);
  const lines = (name: SectionName): string[] => text.decode(section(name)).split("\n");

  const names = lines("names");
  const ids: FoodId[] = [];
  const indexById = new Map<string, number>();
  let ndb = 0;
  for (const [index, step] of numbers("ndb").entries()) {
    ndb += step;
    const id: FoodId = `ndb:${String(ndb).padStart(5, "0")}`;
    ids.push(id);
    indexById.set(id, index);
  }
  const groups = section("groups");
  const refuse = numbers("refuse");
  const phytate = numbers("phytate");
  const traits = numbers("traits");
  const traitSets = lines("traitSets").map(unpackTraits);
  const labels = lines("labels");
  const portionStarts = offsets(numbers("portionCounts"));
  const portionTotal = portionStarts[size] as number;
  const portionLabels = numbers("portionLabels", portionTotal);
  const portionGrams = numbers("portionGrams", portionTotal);
  const suggestedLabels = numbers("suggestedLabels");
  const suggestedGrams = numbers("suggestedGrams");

  const columns = new Map<NutrientId, Float64Array>();
  for (const nutrient of NUTRIENT_IDS) {
    const column = new Float64Array(size);
    if (nutrient === "phytate") {
      for (let index = 0; index < size; index++)
        column[index] = header.phytate.entries[(phytate[index] as number) - 1]?.typical ?? Number.NaN;
    } else {
      const scale = 10 ** header.decimals[nutrient];
      const stored = numbers(nutrient);
      for (let index = 0; index < size; index++) {
        const value = stored[index] as number;
        column[index] = value === 0 ? Number.NaN : (value - 1) / scale;
      }
    }
    columns.set(nutrient, column);
  }
  const column = (nutrient: NutrientId): Float64Array => columns.get(nutrient) as Float64Array;

  const check = (index: number): void => {
    if (!(Number.isInteger(index) && index >= 0 && index < size))
      throw new RangeError(`No food at index ${index}`);
  };
  const groupAt = (index: number): FoodGroup => header.groups[groups[index] as number] as FoodGroup;
  const phytateAt = (index: number): PhytateEntry | null =>
    header.phytate.entries[(phytate[index] as number) - 1] ?? null;
  const traitsAt = (index: number): FoodTraits => traitSets[traits[index] as number] as FoodTraits;

  const portionsAt = (index: number): Portion[] => {
    const from = portionStarts[index] as number;
    const to = portionStarts[index + 1] as number;
    const own = Array.from(portionLabels.subarray(from, to), (label) => labels[label] as string);
    const slugs = portionIds(own);
    return own.map((label, place) => ({
      id: slugs[place] as string,
      label,
      grams: (portionGrams[from + place] as number) / GRAMS_SCALE,
    }));
  };

  const suggestedAt = (index: number): ReferenceFood["suggestedPortion"] => {
    const label = suggestedLabels[index] as number;
    return label === 0
      ? null
      : { label: labels[label - 1] as string, grams: (suggestedGrams[index] as number) / GRAMS_SCALE };
  };
  const at_ = (index: number): ReferenceFood => {
    check(index);
    const measured = portionsAt(index);
    const entry = phytateAt(index);
    const suggested = suggestedAt(index);
    const portions = measured.length === 0 && suggested !== null ? assumedPortions(suggested) : measured;
    const refusePlusOne = refuse[index] as number;
    return {
      id: ids[index] as FoodId,
      name: names[index] as string,
      group: groupAt(index),
      portions,
      defaultPortion: portions[0] ?? null,
      per100g: Object.fromEntries(
        NUTRIENT_IDS.map((nutrient) => {
          const value = column(nutrient)[index] as number;
          return [nutrient, Number.isNaN(value) ? null : value];
        }),
      ) as Composition,
      phytate:
        entry === null
          ? null
          : {
              low: entry.low,
              typical: entry.typical,
              high: entry.high,
              confidence: entry.confidence,
              entry: entry.id,
            },
      traits: traitsAt(index),
      suggestedPortion: suggested,
      refusePercent: refusePlusOne === 0 ? null : refusePlusOne - 1,
    };
  };

  const indexOf = (id: string): number => indexById.get(id) ?? -1;
  return {
    version: header.version,
    size,
    names,
    ids,
    source: header.source,
    phytateSource: header.phytate.source,
    at: at_,
    food: (id) => {
      const index = indexOf(id);
      return index < 0 ? undefined : at_(index);
    },
    indexOf,
    column: (nutrient) => column(nutrient),
    groupAt,
    traitsAt,
    phytateAt,
  };
}

const FRACTIONS: Readonly<Record<string, string>> = { "½": "half", "¼": "quarter" };

/** A short stable id of a portion's label. '1 medium (7" to 7-7/8" long)' → "1-medium-7-to-7-7-8-long". */
const slug = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[½¼]/g, (sign) => FRACTIONS[sign] as string)
    .replace(/[^a-z0-9.%]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 40)
    .replace(/[-.]+$/, "");

/** The ids of one food's portions, in the order of their labels; equal slugs get a number. */
export function portionIds(labels: readonly string[]): string[] {
  const used = new Map<string, number>();
  return labels.map((label) => {
    const base = slug(label);
    const seen = (used.get(base) ?? 0) + 1;
    used.set(base, seen);
    return seen === 1 ? base : `${base}~${seen}`;
  });
}
