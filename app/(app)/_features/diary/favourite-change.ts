import type { AmountInput } from "@/lib/foods/schemas";

/** A favourite food and its usual amount. */
export type Favourite = { readonly food: string; readonly amount: AmountInput | null };

/** A food that is made a favourite, or no longer is one; drawn until the page holds it. */
export type FavouriteChange = Favourite & { readonly kind: "favourite"; readonly on: boolean };
