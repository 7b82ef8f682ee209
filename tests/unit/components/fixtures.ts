import { fireEvent, screen } from "@testing-library/react";
import type { MineralDay } from "@/lib/insights/schemas";
import { composition, MINERALS, type Mineral, NUTRIENTS, type Total, totalOf } from "@/lib/nutrition";

export const total = (mineral: Mineral, amount: number | null, known: number, entries: number): Total => ({
  amount,
  unit: NUTRIENTS[mineral].unit,
  known,
  entries,
});

/** A mineral of a day on which nothing is logged; tests say what differs. */
export const mineralDay = (mineral: Mineral, more: Partial<MineralDay> = {}): MineralDay => ({
  mineral,
  total: totalOf(mineral, []),
  fromSupplements: totalOf(mineral, []),
  target: 320,
  kind: "RDA",
  ear: null,
  ul: null,
  ulScope: null,
  short: null,
  percent: null,
  overLimit: null,
  possibleExtra: null,
  state: "usual",
  scores: true,
  ...more,
});

export const magnesium = mineralDay("magnesium", {
  total: total("magnesium", 241, 7, 8),
  short: 79,
  percent: 75.3,
  ear: 265,
  ul: 350,
  ulScope: "supplements",
  possibleExtra: 40,
});

/** Amounts of the six minerals; those not given are unknown. */
export const minerals = (known: { readonly [M in Mineral]?: number }): { [M in Mineral]: number | null } => {
  const all = composition(known);
  return Object.fromEntries(MINERALS.map((mineral) => [mineral, all[mineral]])) as {
    [M in Mineral]: number | null;
  };
};

/** Non-breaking spaces as plain ones. */
export const plain = (text: string | null | undefined): string => (text ?? "").replaceAll("\u00A0", " ");

/** Opens the table below the chart on the screen, as its rows are made only then. */
export const openTable = (): HTMLElement => {
  const details = screen.getByText(/show as table/i, { selector: "summary" }).closest("details");
  if (!details) throw new Error("no table to open");
  details.open = true;
  fireEvent(details, new Event("toggle"));
  return screen.getByRole("table");
};
