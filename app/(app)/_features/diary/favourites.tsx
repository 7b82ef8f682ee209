"use client";

import { createContext, type ReactNode, useContext, useMemo, useOptimistic, useTransition } from "react";
import { dismissToasts, showToast } from "@/components/ui/toast";
import type { AmountInput } from "@/lib/foods/schemas";

/** A favourite food and its usual amount. */
export type Favourite = { readonly food: string; readonly amount: AmountInput | null };

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

type Change = Favourite & { readonly on: boolean };

const applied = (all: readonly Favourite[], { food, amount, on }: Change): readonly Favourite[] => {
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
  const [list, change] = useOptimistic(saved, applied);
  const [, startTransition] = useTransition();
  const favourites = useMemo<Favourites>(() => {
    const has = (food: string) => list.some((each) => each.food === food);
    const set = (name: string, next: Change) =>
      startTransition(async () => {
        change(next);
        const result = await import("@/app/(app)/foods/actions")
          .then(({ setFavourite }) => setFavourite(next))
          .catch(() => null);
        const problem =
          result === null ? "The server could not be reached." : result.ok ? null : result.error.message;
        if (problem !== null) {
          // Reverts the optimistic change.
          dismissToasts();
          showToast(`${name} is ${next.on ? "not a favourite yet" : "still a favourite"}`, {
            description: problem,
          });
        }
      });
    return {
      list,
      has,
      toggle: (food, name, amount) => {
        const before = list.find((each) => each.food === food);
        const on = before === undefined;
        set(name, { food, amount, on });
        showToast(`${name} is ${on ? "now" : "no longer"} a favourite`, {
          onUndo: () => set(name, { food, amount: before ? before.amount : amount, on: !on }),
        });
      },
    };
  }, [list, change]);
  return <FavouritesContext value={favourites}>{children}</FavouritesContext>;
};
