import { z } from "zod";
import { localDate } from "../fields";
import {
  ADEQUACY_WORDS,
  type AdequacyReason,
  type AdequacyVerdict,
  UPPER_LIMIT_WORDS,
  type UpperLimitVerdict,
} from "../nutrition";
import { mineralField } from "../profile/schemas";

// What the nutrition core says of a person's days, as the API and the pages tell it.

const keysOf = <K extends string>(words: { readonly [key in K]: string }) =>
  Object.keys(words) as [K, ...K[]];

/** Why there is no verdict, or a weaker one. The last two come from the profile, the others from the core. */
export const ADEQUACY_REASONS = [
  "no-days",
  "too-few-days",
  "low-coverage",
  "coverage-could-change-it",
  "no-reference",
  "below-ai",
  "under-14",
  "pregnancy-target-only",
  "method-does-not-hold",
  "close-to-requirement",
  "no-profile",
  "switched-off",
] as const satisfies readonly (AdequacyReason | "no-profile" | "switched-off")[];

/** Why a day does not count. A day is left out for one nutrient alone when none of its foods reports it. */
export const LEFT_OUT_REASONS = [
  "marked-incomplete",
  "implausible-energy",
  "no-food",
  "no-value",
  "still-running",
  "not-yet",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

const standardField = z.enum(["nasem", "efsa"]);
const scopeField = z.enum(["total", "supplements"]);

/** A standard's published values for the person; a target of their own does not enter. */
export const publishedReference = z.object({
  standard: standardField,
  target: z.number().nullable(),
  kind: z.enum(["RDA", "PRI", "AI"]).nullable(),
  ear: z.number().nullable(),
  ul: z.number().nullable(),
  ulScope: scopeField.nullable(),
  ulKind: z.enum(["UL", "safe level"]),
  group: z.string().nullable(),
  source: z.string(),
  url: z.string(),
  year: z.int(),
  ulSource: z.string().nullable(),
  ulYear: z.int().nullable(),
  note: z.string().nullable(),
});
export type PublishedReference = z.output<typeof publishedReference>;

export const adequacyItem = z.object({
  mineral: mineralField,
  unit: z.enum(["mg", "µg"]),
  /** Days that count for this mineral. */
  days: z.int(),
  /** How many of them the person marked complete. */
  completeDays: z.int(),
  /** Food and supplements a day over `days`, a lower bound where `coverageOfMean` is below 1. */
  mean: z.number().nullable(),
  fromFood: z.number().nullable(),
  verdict: z.enum(keysOf<AdequacyVerdict>(ADEQUACY_WORDS)),
  words: z.string(),
  /** 0 to 1: that usual intake meets the need (EAR, iron) or lies above the adequate intake. Null with a reason. */
  probability: z.number().nullable(),
  /** The same if the foods without a value held as much as the others. */
  probabilityIfFilled: z.number().nullable(),
  reason: z.enum(ADEQUACY_REASONS).nullable(),
  method: z.enum(["ear", "iron-distribution", "ai"]).nullable(),
  /** Where usual intake lies with 90 % confidence; null while there are too few days for it. */
  interval90: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Share of food energy that reports the mineral, over all usable days. */
  coverage: z.number().nullable(),
  coverageOfMean: z.number().nullable(),
  /** The survey's day-to-day SD that was used, never the person's own. */
  sdWithin: z
    .object({
      value: z.number(),
      basis: z.enum(["published", "estimated", "assumed"]),
      checked: z.boolean(),
      source: z.string(),
    })
    .nullable(),
  sdRequirement: z.object({ value: z.number(), basis: z.enum(["published", "derived"]) }).nullable(),
  z: z.number().nullable(),
  /** Further days like these until there is a verdict; 0 with one, null when no number would do. */
  furtherDays: z.int().nullable(),
  caveats: z.array(z.string()),
  /** Days on which no food reports the mineral; the days left out for all minerals stand in `days`. */
  daysWithoutValue: z.int(),
  reference: publishedReference.nullable(),
  upperLimit: z
    .object({
      limit: z.number().nullable(),
      scope: scopeField.nullable(),
      days: z.int(),
      /** Mean a day of what the limit counts. */
      mean: z.number().nullable(),
      daysAbove: z.int(),
      /** 0 to 1, that usual intake passes the limit; null with a reason. */
      probability: z.number().nullable(),
      verdict: z.enum(keysOf<UpperLimitVerdict>(UPPER_LIMIT_WORDS)),
      words: z.string(),
      reason: z
        .enum(["no-reference", "no-days", "too-few-days", "low-coverage", "no-probability"])
        .nullable(),
    })
    .nullable(),
});
export type AdequacyItem = z.output<typeof adequacyItem>;

/** Which days of the span there are, and which count. */
export const assessedDays = z.object({
  /** Days of the span. */
  span: z.int(),
  logged: z.int(),
  /** Days that count and that the person marked complete. */
  complete: z.int(),
  /** Days that count. */
  usable: z.int(),
  leftOut: z.array(z.object({ date: z.string(), reason: z.enum(LEFT_OUT_REASONS) })),
});
export type AssessedDays = z.output<typeof assessedDays>;

/** The answer of `GET /adequacy`. */
export const adequacyView = z.object({
  from: z.string(),
  to: z.string(),
  standard: standardField,
  days: assessedDays,
  items: z.array(adequacyItem),
});
export type AdequacyView = z.output<typeof adequacyView>;

export const adequacyQuery = z
  .object({ from: localDate.optional(), to: localDate.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    error: "must not be before from",
  });
export type AdequacyQuery = z.output<typeof adequacyQuery>;
