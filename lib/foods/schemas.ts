import { z } from "zod";
import { gramsField, requiredText } from "../fields";
import { NUTRIENT_IDS, NUTRIENTS, type NutrientId } from "../nutrition";
import { amountsView, lowerBoundsView } from "./food-fields";

/** Where a food comes from: the reference table, an imported one, or the person's own food or recipe. */
export const FOOD_SOURCES = ["sr28", "imported", "own", "recipe"] as const;
export type FoodSource = (typeof FOOD_SOURCES)[number];

/**
 * The most of a nutrient that 100 g of anything can hold, in the nutrient's unit: 100 g of it, and 900 kcal
 * (pure fat) for energy. Beyond it a typed value is a mistake.
 */
const most = (id: NutrientId): number => {
  const { unit } = NUTRIENTS[id];
  return unit === "kcal" ? 900 : unit === "g" ? 100 : unit === "mg" ? 100_000 : 100_000_000;
};

/** Amounts per 100 g as typed from a label; left out or null is unknown. */
const per100gInput = z.strictObject(
  Object.fromEntries(
    NUTRIENT_IDS.map((id) => [
      id,
      z
        .number("must be a number, or null when it is not known")
        .min(0, "must be 0 or more")
        .max(most(id), `must be at most ${most(id)} ${NUTRIENTS[id].unit} in 100 g`)
        .nullish(),
    ]),
  ) as Record<NutrientId, z.ZodOptional<z.ZodNullable<z.ZodNumber>>>,
);

export const ownFoodInput = z.strictObject({
  name: requiredText(200),
  per100g: per100gInput,
  portions: z
    .array(z.strictObject({ label: requiredText(80), grams: gramsField }))
    .max(20, "a food has at most 20 portions")
    .default([]),
});
export type OwnFoodInput = z.output<typeof ownFoodInput>;

const portionView = z.object({ id: z.string(), label: z.string(), grams: z.number() });

export const foodSummary = z.object({
  id: z.string(),
  name: z.string(),
  group: z.string(),
  source: z.enum(FOOD_SOURCES),
  kcal: z.number().nullable(),
  portions: z.array(portionView),
});
export type FoodSummary = z.output<typeof foodSummary>;

/** A way to prepare a raw or dry food, and the share of its phytate that is left. */
const preparationView = z.object({
  id: z.string(),
  label: z.string(),
  detail: z.string(),
  phytate: z.object({ low: z.number(), typical: z.number(), high: z.number() }),
});

export const foodView = foodSummary.extend({
  per100g: amountsView,
  lowerBounds: lowerBoundsView.optional(),
  phytateBand: z
    .object({
      low: z.number(),
      typical: z.number(),
      high: z.number(),
      confidence: z.enum(["high", "medium", "low"]),
    })
    .nullable(),
  /** What can be said of an entry of this food; none for foods that are ready as they are. */
  preparations: z.array(preparationView),
  provenance: z.array(
    z.object({
      nutrient: z.string(),
      value: z.number().nullable(),
      unit: z.string(),
      source: z.string(),
      row: z.string(),
      column: z.string(),
      note: z.string().nullable(),
    }),
  ),
});
export type FoodView = z.output<typeof foodView>;

export const foodSearchQuery = z.object({
  q: z.string().max(200, "must be at most 200 characters").default(""),
  limit: z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(1, "must be 1 or more")
    .max(50, "must be at most 50")
    .default(20),
  source: z.enum(FOOD_SOURCES).optional(),
});
export type FoodSearchQuery = z.output<typeof foodSearchQuery>;

export * from "./food-fields";
export * from "./recipe-schemas";
export * from "./supplement-schemas";
