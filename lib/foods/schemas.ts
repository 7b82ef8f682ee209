import { z } from "zod";
import { gramsField, requiredText } from "../fields";
import { NUTRIENT_IDS, type NutrientId, weightOfParts } from "../nutrition";
import { ceilingProblem } from "./ceilings";
import { FOOD_SOURCES, isTheirs } from "./client";
import { amountsView, foodId, lowerBoundsView, preparationField } from "./food-fields";
import {
  barcodeField,
  type FoodLabel,
  foodLabel,
  labelProblems,
  leastPer100g,
  readableLabel,
} from "./label-schemas";
import { productView } from "./product-schemas";

/** The id of a food of the reference table. */
const referenceFoodId = foodId.refine((id) => !isTheirs(id), "must be a food of the reference table");

/** Amounts per 100 g as typed from a label; left out or null is unknown. */
const per100gInput = z.strictObject(
  Object.fromEntries(
    NUTRIENT_IDS.map((id) => [
      id,
      z
        .number("must be a number, or null when it is not known")
        .min(0, "must be 0 or more")
        .superRefine((value, context) => {
          const message = ceilingProblem(id, value);
          if (message !== null) context.addIssue({ code: "custom", message });
        })
        .nullish(),
    ]),
  ) as Record<NutrientId, z.ZodOptional<z.ZodNullable<z.ZodNumber>>>,
);

type Per100g = { readonly [N in NutrientId]?: number | null | undefined };

/** Says at the heaviest part that all of them weigh more than the food itself. */
const heavierThanWhole = (label: FoodLabel | null, per100g: Per100g, context: z.RefinementCtx): void => {
  const least = (id: NutrientId) => (label && leastPer100g(label, id)) ?? per100g[id] ?? 0;
  const grams = weightOfParts(Object.fromEntries(NUTRIENT_IDS.map((id) => [id, least(id)])));
  if (grams <= 100) return;
  const getLeastWeight = (id: NutrientId) => weightOfParts({ [id]: least(id) });
  const heaviest = NUTRIENT_IDS.reduce((most, id) => (getLeastWeight(id) > getLeastWeight(most) ? id : most));
  // More than 100 g of one nutrient has its own message.
  if (getLeastWeight(heaviest) > 100) return;
  context.addIssue({
    code: "custom",
    path: label?.amounts[heaviest] ? ["label", "amounts", heaviest, "value"] : ["per100g", heaviest],
    message: `and the other amounts weigh ${Math.round(grams)} g together in 100 g: check the figures and their units`,
  });
};

export const ownFoodInput = z
  .strictObject({
    name: requiredText(200),
    /** What is known beside the label. */
    per100g: per100gInput.default({}),
    /** What the label says, as it stands there; the amounts per 100 g follow from it. */
    label: foodLabel.nullish(),
    barcode: barcodeField.nullish(),
    /** A reference food that stands in for what is unknown; what it says is never counted. */
    estimateFood: referenceFoodId.nullish(),
    portions: z
      .array(z.strictObject({ label: requiredText(80), grams: gramsField }))
      .max(20, "a food has at most 20 portions")
      .default([]),
  })
  .superRefine(
    (value, context) => {
      const label = readableLabel(value.label);
      const per100g = per100gInput.safeParse(value.per100g).data ?? {};
      for (const { path, message } of label ? labelProblems(label) : [])
        context.addIssue({ code: "custom", path: ["label", ...path], message });
      for (const id of NUTRIENT_IDS)
        if (label?.amounts[id] !== undefined && per100g[id] != null)
          context.addIssue({ code: "custom", path: ["per100g", id], message: "is on the label already" });
      heavierThanWhole(label, per100g, context);
    },
    // Runs also when a field is invalid, so that all errors are reported together.
    { when: ({ value }) => typeof value === "object" && value !== null },
  );
export type OwnFoodInput = z.output<typeof ownFoodInput>;

/** A household measure of a food. */
export const portionView = z.object({ id: z.string(), label: z.string(), grams: z.number() });

