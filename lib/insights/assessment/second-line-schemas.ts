import { z } from "zod";
import { totalView } from "../../diary/schemas";
import { LIMIT_COUNTS, SECOND_LINE, SECOND_LINE_KINDS, SECOND_LINE_LIMITS, STANDARDS } from "../../nutrition";

// Nutrients beside the six: an amount next to a target and a limit, never a verdict.

const limitFigures = z.object({
  value: z.number(),
  kind: z.enum(SECOND_LINE_LIMITS),
  /** What is held against it; folic acid is not told apart from folate, so nothing is. */
  counts: z.enum(LIMIT_COUNTS),
});

/** What a nutrient beside the six is compared with, a day in its unit. */
export const secondLineTarget = z.object({
  nutrient: z.enum(SECOND_LINE),
  unit: z.enum(["mg", "µg", "g", "kcal"]),
  /** Whose values these are; another standard than the profile's where that has no table of the nutrient. */
  standard: z.enum(STANDARDS),
  target: z.number().nullable(),
  kind: z.enum(SECOND_LINE_KINDS).nullable(),
  limit: limitFigures.extend({ source: z.string(), year: z.int() }).nullable(),
  /** The most that one suggested portion may hold, by a condition in the profile. */
  portionCap: z.number().nullable(),
  /** Whether the values are meant for the person; see the targets. */
  state: z.enum(["usual", "switched-off", "no-profile"]),
  group: z.string().nullable(),
  source: z.string().nullable(),
  year: z.int().nullable(),
  note: z.string().nullable(),
});
export type SecondLineTarget = z.output<typeof secondLineTarget>;

/** A nutrient beside the six on one day. */
export const secondLineDay = secondLineTarget.extend({
  total: totalView,
  fromSupplements: z.number().nullable(),
  /** How far the known amount lies above the limit; null where it does not or cannot be told. */
  aboveLimit: z.number().nullable(),
});
export type SecondLineDay = z.output<typeof secondLineDay>;

/** A nutrient beside the six over the days of a span that count. */
export const secondLineMean = secondLineTarget.extend({
  /** Days that count on which something is known of it. */
  days: z.int(),
  /** Food and supplements a day over `days`; a lower bound where `coverageOfMean` is below 1. */
  mean: z.number().nullable(),
  fromFood: z.number().nullable(),
  /** Share of the food energy that reports it, over all days that count. */
  coverage: z.number().nullable(),
  coverageOfMean: z.number().nullable(),
  /** Mean of what the limit counts, prescribed doses included; null where that cannot be told. */
  countedMean: z.number().nullable(),
});
export type SecondLineMean = z.output<typeof secondLineMean>;

/** The same without sources and notes, which the day tells: so that a year of trends stays small. */
export const secondLineFigures = secondLineMean
  .omit({ group: true, source: true, year: true, note: true })
  .extend({ limit: limitFigures.nullable() });
export type SecondLineFigures = z.output<typeof secondLineFigures>;
