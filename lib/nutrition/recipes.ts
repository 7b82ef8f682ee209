import { type Composition, composition, forGrams } from "./composition";
import { type LowerBounds, type Totals, totalsOf, withoutLowerBounds } from "./intake";
import { NUTRIENT_IDS, type NutrientId } from "./nutrients";

/** An ingredient: its composition and its weight. */
export type RecipeIngredient = {
  readonly per100g: Composition;
  /** Nutrients of `per100g` that are only lower bounds, as for an ingredient that is itself a recipe. */
  readonly lowerBounds?: LowerBounds;
  /** Weight, g, in the state that `per100g` describes; 0 or more. */
  readonly grams: number;
  /** Share of each nutrient retained in cooking; absent: 1. */
  readonly retention?: { readonly [N in NutrientId]?: number };
};

export type RecipeInput = {
  readonly ingredients: readonly RecipeIngredient[];
  /**
   * Weight of the finished dish, g; null: the sum of the ingredients. The only place where water gain or loss enters.
   */
  readonly yieldGrams: number | null;
  /** Number of servings, above 0; need not be whole. */
  readonly servings: number;
};

export type Recipe = {
  readonly ingredientGrams: number;
  readonly yieldGrams: number;
  readonly gramsPerServing: number;
  /** Of the whole dish; lower bounds where some ingredients do not report a nutrient. */
  readonly totals: Totals;
  /** Of one serving. */
  readonly perServing: Totals;
  /**
   * Per 100 g of the finished dish. A nutrient is known only when every ingredient that weighs something reports it; a
   * partial sum is a lower bound and is left out.
   */
  readonly per100g: Composition;
  /** The same with partial sums, which are named in `lowerBounds`; null where no ingredient reports the nutrient. */
  readonly atLeastPer100g: Composition;
  readonly lowerBounds: LowerBounds;
};

const positive = (name: string, value: number): number => {
  if (!(Number.isFinite(value) && value > 0)) throw new RangeError(`${name} must be above 0, got ${value}`);
  return value;
};

/** Amounts that an ingredient contributes to the dish after cooking. */
const contribution = ({ per100g, grams, retention }: RecipeIngredient): Composition => {
  const raw = forGrams(per100g, grams);
  if (!retention) return raw;
  const left: Partial<Record<NutrientId, number | null>> = {};
  for (const nutrient of NUTRIENT_IDS) {
    const factor = retention[nutrient] ?? 1;
    if (!(Number.isFinite(factor) && factor >= 0))
      throw new RangeError(`Retention must be 0 or more, got ${factor}`);
    const amount: number | null = raw[nutrient];
    left[nutrient] = amount === null ? null : amount * factor;
  }
  return composition(left);
};

const divided = (totals: Totals, by: number): Totals =>
  Object.fromEntries(
    NUTRIENT_IDS.map((nutrient) => {
      const total = totals[nutrient];
      return [nutrient, { ...total, amount: total.amount === null ? null : total.amount / by }];
    }),
  ) as unknown as Totals;

/**
 * Composition of a dish from its ingredients: retention is applied per ingredient, water gain or loss to the whole
 * dish.
 * @throws RangeError for a negative or infinite weight or retention, servings or yield not above 0, or a dish without
 *   weight.
 */
export const recipeOf = ({ ingredients, yieldGrams, servings }: RecipeInput): Recipe => {
  positive("Servings", servings);
  const contributions = ingredients.map(contribution);
  const ingredientGrams = ingredients.reduce((sum, { grams }) => sum + grams, 0);
  const dishGrams = positive("The weight of the dish", yieldGrams === null ? ingredientGrams : yieldGrams);
  const weighing = ingredients.map(({ grams }) => grams > 0);
  const bounds = ingredients.map(({ lowerBounds }) => lowerBounds);
  const held = totalsOf(
    contributions.filter((_, i) => weighing[i]),
    bounds.filter((_, i) => weighing[i]),
  );
  const lowerBounds = NUTRIENT_IDS.filter((nutrient) => {
    const { amount, known, entries } = held[nutrient];
    return amount !== null && known < entries;
  });
  const atLeastPer100g = composition(
    Object.fromEntries(
      NUTRIENT_IDS.map((nutrient) => {
        const { amount } = held[nutrient];
        return [nutrient, amount === null ? null : (amount * 100) / dishGrams];
      }),
    ),
  );
  const totals = totalsOf(contributions, bounds);
  return {
    ingredientGrams,
    yieldGrams: dishGrams,
    gramsPerServing: dishGrams / servings,
    totals,
    perServing: divided(totals, servings),
    per100g: withoutLowerBounds(atLeastPer100g, lowerBounds),
    atLeastPer100g,
    lowerBounds,
  };
};