export const foodSummary = z.object({
  id: z.string(),
  name: z.string(),
  group: z.string(),
  source: z.enum(FOOD_SOURCES),
  /** Short name of the table that it is of: "USDA SR28"; null for one's own. */
  table: z.string().nullable(),
  kcal: z.number().nullable(),
  portions: z.array(portionView),
  /** In results of a search: the same food in other tables, the newer first. Left out elsewhere. */
  twins: z.array(z.object({ id: z.string(), name: z.string(), table: z.string() })).optional(),
  /**
   * In results of a search: whether it only comes near to what was asked for, because of a corrected spelling, a substitute
   * or a word that was left out. Where the first result does, nothing answers the words. Left out elsewhere.
   */
  onlyClose: z.boolean().optional(),
});
export type FoodSummary = z.output<typeof foodSummary>;

/** A way to prepare a raw or dry food, and the share of its phytate that is left. */
const preparationView = z.object({
  id: z.string(),
  label: z.string(),
  detail: z.string(),
  phytate: z.object({ low: z.number(), typical: z.number(), high: z.number() }),
});

/** What a typical dish was computed from. */
export const dishView = z.object({
  /** Weight of the finished dish that the ingredients make, g. */
  grams: z.number(),
  servings: z.number(),
  /** Why the proportions are what they are. */
  why: z.string(),
  ingredients: z.array(
    z.object({
      /** The food of the built-in table; null where the table has none like it, so that all it holds is unknown. */
      food: z.string().nullable(),
      name: z.string(),
      grams: z.number(),
      preparation: preparationField.nullable(),
      /** What it stands for, where the table lacks the ingredient itself. */
      standsFor: z.string().nullable(),
      /** Nutrients of which the table has no value for it. */
      unknown: z.array(z.enum(NUTRIENT_IDS)),
    }),
  ),
  /** What makers add to the whole dish, as their labels say. */
  added: z.partialRecord(z.enum(NUTRIENT_IDS), z.number()),
});
export type DishView = z.output<typeof dishView>;

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
  /** Changes with every change of an own food: what a write of it sends as `If-Match`. Null for every other food. */
  version: z.string().nullable(),
  barcode: z.string().nullable(),
  /** The label of an own food as it stands on the package. */
  label: foodLabel.nullable(),
  /** What a similar food of the table holds of what is unknown here: an estimate, in no total. */
  estimate: z
    .object({
      food: z.object({ id: z.string(), name: z.string() }),
      per100g: z.partialRecord(z.enum(NUTRIENT_IDS), z.number()),
    })
    .nullable(),
  /** The recipe of a typical dish; null for every other food. */
  dish: dishView.nullable(),
  /** The preparations that an entry of this food can have; empty for foods that are ready to eat. */
  preparations: z.array(preparationView),
  /** The table that it is of, with the licence and the citation of all its values; null for one's own. */
  tableInfo: z
    .object({
      name: z.string(),
      title: z.string(),
      edition: z.string(),
      publisher: z.string(),
      licence: z.string(),
      citation: z.string(),
      url: z.string(),
    })
    .nullable(),
  provenance: z.array(
    z.object({
      nutrient: z.string(),
      value: z.number().nullable(),
      unit: z.string(),
      source: z.string(),
      row: z.string(),
      column: z.string(),
      /** Why the value is only a lower bound: a trace, below a limit (in the unit), partly unknown; null where it is not. */
      bound: z
        .object({ kind: z.enum(["trace", "below", "partial"]), limit: z.number().nullable() })
        .nullable(),
      note: z.string().nullable(),
    }),
  ),
});
export type FoodView = z.output<typeof foodView>;

/** The food behind a barcode: an own food, or a product that is not saved. */
export const barcodeView = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("own"), food: foodView }),
  z.object({ kind: z.literal("product"), product: productView }),
]);
export type BarcodeView = z.output<typeof barcodeView>;

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

export * from "./client";
export * from "./food-fields";
export * from "./label-schemas";
export * from "./product-schemas";
export * from "./read-schemas";
export * from "./recipe-schemas";
export * from "./supplement-schemas";
