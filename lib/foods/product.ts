import { z } from "zod";
import { withoutUnseen } from "../fields";
import { MAX_FOOD_GRAMS, type NutrientId } from "../nutrition";
import { leftOut } from "./ceilings";
import { normaliseBarcode } from "./gtin";
import { numberIn } from "./product-amounts";
import { type NutritionSet, type ReadNutrition, readNutriments, readSets } from "./product-nutriments";
import type { ProductView } from "./product-schemas";

/** The attribution that the ODbL requires beside the data. */
const PRODUCT_LICENCE =
  "From Open Food Facts, made available under the Open Database License (ODbL) 1.0; contents under the Database Contents License.";

/** The fields of the answer that are used; a field of an unexpected shape is ignored. */
const text = z.string().catch("");
const fields = z.record(z.string(), z.unknown()).catch({});
const set = z.object({
  preparation: text,
  per: text,
  source: text,
  nutrients: fields,
});
const productAnswer = z.object({
  code: z.unknown().optional(),
  status: z.unknown().optional(),
  result: z.object({ id: text }).catch({ id: "" }),
  product: z
    .object({
      code: z.unknown().optional(),
      product_name: text,
      product_name_en: text,
      generic_name: text,
      brands: text,
      quantity: text,
      product_quantity_unit: text,
      serving_size: text,
      serving_quantity: z.unknown().optional(),
      serving_quantity_unit: text,
      nutrition_data_per: text,
      no_nutrition_data: text,
      categories_tags: z.array(text).max(200).catch([]),
      nutriments: fields,
      nutrition: z
        .object({
          // The schema was published under the second name first.
          input_sets: z.array(set).max(50).catch([]),
          nutrient_sets: z.array(set).max(50).catch([]),
        })
        .nullable()
        .catch(null),
    })
    .nullable()
    .catch(null),
});
type Answer = z.output<typeof productAnswer>;
type Product = NonNullable<Answer["product"]>;

/** A product without what only our own table can add, and with the words its categories give to search by. */
export type ProductProposal = Omit<ProductView, "similar"> & { readonly categories: readonly string[] };

/** Untrusted text as one line that a page can show and a form accepts. */
const line = (value: string, max: number): string =>
  withoutUnseen(value.toWellFormed().normalize("NFC"))
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, max)
    .toWellFormed()
    .trim();

