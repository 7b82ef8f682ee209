import type { Fields } from "./types";

// Resources as a GET gives them, in the shape in which a PUT takes them, so that the two can be compared and merged.

const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);

/** Without what says nothing, as a PUT that leaves a field out and one that was never given are the same. */
const said = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));

/** An own food: what is on its label follows from there, the rest is per 100 g. */
const foodInput = ({ name, per100g, label, barcode, estimate, portions }: Fields): Fields => {
  const onLabel = (label as { amounts?: Fields } | null)?.amounts ?? {};
  const beside = Object.entries(said((per100g ?? {}) as Fields)).filter(([nutrient]) => !onLabel[nutrient]);
  return said({
    name,
    label,
    barcode,
    portions: listOf(portions).map(({ label: called, grams }) => ({ label: called, grams })),
    ...(beside.length > 0 && { per100g: Object.fromEntries(beside) }),
    estimateFood: (estimate as { food: { id: string } } | null)?.food.id,
  });
};

const ingredientInput = ({ food, name, grams, portion, preparation }: Fields): Fields => {
  if (typeof food === "string" && food.startsWith("text:")) return { text: name, amount: { grams } };
  const { id, count } = (portion ?? {}) as { id?: string; count?: number };
  return said({ food, amount: id === undefined ? { grams } : { portion: id, count }, preparation });
};

const recipeInput = ({ name, servings, yieldGrams, instructions, ingredients }: Fields): Fields =>
  said({
    name,
    servings,
    yieldGrams,
    instructions,
    ingredients: listOf(ingredients).map(ingredientInput),
  });

const contentInput = ({ nutrient, amount, form, compound, prescribed }: Fields): Fields =>
  said({
    nutrient,
    form: (form as { id: string } | null)?.id,
    prescribed,
    // The amount of a compound follows from it.
    ...(compound ? { compound: (compound as { amount: number }).amount } : { amount }),
  });

const supplementInput = ({ name, doseLabel, contents, schedule, active }: Fields): Fields => ({
  name,
  doseLabel,
  contents: listOf(contents).map(contentInput),
  schedule,
  active,
});

const INPUTS: readonly (readonly [RegExp, (view: Fields) => Fields])[] = [
  [/^\/foods\/[^/]+$/, foodInput],
  [/^\/recipes\/[^/]+$/, recipeInput],
  [/^\/supplements\/[^/]+$/, supplementInput],
];

/**
 * The fields of a resource as they are written.
 * @param resource its path below the API: "/recipes/3b8e…". One of another kind is given as it is.
 * @param view the resource as a GET gives it.
 */
export const resourceInput = (resource: string, view: Fields): Fields => {
  const found = INPUTS.find(([path]) => path.test(resource));
  return found ? found[1](view) : view;
};
