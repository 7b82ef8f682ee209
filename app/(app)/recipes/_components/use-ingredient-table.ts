import { useMemo } from "react";
import { type FoodTable, useFoodTable } from "@/app/(app)/_features/food";

/** The food table for what a recipe is made of, where raw and dry foods come before cooked ones; null until it is loaded. */
export const useIngredientTable = (version: string): FoodTable | null => {
  const table = useFoodTable(version, true);
  return useMemo(() => table?.asIngredients() ?? null, [table]);
};
