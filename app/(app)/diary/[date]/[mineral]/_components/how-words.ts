import { isText } from "@/lib/foods/client";
import {
  countNoun,
  formatAmount,
  formatCount,
  formatDate,
  formatGrams,
  formatPart,
  formatReference,
  formatShare,
  formatSourceValue,
  NBSP,
} from "@/lib/format";
import type { ExplainedEntry, ExplainedTotal } from "@/lib/insights/schemas";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";

/**
 * How an entry's amount was worked out: "180 g × 87 mg in 100 g × 0.95 left after boiling = 148.7 mg". Null where
 * there is nothing to work out, or the food says something else now.
 */
export const sumWords = (mineral: Mineral, entry: ExplainedEntry): string | null => {
  const { amount, grams, origin, portion, preparation } = entry;
  if (amount === null || origin.value === null || origin.changed) return null;
  const result = formatPart(mineral, amount);
  const value = formatSourceValue(mineral, origin.value);
  if (entry.kind === "supplement") {
    return portion === null ? null : `${formatReference(portion.count)} × ${value} a dose = ${result}`;
  }
  if (grams === null) return null;
  const left =
    origin.retained === null
      ? ""
      : ` × ${formatReference(origin.retained.typical)} left (${preparation?.toLowerCase()})`;
  return `${formatGrams(grams)} × ${value} in 100${NBSP}g${left} = ${result}`;
};

/** Where the value stands: "USDA SR28, row 11457, column Magnesium, Mg". */
export const sourceWords = ({ origin, kind, food }: ExplainedEntry): string => {
  if (isText(food)) return "Logged without values: nothing is known of what it holds.";
  if (origin.kind === "gone") {
    return kind === "supplement"
      ? "The supplement has been deleted since; the amount stands as it was logged."
      : "The food has been deleted since; the amount stands as it was logged.";
  }
  if (origin.kind === "dish") return "Typical recipe, the sum of its ingredients";
  if (origin.kind === "own") return "Entered by you.";
  if (origin.kind === "supplement") {
    return origin.note === null ? "From the label, as you entered it." : `From the label: ${origin.note}.`;
  }
  return [
    origin.source,
    origin.row ? `row ${origin.row}` : null,
    origin.column ? `column ${origin.column}` : null,
  ]
    .filter((part) => part !== null)
    .join(", ");
};

/** What a preparation did to the amount, with how well it is known; null where it did nothing. */
export const preparationWords = (
  mineral: Mineral,
  { origin, preparation }: ExplainedEntry,
): string | null => {
  const name = NUTRIENTS[mineral].label.toLowerCase();
  if (origin.unmeasuredLoss) {
    return `${preparation} may take some ${name} out. Nobody measured how much for this kind of food, so the amount may be too high.`;
  }
  if (origin.retained === null) return null;
  const { low, high, pairs } = origin.retained;
  return `${preparation} leaves ${formatShare(low)} to ${formatShare(high)} of the ${name}, measured on ${formatCount(pairs)} pairs of raw and cooked foods.`;
};

/** Says that the food or the supplement has changed since; null when it has not. */
export const changedWords = (mineral: Mineral, { origin, loggedAt, kind }: ExplainedEntry): string | null =>
  origin.changed && origin.kind !== "gone"
    ? `As logged on ${formatDate(loggedAt.slice(0, 10), "full")}. The ${kind === "food" ? "food" : "supplement"} has changed since: it would now be ${formatAmount(mineral, origin.amountNow)}.`
    : null;

/**
 * Which food entries have no value for the mineral, or only a lower bound (recipes with an ingredient that has none),
 * and how much the former might add; null when every food has a value.
 */
export const unknownWords = ({
  mineral,
  fromFood,
  possibleExtra,
  entries,
}: ExplainedTotal): string | null => {
  const incomplete = fromFood.entries - fromFood.known;
  if (incomplete === 0) return null;
  const without = entries.filter(({ kind, amount }) => kind === "food" && amount === null).length;
  const partial = incomplete - without;
  const name = NUTRIENTS[mineral].label.toLowerCase();
  const ofAll = `of ${countNoun(fromFood.entries, "food entry", "food entries")}`;
  const states = (count: number) => (count === 1 ? "states" : "state");
  if (without === 0) {
    return `${formatCount(partial)} ${ofAll} ${states(partial)} only part of ${partial === 1 ? "its" : "their"} ${name}, so the total is “at least”. How much more there is cannot be said.`;
  }
  const which = `${formatCount(without)} ${ofAll} ${without === 1 ? "has" : "have"} no value for ${name}${
    partial === 0 ? "" : `, and ${formatCount(partial)} ${states(partial)} only part of it`
  }, so the total is “at least”.`;
  return possibleExtra === null
    ? `${which} How much that could matter cannot be said: the energy of those foods, or the ${name} of the others, is not known either.`
    : `${which} If ${
        without === 1 ? "the food without a value held" : "the foods without a value held"
      } as much ${name} for ${without === 1 ? "its" : "their"} energy as the other foods of the day, ${
        without === 1 ? "it" : "they"
      } would add about ${formatAmount(mineral, possibleExtra)}. That is a guess for scale; it is in no total.`;
};
