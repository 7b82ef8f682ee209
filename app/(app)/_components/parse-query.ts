import { MEALS, type Meal } from "@/lib/diary/plain";
import { parseNumber, spaceFractions } from "./measure";

/** Units a person may type, each with its canonical name. The rest of the words belong to the food. */
const UNITS: { readonly [unit: string]: readonly string[] } = {
  g: ["g", "gr", "gram", "grams", "gramme", "grammes"],
  kg: ["kg", "kilo", "kilos", "kilogram", "kilograms"],
  oz: ["oz", "ounce", "ounces"],
  lb: ["lb", "lbs", "pound", "pounds"],
  ml: ["ml", "milliliter", "milliliters", "millilitre", "millilitres"],
  l: ["l", "liter", "liters", "litre", "litres"],
  cup: ["cup", "cups"],
  tbsp: ["tbsp", "tbsps", "tablespoon", "tablespoons"],
  tsp: ["tsp", "tsps", "teaspoon", "teaspoons"],
  pint: ["pint", "pints"],
  quart: ["quart", "quarts"],
  slice: ["slice", "slices"],
  piece: ["piece", "pieces"],
  can: ["can", "cans", "tin", "tins"],
  bar: ["bar", "bars"],
  bowl: ["bowl", "bowls"],
  glass: ["glass", "glasses"],
  serving: ["serving", "servings", "portion", "portions"],
  fillet: ["fillet", "fillets", "filet", "filets"],
  clove: ["clove", "cloves"],
  stalk: ["stalk", "stalks"],
  package: ["package", "packages", "pack", "packs"],
  packet: ["packet", "packets"],
  container: ["container", "containers", "pot", "pots"],
  small: ["small"],
  medium: ["medium"],
  large: ["large"],
};

const BY_WORD = new Map(Object.entries(UNITS).flatMap(([unit, words]) => words.map((word) => [word, unit])));

/** The canonical unit of a word, or null for a word that is none. */
export const unitOfWord = (word: string): string | null => BY_WORD.get(word.toLowerCase()) ?? null;

export type ParsedQuery = {
  /** Above 0 and finite, or null when none was typed. */
  readonly amount: number | null;
  /** A canonical unit such as "g", "cup" or "slice"; only together with an amount. */
  readonly unit: string | null;
  /** What is left to search for; words that are neither amount nor unit stay here. */
  readonly rest: string;
};

const COUNTS: { readonly [word: string]: number } = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};

/** A number at the beginning, with a unit written right after it where there is one: "180g", "1/2", "1 1/2", "2". */
const LEADING =
  /^(\d+\s+\d+\s*\/\s*\d+|\d+\s*\/\s*\d+|\d+[.,]\d+|[.,]\d+|\d+)\s*(?:x\s+|×\s*)?([a-z]+\.?)?(?=\s|$)/i;
/** Half of something, but not the cream of that name: "half a cup", "half an avocado". */
const HALF = /^half\s+(?:an?\s+|of\s+an?\s+)?(?!and\b|&|-|n\b)(?=\S)/i;

const NOTHING = { amount: null, unit: null } as const;

/** Reads the unit at the beginning of `text`, and "of" after it. */
const takeUnit = (text: string): { unit: string | null; rest: string } => {
  const fluid = /^fl\.?\s*oz\.?(?=\s|$)/i.exec(text) ?? /^fluid\s+ounces?(?=\s|$)/i.exec(text);
  const word = fluid ? fluid[0] : (/^[a-z]+\.?(?=\s|$)/i.exec(text)?.[0] ?? "");
  const unit = fluid ? "fl oz" : unitOfWord(word.replace(/\.$/, ""));
  if (unit === null) return { unit: null, rest: text };
  return {
    unit,
    rest: text
      .slice(word.length)
      .replace(/^\s+of(?=\s)/i, "")
      .trim(),
  };
};

/**
 * Splits what was typed into amount, unit and the food's words: "2 cups cooked spinach", "180 g lentils", "1/2 cup",
 * "½ cup oats", "2 eggs". Nothing is dropped: a word that is neither number nor unit stays in `rest`. "2% milk" and
 * "7up" are names, not amounts.
 */
export const parseQuery = (typed: string): ParsedQuery => {
  const text = spaceFractions(typed.trim()).normalize("NFKC").replaceAll("⁄", "/").replace(/\s+/g, " ");
  const half = HALF.exec(text);
  if (half) return { amount: 0.5, ...takeUnit(text.slice(half[0].length)) };
  const word = /^[a-z]+(?=\s+\S)/i.exec(text)?.[0];
  const counted = word === undefined ? undefined : COUNTS[word.toLowerCase()];
  if (word !== undefined && counted !== undefined) {
    return { amount: counted, ...takeUnit(text.slice(word.length).trim()) };
  }
  const leading = LEADING.exec(text);
  const amount = leading?.[1] === undefined ? null : parseNumber(leading[1].replace(/\s*\/\s*/, "/"));
  if (!leading || amount === null) return { ...NOTHING, rest: text };
  const after = text.slice((leading[1] as string).length);
  // "180g lentils" has its unit attached; "7up" has letters attached that are no unit, so it is a name.
  const attached = /^[a-z]/i.test(after);
  const { unit, rest } = takeUnit(after.trim().replace(/^(?:x|×)\s+/i, ""));
  if (attached && unit === null) return { ...NOTHING, rest: text };
  if (!Number.isFinite(amount) || amount <= 0) return { ...NOTHING, rest: text };
  return { amount, unit, rest };
};

/** Takes a meal command (/b /l /d /s) out of what was typed; `meal` is null when there is none. */
export const takeMeal = (typed: string): { meal: Meal | null; text: string } => {
  const command = /(^|\s)\/([blds])(?=\s|$)\s?/i.exec(typed);
  if (!command) return { meal: null, text: typed };
  const letter = (command[2] as string).toLowerCase();
  const meal = MEALS.find((name) => name.startsWith(letter)) ?? null;
  return {
    meal,
    text: typed.slice(0, command.index) + (command[1] ?? "") + typed.slice(command.index + command[0].length),
  };
};

/** Pasted lines as one: each is a food of its own, without the sign of its list. */
export const inOneLine = (pasted: string): string =>
  pasted
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replace(/^\s*(?:[-–—*•·‣▪●◦]\s+)?/u, "").trim())
    .filter((line) => line !== "")
    .join("; ");
