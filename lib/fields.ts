import { z } from "zod";
import { isLocalDate, MAX_FOOD_GRAMS } from "./nutrition";

// The kinds of field that more than one feature reads. Safe in the browser.

/** Control characters other than tab and line breaks. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** An emoji of several characters, with its joiners, variation selectors and tags: a family, a flag. */
const EMOJI =
  "\\p{Extended_Pictographic}[\\p{EMod}\\ufe0e\\ufe0f]?(?:\\u200d\\p{Extended_Pictographic}[\\p{EMod}\\ufe0e\\ufe0f]?)*(?:[\\u{E0020}-\\u{E007E}]+\\u{E007F})?";
/** A keycap such as 1\ufe0f\u20e3. */
const KEYCAP = "[0-9#*]\\ufe0f?\\u20e3";
/** A variant of a Chinese or Mongolian character. */
const VARIANT =
  "\\p{Script=Han}[\\ufe00-\\ufe02\\u{E0100}-\\u{E01EF}]|\\p{Script=Mongolian}[\\u180b-\\u180d\\u180f]";
/** A joiner or its opposite inside a word of a script that uses them, as Persian and Sinhala do. */
const JOINED = "(?<=[^\\P{L}\\p{Script=Latin}]|\\p{M})[\\u200c\\u200d](?=[^\\P{L}\\p{Script=Latin}]|\\p{M})";
/** Characters that nobody sees: direction marks, zero-width spaces, fillers, anchors of annotations. */
const UNSEEN = "[\\p{DI}\\ufff9-\\ufffb]";
const SEEN_OR_NOT = new RegExp(`(${EMOJI}|${KEYCAP}|${VARIANT}|${JOINED})|${UNSEEN}`, "gu");

/**
 * A text without its invisible characters, which turn its direction round or make two names look the same. Joiners
 * and selectors stay where they make a visible difference: inside emoji and in scripts that use them.
 */
export const withoutUnseen = (text: string): string =>
  text.replace(/[\u2028\u2029]/g, "\n").replace(SEEN_OR_NOT, (_, seen?: string) => seen ?? "");

/** A letter, a digit or a symbol that can be seen; U+2800 is the Braille pattern without dots. */
const VISIBLE = /[\p{L}\p{N}\p{S}]/u;

/**
 * A text a person typed, trimmed, in Unicode normal form C and without invisible characters, see {@link withoutUnseen}.
 * Lone surrogates and control characters are refused: PostgreSQL cannot store them and no page can show them.
 * @param max longest accepted length in UTF-16 code units, after trimming.
 */
export const personText = (max: number) =>
  z
    .string()
    .max(max * 4, `must be at most ${max} characters`)
    .refine((value) => value.isWellFormed(), "contains characters that are not valid text")
    .refine((value) => !CONTROL.test(value), "contains control characters")
    .transform((value) => withoutUnseen(value.normalize("NFC")).trim())
    .pipe(z.string().max(max, `must be at most ${max} characters`));

/** {@link personText} with something to see in it: a letter, a digit or a symbol. */
export const requiredText = (max: number) =>
  personText(max).pipe(
    z
      .string()
      .min(1, "must not be empty")
      .refine(
        (value) => value === "" || VISIBLE.test(value.replaceAll("\u2800", "")),
        "must have a letter, a digit or a symbol",
      ),
  );

/** A local calendar day that exists, `YYYY-MM-DD`, 1900-01-01 to 2200-12-31. */
export const localDate = z
  .string()
  .refine(isLocalDate, "must be a calendar day, YYYY-MM-DD, between 1900-01-01 and 2200-12-31")
  .meta({ format: "date" });

/** A time of day, `HH:MM`, 00:00 to 23:59. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day, HH:MM");

/** An id the client made. Lower-cased, so that one id has one spelling. */
export const clientId = z.guid("must be a UUID").transform((value) => value.toLowerCase());

/**
 * An id to look something up by. What cannot be an id of ours becomes one that nobody has, so that reading it is
 * "not found" and deleting it changes nothing, as with any other id that is not there.
 */
export const anyId = z
  .string()
  .regex(/^[\w:.-]{1,100}$/)
  .catch("-");

/** The weight of a food in grams: above 0, at most {@link MAX_FOOD_GRAMS}. */
export const gramsField = z
  .number("must be a number of grams")
  .positive("must be above 0")
  .max(MAX_FOOD_GRAMS, `must be at most ${MAX_FOOD_GRAMS} g`);

/** How many rows of a list to answer, and where to go on. */
export const pageQuery = {
  limit: z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(1, "must be 1 or more")
    .max(100, "must be at most 100")
    .default(100),
  cursor: anyId.optional(),
};
