import fc from "fast-check";
import { composition } from "@/lib/nutrition/composition";
import { MINERALS } from "@/lib/nutrition/nutrients";
import { CONDITIONS, gatesFor } from "@/lib/nutrition/safety/gates";
import { type Candidate, CONTENTS } from "@/lib/nutrition/suggestions/candidates";
import { DIETS, EXCLUSIONS } from "@/lib/nutrition/suggestions/permitted";
import type { SuggestionRequest } from "@/lib/nutrition/suggestions/request";
import { foodLimitsOf } from "@/lib/nutrition/suggestions/ruled-out";
import { NEEDS } from "./foods";

/** Evenly spread, as fc.double is not: its numbers crowd at 0. */
export const between = (low: number, high: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 100_000 }).map((n) => low + ((high - low) * n) / 100_000);

/** Amounts per 100 g from nothing to a rich source of each mineral, unknown now and then. */
const MOST_PER_100G = { magnesium: 600, zinc: 40, calcium: 700, iron: 15, selenium: 900, potassium: 1500 };
const amount = (most: number) =>
  fc.oneof(
    // Cubed: most foods hold little of a mineral, a few very much.
    { weight: 20, arbitrary: between(0, 1).map((part) => most * part ** 3) },
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.constant(null) },
  );

/** Mostly absent, so that diets leave something to choose from. */
const presence = fc.oneof(
  { weight: 40, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const candidate: fc.Arbitrary<Omit<Candidate, "foodId" | "name">> = fc.record({
  group: fc.constantFrom("A", "B", "C", "D", "E", "F"),
  pick: fc.constantFrom("leafy-green", "seed", "nut", "yogurt", "kefir", null, null, null, null),
  portionLabel: fc.constant("1 portion"),
  portionId: fc.constant(null),
  portionGrams: between(5, 200),
  per100g: fc
    .record({
      ...Object.fromEntries(MINERALS.map((mineral) => [mineral, amount(MOST_PER_100G[mineral])])),
      energy: amount(600),
      copper: amount(2),
      sodium: amount(900),
      phosphorus: amount(600),
      fibre: amount(12),
    })
    .map((known) => composition(known)),
  contains: fc
    .tuple(...CONTENTS.map(() => presence))
    .map(
      (values) =>
        Object.fromEntries(CONTENTS.map((content, i) => [content, values[i]])) as Candidate["contains"],
    ),
  oxalate: fc.constantFrom("low", "moderate", "high", "very-high", null),
  highOxalate: fc.constantFrom(false, false, false, true),
});

export const candidates = (maxLength: number): fc.Arbitrary<Candidate[]> =>
  fc
    .array(candidate, { minLength: 1, maxLength })
    .map((list) =>
      list.map((one, i) => ({ ...one, foodId: `food-${String(i).padStart(2, "0")}`, name: `Food ${i}` })),
    );

/** Days from empty to well above the targets, for people with any diet and conditions. */
export const requests: fc.Arbitrary<SuggestionRequest> = fc
  .record({
    parts: fc.tuple(
      ...MINERALS.map(() =>
        fc.record({
          part: fc.option(between(0, 1.4), { freq: 10 }),
          known: fc.integer({ min: 1, max: 10 }),
          hasTarget: fc.constantFrom(true, true, true, true, false),
        }),
      ),
    ),
    energyHeadroomKcal: fc.option(between(0, 1500), { freq: 2 }),
    diet: fc.constantFrom("everything" as const, ...DIETS),
    exclusions: fc.uniqueArray(fc.constantFrom(...EXCLUSIONS), { maxLength: 1 }),
    conditions: fc.oneof(fc.constant([]), fc.uniqueArray(fc.constantFrom(...CONDITIONS), { maxLength: 2 })),
    age: fc.constantFrom(30, 45, 70),
    eaten: fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 20, maxLength: 20 }),
    maxItems: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ parts, conditions, age, eaten, ...rest }) => ({
    ...rest,
    excludedFoods: new Set<string>(),
    limits: foodLimitsOf(NEEDS),
    gates: gatesFor({ conditions, age, lifeStage: "none" }),
    eatenDays: new Map(eaten.map((days, i) => [`food-${String(i).padStart(2, "0")}`, days])),
    needs: Object.fromEntries(
      MINERALS.map((mineral, i) => [
        mineral,
        parts[i]?.hasTarget ? NEEDS[mineral] : { ...NEEDS[mineral], target: null },
      ]),
    ) as SuggestionRequest["needs"],
    totals: Object.fromEntries(
      MINERALS.map((mineral, i) => {
        const { target } = NEEDS[mineral];
        const part = parts[i]?.part ?? null;
        const known = part === null ? 0 : (parts[i]?.known ?? 0);
        return [
          mineral,
          { amount: part === null || target === null ? null : part * target, known, entries: 10 },
        ];
      }),
    ) as SuggestionRequest["totals"],
  }));
