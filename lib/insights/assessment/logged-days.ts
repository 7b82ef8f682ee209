import type { LocalDate, SaidMark } from "../../nutrition";
import type { Logged } from "../logged";

/** How much of each day is logged: the person's word, and without one that there are entries. */
export const loggedDays = (
  sums: readonly { readonly date: LocalDate }[],
  marks: ReadonlyMap<LocalDate, SaidMark>,
): Map<LocalDate, Logged> =>
  new Map([
    ...[...marks].filter(([, mark]) => mark === "complete"),
    ...sums.map(({ date }) => [date, marks.get(date) ?? ("partial" as const)] as const),
  ]);
