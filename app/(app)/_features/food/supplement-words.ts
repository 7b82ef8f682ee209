import type { ContentView, ScheduleView } from "@/lib/foods/schemas";
import {
  formatAmount,
  formatMeasure,
  formatPercent,
  formatReference,
  joinList,
  NBSP,
  uncapitalise,
} from "@/lib/format";
import { NUTRIENTS, type NutrientId, type SupplementForm } from "@/lib/nutrition";

/** The days of the week, Monday first. */
export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** When a supplement is taken: "Every day: 1 capsule at 08:00", "Mon and Thu: 2 tablets", "As needed". */
export const scheduleWords = ({ days, times }: ScheduleView, doseLabel: string): string => {
  if (times.length === 0) return "As needed";
  const when = days.length === 7 ? "Every day" : joinList(days.map((day) => WEEKDAYS[day - 1] as string));
  const doses = times.map(
    ({ time, count }) => `${formatMeasure(count, doseLabel)}${time === null ? "" : ` at${NBSP}${time}`}`,
  );
  return `${when}: ${joinList(doses)}`;
};

/** A nutrient within a sentence: "magnesium", "vitamin D". */
export const nutrientWord = (nutrient: NutrientId): string => uncapitalise(NUTRIENTS[nutrient].label);

/** The part of a compound that is the nutrient: "16 % of it is magnesium", "40 IU are 1 µg". */
export const shareWords = ({
  nutrient,
  compoundUnit,
  share,
}: Pick<SupplementForm, "nutrient" | "compoundUnit" | "share">): string => {
  const { unit } = NUTRIENTS[nutrient];
  return compoundUnit === "IU"
    ? `${formatReference(1 / share)}${NBSP}IU are 1${NBSP}${unit}`
    : `${formatPercent(share, 1)} of it is ${nutrientWord(nutrient)}`;
};

/** What one dose holds of a nutrient: "81 mg magnesium, from 500 mg magnesium citrate (16 % of it is magnesium)". */
export const contentWords = ({ nutrient, amount, form, compound }: ContentView): string => {
  const held = `${formatAmount(nutrient, amount)} ${nutrientWord(nutrient)}`;
  if (form === null) return held;
  if (compound === null) return `${held}, as ${form.name}`;
  const share = shareWords({ nutrient, compoundUnit: compound.unit, share: form.share });
  return `${held}, from ${formatReference(compound.amount)}${NBSP}${compound.unit} ${form.name} (${share})`;
};
