import "server-only";
import { FOOD_GROUPS, type FoodGroup } from "../catalogue";
import { loadCatalogue } from "../catalogue/load";
import { foodSearch } from "./food";
import type { SimilarFood } from "./product-schemas";

/** The known data of a food, for a search of similar foods; amounts per 100 g. */
export type SimilarTo = {
  /** What it is called, the most telling first. */
  readonly words: readonly string[];
  readonly energy: number | null;
  readonly protein: number | null;
};

const MAX_QUERIES = 5;
const LOOKED_AT = 25;
const MAX_FOUND = 3;
/** Companies' products and food for others: none of them is generic. */
const NOT_GENERIC: ReadonlySet<FoodGroup> = new Set([
  "babyFoods",
  "nativeFoods",
  "restaurantFoods",
  "fastFoods",
]);
const BRAND = /\b[A-Z][A-Z'’&.-]{2,}\b/;

/** How far two figures are apart: 0 the same, 1 just as far as two foods of one kind may be, more is too far. */
const apart = (a: number, b: number, least: number, share: number): number =>
  Math.abs(a - b) / Math.max(least, share * Math.max(a, b));

/**
 * Foods of the table that a product is like, the nearest first, at most three: they answer its words, are no
 * company's, and agree with it in energy (within 20 kcal or 15 %) and, where that is known, in protein (within
 * 2 g or 25 %). None without energy: words alone do not tell dried from fresh.
 */
export const similarFoods = ({ words, energy, protein }: SimilarTo): SimilarFood[] => {
  if (energy === null) return [];
  const table = loadCatalogue();
  const found = new Map<string, { food: SimilarFood; distance: number }>();
  const queries = [...new Set(words.map((text) => text.trim()).filter((text) => text !== ""))];
  for (const [place, query] of queries.slice(0, MAX_QUERIES).entries()) {
    for (const [rank, { id }] of foodSearch().search(query, { limit: LOOKED_AT }).entries()) {
      const food = table.food(id);
      if (!food || NOT_GENERIC.has(food.group) || BRAND.test(food.name)) continue;
      const { energy: kcal, protein: grams } = food.per100g;
      if (kcal === null) continue;
      const byEnergy = apart(energy, kcal, 20, 0.15);
      const byProtein = protein === null || grams === null ? 0.5 : apart(protein, grams, 2, 0.25);
      if (byEnergy > 1 || byProtein > 1) continue;
      const distance = byEnergy + byProtein + rank * 0.1 + place * 0.5 - (food.traits.plain ? 0.3 : 0);
      const before = found.get(id);
      if (before && before.distance <= distance) continue;
      found.set(id, {
        food: { id, name: food.name, group: FOOD_GROUPS[food.group].label, kcal, protein: grams },
        distance,
      });
    }
  }
  return [...found.values()]
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MAX_FOUND)
    .map(({ food }) => food);
};
