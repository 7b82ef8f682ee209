import { z } from "zod";
import { isLocalDate, MAX_FOOD_GRAMS } from "./nutrition";

// The kinds of field that more than one feature reads. Safe in the browser.

/** Control characters other than tab and line breaks. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/**
 * A text a person typed, trimmed and in Unicode normal form C. Lone surrogates and control characters are
 * refused: PostgreSQL cannot store them and no page can show them.
 * @param max longest accepted length in UTF-16 code units, after trimming.
 */
export const personText = (max: number) =>
  z
    .string()
    .max(max * 4, `must be at most ${max} characters`)
    .refine((value) => value.isWellFormed(), "contains characters that are not valid text")
    .refine((value) => !CONTROL.test(value), "contains control characters")
    .transform((value) => value.normalize("NFC").trim())
    .pipe(z.string().max(max, `must be at most ${max} characters`));

/** {@link personText} that must not be empty. */
export const requiredText = (max: number) => personText(max).pipe(z.string().min(1, "must not be empty"));

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
