import { describe, expect, it } from "vitest";
import { dayText, meanText } from "@/components/nutrition/second-line-words";
import type { SecondLineDay, SecondLineMean } from "@/lib/insights/schemas";

/* Issue 11.20 and 11.8: amounts, targets and limits in words, without a share or a verdict. */

const sodium: SecondLineDay = {
  nutrient: "sodium",
  unit: "mg",
  standard: "nasem",
  target: 1500,
  kind: "AI",
  limit: { value: 2300, kind: "CDRR", counts: "total", source: "NASEM 2019", year: 2019 },
  portionCap: null,
  state: "usual",
  group: "Females 31–50 years",
  source: "NASEM 2019",
  year: 2019,
  note: null,
  total: { amount: 1822.4, unit: "mg", known: 4, entries: 5 },
  fromSupplements: null,
  aboveLimit: null,
};
const spaced = (text: string | null) => text?.replaceAll("\u00a0", " ") ?? null;
const day = (item: Partial<SecondLineDay>) => {
  const { name, amount, references, coverage, above } = dayText({ ...sodium, ...item });
  return [name, ...[amount, references, coverage, above].map(spaced)];
};

describe("11.20 a nutrient beside the six in words", () => {
  it("says at least, target, limit and coverage", () => {
    expect(day({})).toEqual([
      "Sodium",
      "at least 1,822 mg",
      "adequate intake 1,500 mg · reduce above 2,300 mg (CDRR)",
      "4 of 5 entries have a value",
      null,
    ]);
  });

  it("says by how much a limit is passed", () => {
    const total = { amount: 2680, unit: "mg" as const, known: 1, entries: 1 };
    expect(day({ total, aboveLimit: 380 })).toEqual([
      "Sodium",
      "2,680 mg",
      "adequate intake 1,500 mg · reduce above 2,300 mg (CDRR)",
      "known of the only entry",
      "380 mg above 2,300 mg",
    ]);
  });

  it("11.8 says by how much a safe and adequate intake is passed, which is target and bound at once", () => {
    const total = { amount: 4216, unit: "mg" as const, known: 1, entries: 2 };
    const efsa = { standard: "efsa", kind: "safe and adequate", target: 2000, limit: null } as const;
    expect(day({ ...efsa, total })[4]).toBe("2,216 mg above 2,000 mg");
    expect(day({ ...efsa, total: { ...total, amount: 2000 } })[4]).toBeNull();
    expect(day({ ...efsa, total: { ...total, amount: null } })[4]).toBeNull();
    expect(day({ ...efsa, kind: "AI", total })[4]).toBeNull();
  });

  it("never takes unknown for zero", () => {
    const total = { amount: null, unit: "mg" as const, known: 0, entries: 2 };
    expect(day({ total })).toContain("no data");
    expect(day({ total })).toContain("0 of 2 entries have a value");
  });

  it.each([
    [
      { state: "switched-off", target: null, kind: null, limit: null } as const,
      "switched off, ask your care team",
    ],
    [{ state: "no-profile", target: null, kind: null, limit: null } as const, "target not known yet"],
    [{ target: null, kind: null, limit: null } as const, "no target set"],
    [{ kind: "safe and adequate", target: 2000, limit: null } as const, "safe and adequate intake 2,000 mg"],
    [
      { portionCap: 140 } as const,
      "adequate intake 1,500 mg · reduce above 2,300 mg (CDRR) · suggested portions hold at most 140 mg",
    ],
  ])("%o", (item, words) => {
    expect(day(item)[2]).toBe(words);
  });

  it("names what a limit counts", () => {
    const limit = { value: 3000, kind: "UL", counts: "retinol", source: "IOM 2001", year: 2001 } as const;
    expect(day({ nutrient: "vitaminA", unit: "µg", kind: "RDA", target: 700, limit })[2]).toBe(
      "target 700 µg · upper limit 3,000 µg of retinol",
    );
    expect(
      day({
        nutrient: "folate",
        unit: "µg",
        kind: "RDA",
        target: 400,
        limit: { ...limit, value: 1000, counts: "folic-acid" },
      })[2],
    ).toBe("target 400 µg · upper limit 1,000 µg of added folic acid, which is not known apart");
  });

  it("gives a mean with the share of the food energy that is known", () => {
    const { total: _total, fromSupplements: _own, aboveLimit: _above, ...target } = sodium;
    const mean: SecondLineMean = {
      ...target,
      days: 12,
      mean: 2500,
      fromFood: 2500,
      coverage: 0.875,
      coverageOfMean: 0.875,
      countedMean: 2500,
    };
    const text = meanText(mean);
    expect([text.amount, text.coverage, text.above].map(spaced)).toEqual([
      "at least 2,500 mg",
      "88 % known, 12 days",
      "200 mg above 2,300 mg",
    ]);
    expect(
      spaced(
        meanText({ ...mean, days: 0, mean: null, coverage: 0, coverageOfMean: null, countedMean: null })
          .amount,
      ),
    ).toBe("no data");
  });
});
