import type { RawPortion } from "../raw-table";

/** Names longer than this are cut off nowhere: the food is refused, as no publisher writes them. */
export const MAX_NAME = 400;

/** One line without control or invisible characters. */
export const tidy = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();

/** Words that stay in capitals, and names that keep a capital letter, in names that are printed in capitals. */
const CAPITALS = new Set("UHT BBQ DHA EPA LGG HK ABC XL XXL USA".split(" "));
const PROPER = new Set(
  "finnish karelian french greek turkish swiss italian mexican chinese indian thai danish swedish norwegian russian baltic brazil edam emmental gouda brie camembert roquefort cheddar parmesan dijon worcestershire valio benecol activia".split(
    " ",
  ),
);

/**
 * A name that is printed in capitals, as a sentence begins: "MILK, UHT, VITAMIN D" becomes "Milk, UHT, vitamin D".
 * A name with small letters is left as it is.
 */
export function sentenceCase(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  const words = name.replace(/[\p{L}\p{N}'’]+/gu, (word, at: number) => {
    if (CAPITALS.has(word)) return word;
    if (/^\p{L}+\d+\p{L}?$/u.test(word)) return word;
    const before = name.slice(0, at);
    if (word.length === 1 && /VITAMIN(?:S|IN)? (?:[A-Z](?:, ?| AND | & ))*$/.test(before)) return word;
    const lower = word.toLocaleLowerCase("en");
    return PROPER.has(lower) ? capital(lower) : lower;
  });
  return capital(words);
}

export const capital = (text: string): string =>
  text.replace(/^[^\p{L}\p{N}]*\p{L}/u, (first) => first.toLocaleUpperCase("en"));

/** Different names, in their order, without the display name and without blanks. */
export function otherNames(display: string, names: readonly (string | null)[]): string[] {
  const seen = new Set([display.toLowerCase()]);
  const result: string[] = [];
  for (const name of names) {
    const text = name === null ? "" : tidy(name);
    if (text === "" || text.length > MAX_NAME || seen.has(text.toLowerCase())) continue;
    seen.add(text.toLowerCase());
    result.push(text);
  }
  return result;
}

/** Measures with different labels and a weight, the first of each label, in their order. */
export function distinctPortions(portions: readonly RawPortion[]): RawPortion[] {
  const seen = new Set<string>();
  return portions.filter(({ label, grams }) => {
    const key = label.toLowerCase();
    if (!(grams > 0 && grams <= 50_000) || label === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const FRACTIONS: readonly (readonly [number, string])[] = [
  [0.25, "1/4"],
  [0.333, "1/3"],
  [0.33, "1/3"],
  [0.5, "1/2"],
  [0.667, "2/3"],
  [0.67, "2/3"],
  [0.75, "3/4"],
];

/** 0.5 as "1/2", 1.5 as "1 1/2", 2 as "2". */
export function quantityText(quantity: number): string {
  const whole = Math.floor(quantity);
  const part = FRACTIONS.find(([value]) => Math.abs(quantity - whole - value) < 0.002)?.[1];
  if (part === undefined) return String(quantity);
  return whole === 0 ? part : `${whole} ${part}`;
}
