import { z } from "zod";
import { TABLE_CODES } from "../catalogue/client";
import { gramsField } from "../fields";
import { MAX_PORTIONS, NUTRIENT_IDS, type NutrientId, PREPARATIONS, type PreparationId } from "../nutrition";

// The fields by which anything names a food, an amount of it, and what it holds. Safe in the browser.

/** The id of a food in each table, built-in or installed. */
const TABLE_FOODS = Object.entries(TABLE_CODES).map(([prefix, code]) => `${prefix}:${code}`);

/** The id of any food: `ndb:09040`, `fdc:2346396`, `own:<uuid>`, `recipe:<uuid>`. */
export const foodId = z
  .string()
  .max(80, "is not the id of a food")
  .regex(
    new RegExp(`^(${TABLE_FOODS.join("|")}|(own|recipe):[0-9a-f-]{36})$`, "i"),
    "is not the id of a food",
  )
  .transform((value) => value.toLowerCase());

/** How much of a food: a weight, or a number of one of the food's own portions. */
export const amountInput = z.union(
  [
    z.strictObject({ grams: gramsField }),
    z.strictObject({
      portion: z
        .string()
        .min(1, "must name a portion of the food")
        .max(80, "must name a portion of the food"),
      count: z
        .number("must be a number")
        .positive("must be above 0")
        .max(MAX_PORTIONS, `must be at most ${MAX_PORTIONS}`),
    }),
  ],
  "must be {grams} or {portion, count}",
);
export type AmountInput = z.output<typeof amountInput>;

/** What was done to a raw or dry food before it was eaten. */
export const preparationField = z.enum(
  PREPARATIONS.map(({ id }) => id) as [PreparationId, ...PreparationId[]],
  "is not a preparation Assay knows",
);

/**
 * The nutrients whose amount is only a lower bound, because an ingredient of the recipe has no value for them. Left
 * out where there are none.
 */
export const lowerBoundsView = z.array(z.enum(NUTRIENT_IDS as readonly [NutrientId, ...NutrientId[]]));

/** What something holds, in each nutrient's unit; null is unknown. */
export const amountsView = z.object(
  Object.fromEntries(NUTRIENT_IDS.map((id) => [id, z.number().nullable()])) as Record<
    NutrientId,
    z.ZodNullable<z.ZodNumber>
  >,
);

/** What makes a food a favourite: nothing more, or the amount of it that is usual. */
export const favouriteInput = z.strictObject({ amount: amountInput.nullish() });
export type FavouriteInput = z.output<typeof favouriteInput>;

export const favouriteView = z.object({
  food: z.string(),
  name: z.string(),
  /** How much is logged unless said otherwise; null for what was eaten last, or the first portion. */
  amount: amountInput.nullable(),
  createdAt: z.string(),
});
export type FavouriteView = z.output<typeof favouriteView>;
