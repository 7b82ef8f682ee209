import type { FoodView } from "@/lib/foods/schemas";
import { formatAmount, formatSourceValue } from "@/lib/format";
import type { NutrientId } from "@/lib/nutrition";

type Bound = FoodView["provenance"][number]["bound"];

/**
 * An amount in some grams, or why there is only a lower bound of it: "trace", "below 0.05 mg", "at least 3 mg". A limit is
 * not rounded: "below 0.1" says something else than "below 0.05".
 * @param exact whether the amount is a value of the source, as it stands there
 */
export const amountWords = (
  nutrient: NutrientId,
  amount: number,
  bound: Bound,
  grams = 100,
  exact = false,
): string => {
  const words = exact ? formatSourceValue(nutrient, amount) : formatAmount(nutrient, amount);
  switch (bound?.kind) {
    case "trace":
      return "trace";
    case "below":
      return bound.limit === null
        ? "below a limit that is not stated"
        : `below ${formatSourceValue(nutrient, (bound.limit * grams) / 100)}`;
    case "partial":
      return `at least ${words}`;
    default:
      return words;
  }
};
