import { describe, expect, test } from "vitest";
import type { AlertInput, IronMealPattern } from "@/lib/nutrition/alerts/alert";
import { alertsFor } from "@/lib/nutrition/alerts/alerts";
import { calciumQualityOf } from "@/lib/nutrition/bioavailability/calcium";
import { phytateTotalOf, zincRatioOf } from "@/lib/nutrition/bioavailability/phytate";
import { singleDayAlarms } from "@/lib/nutrition/safety/alarms";
import { type GateProfile, gatesFor } from "@/lib/nutrition/safety/gates";
import { medicineTiming, supplementPairings } from "@/lib/nutrition/safety/supplements";
import { days, input } from "./results";

const alerts = (change: Partial<AlertInput>, food: Parameters<typeof days>[1] = {}) =>
  alertsFor(input(days(20, food), change));
const keys = (...args: Parameters<typeof alerts>) => alerts(...args).map(({ key }) => key);
const gates = (change: Partial<GateProfile>) =>
  gatesFor({ conditions: [], age: 40, lifeStage: "none", ...change });

/** Phytate:zinc of a day with 10 mg of zinc; the ratio is phytate/660.04 ÷ (10/65.38). */
const ratio = (low: number, typical: number, high: number) =>
  zincRatioOf(phytateTotalOf([{ energyKcal: 2000, phytate: { low, typical, high } }]), 10);

describe("phytate beside zinc", () => {
  test("above 15 by its typical value, as sure as the band allows", () => {
    // 1,600 mg: 15.85; 1,500 mg: 14.86
    const [alert] = alerts({ zinc: { days: 7, ratio: ratio(800, 1600, 3200) } });
    expect(alert).toMatchObject({
      key: "poor-absorption:phytate-zinc",
      finding: "Phytate is probably high beside the zinc in the foods logged.",
      eat: { suggestFor: "zinc", by: "low-phytate" },
    });
    expect(alert?.evidence.detail).toMatchObject({
      kind: "phytate-zinc",
      ratio: { typical: expect.closeTo(15.85, 1) },
    });
    expect(alert?.eat.notes[0]).toMatchObject({ grade: "A" });
    expect(keys({ zinc: { days: 7, ratio: ratio(750, 1500, 3000) } })).toEqual([]);
    const [certain] = alerts({ zinc: { days: 7, ratio: ratio(1700, 3400, 6800) } });
    expect(certain?.finding).toBe("Phytate is high beside the zinc in the foods logged.");
  });

  test("not from two days, not without a ratio, not where zinc is switched off", () => {
    expect(keys({ zinc: { days: 2, ratio: ratio(1700, 3400, 6800) } })).toEqual([]);
    const unknown = zincRatioOf(phytateTotalOf([{ energyKcal: 2000, phytate: null }]), 10);
    expect(keys({ zinc: { days: 7, ratio: unknown } })).toEqual([]);
    const zinc = { days: 7, ratio: ratio(1700, 3400, 6800) };
    expect(keys({ zinc, gates: gates({ conditions: ["wilsons-disease"] }) })).toEqual([]);
  });
});

describe("calcium held back by oxalate", () => {
  const quality = (spinachMg: number | null, milkMg: number) =>
    calciumQualityOf([
      { food: { name: "Spinach, raw", group: "vegetables" }, calciumMg: spinachMg },
      { food: { name: "Milk, whole", group: "dairyEgg" }, calciumMg: milkMg },
    ]);

  test("from a quarter of the calcium, naming the foods", () => {
    const [alert] = alerts({ calcium: { days: 4, quality: quality(250, 750) } });
    expect(alert).toMatchObject({ key: "poor-absorption:oxalate-calcium", eat: { suggestFor: "calcium" } });
    expect(alert?.evidence).toMatchObject({ mean: 250, detail: { share: 0.25, foods: ["Spinach, raw"] } });
    expect(keys({ calcium: { days: 4, quality: quality(249, 751) } })).toEqual([]);
  });

  test("not where too few foods report calcium, from two days, or where calcium is switched off", () => {
    expect(keys({ calcium: { days: 4, quality: quality(null, 750) } })).toEqual([]);
    expect(keys({ calcium: { days: 2, quality: quality(250, 750) } })).toEqual([]);
    const calcium = { days: 4, quality: quality(250, 750) };
    expect(keys({ calcium, gates: gates({ conditions: ["chronic-kidney-disease"] }) })).toEqual([]);
  });
});

