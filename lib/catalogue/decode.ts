import {
  type Composition,
  type LowerBounds,
  NUTRIENT_IDS,
  type NutrientId,
  type Portion,
} from "@/lib/nutrition";
import type { FoodGroup } from "./groups";
import {
  GRAMS_SCALE,
  type Header,
  MAGIC,
  type Mark,
  NDB_PREFIX,
  OTHER_NAMES_SEPARATOR,
  type PhytateEntry,
  type SectionName,
  type TableAbout,
} from "./layout";
import { type FoodTraits, unpackTraits } from "./traits";

/** Prefix of the table, colon, code in lower case: "ndb:09040". */
export type FoodId = `${string}:${string}`;

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
  /** Nutrients of `per100g` that are only lower bounds: traces, values below a limit, sums with unknown parts. */
  readonly lowerBounds: LowerBounds;
  readonly phytate: FoodPhytate | null;
  readonly traits: FoodTraits;
  /** A realistic amount of a plain food to suggest; null for all other foods. */
  readonly suggestedPortion: { readonly label: string; readonly grams: number } | null;
  /** Share of the food as bought that is not eaten (peel, bones), in percent. */
  readonly refusePercent: number | null;
};

/** A table of a catalogue, and what it says of itself. */
export type TableInfo = TableAbout & {
  /** Hash of its content. */
  readonly version: string;
  /** Number of its foods. */
  readonly size: number;
  /** Sources of its phytate entries. */
  readonly phytateSource: string;
};

/**
 * One or more food tables, in memory, in columns. The foods of a table are in the order of the file, for the built-in
 * one that of the NDB numbers; the tables follow one another, the built-in ones first.
 */
