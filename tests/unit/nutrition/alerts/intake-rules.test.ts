import { describe, expect, test } from "vitest";
import { alertsFor } from "@/lib/nutrition/alerts/alerts";
import { type GateProfile, gatesFor } from "@/lib/nutrition/safety/gates";
import { days, input, WOMAN } from "./results";

const keys = (...args: Parameters<typeof input>) => alertsFor(input(...args)).map(({ key }) => key);
const gates = (change: Partial<GateProfile>) =>
  gatesFor({ conditions: [], age: 40, lifeStage: "none", ...change });

test("enough of everything: nothing to tell", () => {
  expect(keys(days(9))).toEqual([]);
  expect(keys([])).toEqual([]);
});

describe("low usual intake", () => {
  // EAR 265; 86 % sure for somebody of a group that mostly eats 1.65 times as much (docs/decisions/004-adequacy.md).
  const low = days(9, { magnesium: 160 });

  test("tells how sure, from how many days, against what", () => {
    const [alert, ...rest] = alertsFor(input(low));
    expect(rest).toEqual([]);
    expect(alert).toMatchObject({
      key: "low-usual-intake:magnesium",
      rule: "low-usual-intake",
      nutrients: ["magnesium"],
      finding: "Your usual magnesium is probably below your need.",
      eat: { suggestFor: "magnesium" },
      furtherDays: 0,
    });
    expect(alert?.evidence).toMatchObject({
      days: 9,
      completeDays: 0,
      mean: 160,
      unit: "mg",
      coverage: 1,
    });
    expect(alert?.evidence.probability).toBeCloseTo(0.8615, 3);
    expect(alert?.evidence.against).toMatchObject({ value: 265, kind: "average-need" });
    // 160 ± 1.645 × 85.9/3
    expect(alert?.evidence.detail).toMatchObject({ kind: "interval" });
    expect(alert?.evidence.detail).toHaveProperty("low", expect.closeTo(112.9, 1));
    expect(alert?.evidence.detail).toHaveProperty("high", expect.closeTo(207.1, 1));
  });

  test("says what it does not mean, with the evidence grade of what it says of the gut", () => {
    const [alert] = alertsFor(input(low));
    expect(alert?.notMeaning?.text).toContain("does not say that your body");
    expect(alert?.gut.map(({ grade }) => grade)).toEqual(["C"]);
    expect(alert?.careful[0]?.text).toContain("no reason by itself to take a supplement");
    for (const note of [...(alert?.gut ?? []), ...(alert?.careful ?? [])]) {
      expect(note.sources.length).toBeGreaterThan(0);
    }
  });

  test("from 80 % sure, not below", () => {
    // 80.4 % at 170 mg, 77.3 % at 175 mg.
    expect(keys(days(9, { magnesium: 170 }))).toEqual(["low-usual-intake:magnesium"]);
    expect(keys(days(9, { magnesium: 175 }))).toEqual([]);
  });

  test("fewer days of the same food are not sure enough", () => {
    expect(keys(days(2, { magnesium: 160 }))).not.toContain("low-usual-intake:magnesium");
  });

  test("an Adequate Intake never makes it: potassium far below 2,600 mg", () => {
    expect(keys(days(28, { potassium: 900 }))).toEqual([]);
  });

  test("a vitamin alone makes no alert", () => {
    expect(keys(days(28, { vitaminC: 1 }))).toEqual([]);
  });

  test("speaks to a parent below 18, and not at all below 14", () => {
    const girl = (birthDate: string) => ({ ...WOMAN, birthDate });
    const fifteen = alertsFor(
      input(days(14, { magnesium: 120 }), { gates: gates({ age: 15 }) }, girl("2011-01-01")),
    ).find(({ key }) => key === "low-usual-intake:magnesium");
    expect(fifteen?.finding).toMatch(/^Usual magnesium is (very )?probably below the need at this age\.$/);
    expect(fifteen?.careful.some(({ text }) => text.includes("parent or carer"))).toBe(true);
    expect(keys(days(14, { magnesium: 50 }), { gates: gates({ age: 12 }) }, girl("2014-01-01"))).toEqual([]);
  });

  test("is switched off with the tips of a mineral", () => {
    const iron = days(20, { iron: 3 });
    expect(keys(iron)).toEqual(["low-usual-intake:iron"]);
    expect(keys(iron, { gates: gates({ conditions: ["iron-overload"] }) })).toEqual([]);
    expect(keys(days(20, { zinc: 1 }), { gates: gates({ conditions: ["wilsons-disease"] }) })).toEqual([]);
    expect(
      keys(days(20, { calcium: 200 }), { gates: gates({ conditions: ["high-blood-calcium"] }) }),
    ).toEqual([]);
  });

  test("brings the words of a condition that concerns it", () => {
    const [alert] = alertsFor(input(low, { gates: gates({ conditions: ["absorption-condition"] }) }));
    expect(alert?.careful.some(({ text }) => text.includes("absorb less, or differently"))).toBe(true);
  });

  test("the surest comes first", () => {
    const found = keys(days(9, { magnesium: 160, calcium: 100 }));
    expect(found).toEqual(["low-usual-intake:calcium", "low-usual-intake:magnesium"]);
  });
});

