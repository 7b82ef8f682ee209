import type { RawFood, RawTable } from "@/lib/foodtables/raw-table";

/** A food of an official table, for tests. */
export const rawFood = (code: string, more: Partial<RawFood> = {}): RawFood => ({
  code,
  name: `Test food ${code}`,
  otherNames: [],
  category: "Tests",
  group: "vegetables",
  values: { iron: { kind: "amount", amount: 1.5, basis: "analysed" } },
  portions: [],
  ndb: null,
  refusePercent: null,
  ...more,
});

/** An official table, for tests. */
export const rawTable = (foods: readonly RawFood[], more: Partial<RawTable> = {}): RawTable => ({
  prefix: "nevo",
  title: "NEVO online",
  edition: "2023",
  publisher: "RIVM",
  licence: "NEVO terms of use",
  citation: "NEVO online version 2023/8.0, RIVM, Bilthoven.",
  url: "https://nevo-online.rivm.nl",
  columns: { iron: "FE (mg)", magnesium: "MG (mg)", zinc: "ZN (mg)", energy: "ENERCC (kcal)" },
  foods,
  remarks: [],
  ...more,
});
