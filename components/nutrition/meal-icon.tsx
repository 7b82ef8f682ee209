import { Nut, Pill, Soup, Sunrise, Utensils } from "@/components/ui/drawn-icons";
import type { Meal } from "@/lib/diary/schemas";

/** A meal of the diary, or what was taken beside it. */
export type MealKey = Meal | "supplements";

const ICONS = { breakfast: Sunrise, lunch: Soup, snack: Nut, dinner: Utensils, supplements: Pill };

/** The names of the meals as shown. */
export const MEAL_NAMES: { readonly [K in MealKey]: string } = {
  breakfast: "Breakfast",
  lunch: "Lunch",
  snack: "Snack",
  dinner: "Dinner",
  supplements: "Supplements",
};

/** The picture of a meal; its name stands beside it. */
export const MealIcon = ({ meal, size = 16 }: { meal: MealKey; size?: number }) => {
  const Icon = ICONS[meal];
  return <Icon size={size} strokeWidth={1.75} className="flex-none text-ink-3" aria-hidden />;
};
