import type { EntryInput } from "@/lib/diary/schemas";
import type { Portion } from "@/lib/nutrition";
import { measureOf } from "./measure";
import { type ParsedQuery, unitOfWord } from "./parse-query";

/** Exact by definition: the avoirdupois ounce and pound (1959), the US customary cup and its parts. */
const GRAMS: { readonly [unit: string]: number } = { g: 1, kg: 1000, oz: 28.349523125, lb: 453.59237 };
const MILLILITRES: { readonly [unit: string]: number } = {
  ml: 1,
  l: 1000,
  tsp: 4.92892159375,
  tbsp: 14.78676478125,
  "fl oz": 29.5735295625,
  cup: 236.5882365,
  pint: 473.176473,
  quart: 946.352946,
};

/** How much is chosen: a number of one of the food's portions, or of grams. `portion` null means grams. */
export type Choice = {
  readonly portion: Portion | null;
  readonly count: number;
  /** A unit that was typed and that the food has no measure for. */
  readonly unmatched?: string;
};

/** The weight of a choice in grams. */
export const gramsOf = ({ portion, count }: Choice): number =>
  portion === null ? count : portion.grams * count;

/** What the diary is told. */
export const amountOf = ({ portion, count }: Choice): EntryInput["amount"] =>
  portion === null ? { grams: count } : { portion: portion.id, count };

/** What is wrong with a choice, as a sentence, or null. Same bounds as the diary's own. */
export const choiceError = (choice: Choice): string | null => {
  const { portion, count } = choice;
  if (!Number.isFinite(count) || count <= 0) return "Type an amount above 0.";
  if (portion !== null && count > 1000) return "At most 1,000 portions.";
  return gramsOf(choice) > 10_000 ? "At most 10 kg." : null;
};

/** The canonical unit of a portion's label, or its first word. */
const unitOfPortion = (unit: string): string => {
  if (/^fl\.? ?oz/i.test(unit)) return "fl oz";
  const word = /^[a-z]+/i.exec(unit)?.[0] ?? unit;
  return unitOfWord(word) ?? word.toLowerCase();
};

const DEFAULT_GRAMS = 100;
/** A bare number from here on is meant as grams: nobody eats 25 portions of anything. */
const BARE_GRAMS_FROM = 25;

/**
 * Finds the measure that was meant. Volumes are weighed by the food's own measures only, never by the density of
 * water; a unit the food has no measure for is reported in `unmatched` and its usual portion is taken instead.
 * @param usual the portion eaten last time.
 */
export const choosePortion = (
  portions: readonly Portion[],
  { amount, unit }: Pick<ParsedQuery, "amount" | "unit">,
  usual: Choice | null = null,
): Choice => {
  const first = portions[0] ?? null;
  const fallback: Choice =
    usual ?? (first ? { portion: first, count: 1 } : { portion: null, count: DEFAULT_GRAMS });
  if (amount === null) return fallback;
  if (unit === null) {
    if (amount >= BARE_GRAMS_FROM || fallback.portion === null) {
      return amount >= BARE_GRAMS_FROM ? { portion: null, count: amount } : fallback;
    }
    const { quantity } = measureOf(fallback.portion.label);
    // "2 eggs" are two, also when the usual portion says "3 oz".
    return { portion: fallback.portion, count: quantity > 1 ? amount : amount / quantity };
  }
  const measured = portions.map((portion) => ({ portion, ...measureOf(portion.label) }));
  const same = measured.filter((measure) => unitOfPortion(measure.unit) === unit);
  // The plain measure before a qualified one: "cup" before "cup, mashed".
  const best = same.find((measure) => !/[,(]/.test(measure.unit)) ?? same[0];
  const weight = GRAMS[unit];
  if (weight !== undefined) {
    if (best && unit !== "g" && !/,/.test(best.unit)) {
      return { portion: best.portion, count: amount / best.quantity };
    }
    return { portion: null, count: amount * weight };
  }
  if (best) return { portion: best.portion, count: amount / best.quantity };
  const volume = MILLILITRES[unit];
  if (volume !== undefined) {
    const known = measured.find((measure) => MILLILITRES[unitOfPortion(measure.unit)] !== undefined);
    if (known) {
      const knownMl = (MILLILITRES[unitOfPortion(known.unit)] as number) * known.quantity;
      return { portion: null, count: (amount * volume * known.portion.grams) / knownMl };
    }
  }
  const count = fallback.portion === null ? fallback.count : amount;
  return { portion: fallback.portion, count, unmatched: unit };
};