describe("upper limits", () => {
  test("usual zinc above 40 mg: neutral words, the source, no food", () => {
    const [alert, ...rest] = alertsFor(input(days(9, { zinc: 60 })));
    expect(rest).toEqual([]);
    expect(alert).toMatchObject({
      key: "high-usual-intake:zinc",
      finding: "Your usual zinc is very probably above the upper limit.",
      eat: { suggestFor: null },
    });
    expect(alert?.evidence).toMatchObject({ days: 9, mean: 60, against: { value: 40, kind: "upper-limit" } });
    expect(alert?.careful[0]?.text).toContain("One day is no cause for worry");
  });

  test("magnesium in food never makes one; from supplements above 350 mg it does", () => {
    expect(keys(days(9, { magnesium: 2000 }))).toEqual([]);
    const taken = alertsFor(input(days(9, {}, { magnesium: 400 })));
    expect(taken.map(({ key }) => key)).toEqual(["supplement-above-limit:magnesium"]);
    expect(taken[0]?.evidence).toMatchObject({ days: 9, mean: 400, probability: null });
    expect(taken[0]?.gut.length).toBe(1);
    expect(taken[0]?.careful.some(({ text }) => text.includes("supplements and magnesium medicines"))).toBe(
      true,
    );
    expect(keys(days(9, {}, { magnesium: 350 }))).toEqual([]);
  });

  test("supplements alone above the limit are said once, as supplements", () => {
    const list = days(9, {}, { zinc: 50 });
    const supplements = [{ nutrient: "zinc" as const, mean: 50, days: 9 }];
    expect(keys(list)).toEqual(["high-usual-intake:zinc"]);
    expect(keys(list, { supplements })).toEqual(["supplement-above-limit:zinc"]);
    expect(keys(days(9), { supplements: [{ nutrient: "zinc", mean: 50, days: 1 }] })).toEqual([]);
  });

  test("a limit that counts food too is held against both, with the supplements' part named", () => {
    const supplements = [{ nutrient: "zinc" as const, mean: 50, days: 9 }];
    const [alert] = alertsFor(input(days(9, { zinc: 10 }, { zinc: 50 }), { supplements }));
    expect(alert?.evidence).toMatchObject({
      days: 9,
      mean: 60,
      against: { value: 40, kind: "upper-limit" },
      detail: { kind: "from-supplements", mean: 50 },
    });
  });

  test("a prescribed dose is not spoken of", () => {
    const supplements = [{ nutrient: "zinc" as const, mean: 50, days: 9 }];
    expect(keys(days(9, {}, { zinc: 50 }), { supplements, prescribed: new Set(["zinc"]) })).toEqual([]);
    expect(keys(days(9, {}, { zinc: 50 }), { gates: gates({ conditions: ["wilsons-disease"] }) })).toEqual(
      [],
    );
  });

  test("iron overload silences tips, not the limit", () => {
    expect(keys(days(9, { iron: 90 }), { gates: gates({ conditions: ["iron-overload"] }) })).toEqual([
      "high-usual-intake:iron",
    ]);
  });

  test("without a probability: as logged, from two days on", () => {
    expect(keys(days(2, { vitaminD: 150 }))).toContain("high-usual-intake:vitaminD");
    expect(keys(days(1, { vitaminD: 150 }))).not.toContain("high-usual-intake:vitaminD");
  });
});

describe("not enough data", () => {
  test("one alert for the missing days, naming the minerals", () => {
    const [alert, ...rest] = alertsFor(input(days(1)));
    expect(rest).toEqual([]);
    expect(alert).toMatchObject({ key: "not-enough-data:days", furtherDays: 2 });
    expect(alert?.nutrients).toEqual(["magnesium", "zinc", "calcium", "iron", "selenium", "potassium"]);
    expect(alert?.evidence.days).toBe(1);
  });

  test("days that do not count are said to be missing, not passed over in silence", () => {
    const breakfasts = days(12, { energy: 562, calcium: 412 });
    const [alert, ...rest] = alertsFor(input(breakfasts));
    expect(rest).toEqual([]);
    expect(alert).toMatchObject({
      key: "not-enough-data:days",
      furtherDays: 3,
      evidence: { days: 0, coverage: null },
    });
    const said = days(12).map((day) => ({ ...day, mark: "incomplete" as const }));
    expect(keys(said)).toEqual(["not-enough-data:days"]);
    expect(keys([])).toEqual([]);
  });

  test("one alert for foods without a value", () => {
    const list = days(9).map((day) => ({
      ...day,
      reportingEnergy: day.reportingEnergy && { ...day.reportingEnergy, magnesium: 1000, zinc: 1200 },
    }));
    const [alert, ...rest] = alertsFor(input(list));
    expect(rest).toEqual([]);
    expect(alert).toMatchObject({
      key: "not-enough-data:coverage",
      nutrients: ["magnesium", "zinc"],
      finding: "Too few of the foods logged report magnesium and zinc to say more.",
    });
    expect(alert?.evidence.coverage).toBeCloseTo(0.5, 9);
  });

  test("names no mineral that is switched off, and nobody whose likelihood is not judged", () => {
    const kidney = alertsFor(input(days(1), { gates: gates({ conditions: ["chronic-kidney-disease"] }) }));
    expect(kidney[0]?.nutrients).toEqual(["magnesium", "zinc", "iron", "selenium"]);
    expect(keys(days(1), { gates: gates({ age: 12 }) })).toEqual([]);
  });
});
