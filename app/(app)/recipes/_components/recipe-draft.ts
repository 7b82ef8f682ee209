import { typedNumber } from "@/app/_profile/draft";
import { amountsIn, getOfferedPreparations } from "@/app/(app)/_features/diary";
import type { LoggableFood } from "@/app/(app)/_features/food";
import {
  type Choice,
  choiceAmount,
  choiceError,
  choiceGrams,
  type PickedPortion,
  pickerValue,
} from "@/app/(app)/_features/food";
import { isText } from "@/lib/foods/client";
import type { RecipeInput, RecipeView } from "@/lib/foods/schemas";
import { formatGrams } from "@/lib/format";
import { type PreparationId, type Recipe, recipeOf } from "@/lib/nutrition";

/** A food as the form needs it: what it weighs, holds, and how it can be prepared. */
export type IngredientFood = Pick<
  LoggableFood,
  "id" | "name" | "portions" | "per100g" | "lowerBounds" | "described"
> & {
  /** False where the food was deleted, or is only a name; its amounts are then unknown. */
  readonly found: boolean;
};

/** One ingredient as it is being typed. */
export type IngredientDraft = {
  readonly row: string;
  readonly food: IngredientFood;
  /** As it was found, unrounded, until the picker is touched: "1/3 cup" is no 0.33. */
  readonly choice: Choice;
  readonly picked: PickedPortion;
  readonly preparation: PreparationId | null;
};

export type RecipeDraft = {
  readonly name: string;
  readonly servings: string;
  readonly yieldGrams: string;
  readonly instructions: string;
  readonly ingredients: readonly IngredientDraft[];
};

/** A new row of the form. */
export const ingredientDraft = (
  row: string,
  food: IngredientFood,
  choice: Choice,
  preparation: PreparationId | null = null,
): IngredientDraft => ({ row, food, choice, picked: pickerValue(choice), preparation });

/** What the form takes of a recipe, be it a saved one or that of a typical dish. */
export type RecipeStart = Pick<RecipeView, "name" | "servings" | "yieldGrams" | "instructions"> & {
  readonly ingredients: readonly Pick<
    RecipeView["ingredients"][number],
    "food" | "name" | "grams" | "portion" | "preparation"
  >[];
};

/** What the form starts with: nothing, or a recipe with the foods of its ingredients in their order. */
export const toRecipeDraft = (recipe?: RecipeStart, foods: readonly IngredientFood[] = []): RecipeDraft =>
  recipe
    ? {
        name: recipe.name,
        servings: String(recipe.servings),
        yieldGrams: recipe.yieldGrams === null ? "" : String(recipe.yieldGrams),
        instructions: recipe.instructions ?? "",
        ingredients: recipe.ingredients.flatMap(({ grams, portion, preparation }, index) => {
          const food = foods[index];
          if (!food) return [];
          const known = portion && food.portions.find(({ id }) => id === portion.id);
          const choice = known ? { portion: known, count: portion.count } : { portion: null, count: grams };
          const offered = getOfferedPreparations(food).some(({ id }) => id === preparation);
          return [ingredientDraft(`saved${index}`, food, choice, offered ? preparation : null)];
        }),
      }
    : { name: "", servings: "1", yieldGrams: "", instructions: "", ingredients: [] };

/** The input of the action; the server's schema validates it. */
export const toRecipeInput = (draft: RecipeDraft): RecipeInput => ({
  name: draft.name,
  servings: typedNumber(draft.servings),
  yieldGrams: draft.yieldGrams.trim() === "" ? null : typedNumber(draft.yieldGrams),
  instructions: draft.instructions,
  ingredients: draft.ingredients.map(({ food, choice, preparation }) =>
    isText(food.id)
      ? { text: food.name, amount: { grams: choiceGrams(choice) } }
      : { food: food.id, amount: choiceAmount(choice), preparation },
  ),
});

/** The amounts that cannot be sent, by field. */
export const amountErrors = ({ ingredients }: RecipeDraft): { [field: string]: string } =>
  Object.fromEntries(
    ingredients.flatMap(({ choice }, index) => {
      const error = choiceError(choice);
      return error === null ? [] : [[`ingredients.${index}`, `: ${error}`]];
    }),
  );

/** Ratio of dish to ingredients, by weight, outside which the form asks whether the weight is right. */
const MIN_YIELD = 0.2;
const MAX_YIELD = 3;

/** A question about a dish weight that is far from that of its ingredients; null otherwise. */
export const yieldDoubt = (draft: RecipeDraft): string | null => {
  const dish = recipeSoFar(draft);
  const weighed = typedNumber(draft.yieldGrams);
  if (dish === null || !(weighed > 0)) return null;
  const share = weighed / dish.ingredientGrams;
  if (share >= MIN_YIELD && share <= MAX_YIELD) return null;
  return `is ${formatGrams(weighed)}, and the ingredients weigh ${formatGrams(dish.ingredientGrams)}. Is it right? Then save again.`;
};

/** Errors of any part of an ingredient, at the ingredient's own row. */
export const atRows = (fields: { readonly [field: string]: string }): { [field: string]: string } =>
  Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [
      path.replace(/^(ingredients\.\d+)\..*$/, "$1"),
      message,
    ]),
  );

/**
 * The dish so far, by the same arithmetic as the server's: rows with an invalid amount are left
 * out, invalid servings or weights count as missing. Null while there is no ingredient.
 */
export const recipeSoFar = (draft: RecipeDraft): Recipe | null => {
  const usable = draft.ingredients.filter(({ choice }) => choiceError(choice) === null);
  if (usable.length === 0) return null;
  const servings = typedNumber(draft.servings);
  const yieldGrams = typedNumber(draft.yieldGrams);
  return recipeOf({
    ingredients: usable.map(({ food, choice, preparation }) => ({
      per100g: amountsIn(food, 100, preparation),
      grams: choiceGrams(choice),
      ...(food.lowerBounds && { lowerBounds: food.lowerBounds }),
    })),
    servings: servings > 0 ? servings : 1,
    yieldGrams: yieldGrams > 0 ? yieldGrams : null,
  });
};
