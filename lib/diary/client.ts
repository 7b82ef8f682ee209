// What the browser needs of the diary beside types: nothing here leads to zod.

import { TEXT } from "../foods/client";

export { isText, TEXT } from "../foods/client";

export const MEALS = ["breakfast", "lunch", "dinner", "snack"] as const;
export type Meal = (typeof MEALS)[number];

/** Maximum number of entries on one day: a limit against runaway clients, above what a person logs. */
export const MAX_ENTRIES_A_DAY = 500;

/** Maximum length of an entry's note, in characters. */
export const MAX_NOTE_LENGTH = 500;

/** Maximum length of the name of an entry without values, in characters. */
export const MAX_TEXT_LENGTH = 200;

/** Maximum length of the line that an entry keeps as it was typed, in characters. */
export const MAX_TYPED_LENGTH = 500;

/** A name in the spelling by which two are the same: small letters, one space between words, no Latin accents. */
const foldName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[\u0300-\u036F]/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();

/**
 * The food id of an entry without values: the same for names that differ only in capitals, accents or spaces. The hash
 * is FNV-1a of 64 bits over UTF-8; it only has to tell the names of one person apart.
 */
export const textFoodId = (name: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(foldName(name)))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return `${TEXT}${hash.toString(16).padStart(16, "0")}`;
};
