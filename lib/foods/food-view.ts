import { provenanceOf } from "../catalogue";
import { loadCatalogue } from "../catalogue/load";
import { NUTRIENT_IDS, NUTRIENTS } from "../nutrition";
import { estimateOf } from "./estimate";
import type { Food } from "./food";
import { labelRemark } from "./label-words";
import { preparationsOf } from "./preparations";
import { type FoodSummary, type FoodView, isTheirs } from "./schemas";

export const summaryOf = ({ id, name, group, source, portions, per100g }: Food): FoodSummary => ({
  id,
  name,
  group,
  source,
  kcal: per100g.energy,
  portions: portions.map((portion) => ({ ...portion })),
});

type Told = FoodView["provenance"][number];

/** Where a number of the person's own is from: their label, a product they looked up, a recipe, or they themselves. */
const ownProvenance = (food: Food, nutrient: (typeof NUTRIENT_IDS)[number]): Omit<Told, "value" | "unit"> => {
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

const provenance = (food: Food): FoodView["provenance"] =>
  NUTRIENT_IDS.map((nutrient) => {
    const found = isTheirs(food.id) ? undefined : provenanceOf(loadCatalogue(), food.id, nutrient);
    const value = food.per100g[nutrient];
    const { unit } = NUTRIENTS[nutrient];
    if (!found) return { ...ownProvenance(food, nutrient), value, unit };
    return {
      nutrient,
      value: found.value,
      unit,
      source: found.source,
      row: found.row,
      column: found.column,
      note: found.note,
    };
  });

/** All that a page shows of a food: amounts per 100 g, portions, and where each number is from. */
export const viewOf = (food: Food): FoodView => {
  const phytate = isTheirs(food.id) ? null : (loadCatalogue().food(food.id)?.phytate ?? null);
  return {
    ...summaryOf(food),
    per100g: food.per100g,
    ...(food.lowerBounds && { lowerBounds: [...food.lowerBounds] }),
    barcode: food.own?.barcode ?? null,
    label: food.own?.label ?? null,
    estimate: food.own ? estimateOf(food.per100g, food.own) : null,
    phytateBand: phytate && {
      low: phytate.low,
      typical: phytate.typical,
      high: phytate.high,
      confidence: phytate.confidence,
    },
    preparations: preparationsOf(food).map(({ id, label, detail, phytate: left }) => ({
      id,
      label,
      detail,
      phytate: { ...left },
    })),
    provenance: provenance(food),
  };
};
