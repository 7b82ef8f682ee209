import type { Logged } from "@/lib/insights/client";

/** How much of a day is logged, in words: one table for charts, their legends and tables, the calendar and the week. */
export const DAY_STATE_WORDS: { readonly [L in Logged]: string } = {
  complete: "complete",
  incomplete: "not everything logged",
  partial: "not marked complete",
  none: "not logged",
};
