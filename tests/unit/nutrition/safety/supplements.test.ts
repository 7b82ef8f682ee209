import { describe, expect, test } from "vitest";
import type { NutrientId } from "@/lib/nutrition/nutrients";
import { type AlarmDay, singleDayAlarms } from "@/lib/nutrition/safety/alarms";
import { type GateProfile, supplementCautions } from "@/lib/nutrition/safety/gates";
import { medicineTiming, type SupplementDose, supplementPairings } from "@/lib/nutrition/safety/supplements";

describe("medicine timing", () => {
  test("says nothing without a listed medicine or without its minerals", () => {
    expect(medicineTiming([], ["iron", "calcium"])).toEqual([]);
    expect(medicineTiming(["levodopa-methyldopa"], ["calcium"])).toEqual([]);
  });

  test("names the hours and the pharmacist, and only the minerals that are taken", () => {
    const [note, ...rest] = medicineTiming(["levothyroxine"], ["iron", "selenium"]);
    expect(rest).toEqual([]);
    expect(note?.nutrients).toEqual(["iron"]);
    expect(note?.text).toContain("at least 4 hours apart");
    expect(note?.text).toContain("pharmacist");
  });

  test("moxifloxacin, dolutegravir and bisphosphonates keep their own hours", () => {
    const texts = medicineTiming(
      ["fluoroquinolone", "hiv-integrase-inhibitor", "bisphosphonate"],
      ["calcium"],
    ).map((note) => note.text);
    expect(texts.join(" ")).toContain("at least 30 minutes");
    expect(texts.join(" ")).toMatch(/moxifloxacin: 4 hours before or 8 hours after/);
    expect(texts.join(" ")).toMatch(/Dolutegravir is taken 2 hours before or 6 hours after/);
  });

  test("the note on warfarin comes whatever is taken", () => {
    expect(medicineTiming(["warfarin"], []).map((note) => note.code)).toEqual(["warfarin"]);
  });
});

const dose = (occasion: string, amounts: SupplementDose["amounts"]): SupplementDose => ({
  occasion,
  amounts,
});
const pairs = (
  doses: readonly SupplementDose[],
  limits = { zinc: 40, magnesium: 350 } as { zinc: number | null; magnesium: number | null },
) => supplementPairings(doses, limits).map((note) => note.code);

describe("supplements beside each other", () => {
  test("iron and calcium in one sitting, not at different meals", () => {
    expect(pairs([dose("a", { iron: 14 }), dose("a", { calcium: 500 })])).toContain("iron-calcium");
    expect(pairs([dose("a", { iron: 14 }), dose("b", { calcium: 500 })])).not.toContain("iron-calcium");
  });

  test("zinc beside iron from 25 mg of iron", () => {
    expect(pairs([dose("a", { iron: 24.9, zinc: 10 })])).not.toContain("zinc-iron");
    expect(pairs([dose("a", { iron: 25, zinc: 10 })])).toContain("zinc-iron");
  });

  test("zinc and magnesium at the limit of the person's own standard", () => {
    expect(pairs([dose("a", { zinc: 25 })])).not.toContain("zinc-copper");
    expect(pairs([dose("a", { zinc: 25 })], { zinc: 25, magnesium: 250 })).toContain("zinc-copper");
    expect(pairs([dose("a", { magnesium: 200 }), dose("b", { magnesium: 150 })])).toContain(
      "magnesium-bowel",
    );
    expect(pairs([dose("a", { zinc: 90 })], { zinc: null, magnesium: null })).toEqual([]);
  });

  test("an unknown amount triggers nothing", () => {
    expect(pairs([dose("a", { iron: null, calcium: null, zinc: null, magnesium: null })])).toEqual([]);
    expect(pairs([dose("a", { iron: 30, zinc: null })])).toEqual(["iron-tea-coffee"]);
  });
});

const day = (change: Partial<AlarmDay>): AlarmDay => ({
  total: {},
  fromSupplements: {},
  doses: [],
  age: 40,
  weightKg: 70,
  ...change,
});
const alarms = (change: Partial<AlarmDay>) => singleDayAlarms(day(change)).map((alarm) => alarm.code);

