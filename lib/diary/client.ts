// What the browser needs of the diary beside types: nothing here leads to zod.

export const MEALS = ["breakfast", "lunch", "dinner", "snack"] as const;
export type Meal = (typeof MEALS)[number];

/** The most entries a day holds: more than anybody eats and takes; keeps a runaway client from filling the diary. */
export const MAX_ENTRIES_A_DAY = 500;

/** Maximum length of an entry's note, in characters. */
export const MAX_NOTE_LENGTH = 500;
