"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { untilLoaded } from "@/components/ui/load-code";
import type { AmountInput } from "@/lib/foods/schemas";
import { useDiaryState } from "./diary-provider";
import type { Favourite, FavouriteChange } from "./favourite-change";

type Favourites = {
  readonly list: readonly Favourite[];
  readonly has: (food: string) => boolean;
  /** Makes a food a favourite, or no longer; `amount` is what is logged of it. */
  readonly toggle: (food: string, name: string, amount: AmountInput | null) => void;
};

const NONE: Favourites = { list: [], has: () => false, toggle: () => {} };
const FavouritesContext = createContext<Favourites>(NONE);

/** The person's favourites; none outside {@link FavouritesProvider}. */
export const useFavourites = (): Favourites => useContext(FavouritesContext);

const applied = (all: readonly Favourite[], { food, amount, on }: FavouriteChange): readonly Favourite[] => {
  const others = all.filter((each) => each.food !== food);
  return on ? [{ food, amount }, ...others] : others;
};

/** Holds the favourites for all signed-in pages, changed before the server has answered. */
export const FavouritesProvider = ({
  saved,
  children,
}: {
  saved: readonly Favourite[];
  children: ReactNode;
}) => {
  const { favourites: changes } = useDiaryState();
  const list = useMemo(() => changes.reduce(applied, saved), [changes, saved]);
  const favourites = useMemo<Favourites>(() => {
    return {
      list,
      has: (food) => list.some((each) => each.food === food),
      toggle: async (food, name, amount) => {
        const before = list.find((each) => each.food === food);
        const { keepFavourite } = await untilLoaded(() => import("./keep-favourite"));
        await keepFavourite(name, { kind: "favourite", food, amount, on: before === undefined }, before);
      },
    };
  }, [list]);
  return <FavouritesContext value={favourites}>{children}</FavouritesContext>;
};
