import { dismissToasts, showToast } from "@/components/ui/toast";
import { submit, withdraw } from "../offline";
import type { Favourite, FavouriteChange } from "./favourite-change";

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

/**
 * Keeps a change of a favourite and says so, with an Undo.
 * @param before what was kept of the food; its amount comes back with an Undo.
 */
export const keepFavourite = async (
  name: string,
  change: FavouriteChange,
  before: Favourite | undefined,
): Promise<void> => {
  const takeBack = await keepChange(name, change);
  showToast(stateWords(name, change.on), {
    onUndo: async () => {
      if (await takeBack()) return;
      await keepChange(name, { ...change, amount: before ? before.amount : change.amount, on: !change.on });
    },
  });
};
