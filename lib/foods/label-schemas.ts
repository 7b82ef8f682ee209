import { z } from "zod";
import {
  LABEL_CONVENTIONS,
  LABEL_UNITS,
  type LabelAmount,
  labelPer100g,
  labelUnits,
  MAX_FOOD_GRAMS,
  NUTRIENT_IDS,
  type NutrientId,
} from "../nutrition";
import { ceilingProblem } from "./ceilings";
import { normaliseBarcode } from "./gtin";

/** The number under a barcode, in its one spelling. */
export const barcodeField = z
  .string()
  .max(40, "is not the number of a barcode")
  .transform((value, context) => {
    const code = normaliseBarcode(value);
    if (code !== null) return code;
    context.addIssue({
      code: "custom",
      message: "is not the number of a barcode: 8, 12, 13 or 14 digits, of which the last checks the others",
    });
    return z.NEVER;
  });

const labelAmount = z.strictObject({
  value: z.number("must be a number").min(0, "must be 0 or more").max(1e9, "is too large"),
  /** In the nutrient's own unit, in percent of the daily value, sodium as g salt, energy as kJ, vitamin D as IU. */
  as: z.enum(LABEL_UNITS).default("amount"),
  /** The label says "less than". */
  lessThan: z.boolean().optional(),
  /** Left out: typed by the person. */
  from: z.literal("openfoodfacts").optional(),
});

const weight = z
  .number("must be a number of grams")
  .positive("must be above 0 g")
  .max(MAX_FOOD_GRAMS, "must be at most 10,000 g");

const labelBasis = z.discriminatedUnion("per", [
  z.strictObject({ per: z.literal("100g") }),
  /** What 100 ml, or one serving, weighs: nothing is assumed. */
  z.strictObject({ per: z.enum(["100ml", "serving"]), grams: weight }),
]);

/** Where a label was read, when it was not on the package. */
export const labelSource = z.strictObject({
  name: z.literal("openfoodfacts"),
  code: z.string().regex(/^\d{8,14}$/),
  retrievedAt: z.iso.datetime(),
});

const amounts = <S extends z.ZodType>(one: S) =>
  z.strictObject(
    Object.fromEntries(NUTRIENT_IDS.map((id) => [id, one.optional()])) as Record<
      NutrientId,
      z.ZodOptional<S>
    >,
  );

/** A label as it stands on the package. */
export const foodLabel = z.strictObject({
  convention: z.enum(LABEL_CONVENTIONS, "must be eu, us or none"),
  basis: labelBasis,
  amounts: amounts(labelAmount),
  source: labelSource.nullable().default(null),
});
export type FoodLabel = z.output<typeof foodLabel>;

/** The least that a figure may stand for in 100 g; null where the label names none. */
export const leastPer100g = (label: FoodLabel, id: NutrientId): number | null =>
  label.amounts[id] && labelUnits(label.convention, id).includes(label.amounts[id].as)
    ? (labelPer100g(label, id)?.low ?? null)
    : null;

/** The part of a label that can be validated on its own; null when its basis is missing. */
export const readableLabel = (value: unknown): FoodLabel | null => {
  const head = z.object({ ...foodLabel.shape, amounts: z.record(z.string(), z.unknown()) }).safeParse(value);
  if (!head.success) return null;
  const amounts = NUTRIENT_IDS.flatMap((id) => {
    const read = labelAmount.safeParse(head.data.amounts[id]);
    return read.success ? [[id, read.data]] : [];
  });
  return { ...head.data, amounts: Object.fromEntries(amounts) };
};

/** What cannot be true of a label, by the path below it. */
export const labelProblems = (label: FoodLabel): { path: string[]; message: string }[] =>
  NUTRIENT_IDS.flatMap((id) => {
    const typed = label.amounts[id];
    if (typed === undefined) return [];
    const at = (key: keyof LabelAmount, message: string) => [{ path: ["amounts", id, key], message }];
    if (!labelUnits(label.convention, id).includes(typed.as))
      return at("as", "is not how such a label gives this nutrient");
    const value = labelPer100g(label, id);
    if (value === null) return [];
    const asTyped = label.basis.per === "100g" || typed.as !== "amount" ? undefined : typed.value;
    const problem = ceilingProblem(id, value.amount ?? value.high, asTyped);
    return problem === null ? [] : at("value", problem);
  });
