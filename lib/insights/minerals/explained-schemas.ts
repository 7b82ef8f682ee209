import { z } from "zod";
import { dayMark, MEALS, totalView } from "../../diary/schemas";
import { localDate } from "../../fields";
import { FOOD_SOURCES } from "../../foods/schemas";
import { REFERENCE_KINDS } from "../../nutrition";
import { mineralField } from "../../profile/schemas";
import { LEFT_OUT_REASONS } from "../assessment/schemas";

// A day's total of one mineral, taken apart into the entries behind it.

/** What a preparation leaves of the mineral, where raw and cooked foods were measured. */
const retainedView = z.object({
  /** Share left, 0 to 1: the factor that was used, and the plausible range. */
  typical: z.number(),
  low: z.number(),
  high: z.number(),
  /** Pairs of raw and cooked foods it was measured on. */
  pairs: z.int(),
});

/** Where an entry's amount comes from, as its food or supplement stands now. */
const originView = z.object({
  /** "gone": the food has been deleted since; what was logged stays. */
  kind: z.enum([...FOOD_SOURCES, "supplement", "gone"]),
  source: z.string().nullable(),
  row: z.string().nullable(),
  column: z.string().nullable(),
  note: z.string().nullable(),
  /** Whether the source has only a lower bound: a trace, less than a limit. */
  bound: z.boolean(),
  /** Licence and citation of the food table that the value is of; null for what is the person's own. */
  licence: z.object({ text: z.string(), citation: z.string() }).nullable(),
  /** The source's own value: in 100 g of a food, in one dose of a supplement. */
  value: z.number().nullable(),
  retained: retainedView.nullable(),
  /** The preparation may remove some of the mineral and no measurement exists: the amount may be too high. */
  unmeasuredLoss: z.boolean(),
  /** What the same entry would hold if it were logged now; null is unknown. */
  amountNow: z.number().nullable(),
  /** Whether that differs from what was logged. */
  changed: z.boolean(),
});

export const explainedEntry = z.object({
  id: z.string(),
  kind: z.enum(["food", "supplement"]),
  /** Null for a supplement, which belongs to no meal. */
  meal: z.enum(MEALS).nullable(),
  time: z.string().nullable(),
  food: z.string(),
  name: z.string(),
  /** The line as the person typed it; left out where nothing was typed. */
  typed: z.string().optional(),
  grams: z.number().nullable(),
  portion: z.object({ label: z.string(), count: z.number() }).nullable(),
  /** What was done to it, in words. */
  preparation: z.string().nullable(),
  /** As it was computed when it was logged; null is unknown, of a supplement "not listed". */
  amount: z.number().nullable(),
  /** Part of the day's known amount, 0 to 1. */
  share: z.number().nullable(),
  /** What a food without a value might hold: its energy at the density of the others; never in the total. */
  mightHold: z.number().nullable(),
  /** When it was logged, or last changed. */
  loggedAt: z.string(),
  origin: originView,
});
export type ExplainedEntry = z.output<typeof explainedEntry>;

/** The answer of `GET /days/{date}/{mineral}`: the amounts of `entries` add up to `total`. */
export const explainedTotal = z.object({
  date: z.string(),
  mineral: mineralField,
  complete: z.boolean(),
  mark: dayMark,
  /** Food and supplements together, as the day shows it. */
  total: totalView,
  fromFood: totalView,
  fromSupplements: totalView,
  target: z.number().nullable(),
  kind: z.enum(REFERENCE_KINDS).nullable(),
  /** How much the foods without a value might add together; null where it cannot be said. */
  possibleExtra: z.number().nullable(),
  entries: z.array(explainedEntry),
});
export type ExplainedTotal = z.output<typeof explainedTotal>;

/** What a food or a supplement gave of the mineral over some days, each preparation of it apart. */
const explainedPart = z.object({
  kind: z.enum(["food", "supplement"]),
  food: z.string(),
  /** Whether it has been deleted since; what was logged stays. */
  gone: z.boolean(),
  name: z.string(),
  /** What was done to it, in words. */
  preparation: z.string().nullable(),
  /** A day, on average over all days behind the mean; null where no entry of it has a value. */
  amount: z.number().nullable(),
  /** Part of the mean, 0 to 1. */
  share: z.number().nullable(),
  /** The days it was eaten on. An amount is null where no entry of the day has a value, a lower bound where only some have. */
  days: z.array(
    z.object({ date: z.string(), amount: z.number().nullable(), known: z.int(), entries: z.int() }),
  ),
});
export type ExplainedPart = z.output<typeof explainedPart>;

/** The answer of `GET /minerals/{mineral}/average`: the amounts of `parts` add up to `mean`. */
export const explainedMean = z.object({
  mineral: mineralField,
  from: z.string(),
  to: z.string(),
  /** The days behind the mean, with what each held, and how many of its foods state it: a lower bound where not all do. */
  days: z.array(z.object({ date: z.string(), amount: z.number(), known: z.int(), entries: z.int() })),
  /** Days with entries that are not behind it, and why. */
  leftOut: z.array(z.object({ date: z.string(), reason: z.enum(LEFT_OUT_REASONS) })),
  /** A day, food and supplements together; null without a day. */
  mean: z.number().nullable(),
  fromFood: z.number().nullable(),
  /** Share of the food energy of those days that reports the mineral; null without a day. */
  coverageOfMean: z.number().nullable(),
  /** The largest first, then those without a value. */
  parts: z.array(explainedPart),
});
export type ExplainedMean = z.output<typeof explainedMean>;

export const explainedParams = z.object({ date: localDate, mineral: mineralField });