describe("what comes with iron", () => {
  const pattern = (less: number, tea: number, meals = 10): IronMealPattern => ({
    meals,
    directions: { more: 0, typical: meals - less, less },
    inhibitors: { phytate: 1, "tea-or-coffee": tea, calcium: 0 },
  });
  /** 8 mg a day: about the middle of women's requirements, so that nothing can be told. */
  const open = { iron: 8 };

  test("tea with half of the meals, where iron may be low", () => {
    const [alert] = alerts({ iron: pattern(5, 5) }, open).filter(({ rule }) => rule === "poor-pairing");
    expect(alert).toMatchObject({
      key: "poor-pairing:tea-iron",
      evidence: { detail: { kind: "iron-meals", meals: 10, affected: 5, inhibitor: "tea-or-coffee" } },
    });
    expect(alert?.eat.notes.map(({ text }) => text).join(" ")).toMatch(/hour/);
    expect(keys({ iron: pattern(4, 5) }, open)).not.toContain("poor-pairing:tea-iron");
    expect(keys({ iron: pattern(5, 4) }, open)).not.toContain("poor-pairing:tea-iron");
    expect(keys({ iron: pattern(5, 5, 5) }, open)).not.toContain("poor-pairing:tea-iron");
  });

  test("vitamin C for the meal answers tea and phytate; calcium is moved, and no food is named", () => {
    const eatOf = (inhibitors: Partial<IronMealPattern["inhibitors"]>) =>
      alerts(
        {
          iron: {
            ...pattern(6, 0),
            inhibitors: { phytate: 0, "tea-or-coffee": 0, calcium: 0, ...inhibitors },
          },
        },
        open,
      ).find(({ rule }) => rule === "poor-pairing")?.eat;
    expect(eatOf({ "tea-or-coffee": 6 })).toMatchObject({ suggestFor: "iron", by: "vitamin-c" });
    expect(eatOf({ phytate: 6 })).toMatchObject({ suggestFor: "iron", by: "vitamin-c" });
    const calcium = eatOf({ calcium: 6 });
    expect(calcium?.suggestFor).toBeNull();
    expect(calcium?.notes[0]).toMatchObject({ grade: null, text: expect.stringContaining("another meal") });
  });

  test("not where usual iron meets the need, is not known, or is switched off", () => {
    expect(keys({ iron: pattern(10, 10) })).toEqual([]);
    const one = alertsFor(input(days(1, open), { iron: pattern(10, 10) })).map(({ rule }) => rule);
    expect(one).toEqual(["not-enough-data"]);
    expect(keys({ iron: pattern(10, 10), gates: gates({ conditions: ["iron-overload"] }) }, open)).toEqual(
      [],
    );
  });
});

describe("supplements and medicines", () => {
  const doses = [{ occasion: "morning", amounts: { iron: 30, calcium: 500, zinc: 10, magnesium: 400 } }];

  test("pairs to take apart, each under its key; doses are for the limit's own rule", () => {
    const pairings = supplementPairings(doses, { zinc: 40, magnesium: 350 });
    expect(pairings.length).toBeGreaterThan(2);
    expect(keys({ pairings })).toEqual(["poor-pairing:iron-calcium", "poor-pairing:zinc-iron"]);
    expect(keys({ pairings, prescribed: new Set(["zinc"]) })).toEqual(["poor-pairing:iron-calcium"]);
  });

  test("the times of a listed medicine", () => {
    const [alert] = alerts({ timings: medicineTiming(["levothyroxine"], ["iron"]) });
    expect(alert).toMatchObject({ key: "poor-pairing:medicine-levothyroxine", nutrients: ["iron"] });
    expect(alert?.finding).toContain("4 hours");
  });
});

describe("single-day alarms", () => {
  const alarms = singleDayAlarms({
    total: { zinc: 200, iron: 100 },
    fromSupplements: {},
    doses: [],
    age: 0,
    weightKg: 8,
  }).map((alarm) => ({ ...alarm, date: "2026-05-04" }));

  test("come first, with their day, and are switched off by nothing", () => {
    const found = alerts({ alarms }, { magnesium: 100 });
    expect(found.map(({ key }) => key)).toEqual([
      "single-day-alarm:iron-child:2026-05-04",
      "single-day-alarm:zinc-day:2026-05-04",
      "low-usual-intake:magnesium",
    ]);
    expect(found[1]?.evidence.detail).toEqual({ kind: "day", date: "2026-05-04", amount: 200, level: 150 });
    const infant = keys({ alarms, gates: gates({ age: 0 }) }, { magnesium: 1, zinc: 90 });
    expect(infant).toEqual([
      "single-day-alarm:iron-child:2026-05-04",
      "single-day-alarm:zinc-day:2026-05-04",
    ]);
  });
});
