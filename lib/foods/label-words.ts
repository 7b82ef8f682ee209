import { formatFigure, formatReference, NBSP, tieUnits, unitOf } from "../format";
import {
  conventionName,
  dailyValue,
  type LabelAmount,
  labelValue,
  type NutrientId,
  percentName,
} from "../nutrition";
import type { FoodLabel } from "./label-schemas";

/** "40 g", "a serving of 40 g", "100 ml (103 g)": what the figures of a label are of. */
const basisWords = ({ basis }: FoodLabel): string =>
  basis.per === "100g"
    ? "100 g"
    : basis.per === "100ml"
      ? `100${NBSP}ml (${formatReference(basis.grams)} g)`
      : `a serving of ${formatReference(basis.grams)} g`;

/** The figure as it stands on the label: "1.2 g salt", "6 % DV", "less than 20 mg". */
const figureWords = (
  label: FoodLabel,
  nutrient: NutrientId,
  { value, as, lessThan }: LabelAmount,
): string => {
  const unit =
    as === "percent"
      ? (percentName(label.convention) ?? "%")
      : as === "salt"
        ? "g salt"
        : as === "kilojoules"
          ? "kJ"
          : as === "iu"
            ? "IU"
            : unitOf(nutrient);
  return `${lessThan ? "less than " : ""}${formatReference(value)}${NBSP}${unit}`;
};

/** Where a nutrient of a food with a label comes from, in words. */
export type LabelRemark = { readonly source: string; readonly note: string };

/**
 * What the label says of a nutrient, how it became an amount, and what rounding leaves open. Null when the label
 * does not name the nutrient.
 */
export const labelRemark = (label: FoodLabel, nutrient: NutrientId): LabelRemark | null => {
  const typed = label.amounts[nutrient];
  if (typed === undefined) return null;
  const { amount, low, high } = labelValue(label.convention, nutrient, typed);
  const daily = dailyValue(label.convention, nutrient);
  const figure = (value: number) => formatFigure(nutrient, value);
  const parts = [`${figureWords(label, nutrient, typed)} in ${basisWords(label)}`];
  if (typed.as === "percent" && daily !== null)
    parts.push(`100 % is ${formatReference(daily)}${NBSP}${unitOf(nutrient)}`);
  if (amount === null)
    parts.push(`so less than ${figure(high)}${NBSP}${unitOf(nutrient)}: a bound, the amount is unknown`);
  else if (low !== high)
    parts.push(
      amount === 0
        ? `a declared 0 may hide up to ${formatReference(high)}${NBSP}${unitOf(nutrient)}`
        : `rounded on the label, so ${figure(low)} to ${figure(high)}${NBSP}${unitOf(nutrient)}`,
    );
  else if (amount === 0 && typed.from === "openfoodfacts") parts.push("a contributor entered 0");
  return {
    source:
      typed.from === "openfoodfacts"
        ? "Open Food Facts"
        : (conventionName(label.convention) ?? "Entered by you"),
    note: tieUnits(`${parts.join("; ")}.`),
  };
};
