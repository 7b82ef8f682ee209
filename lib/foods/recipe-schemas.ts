import { z } from "zod";
import { clientId, gramsField, personText, requiredText } from "../fields";
import { MAX_INSTRUCTIONS_LENGTH } from "./client";
import { amountInput, amountsView, foodId, lowerBoundsView, preparationField } from "./food-fields";

const MAX_INGREDIENTS = 100;
/** Heaviest dish that can be entered, g: the largest pots of a canteen. */
const MAX_DISH_GRAMS = 100_000;

/** An ingredient is a food, or a name that no table has: it weighs what it weighs and is unknown in every nutrient. */
const ingredientInput = z.union([
  z.strictObject({
    food: foodId,
    amount: amountInput,
    /** The weight is that of the raw or dry food; the food says which preparations it offers. */
    preparation: preparationField.nullish(),
  }),
  z.strictObject({ text: requiredText(200), amount: z.strictObject({ grams: gramsField }) }),
]);

export const recipeInput = z.strictObject({
  name: requiredText(200),
  /** Need not be whole. */
  servings: z
    .number("must be a number of servings")
    .min(0.25, "must be at least 0.25")
    .max(1000, "must be at most 1000"),
  /** Weight of the finished dish; null or left out: the sum of the ingredients. */
  yieldGrams: z
    .number("must be a number of grams")
    .positive("must be above 0")
    .max(MAX_DISH_GRAMS, `must be at most ${MAX_DISH_GRAMS} g`)
    .nullish(),
  instructions: personText(MAX_INSTRUCTIONS_LENGTH).nullish(),
  ingredients: z
    .array(ingredientInput)
    .min(1, "must name an ingredient")
    .max(MAX_INGREDIENTS, `a recipe has at most ${MAX_INGREDIENTS} ingredients`),
});
export type RecipeInput = z.output<typeof recipeInput>;

export const recipeId = clientId;

const ingredientPortion = z.object({ id: z.string(), label: z.string(), count: z.number() });

const ingredientView = z.object({
  food: z.string(),
  /** As the food is called now, or was when it was added where it is gone. */
  name: z.string(),
  /** Whether the food is still there; without it all of its amounts are unknown. */
  found: z.boolean(),
  grams: z.number(),
  portion: ingredientPortion.nullable(),
  preparation: preparationField.nullable(),
  /** What it brings to the whole dish, after its preparation. */
  nutrients: amountsView,
  lowerBounds: lowerBoundsView,
});

export const recipeSummary = z.object({
  id: z.string(),
  /** The id to log it by: its portion is "serving". */
  food: z.string(),
  name: z.string(),
  servings: z.number(),
  gramsPerServing: z.number(),
  ingredientCount: z.int(),
  /** Amounts in one serving; null where no ingredient has a value. */
  perServing: amountsView,
  /** What of it is only a lower bound, because an ingredient has no value. */
  lowerBounds: lowerBoundsView,
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Changes with every change: what a write sends as `If-Match`. */
  version: z.string(),
});
export type RecipeSummary = z.output<typeof recipeSummary>;

export const recipeView = recipeSummary.extend({
  /** As weighed; null where the sum of the ingredients stands in for it. */
  yieldGrams: z.number().nullable(),
  ingredientGrams: z.number(),
  instructions: z.string().nullable(),
  /** Amounts in 100 g of the dish; what of it is a lower bound is in `lowerBounds`. */
  per100g: amountsView,
  ingredients: z.array(ingredientView),
});
export type RecipeView = z.output<typeof recipeView>;
