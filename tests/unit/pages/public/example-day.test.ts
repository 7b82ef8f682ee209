import { expect, test } from "vitest";
import { EXAMPLE_FOODS, exampleDay } from "@/app/(public)/_components/example-day";
import { loadCatalogue } from "@/lib/catalogue/load";
import { MINERALS } from "@/lib/nutrition";

const fromTable = EXAMPLE_FOODS.filter(({ ndb }) => ndb !== null);

test.each(fromTable)("the landing page's figures for $name are the food table's", ({ ndb, per100g }) => {
  const food = loadCatalogue().food(`ndb:${ndb}`);
  for (const nutrient of [...MINERALS, "energy"] as const) {
    expect(per100g[nutrient], nutrient).toBe(food?.per100g[nutrient]);
  }
});

test("the example shows both a whole total and one with something missing", () => {
  const day = exampleDay("2026-11-22");
  expect(day.map(({ mineral }) => mineral)).toEqual(MINERALS);
  for (const { mineral, total, target, possibleExtra } of day) {
    expect(target, mineral).not.toBeNull();
    const missing = ["magnesium", "zinc", "selenium"].includes(mineral);
    expect(total, mineral).toMatchObject({ known: missing ? 4 : 5, entries: 5 });
    expect(possibleExtra === null, mineral).toBe(!missing);
  }
  // 40 g oats, 243 g kefir, 118 g banana, 198 g lentils: 55.2 + 29.16 + 31.86 + 71.28 mg.
  expect(day[0]?.total.amount).toBeCloseTo(187.5, 1);
  // What the bread might hold: its 192.66 kcal at the others' density, 187.5 mg over 585.93 kcal.
  expect(day[0]?.possibleExtra).toBeCloseTo(61.65, 1);
});
