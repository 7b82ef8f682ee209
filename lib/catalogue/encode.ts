import { createHash } from "node:crypto";
import { NUTRIENT_IDS, type NutrientId } from "@/lib/nutrition";
import { FOOD_GROUP_IDS, type FoodGroup } from "./groups";
import {
  type Basis,
  type ColumnNutrient,
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
import { type FoodTraits, packTraits } from "./traits";

type Measure = { readonly label: string; readonly grams: number };

/** A food as it is written into a table. */
export type TableFood = {
  /** The publisher's own code; the id is the table's prefix, a colon, and this in lower case. */
  readonly code: string;
  readonly name: string;
  /** Names that it is found by and that are not shown as its name. */
  readonly otherNames?: readonly string[];
  /** NDB number, five digits, where the table states one. The codes of the table "ndb" are such numbers themselves. */
  readonly ndb?: string | null;
  readonly group: FoodGroup;
  /** Plain decimals per 100 g, in the nutrient's unit; left out or empty is unknown. */
  readonly values: { readonly [N in ColumnNutrient]?: string };
  /** What is to be said of a value; an amount on the usual basis of its column needs none. */
  readonly marks?: { readonly [N in NutrientId]?: Mark };
  /** Share that is not eaten, in percent; empty where it is unknown. */
  readonly refuse: string;
  /** Household measures, the most usual first; grams in thousandths at most. */
  readonly measures: readonly Measure[];
  /** Id of its entry among the phytate entries of the table. */
  readonly phytate: string | null;
  readonly traits: FoodTraits;
  /** A realistic amount of a plain food. */
  readonly suggested: Measure | null;
};

export type TableContent = {
  readonly about: TableAbout;
  readonly foods: readonly TableFood[];
  readonly phytate: { readonly source: string; readonly entries: readonly PhytateEntry[] };
};

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

const encoded = (texts: readonly string[]): Uint8Array => new TextEncoder().encode(texts.join("\n"));

const lines = (texts: readonly string[]): Uint8Array => {
  for (const text of texts)
    if (/[\n\r]/.test(text) || text === "") throw new Error(`Cannot store ${JSON.stringify(text)}`);
  return encoded(texts);
};

const grams = (value: number): number => {
  const stored = Math.round(value * GRAMS_SCALE);
  if (stored / GRAMS_SCALE !== value) throw new Error(`Cannot store ${value} g exactly`);
  return stored;
};

/** Digits of codes that are ascending numbers of one length; null for all other codes. */
function codeDigitsOf(codes: readonly string[]): number | null {
  const digits = codes[0]?.length ?? 0;
  const numbers = codes.every((code) => /^\d{1,9}$/.test(code) && code.length === digits);
  return numbers && codes.every((code, index) => index === 0 || (codes[index - 1] as string) < code)
    ? digits
    : null;
}

function codeSection(codes: readonly string[], digits: number | null): Uint8Array {
  if (new Set(codes.map((code) => code.toLowerCase())).size < codes.length)
    throw new Error("Two foods have one code");
  return digits === null
    ? lines(codes)
    : varints(codes.map((code, index) => Number(code) - Number(codes[index - 1] ?? "0")));
}

const otherNamesSection = (foods: readonly TableFood[]): Uint8Array =>
  encoded(
    foods.map(({ otherNames = [] }) => {
      for (const name of otherNames)
        if (/[\n\r\t]/.test(name) || name === "") throw new Error(`Cannot store ${JSON.stringify(name)}`);
      return otherNames.join(OTHER_NAMES_SEPARATOR);
    }),
  );

const keyOf = ({ basis, bound, limit }: Mark): string => `${basis} ${bound ?? ""} ${limit ?? ""}`;

/** The most usual basis of each column's amounts, and the marks that differ from it. */
function marksOf(foods: readonly TableFood[]) {
  const basis: { [N in ColumnNutrient]?: Basis } = {};
  const used = new Map<string, { readonly mark: Mark; uses: number }>();
  const cells = NUTRIENT_IDS.map((nutrient) => {
    const known = (food: TableFood): boolean =>
      nutrient === "phytate" ? food.phytate !== null : (food.values[nutrient] ?? "") !== "";
    const counts = new Map<Basis, number>();
    for (const food of foods) {
      const mark = food.marks?.[nutrient];
      if (mark !== undefined && !known(food))
        throw new Error(`${food.code}: a mark of no value of ${nutrient}`);
      if (!known(food) || (mark?.bound ?? null) !== null) continue;
      const of = mark?.basis ?? "unstated";
      counts.set(of, (counts.get(of) ?? 0) + 1);
    }
    const [usual = "unstated"] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
    if (nutrient !== "phytate" && usual !== "unstated") basis[nutrient] = usual;
    const columnBasis = nutrient === "phytate" ? "unstated" : usual;
    return foods.flatMap((food, index): { readonly index: number; readonly mark: Mark }[] => {
      const mark = food.marks?.[nutrient] ?? { basis: "unstated", bound: null, limit: null };
      if (!known(food) || (mark.bound === null && mark.basis === columnBasis)) return [];
      const key = keyOf(mark);
      const seen = used.get(key) ?? { mark, uses: 0 };
      used.set(key, seen);
      seen.uses++;
      return [{ index, mark }];
    });
  });
  const kinds = [...used].sort(([a, m], [b, n]) => n.uses - m.uses || (a < b ? -1 : 1));
  const place = new Map(kinds.map(([key], index) => [key, index]));
  return {
    basis,
    marks: kinds.map(
      ([
        ,
        {
          mark: { basis: of, bound, limit },
        },
      ]): Mark => ({ basis: of, bound, limit }),
    ),
    counts: cells.map((column) => column.length),
    steps: cells.flatMap((column) => column.map(({ index }, at) => index - (column[at - 1]?.index ?? 0))),
    kinds: cells.flatMap((column) => column.map(({ mark }) => place.get(keyOf(mark)) as number)),
  };
}

/**
 * Writes a food table in the layout that decode.ts reads. Deterministic: its version is a hash of what is in it.
 * @throws Error for what could not be read back as it is: a code twice, a number that is no plain decimal, a name over
 *   two lines, an unknown phytate entry, a mark of a value that is not there.
 */
export function encodeTable({ about, foods, phytate }: TableContent): Uint8Array {
  const nutrients = (NUTRIENT_IDS.filter((id) => id !== "phytate") as ColumnNutrient[]).filter((nutrient) =>
    foods.some(({ values }) => (values[nutrient] ?? "") !== ""),
  );
  const decimals = Object.fromEntries(
    nutrients.map((nutrient) => [
      nutrient,
      foods.reduce((most, { values }) => Math.max(most, decimalsOf(values[nutrient] ?? "")), 0),
    ]),
  ) as Partial<Record<ColumnNutrient, number>>;

  const uses = new Map<string, number>();
  const labelsOf = (food: TableFood): string[] => [
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
  const codes = foods.map(({ code }) => code);
  const codeDigits = codeDigitsOf(codes);
  const marks = marksOf(foods);
  const hasNdb = about.prefix !== NDB_PREFIX && foods.some(({ ndb }) => ndb != null);

  const sections: [SectionName, Uint8Array][] = [
    ["codes", codeSection(codes, codeDigits)],
    ["names", lines(foods.map((food) => food.name))],
    ...(foods.some(({ otherNames = [] }) => otherNames.length > 0)
      ? ([["otherNames", otherNamesSection(foods)]] as [SectionName, Uint8Array][])
      : []),
    ...(hasNdb
      ? ([["ndb", varints(foods.map(({ ndb }) => (ndb == null ? 0 : Number(ndb))))]] as [
          SectionName,
          Uint8Array,
        ][])
      : []),
    ["groups", Uint8Array.from(foods, (food) => FOOD_GROUP_IDS.indexOf(food.group))],
    ["refuse", varints(foods.map(({ refuse }) => (refuse === "" ? 0 : Number(refuse) + 1)))],
    [
      "phytate",
      varints(
        foods.map(({ code, phytate: entry }) => {
          if (entry === null) return 0;
          const index = entryIndex.get(entry);
          if (index === undefined) throw new Error(`${code}: no phytate entry ${entry}`);
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
        foods.map(({ values }) => {
          const text = values[nutrient] ?? "";
          return text === "" ? 0 : scaled(text, decimals[nutrient] as number) + 1;
        }),
      ),
    ]),
    ["markCounts", varints(marks.counts)],
    ["markFoods", varints(marks.steps)],
    ["markKinds", varints(marks.kinds)],
  ];
  const header: Omit<Header, "version"> = {
    size: foods.length,
    table: about,
    codeDigits,
    groups: FOOD_GROUP_IDS,
    phytate,
    decimals,
    basis: marks.basis,
    marks: marks.marks,
    sections: sections.map(([name, bytes]) => ({ name, bytes: bytes.length })),
  };
  const body = Buffer.concat(sections.map(([, bytes]) => bytes));
  const version = createHash("sha256").update(JSON.stringify(header)).update(body).digest("hex").slice(0, 16);
  const head = Buffer.from(JSON.stringify({ version, ...header }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([Buffer.from(MAGIC), length, head, body]);
}
