import { z } from "zod";
import { LABEL_CONVENTIONS, NUTRIENT_IDS } from "../nutrition";
import { foodLabel, labelSource } from "./label-schemas";

/** A food of the table that is like a product, to be chosen as an estimate. */
export const similarFood = z.object({
  id: z.string(),
  name: z.string(),
  group: z.string(),
  kcal: z.number(),
  protein: z.number().nullable(),
});
export type SimilarFood = z.output<typeof similarFood>;

/** A product as Open Food Facts has it: a proposal for an own food, not saved. */
export const productView = z.object({
  barcode: z.string(),
  /** Empty where the source has none. */
  name: z.string(),
  brand: z.string().nullable(),
  /** As a label; what is not named is unknown. Without grams the weight of the basis has to be told. */
  label: z.object({
    convention: z.enum(LABEL_CONVENTIONS),
    basis: z.object({ per: z.enum(["100g", "100ml", "serving"]), grams: z.number().nullable() }),
    amounts: foodLabel.shape.amounts,
    source: labelSource,
  }),
  portions: z.array(z.object({ label: z.string(), grams: z.number() })),
  /** Notes on omitted or doubtful values, as sentences. */
  remarks: z.array(z.object({ nutrient: z.enum(NUTRIENT_IDS).nullable(), text: z.string() })),
  /** Foods of the table like it, the nearest first, for what the label does not tell. */
  similar: z.array(similarFood),
  /** The attribution to show beside the data. */
  licence: z.string(),
});
export type ProductView = z.output<typeof productView>;

const queryNumber = z.coerce.number("must be a number").min(0, "must be 0 or more").max(1000, "is too large");

/** The known data of a food, for a search of similar foods. */
export const similarQuery = z.object({
  name: z.string().min(1, "must not be empty").max(200, "must be at most 200 characters"),
  /** Per 100 g. */
  energy: queryNumber,
  protein: queryNumber.optional(),
});
export type SimilarQuery = z.output<typeof similarQuery>;
