// What the browser needs of the diary beside types: nothing here leads to zod.

export const MEALS = ["breakfast", "lunch", "dinner", "snack"] as const;
export type Meal = (typeof MEALS)[number];
