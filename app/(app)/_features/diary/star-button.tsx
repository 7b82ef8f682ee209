"use client";

import { Star } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import type { AmountInput } from "@/lib/foods/schemas";
import { useFavourites } from "./favourites";

/** A star that makes a food a favourite and no longer. */
export const StarButton = ({
  food,
  name,
  amount = null,
}: {
  food: string;
  name: string;
  amount?: AmountInput | null;
}) => {
  const { has, toggle } = useFavourites();
  const on = has(food);
  return (
    <IconButton label="Favourite" aria-pressed={on} onClick={() => toggle(food, name, amount)}>
      <Star size={18} strokeWidth={1.75} aria-hidden {...(on && { fill: "currentColor" })} />
    </IconButton>
  );
};
