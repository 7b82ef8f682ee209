import { describe, expect, it } from "vitest";
import table from "@/data/reference/supplement-forms.json";
import {
  atomsOf,
  elementalAmount,
  formsOf,
  isNutrientId,
  molarMassOf,
  NUTRIENTS,
  retinolOf,
  SUPPLEMENT_FORMS,
  SUPPLEMENT_NUTRIENTS,
  type SupplementNutrient,
  supplementForm,
} from "@/lib/nutrition";

const form = (nutrient: SupplementNutrient, id: string) => {
  const found = supplementForm(nutrient, id);
  if (!found) throw new Error(`no ${nutrient} ${id}`);
  return found;
};

describe("the table of supplement forms", () => {
  it.each(SUPPLEMENT_FORMS)("$nutrient $id: a share between 0 and 1, a unit, sources", (row) => {
    expect(isNutrientId(row.nutrient)).toBe(true);
    expect(SUPPLEMENT_NUTRIENTS).toContain(row.nutrient);
    expect(row.share).toBeGreaterThan(0);
    // Of folate the share is in equivalents, of which folic acid counts 1.7.
    expect(row.share).toBeLessThanOrEqual(row.nutrient === "folate" ? 1.7 : 1);
    expect(row.sources.length).toBeGreaterThan(0);
    for (const { citation, url } of row.sources) {
      expect(citation.length).toBeGreaterThan(20);
      expect(url).toMatch(/^https:\/\//);
    }
    if (row.formula !== null) {
      // Salt and nutrient are measured in the same unit, so that the share is of a weight.
      expect(row.compoundUnit).toBe(NUTRIENTS[row.nutrient].unit);
      expect(atomsOf(row.formula).size).toBeGreaterThan(0);
    }
  });

  it("names each form once within its nutrient", () => {
    const keys = SUPPLEMENT_FORMS.map(({ nutrient, id }) => `${nutrient} ${id}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("uses every source and every atomic weight", () => {
    const cited = new Set([...table.atomicWeights.sources, ...table.forms.flatMap(({ sources }) => sources)]);
    expect([...cited].toSorted()).toEqual(Object.keys(table.sources).toSorted());
    const elements = new Set(
      SUPPLEMENT_FORMS.flatMap(({ formula }) => (formula === null ? [] : [...atomsOf(formula).keys()])),
    );
    expect([...elements].toSorted()).toEqual(Object.keys(table.atomicWeights.values).toSorted());
  });

  it("has forms of all six minerals", () => {
    for (const nutrient of ["magnesium", "zinc", "calcium", "iron", "selenium", "potassium"] as const) {
      expect(formsOf(nutrient).length).toBeGreaterThanOrEqual(3);
    }
    expect(formsOf("fibre")).toEqual([]);
  });
});

describe("against published figures", () => {
  it("11.20 IU of vitamin A and folic acid become RAE and DFE, and only retinol counts as preformed", () => {
    expect(elementalAmount(form("vitaminA", "retinol-iu"), 10_000)).toBe(3000);
    expect(elementalAmount(form("vitaminA", "beta-carotene-iu"), 10_000)).toBe(3000);
    expect(elementalAmount(form("folate", "folic-acid"), 400)).toBe(680);
    expect(retinolOf(3000, null)).toBe(3000);
    expect(retinolOf(3000, "retinol-iu")).toBe(3000);
    expect(retinolOf(3000, "beta-carotene-iu")).toBe(0);
  });

  // LiverTox, Iron, table of typical tablets (NBK548214): whole percent.
  it.each([
    ["sulfate-dried", 37],
    ["sulfate", 20],
    ["fumarate", 33],
    ["gluconate", 12],
  ])("iron %s holds %d %%", (id, percent) => {
    expect(Math.round(form("iron", id).share * 100)).toBe(percent);
  });

  // IOM 2011, p. 37.
  it.each([
    ["carbonate", 40],
    ["citrate", 21],
  ])("calcium %s holds %d %%", (id, percent) => {
    expect(Math.round(form("calcium", id).share * 100)).toBe(percent);
  });

  it("zinc gluconate weighs 455.7 g/mol without water, as the European Pharmacopoeia has it", () => {
    expect(form("zinc", "gluconate").molarMass).toBeCloseTo(455.7, 1);
  });

  it("40 IU of vitamin D are 1 µg (IOM 2011)", () => {
    expect(elementalAmount(form("vitaminD", "d3-iu"), 1000)).toBe(25);
  });

  it("500 mg magnesium citrate hold 81 mg magnesium: 3 × 24.305 of 451.1 g/mol", () => {
    expect(elementalAmount(form("magnesium", "citrate"), 500)).toBeCloseTo((500 * 72.915) / 451.11, 2);
  });

  it("ascorbates count as ascorbic acid", () => {
    expect(form("vitaminC", "ascorbic-acid").share).toBe(1);
    expect(form("vitaminC", "sodium-ascorbate").share).toBeCloseTo(176.124 / 198.106, 4);
    expect(form("vitaminC", "calcium-ascorbate").share).toBeCloseTo((2 * 176.124) / 426.34, 4);
  });
});

describe("formulas", () => {
  it("counts groups and water of crystallisation", () => {
    expect(Object.fromEntries(atomsOf("Zn(C2H3O2)2·2H2O"))).toEqual({ Zn: 1, C: 4, H: 10, O: 6 });
    expect(molarMassOf("H2O")).toBeCloseTo(18.015, 3);
  });

  it.each(["", "mg", "Mg(", "Xx2", "FeSO4·", "Mg O"])("refuses %j", (text) => {
    expect(() => molarMassOf(text)).toThrow();
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("refuses %d mg of a compound", (amount) => {
    expect(() => elementalAmount(form("zinc", "oxide"), amount)).toThrow(RangeError);
  });
});