describe("single-day alarms", () => {
  test.each([
    ["selenium", 799, 800, "selenium-day"],
    ["vitaminD", 249, 250, "vitamin-d-day"],
    ["zinc", 149, 150, "zinc-day"],
  ] as const)("%s counts the day's total, from %d silent to %d an alarm", (nutrient, below, at, code) => {
    expect(alarms({ total: { [nutrient]: below } })).toEqual([]);
    expect(alarms({ total: { [nutrient]: at } })).toEqual([code]);
  });

  test("magnesium counts supplements only: food never raises an alarm", () => {
    expect(alarms({ total: { magnesium: 5000 } })).toEqual([]);
    expect(alarms({ fromSupplements: { magnesium: 2000 } })).toEqual(["magnesium-supplement-day"]);
  });

  test("potassium counts a single dose, not the sum of small ones", () => {
    expect(alarms({ doses: [{ potassium: 500 }, { potassium: 500 }], total: { potassium: 4000 } })).toEqual(
      [],
    );
    expect(alarms({ doses: [{ potassium: 1000 }] })).toEqual(["potassium-dose"]);
  });

  test("iron: 10 mg per kg for a child of known weight, never for an adult", () => {
    expect(alarms({ age: 3, weightKg: 14, total: { iron: 139 } })).toEqual([]);
    expect(alarms({ age: 3, weightKg: 14, total: { iron: 140 } })).toEqual(["iron-child"]);
    expect(alarms({ age: 18, weightKg: 14, total: { iron: 900 } })).toEqual([]);
    expect(alarms({ age: 3, weightKg: null, total: { iron: 900 } })).toEqual([]);
  });

  test("a prescribed dose is silent, an unknown amount too", () => {
    expect(alarms({ total: { zinc: 200 }, prescribed: new Set(["zinc"]) })).toEqual([]);
    expect(alarms({ total: { zinc: null, selenium: null }, doses: [{ potassium: null }] })).toEqual([]);
  });

  test("says how to reach help and never a number of tablets", () => {
    const [alarm] = singleDayAlarms(day({ age: 3, weightKg: 10, total: { iron: 200 } }));
    expect(alarm).toMatchObject({ amount: 20, level: 10, per: "kg-body-weight" });
    expect(alarm?.text).toMatch(/poison control/);
    expect(alarm?.text).not.toMatch(/tablet/i);
  });
});

describe("cautions for what is taken", () => {
  const said = (profile: Partial<GateProfile>, nutrients: readonly NutrientId[]) =>
    supplementCautions(
      { conditions: [], medicines: [], age: 40, lifeStage: "none", sex: "female", ...profile },
      nutrients,
    ).map(({ code }) => code);

  test("come from conditions in which the nutrient is only for when it is prescribed", () => {
    const ill = { conditions: ["chronic-kidney-disease", "iron-overload"] } as const;
    expect(said(ill, ["potassium"])).toEqual(["chronic-kidney-disease"]);
    expect(said(ill, ["iron"])).toEqual(["iron-overload"]);
    expect(said(ill, ["selenium"])).toEqual([]);
    expect(said({}, ["iron", "potassium", "magnesium"])).toEqual([]);
  });

  test("come from a medicine that implies such a condition", () => {
    expect(said({ medicines: ["potassium-raising"] }, ["potassium"])).toEqual([
      "potassium-affecting-medicine",
    ]);
  });

  test("come in pregnancy, lactation and youth, whatever is taken, and never without supplements", () => {
    expect(said({ lifeStage: "pregnant" }, ["vitaminD"])).toEqual(["pregnant"]);
    expect(said({ lifeStage: "lactating" }, ["vitaminD"])).toEqual(["lactating"]);
    expect(said({ age: 12 }, ["vitaminD"])).toEqual(["under-18"]);
    expect(said({ age: 12, lifeStage: "pregnant" }, [])).toEqual([]);
  });
});
