import { provenanceOf } from "../catalogue";
import { loadCatalogue } from "../catalogue/load";
import { type Composition, labelPer100g, NUTRIENT_IDS, NUTRIENTS, type NutrientId } from "../nutrition";
import { dishNote, toDishView } from "./dishes";
import type { Food } from "./food";
import type { FoodLabel } from "./label-schemas";
import { labelRemark } from "./label-words";
import { getPreparations } from "./preparations";
import { type FoodSummary, type FoodView, isTheirs } from "./schemas";

export const toFoodSummary = ({ id, name, group, source, table, portions, per100g }: Food): FoodSummary => ({
  id,
  name,
  group,
  source,
  table,
  kcal: per100g.energy,
  portions: portions.map((portion) => ({ ...portion })),
});

type Told = FoodView["provenance"][number];

/** The source of a number of an own food: label, product, recipe or manual entry. */
const ownProvenance = (
  food: Food,
  nutrient: (typeof NUTRIENT_IDS)[number],
): Omit<Told, "value" | "unit" | "bound"> => {
  const where = { nutrient, row: food.id, column: nutrient };
  if (food.source === "recipe") {
    const bound = food.lowerBounds?.includes(nutrient);
    return {
      ...where,
      source: "Your recipe",
      note: bound ? "A lower bound: not every ingredient has a value" : null,
    };
  }
  const label = food.own?.label ?? null;
  const remark = label && labelRemark(label, nutrient);
  if (label === null || remark === null) return { ...where, source: "Entered by you", note: null };
  const product = remark.source === "Open Food Facts" ? label.source : null;
  return { ...where, ...remark, row: product?.code ?? food.id };
};

const provenance = (food: Food, dish: FoodView["dish"]): FoodView["provenance"] =>
  NUTRIENT_IDS.map((nutrient) => {
    const found = isTheirs(food.id) ? undefined : provenanceOf(loadCatalogue(), food.id, nutrient);
    const value = food.per100g[nutrient];
    const { unit } = NUTRIENTS[nutrient];
    if (!found) return { bound: null, ...ownProvenance(food, nutrient), value, unit };
    return {
      nutrient,
      value: found.value,
      unit,
      source: found.source,
      row: found.row,
      column: found.column,
      bound: found.mark?.bound ? { kind: found.mark.bound, limit: found.mark.limit } : null,
      note: dish === null ? found.note : dishNote(dish, nutrient),
    };
  });

/** Values of a similar food for nutrients that are unknown, per 100 g. Kept apart from amounts; never added to a total. */
type Estimate = {
  food: { id: string; name: string };
  per100g: { [N in NutrientId]?: number };
};

/**
 * What the chosen reference food holds of the nutrients that are unknown in a food. Where the label gives a bound the
 * estimate keeps to it. Null when no food is chosen, the table has it no more, or it adds nothing.
 */
const estimateFrom = (
  per100g: Composition,
  { label, estimateFoodId }: { label: FoodLabel | null; estimateFoodId: string | null },
): Estimate | null => {
  const food = estimateFoodId === null ? undefined : loadCatalogue().food(estimateFoodId);
  if (!food) return null;
  const estimated: Estimate["per100g"] = {};
  for (const nutrient of NUTRIENT_IDS) {
    const value = food.per100g[nutrient];
    if (per100g[nutrient] !== null || value === null) continue;
    const bound = label && labelPer100g(label, nutrient);
    estimated[nutrient] = bound ? Math.min(value, bound.high) : value;
  }
  return Object.keys(estimated).length === 0
    ? null
    : { food: { id: food.id, name: food.name }, per100g: estimated };
};

/** The table of a food, with its licence and citation; null for one's own. */
const tableInfoOf = (id: string): FoodView["tableInfo"] => {
  const catalogue = loadCatalogue();
  const index = catalogue.indexOf(id);
  if (index < 0) return null;
  const { name, title, edition, publisher, licence, citation, url } = catalogue.tableAt(index);
  return { name, title, edition, publisher, licence, citation, url };
};

/** A food as a page shows it: amounts per 100 g, portions, and the source of each number. */
export const toFoodView = (food: Food): FoodView => {
  const dish = toDishView(food.id);
  const phytate = isTheirs(food.id) ? null : (loadCatalogue().food(food.id)?.phytate ?? null);
  return {
    ...toFoodSummary(food),
    per100g: food.per100g,
    ...(food.lowerBounds && { lowerBounds: [...food.lowerBounds] }),
    version: food.own?.version ?? null,
    barcode: food.own?.barcode ?? null,
    label: food.own?.label ?? null,
    estimate: food.own ? estimateFrom(food.per100g, food.own) : null,
    phytateBand: phytate && {
      low: phytate.low,
      typical: phytate.typical,
      high: phytate.high,
      confidence: phytate.confidence,
    },
    preparations: getPreparations(food).map(({ id, label, detail, phytate: left }) => ({
      id,
      label,
      detail,
      phytate: { ...left },
    })),
    tableInfo: tableInfoOf(food.id),
    dish,
    provenance: provenance(food, dish),
  };
};
