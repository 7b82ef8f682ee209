"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { dismissToasts, showToast } from "@/components/ui/toast";
import type { AmountInput } from "@/lib/foods/schemas";
import { submit, withdraw } from "../offline";
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

const stateWords = (name: string, on: boolean): string =>
  `${name} is ${on ? "now" : "no longer"} a favourite`;

/** Keeps a change of a favourite. @returns takes it back while the server cannot have it; false where it may. */
const keepChange = async (name: string, change: FavouriteChange): Promise<() => Promise<boolean>> => {
  const { food, amount, on } = change;
  const { item, answer } = await submit({
    method: on ? "PUT" : "DELETE",
    path: `/api/v1/favourites/${food}`,
    ...(on && { body: { amount } }),
    change,
    label: stateWords(name, on),
  });
  void answer.then(({ state }) => {
    // Corrects the toast; the notice says why.
    if (state === "refused") dismissToasts();
  });
  return () => withdraw(item);
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
    const has = (food: string) => list.some((each) => each.food === food);
    return {
      list,
      has,
      toggle: async (food, name, amount) => {
        const before = list.find((each) => each.food === food);
        const on = before === undefined;
        const takeBack = await keepChange(name, { kind: "favourite", food, amount, on });
        showToast(stateWords(name, on), {
          onUndo: async () => {
            if (await takeBack()) return;
            await keepChange(name, {
              kind: "favourite",
              food,
              amount: before ? before.amount : amount,
              on: !on,
            });
          },
        });
      },
    };
  }, [list]);
  return <FavouritesContext value={favourites}>{children}</FavouritesContext>;
};
