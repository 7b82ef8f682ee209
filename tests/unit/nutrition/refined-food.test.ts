import { describe, expect, it } from "vitest";
import { loadCatalogue } from "@/lib/catalogue/load";
import { refinedKindOf, refinedShareOf } from "@/lib/nutrition";

const catalogue = loadCatalogue();
const kindOf = (ndb: string) => {
  const food = catalogue.food(`ndb:${ndb}`);
  if (!food) throw new Error(`No food ${ndb}`);
  return refinedKindOf(food);
};

describe("refined food", () => {
  it.each([
    ["20045", "white rice, cooked", "refined-grain"],
    ["20121", "pasta, cooked", "refined-grain"],
    ["18069", "white bread", "refined-grain"],
    ["18151", "chocolate chip cookies", "refined-grain"],
    ["19335", "sugar", "sugar-or-sweet"],
    ["19296", "honey", "sugar-or-sweet"],
    ["19095", "vanilla ice cream", "sugar-or-sweet"],
    ["14400", "cola", "sweet-drink"],
    ["20037", "brown rice", "other"],
    ["20137", "quinoa", "other"],
    ["18075", "whole-wheat bread", "other"],
    ["09040", "a banana", "other"],
    ["11457", "spinach", "other"],
    ["05064", "chicken", "other"],
    ["01077", "milk", "other"],
    ["04053", "olive oil", "other"],
    ["14209", "coffee", "other"],
    // What the name leaves open stays open.
    ["18060", "rye bread", null],
    ["18064", "wheat bread", null],
    ["08020", "corn flakes", null],
    ["21350", "a hamburger", null],
    ["19165", "unsweetened cocoa", null],
    ["14416", "diet cola is no sweet drink", "other"],
  ] as const)("%s, %s: %s", (ndb, _name, kind) => {
    expect(kindOf(ndb)).toBe(kind);
  });

  it("is never guessed of a food of one's own", () => {
    expect(refinedKindOf({ name: "White sugar", group: "own" })).toBeNull();
  });

  it("is a share of the known energy, with the unknown share beside it", () => {
    const share = refinedShareOf([
      { energyKcal: 300, kind: "refined-grain" },
      { energyKcal: 100, kind: "sugar-or-sweet" },
      { energyKcal: 400, kind: "other" },
      { energyKcal: 200, kind: null },
      { energyKcal: null, kind: "other" },
    ]);
    expect(share).toMatchObject({ energyKcal: 1000, other: 0.4, unknown: 0.2, withoutEnergy: 1 });
    expect(share?.refined).toBeCloseTo(0.4, 12);
    expect(share?.byKind).toEqual({ "refined-grain": 0.3, "sugar-or-sweet": 0.1, "sweet-drink": 0 });
    expect(refinedShareOf([])).toBeNull();
    expect(refinedShareOf([{ energyKcal: null, kind: "other" }])).toBeNull();
  });
});
