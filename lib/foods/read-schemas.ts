import { z } from "zod";
import { personText } from "../fields";

const MEAL = z.enum(["breakfast", "lunch", "dinner", "snack"]);

/** A line of food as a person types it. */
export const readInput = z.strictObject({
  text: personText(2000).pipe(z.string().min(1, "must not be empty")),
});

/** What was not understood; nothing with a doubt is saved by Enter before the person has confirmed it. */
const doubtView = z.object({ kind: z.enum(["words", "closest", "amount", "meals"]), text: z.string() });

/** A line of text as foods with their amounts. Nothing is saved. */
export const readView = z.object({
  items: z.array(
    z.object({
      /** The part of the text it was read from. */
      said: z.string(),
      words: z.string(),
      /** The meal that the text names for it; null where it names none. */
      meal: MEAL.nullable(),
      /** Foods that may be meant, best first; `onlyClose` ones only come near to what was typed. */
      foods: z.array(z.object({ id: z.string(), name: z.string(), onlyClose: z.boolean() })),
      /** Weight of the first food, g; null where it cannot be told. */
      grams: z.number().nullable(),
      portion: z.object({ id: z.string(), count: z.number() }).nullable(),
      assumed: z.string().nullable(),
      problem: z.string().nullable(),
      unmatched: z.array(z.string()),
      /** The typed food that the first one only comes near to. */
      closestTo: z.string().nullable(),
      /** The dish that it is an assumed part of. */
      partOf: z.string().nullable(),
      doubts: z.array(doubtView),
    }),
  ),
  notUnderstood: z.array(z.string()),
  /** What holds all of the text back. */
  doubts: z.array(doubtView),
});
export type ReadView = z.output<typeof readView>;
