import type { ReviewMineral } from "@/lib/insights/schemas";
import type { ReviewView } from "@/lib/notices/schemas";
import { eachDay, MINERALS } from "@/lib/nutrition";

const mineral = (more: Pick<ReviewMineral, "mineral"> & Partial<ReviewMineral>): ReviewMineral => ({
  unit: more.mineral === "selenium" ? "µg" : "mg",
  target: 100,
  before: { days: 24, mean: 90, coverageOfMean: 1 },
  now: { days: 6, mean: 92, coverageOfMean: 1 },
  change: { difference: 2, low: -8, high: 12 },
  verdict: "cannot-tell",
  reason: "interval-spans-zero",
  fromFood: 92,
  aboveLimit: null,
  ...more,
});

/** A week of six days that count: more magnesium, less potassium, nothing known of selenium. */
export const aReview = (): ReviewView => ({
  week: "2026-W19",
  from: "2026-05-04",
  to: "2026-05-10",
  previous: "2026-W18",
  next: null,
  hasPerson: true,
  hideScores: false,
  days: {
    items: eachDay("2026-05-04", "2026-05-10").map((date, n) => ({
      date,
      state: n === 4 ? ("none" as const) : n < 2 ? ("complete" as const) : ("partial" as const),
      counts: n !== 4,
      reason: null,
    })),
    logged: 6,
    complete: 2,
    counted: 6,
  },
  before: { from: "2026-04-06", to: "2026-05-03", counted: 24 },
  switchedOff: [],
  minerals: MINERALS.map((id) => {
    switch (id) {
      case "magnesium":
        return mineral({
          mineral: id,
          target: 320,
          before: { days: 24, mean: 210, coverageOfMean: 1 },
          now: { days: 6, mean: 300.9, coverageOfMean: 0.9 },
          change: { difference: 90, low: 80.2, high: 99.8 },
          verdict: "more",
          reason: null,
          fromFood: 250,
        });
      case "potassium":
        return mineral({
          mineral: id,
          target: 2600,
          before: { days: 24, mean: 3050, coverageOfMean: 1 },
          now: { days: 6, mean: 2050, coverageOfMean: 1 },
          change: { difference: -1000, low: -1100, high: -900 },
          verdict: "less",
          reason: null,
          fromFood: 2050,
        });
      case "selenium":
        return mineral({
          mineral: id,
          target: 55,
          before: { days: 0, mean: null, coverageOfMean: null },
          now: { days: 0, mean: null, coverageOfMean: null },
          change: null,
          reason: "too-few-days",
          fromFood: null,
        });
      default:
        return mineral({ mineral: id });
    }
  }),
  improved: {
    more: ["magnesium"],
    resolved: [
      {
        id: "low-usual-intake:zinc",
        rule: "low-usual-intake",
        nutrients: ["zinc"],
        finding: "Your usual zinc is probably below your need.",
        firstSeen: "2026-04-20",
        resolvedOn: "2026-05-06",
        by: "changed",
        was: { mean: 5.1, probability: 0.91, days: 9 },
        now: { mean: 9.2, words: "probably meets" },
      },
    ],
  },
  ended: [],
  open: [
    {
      id: "low-usual-intake:iron",
      rule: "low-usual-intake",
      nutrients: ["iron"],
      finding: "Your usual iron is probably below your need.",
    },
  ],
  openOn: "now",
  leftOut: [],
  gaps: [],
  foods: [],
  oneThing: {
    kind: "food",
    gap: { mineral: "iron", mean: 9, lower: false, target: 18, sure: true, withoutValue: null },
    food: {
      food: "ndb:16070",
      name: "Lentils, cooked",
      group: "Legumes",
      portion: { id: "1", label: "1 cup", count: 1 },
      grams: 198,
      adds: [{ mineral: "iron", amount: 6.6, unit: "mg", share: 0.73 }],
      pick: null,
      eatenDays: 2,
      caution: null,
    },
    because: "eaten",
  },
});
