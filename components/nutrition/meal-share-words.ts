import {
  formatAmount,
  formatBound,
  formatBoundFigure,
  formatShare,
  NBSP,
  NO_DATA,
  unitOf,
} from "@/lib/format";
import type { AdequacyItem, MealShare, MealsView } from "@/lib/insights/schemas";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { MEAL_NAMES } from "./meal-icon";

/** Whether foods without a value may have added to what is known of a meal. */
const isOpen = ({ unknownShare }: MealShare): boolean => unknownShare !== null && unknownShare > 0;

/** What a meal gives a day, without its unit: "61", "at least 61", "no data", "nothing logged". */
export const mealFigure = (mineral: Mineral, meal: MealShare): string => {
  if (meal.days === 0) return "nothing logged";
  if (meal.amount === null) return NO_DATA;
  return formatBoundFigure(mineral, meal.amount, isOpen(meal));
};

/** The same with its unit: "at least 61 mg". */
export const mealAmount = (mineral: Mineral, meal: MealShare): string =>
  meal.amount === null ? mealFigure(mineral, meal) : `${mealFigure(mineral, meal)}${NBSP}${unitOf(mineral)}`;

/** "18 % of its energy without a value"; null where every food of the meal states it. */
export const mealUnknown = ({ unknownShare }: MealShare): string | null =>
  unknownShare === null || unknownShare <= 0
    ? null
    : unknownShare >= 1
      ? "no food of it has a value"
      : `${formatShare(unknownShare)} of its energy without a value`;

/** What is known of the mean, meals and supplements together; null where nothing is. */
export const knownTotal = ({ meals, supplements }: MealsView): number | null => {
  const amounts = [...meals.map(({ amount }) => amount), supplements === null ? null : supplements.amount];
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
};

/** Whether any food behind the mean lacks a value, so that it and its parts are lower bounds. */
export const isOpenView = ({ meals }: MealsView): boolean => meals.some(isOpen);

/** Which meal brings the most, and what supplements bring, in a sentence or two. */
export const mealsSentence = (mineral: Mineral, view: MealsView): string => {
  const total = knownTotal(view);
  if (view.days === 0)
    return `No day that counts has a value for ${NUTRIENTS[mineral].label.toLowerCase()} yet.`;
  const most = view.meals
    .flatMap(({ meal, amount }) => (amount === null || amount <= 0 ? [] : [{ meal, amount }]))
    .toSorted((a, b) => b.amount - a.amount)[0];
  if (total === null || !most)
    return `No meal of these days has a value for ${NUTRIENTS[mineral].label.toLowerCase()}.`;
  const open = isOpenView(view);
  const taken = view.supplements?.amount ?? 0;
  if (taken > most.amount)
    return `Supplements bring the most: ${formatAmount(mineral, taken)} of ${formatBound(mineral, total, open)} a day. Of the meals ${MEAL_NAMES[most.meal].toLowerCase()} brings most${open ? ", as far as the foods tell" : ""}: ${formatAmount(mineral, most.amount, open ? "down" : "nearest")}.`;
  const opening = `${MEAL_NAMES[most.meal]} brings the most${open ? ", as far as the foods tell" : ""}: ${formatAmount(mineral, most.amount, open ? "down" : "nearest")} of ${formatBound(mineral, total, open)} a day.`;
  return `${opening} ${supplementSentence(mineral, view, total)}`;
};

const supplementSentence = (mineral: Mineral, view: MealsView, total: number): string => {
  const { supplements } = view;
  if (supplements === null || supplements.amount <= 0) return "None of it comes from supplements.";
  const share = formatShare(supplements.amount / total);
  return `Food gives ${formatBound(mineral, total - supplements.amount, isOpenView(view))} of it, supplements ${formatAmount(mineral, supplements.amount)} (${isOpenView(view) ? "at most " : ""}${share}).`;
};

/** Food and supplements apart: "at least 214 mg" and "11 mg, at most 5 %"; null without a mean. */
export const foodAndSupplements = ({
  mineral,
  mean,
  fromFood,
  coverageOfMean,
}: AdequacyItem): { food: string; supplements: string } | null => {
  if (mean === null || fromFood === null) return null;
  const open = coverageOfMean !== null && coverageOfMean < 1;
  const taken = mean - fromFood;
  // What is left of adding and taking away again is no amount.
  const none = taken <= mean * 1e-9;
  return {
    food: formatBound(mineral, fromFood, open && fromFood > 0),
    supplements: none
      ? "none"
      : `${formatAmount(mineral, taken)}, ${open ? "at most " : ""}${formatShare(taken / mean)}`,
  };
};
