import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALERT_RULES, type Alert } from "@/lib/nutrition/alerts/alert";
import { alertsFor } from "@/lib/nutrition/alerts/alerts";
import { CONDITIONS, gatesFor } from "@/lib/nutrition/safety/gates";
import { medicineTiming } from "@/lib/nutrition/safety/supplements";
import { days, input } from "./results";

const part = fc.integer({ min: 0, max: 300 }).map((n) => n / 100);
const period = fc.record({
  count: fc.integer({ min: 0, max: 20 }),
  magnesium: part.map((p) => p * 320),
  zinc: fc.option(
    part.map((p) => p * 20),
    { freq: 5 },
  ),
  calcium: part.map((p) => p * 1500),
  iron: part.map((p) => p * 25),
  selenium: part.map((p) => p * 250),
  potassium: part.map((p) => p * 2600),
  supplement: fc.option(fc.record({ magnesium: part.map((p) => p * 300), zinc: part.map((p) => p * 30) })),
  conditions: fc.uniqueArray(fc.constantFrom(...CONDITIONS), { maxLength: 2 }),
  age: fc.constantFrom(0, 8, 15, 40, 70),
});
type Period = typeof period extends fc.Arbitrary<infer T> ? T : never;

const inputOf = ({ count, supplement, conditions, age, ...food }: Period) =>
  input(days(count, food, supplement), {
    gates: gatesFor({ conditions, age, lifeStage: "none" }),
    supplements: supplement ? [{ nutrient: "zinc", mean: supplement.zinc, days: count }] : [],
    timings: medicineTiming(["levothyroxine", "digoxin"], supplement ? ["magnesium", "zinc"] : []),
  });

const texts = (alert: Alert) => [
  alert.finding,
  ...[
    ...alert.gut,
    ...alert.eat.notes,
    ...alert.careful,
    ...(alert.notMeaning ? [alert.notMeaning] : []),
  ].map(({ text }) => text),
];

describe("whatever the diary holds", () => {
  test("the cases are worth testing on", () => {
    const found = fc.sample(period, { numRuns: 200, seed: 4 }).map((one) => alertsFor(inputOf(one)).length);
    expect(found.filter((length) => length > 0).length).toBeGreaterThan(80);
  });

  test("keys are stable, each once, in the order of the rules", () => {
    fc.assert(
      fc.property(period, (one) => {
        const found = alertsFor(inputOf(one));
        expect(alertsFor(inputOf(one))).toEqual(found);
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        const ranks = found.map(({ rule }) => ALERT_RULES.indexOf(rule));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        for (const { key, rule } of found) expect(key.startsWith(`${rule}:`)).toBe(true);
      }),
    );
  });

  test("a low or high alert is at least 80 % sure, or says that there is no probability", () => {
    fc.assert(
      fc.property(period, (one) => {
        for (const { rule, evidence } of alertsFor(inputOf(one))) {
          if (rule === "low-usual-intake") expect(evidence.probability).toBeGreaterThanOrEqual(0.8);
          if (rule === "high-usual-intake" && evidence.probability !== null) {
            expect(evidence.probability).toBeGreaterThanOrEqual(0.8);
          }
        }
      }),
    );
  });

  test("conditions and age are obeyed", () => {
    fc.assert(
      fc.property(period, (one) => {
        const given = inputOf(one);
        const { gates } = given;
        for (const { rule, nutrients, eat } of alertsFor(given)) {
          if (gates.referenceOnly) expect(rule).toBe("single-day-alarm");
          if (rule === "low-usual-intake") expect(gates.noProbability).toBe(false);
          if (eat.suggestFor !== null) expect(gates.noTips.has(eat.suggestFor)).toBe(false);
          if (rule !== "poor-pairing")
            for (const nutrient of nutrients) expect(gates.noComparison.has(nutrient)).toBe(false);
        }
      }),
    );
  });

  test("no diagnosis, no promise, no dose", () => {
    fc.assert(
      fc.property(period, (one) => {
        for (const text of alertsFor(inputOf(one)).flatMap(texts)) {
          expect(text).not.toMatch(/deficien|you lack|you are low|detox|boost|\bheals?\b|\bcures?\b/i);
          expect(text).not.toMatch(/100 ?%/);
        }
      }),
    );
  });

  test("more of a mineral never brings a low alert for it", () => {
    fc.assert(
      fc.property(period, fc.integer({ min: 1, max: 400 }), (one, more) => {
        const low = (magnesium: number) =>
          alertsFor(inputOf({ ...one, magnesium })).some(({ key }) => key === "low-usual-intake:magnesium");
        expect(low(one.magnesium + more) && !low(one.magnesium)).toBe(false);
      }),
    );
  });
});
