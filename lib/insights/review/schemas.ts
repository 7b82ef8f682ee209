import { z } from "zod";
import { mineralField } from "../../profile/schemas";
import { LEFT_OUT_REASONS } from "../assessment/schemas";
import { LOGGED } from "../logged";
import { comparisonItem } from "../trends/schemas";

// What the days of a week say for its review.

/** The days of a week, and how many of them the averages rest on. */
export const reviewDays = z.object({
  items: z.array(
    z.object({
      date: z.string(),
      state: z.enum(LOGGED),
      /** Whether the day is in the averages. */
      counts: z.boolean(),
      /** Why a logged day does not count; null otherwise. */
      reason: z.enum(LEFT_OUT_REASONS).nullable(),
    }),
  ),
  logged: z.int(),
  /** How many of `counted` the person marked complete. */
  complete: z.int(),
  counted: z.int(),
});
export type ReviewDays = z.output<typeof reviewDays>;

/** A mineral against the four weeks before. */
export const reviewMineral = comparisonItem.extend({
  /** What of the mean `now` foods gave. */
  fromFood: z.number().nullable(),
  /** The upper limit that the week's usual intake lies above, in the core's words; null where it is not known to. */
  aboveLimit: z
    .object({ limit: z.number(), scope: z.enum(["total", "supplements"]), words: z.string() })
    .nullable(),
});
export type ReviewMineral = z.output<typeof reviewMineral>;

/** A food, by the name that lists have for it. */
const namedFood = z.object({ food: z.string(), name: z.string() });

/** A target that the known amount of an average day does not reach, of a mineral that may be spoken of. */
export const reviewGap = z.object({
  mineral: mineralField,
  /** An average of the days that count, a lower bound where `lower`; null where no food reports it. */
  mean: z.number().nullable(),
  lower: z.boolean(),
  target: z.number(),
  /** Whether the gap would stay if the foods without a value held as much for their energy as the others. */
  sure: z.boolean(),
  /** The person's own food without a value for it that gave most of the energy; null where that is not the cause. */
  withoutValue: namedFood.nullable(),
});
export type ReviewGap = z.output<typeof reviewGap>;

/** A food that was eaten, and what it gave of the minerals that are short: known amounts, an average a day. */
export const reviewFood = namedFood.extend({
  gives: z.array(z.object({ mineral: mineralField, amount: z.number() })),
});
export type ReviewFood = z.output<typeof reviewFood>;