const VOLUME = /(?:^|[\d\s.,(])(?:ml|cl|dl|l|litres?|liters?|fl\.?\s*oz)\b/i;

/** Whether the product is measured by volume, as far as its fields tell. */
const isByVolume = (product: Product): boolean => {
  const unit = product.serving_quantity_unit.trim().toLowerCase();
  if (product.nutrition_data_per === "100ml" || ["ml", "cl", "dl", "l"].includes(unit)) return true;
  if (unit === "g") return false;
  return product.product_quantity_unit.trim().toLowerCase() === "ml" || VOLUME.test(product.quantity);
};

/** The weight of a serving in grams, only where the fields say that it is a weight. */
const servingGrams = (product: Product): number | null => {
  const grams = numberIn(product.serving_quantity);
  if (grams === null || grams <= 0 || grams > MAX_FOOD_GRAMS) return null;
  const unit = product.serving_quantity_unit.trim().toLowerCase();
  if (unit === "g") return grams;
  const written = new RegExp(`(?:^|[^\\d.,])${String(grams).replace(".", "[.,]")}\\s*g\\b`, "i");
  return unit === "" && written.test(product.serving_size) ? grams : null;
};

/** Leaves out amounts that no food can hold: they were typed in a wrong unit or of another weight. */
const plausible = (read: ReadNutrition, grams: number | null): ReadNutrition => {
  const amounts: { [N in NutrientId]?: ReadNutrition["amounts"][N] } = {};
  const remarks = [...read.remarks];
  for (const [id, amount] of Object.entries(read.amounts) as [
    NutrientId,
    NonNullable<ReadNutrition["amounts"][NutrientId]>,
  ][]) {
    const text = leftOut(id, amount.value, { per: read.per, grams });
    if (text === null) amounts[id] = amount;
    else remarks.push({ nutrient: id, text });
  }
  return { ...read, amounts, remarks };
};

const readNutrition = (product: Product, byVolume: boolean): ReadNutrition | null => {
  const sets: NutritionSet[] = [
    ...(product.nutrition?.input_sets ?? []),
    ...(product.nutrition?.nutrient_sets ?? []),
  ];
  return sets.length > 0 ? readSets(sets) : readNutriments(product.nutriments, byVolume);
};

const hasPrepared = (product: Product): boolean =>
  Object.keys(product.nutriments).some((key) => key.includes("_prepared")) ||
  (product.nutrition?.input_sets ?? []).some(({ preparation }) => preparation === "prepared");

const toProposal = (code: string, product: Product, retrievedAt: Date): ProductProposal => {
  const byVolume = isByVolume(product);
  const grams = servingGrams(product);
  const found = product.no_nutrition_data === "on" ? null : readNutrition(product, byVolume);
  const per = found?.per ?? (byVolume ? "100ml" : "100g");
  const weight = per === "100g" ? 100 : per === "serving" ? grams : null;
  const read = found && plausible(found, weight);
  const remarks: ProductView["remarks"] = [...(read?.remarks ?? [])];
  if (read === null)
    remarks.push({
      nutrient: null,
      text: hasPrepared(product)
        ? "Only amounts of the prepared product are given, which are not used."
        : "No amounts are given.",
    });
  if (weight === null)
    remarks.push({
      nutrient: null,
      text:
        per === "100ml"
          ? "The amounts are by volume. Say what 100 ml weigh, or choose per 100 g if the package says so."
          : "The amounts are of a serving, and what it weighs is not given.",
    });
  const amounts = Object.fromEntries(
    Object.entries(read?.amounts ?? {}).map(([id, amount]) => [
      id,
      { ...amount, from: "openfoodfacts" as const },
    ]),
  );
  return {
    barcode: code,
    name: line(product.product_name || product.product_name_en || product.generic_name, 160),
    brand: line(product.brands.split(",")[0] ?? "", 60) || null,
    label: {
      convention: "none",
      basis: { per, grams: weight },
      amounts,
      source: { name: "openfoodfacts", code, retrievedAt: retrievedAt.toISOString() },
    },
    portions: grams === null ? [] : [{ label: line(product.serving_size, 80) || "1 serving", grams }],
    remarks,
    licence: PRODUCT_LICENCE,
    // "en:breakfast-cereals": English whatever the product's language, from the general to the particular.
    categories: product.categories_tags.flatMap((tag) =>
      /^en:[a-z0-9-]{3,60}$/.test(tag) ? tag.slice(3).replaceAll("-", " ") : [],
    ),
  };
};

/**
 * Reads an answer of Open Food Facts, API versions 2 to 3.5.
 * @param answer parsed JSON of whatever shape
 * @param code the barcode that was asked for
 * @returns the product as a proposal; null when there is no such product
 * @throws Error when the answer has an unexpected shape or is of another product
 */
export const readProduct = (answer: unknown, code: string, retrievedAt: Date): ProductProposal | null => {
  const parsed = productAnswer.safeParse(answer);
  if (!parsed.success) throw new Error("The answer is not that of Open Food Facts");
  const { status, result, product, code: about } = parsed.data;
  if (product === null || Object.keys(product).length === 0) {
    if (status === 0 || status === "0" || status === "failure" || result.id === "product_not_found")
      return null;
    throw new Error("The answer is not that of Open Food Facts");
  }
  if (status === 0 || status === "0" || result.id === "product_not_found") return null;
  const named = product.code ?? about;
  if (named !== undefined && normaliseBarcode(String(named)) !== code)
    throw new Error("The answer is of another product");
  return toProposal(code, product, retrievedAt);
};
