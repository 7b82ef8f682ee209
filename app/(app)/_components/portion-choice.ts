import type { EntryInput } from "@/lib/diary/schemas";
import type { Portion } from "@/lib/nutrition";
import { measureOf } from "./measure";
import type { ParsedQuery } from "./parse-query";
import { densityOf, GRAMS, MILLILITRES, unitOfPortion, unitsOf, type WeighingUnit } from "./weighing-units";

/** How much is chosen: a number of one of the food's portions, or of grams. `portion` null means grams. */
export type Choice = {
  readonly portion: Portion | null;
  readonly count: number;
  /** What the grams are typed and shown in; the diary keeps grams. Only where `portion` is null. */
  readonly unit?: WeighingUnit;
  /** A unit that was typed and that the food has no measure for. */
  readonly unmatched?: string;
};

/** Whether a volume was typed that nobody can weigh: the amount has to be asked for. */
export const asksForGrams = ({ count, unmatched }: Choice): boolean =>
  unmatched !== undefined && Number.isNaN(count);

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

const DEFAULT_GRAMS = 100;
/** A bare number from here on is meant as grams: nobody eats 25 portions of anything. */
const BARE_GRAMS_FROM = 25;

/** Grams, to be shown in the unit that was typed where the picker has it. */
const inUnit = (portions: readonly Portion[], typed: string, grams: number): Choice => {
  const unit = unitsOf(portions).find(({ id }) => id === typed && id !== "g");
  return { portion: null, count: grams, ...(unit && { unit }) };
};

/**
 * Finds the measure that was meant. Volumes are weighed by the food's own measures only, never by the density of
 * water; a volume of a food without any is NaN grams, for the person to say. Another unit the food has no measure for
 * is reported in `unmatched` and its usual portion is taken instead.
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
    return inUnit(portions, unit, amount * weight);
  }
  if (best) return { portion: best.portion, count: amount / best.quantity };
  const volume = MILLILITRES[unit];
  if (volume !== undefined) {
    const density = densityOf(portions);
    return density === null
      ? { portion: null, count: Number.NaN, unmatched: unit }
      : inUnit(portions, unit, amount * volume * density);
  }
  const count = fallback.portion === null ? fallback.count : amount;
  return { portion: fallback.portion, count, unmatched: unit };
};
