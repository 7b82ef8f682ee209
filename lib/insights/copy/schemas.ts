import { z } from "zod";
import { dayMark, entryView } from "../../diary/schemas";
import { FOOD_SOURCES } from "../../foods/client";
import { amountInput, contentView, lowerBoundsView, portionView } from "../../foods/schemas";
import { mineralDay } from "../assessment/schemas";

// What a browser keeps for use without a network. It computes pages from it by the same functions as the server.

/** Amounts in the order of `nutrients`; null is unknown. */
const amounts = z.array(z.number().nullable());

/** An entry without what is null, its amounts as a list. */
const copiedEntry = entryView
  .omit({ nutrients: true })
  .partial({ time: true, grams: true, portion: true, preparation: true, note: true })
  .extend({ amounts });
export type CopiedEntry = z.output<typeof copiedEntry>;

/** A dose: the id of the entry that it was taken as, or the entry that it would be. */
const copiedDose = z.object({
  supplement: z.string(),
  slot: z.int().nullable(),
  asNeeded: z.boolean(),
  entry: z.union([z.string(), copiedEntry]),
});
export type CopiedDose = z.output<typeof copiedDose>;

const copiedFood = z.object({
  id: z.string(),
  name: z.string(),
  source: z.enum(FOOD_SOURCES),
  portions: z.array(portionView),
  amounts,
  lowerBounds: lowerBoundsView.optional(),
  barcode: z.string().nullable(),
});
export type CopiedFood = z.output<typeof copiedFood>;

/** What a day is compared with, and what the profile switches off on it. */
const copiedReferences = z.object({
  hideScores: z.boolean(),
  referenceOnly: z.boolean(),
  halfPortions: z.boolean(),
  minerals: z.array(
    mineralDay.pick({
      mineral: true,
      target: true,
      kind: true,
      ear: true,
      ul: true,
      ulScope: true,
      state: true,
      scores: true,
    }),
  ),
});
export type CopiedReferences = z.output<typeof copiedReferences>;

/** The answer of `GET /copy`. */
export const copyView = z.object({
  /** Whose it is. */
  account: z.string(),
  /** The account's revision before it was read. */
  revision: z.int(),
  /** When it was read, ISO 8601. */
  at: z.string(),
  today: z.string(),
  timeZone: z.string(),
  units: z.enum(["metric", "us"]),
  hasPerson: z.boolean(),
  /** Who the targets are for, "woman, 31–50"; null when they are not set. */
  group: z.string().nullable(),
  /** The days that it holds, both ends included: the last 60, and the week to come. */
  from: z.string(),
  to: z.string(),
  /** What an amount above an upper limit means and does not. */
  limitNotice: z.string(),
  /** The order of all lists of amounts. */
  nutrients: z.array(z.string()),
  /** In the order of days, and on each as they were logged. */
  entries: z.array(copiedEntry),
  plans: z.array(copiedEntry),
  /** By the id of a plan, what in the profile speaks against its food. */
  planNotes: z.record(z.string(), z.string()),
  marks: z.array(z.object({ date: z.string(), mark: dayMark.unwrap(), version: z.string() })),
  /** The version of a day of which nothing was said. */
  unsaid: z.string(),
  /** Each from its day on, until the next one's. */
  references: z.array(copiedReferences.extend({ from: z.string() })),
  /** The doses of each day that has any. */
  doses: z.array(z.object({ date: z.string(), items: z.array(copiedDose) })),
  /** What can be taken of each supplement, on the days from today on. */
  nextDoses: z.array(z.object({ date: z.string(), items: z.array(copiedDose) })),
  /** What a dose of each supplement holds. */
  contents: z.record(z.string(), z.array(contentView)),
  /** The person's own foods and recipes. */
  own: z.array(copiedFood),
  favourites: z.array(z.object({ food: z.string(), amount: amountInput.nullable() })),
});
export type CopyView = z.output<typeof copyView>;
