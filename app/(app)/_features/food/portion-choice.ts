import type { AmountInput } from "@/lib/foods/schemas";
import { formatCount } from "@/lib/format";
import { MAX_FOOD_GRAMS, MAX_PORTIONS, type Portion } from "@/lib/nutrition";
import type { WeighingUnit } from "./weighing-units";

/** How much is chosen: a number of one of the food's portions, or of grams. `portion` null means grams. */
export type Choice = {
  readonly portion: Portion | null;
  readonly count: number;
  /** What the grams are typed and shown in; the diary keeps grams. Only where `portion` is null. */
  readonly unit?: WeighingUnit;
  /** What was guessed about what was typed, as a sentence. */
  readonly assumed?: string;
  /** What has to be asked because what was typed cannot be weighed, as a sentence; `count` is then NaN. */
  readonly question?: string;
};

/** The weight of a choice in grams. */
export const choiceGrams = ({ portion, count }: Choice): number =>
  portion === null ? count : portion.grams * count;

/** The choice as the server's input. */
export const choiceAmount = ({ portion, count }: Choice): AmountInput =>
  portion === null ? { grams: count } : { portion: portion.id, count };

/** What is wrong with a choice, as a sentence, or null. Same bounds as the diary's own. */
export const choiceError = (choice: Choice): string | null => {
  const { portion, count } = choice;
  if (!Number.isFinite(count) || count <= 0) return "Type an amount above 0.";
  if (portion !== null && count > MAX_PORTIONS) return `At most ${formatCount(MAX_PORTIONS)} portions.`;
  return choiceGrams(choice) > MAX_FOOD_GRAMS ? `At most ${MAX_FOOD_GRAMS / 1000} kg.` : null;
};

const DEFAULT_GRAMS = 100;

/** The first measure once, or 100 g: how a food begins of which nothing else is known. */
export const firstChoice = ([first]: readonly Portion[]): Choice =>
  first ? { portion: first, count: 1 } : { portion: null, count: DEFAULT_GRAMS };