export interface Catalogue {
  /** Changes with the content: the versions of its tables, joined by dots. */
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
  /** What is said of a value that is known; null where nothing is: an amount of unstated basis. */
  markAt(index: number, nutrient: NutrientId): Mark | null;
  /** Names that a food is found by beside its own. */
  otherNamesAt(index: number): readonly string[];
  /** NDB number of a food, five digits; null where its table states none. */
  ndbAt(index: number): string | null;
  /** The publisher's own code of a food: "09040". */
  codeAt(index: number): string;
  /** The table that a food is of. */
  tableAt(index: number): TableInfo;
  /** The tables in their order. */
  readonly tables: readonly TableInfo[];
  /** The catalogues of the single tables, in their order; of a single table itself. */
  readonly parts: readonly Catalogue[];
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

/** The marks of one nutrient: the foods that have one, ascending, and the mark of each. */
type ColumnMarks = { readonly foods: Int32Array; readonly kinds: Int32Array };

/** Place of a number in an ascending list, or −1. */
function placeOf(list: Int32Array, wanted: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle] as number;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Numbers from steps between them. */
const summed = (steps: Int32Array): Int32Array => {
  for (let at = 1; at < steps.length; at++) steps[at] = (steps[at] as number) + (steps[at - 1] as number);
  return steps;
};

/** The header and the sections of a file. @throws Error when the bytes are not a whole food table. */
function open(bytes: Uint8Array) {
  const text = new TextDecoder();
  if (text.decode(bytes.subarray(0, 4)) !== MAGIC) throw new Error("These bytes are not a food table");
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const header = JSON.parse(text.decode(bytes.subarray(8, 8 + headerLength))) as Header;
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
  return {
    header,
    has: (name: SectionName): boolean => sections.has(name),
    section,
    numbers: (name: SectionName, count = header.size): Int32Array => varints(section(name), count),
    lines: (name: SectionName): string[] => text.decode(section(name)).split("\n"),
  };
}

type Opened = ReturnType<typeof open>;

/** The publisher's codes, in the order of the foods. */
function codesOf({ header: { codeDigits }, lines, numbers }: Opened): string[] {
  return codeDigits === null
    ? lines("codes")
    : Array.from(summed(numbers("codes")), (code) => String(code).padStart(codeDigits, "0"));
}

/** The columns of a table, NaN for unknown. */
function columnsOf({ header, has, numbers }: Opened, phytate: Int32Array): Map<NutrientId, Float64Array> {
  const { size } = header;
  return new Map(
    NUTRIENT_IDS.map((nutrient) => {
      const column = new Float64Array(size);
      if (nutrient === "phytate") {
        for (let index = 0; index < size; index++)
          column[index] = header.phytate.entries[(phytate[index] as number) - 1]?.typical ?? Number.NaN;
      } else if (has(nutrient)) {
        const scale = 10 ** (header.decimals[nutrient] ?? 0);
        const stored = numbers(nutrient);
        for (let index = 0; index < size; index++) {
          const value = stored[index] as number;
          column[index] = value === 0 ? Number.NaN : (value - 1) / scale;
        }
      } else column.fill(Number.NaN);
      return [nutrient, column];
    }),
  );
}

function marksOf({ numbers }: Opened): Map<NutrientId, ColumnMarks> {
  const counts = numbers("markCounts", NUTRIENT_IDS.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const steps = numbers("markFoods", total);
  const kinds = numbers("markKinds", total);
  const starts = offsets(counts);
  return new Map(
    NUTRIENT_IDS.map((nutrient, at) => {
      const [from, to] = [starts[at] as number, starts[at + 1] as number];
      return [nutrient, { foods: summed(steps.subarray(from, to)), kinds: kinds.subarray(from, to) }];
    }),
  );
}

/**
 * Reads a compiled food table (data/generated/foods.bin), in server and browser. Foods are decoded when first used.
 * @throws Error when the bytes are not a food table of this layout.
 */
export function decodeCatalogue(input: ArrayBuffer | Uint8Array): Catalogue {
  const opened = open(input instanceof Uint8Array ? input : new Uint8Array(input));
  const { header, has, section, numbers, lines } = opened;
  const { size } = header;
  const { prefix } = header.table;

  const names = lines("names");
  const otherNames = has("otherNames") ? lines("otherNames") : null;
  const codes = codesOf(opened);
  const ids = codes.map((code): FoodId => `${prefix}:${code.toLowerCase()}`);
  const indexById = new Map<string, number>(ids.map((id, index) => [id, index]));
  const ndb = has("ndb") ? numbers("ndb") : null;
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

  const columns = columnsOf(opened, phytate);
  const column = (nutrient: NutrientId): Float64Array => columns.get(nutrient) as Float64Array;
  const marks = marksOf(opened);

  const check = (index: number): void => {
    if (!(Number.isInteger(index) && index >= 0 && index < size))
      throw new RangeError(`No food at index ${index}`);
  };
  const groupAt = (index: number): FoodGroup => header.groups[groups[index] as number] as FoodGroup;
  const phytateAt = (index: number): PhytateEntry | null =>
    header.phytate.entries[(phytate[index] as number) - 1] ?? null;
  const traitsAt = (index: number): FoodTraits => traitSets[traits[index] as number] as FoodTraits;

  const markAt = (index: number, nutrient: NutrientId): Mark | null => {
    const { foods, kinds } = marks.get(nutrient) as ColumnMarks;
    const at = placeOf(foods, index);
    if (at >= 0) return header.marks[kinds[at] as number] as Mark;
    const basis = nutrient === "phytate" ? undefined : header.basis[nutrient];
    return basis === undefined || Number.isNaN(column(nutrient)[index] as number)
      ? null
      : { basis, bound: null, limit: null };
  };
  const lowerBoundsAt = (index: number): LowerBounds =>
    header.marks.length === 0
      ? []
      : NUTRIENT_IDS.filter((nutrient) => (markAt(index, nutrient)?.bound ?? null) !== null);

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
      lowerBounds: lowerBoundsAt(index),
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
  const table: TableInfo = {
    ...header.table,
    version: header.version,
    size,
    phytateSource: header.phytate.source,
  };
  const parts: Catalogue[] = [];
  const catalogue: Catalogue = {
    version: header.version,
    size,
    names,
    ids,
    at: at_,
    food: (id) => {
      const index = indexOf(id);
      return index < 0 ? undefined : at_(index);
    },
    indexOf,
    column,
    groupAt,
    traitsAt,
    phytateAt,
    markAt,
    otherNamesAt: (index) => {
      const line = otherNames?.[index] ?? "";
      return line === "" ? [] : line.split(OTHER_NAMES_SEPARATOR);
    },
    ndbAt: (index) => {
      if (prefix === NDB_PREFIX) return codes[index] as string;
      const number = ndb?.[index] ?? 0;
      return number === 0 ? null : String(number).padStart(5, "0");
    },
    codeAt: (index) => codes[index] as string,
    tableAt: () => table,
    tables: [table],
    parts,
  };
  parts.push(catalogue);
  return catalogue;
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
