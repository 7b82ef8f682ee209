// What the server and the local copy draw days by: pure, nothing here leads to zod.

import { addSupplementTotals, type LocalDate, type Mineral } from "../../nutrition";
import type { Logged } from "../logged";
import type { ChartPoint } from "./schemas";

type Sums = Parameters<typeof addSupplementTotals>[0];

/**
 * A day of a mineral's chart.
 * @param state how much of the day is logged.
 * @param sums what its foods and its supplements brought, in each mineral's unit; undefined for a day without entries.
 */
export const toChartPoint = (
  mineral: Mineral,
  date: LocalDate,
  state: Logged,
  sums: { readonly food: Sums; readonly supplements: Sums } | undefined,
): ChartPoint => {
  if (!sums) return { date, state, amount: null, supplement: null, known: 0, entries: 0 };
  const { amount, known, entries } = addSupplementTotals(sums.food, sums.supplements)[mineral];
  return { date, state, amount, supplement: sums.supplements[mineral].amount, known, entries };
};
