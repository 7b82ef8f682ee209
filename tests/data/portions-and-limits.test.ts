import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceFoods } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import {
  bestSources,
  type Candidate,
  type FoodLimits,
  foodLimitsOf,
  forGrams,
  gatesFor,
  MINERALS,
  type Profile,
  prepareCandidates,
  prepareSources,
  referenceIntake,
  ruledOut,
  type SuggestionRequest,
  secondLineLimits,
  suggest,
  suggestForGap,
} from "@/lib/nutrition";
import { OPEN_GATES } from "../support/nutrition";
import { requests } from "../unit/nutrition/suggestions/arbitrary";

const table = loadCatalogue();
const sources = sourceFoods(table);
const prepared = prepareSources(sources);
const plain: readonly Candidate[] = sources
  .filter(({ foodId }) => table.food(foodId)?.traits.plain)
  .map(({ family: _f, count: _c, plainness: _p, phytateMg: _m, ...candidate }) => candidate);
const candidates = prepareCandidates(plain);

const DAY = "2026-06-15";
const born = (age: number): Profile => ({
  birthDate: `${2026 - age}-01-10`,
  sex: "female",
  lifeStage: "none",
});
/** The limits of all nutrients that count food. */
const limitsAt = (age: number): FoodLimits =>
  new Map([
    ...foodLimitsOf(
      Object.fromEntries(
        MINERALS.map((mineral) => [mineral, referenceIntake(mineral, born(age), DAY, "nasem")]),
      ),
    ),
    ...secondLineLimits(born(age), DAY, "nasem"),
  ]);
const passed = (foodId: string, grams: number, limits: FoodLimits): string[] => {
  const food = table.food(foodId);
  if (!food) throw new Error(foodId);
  const portion = forGrams(food.per100g, grams);
  return [...limits].flatMap(([nutrient, limit]) => {
    const amount = portion[nutrient];
    return amount !== null && amount > limit ? [`${food.name}: ${nutrient} ${amount} > ${limit}`] : [];
  });
};

describe("11.6 a portion that alone passes an upper limit", () => {
  it.each([
    [2, 600, 7],
    [6, 900, 12],
    [11, 1700, 23],
    [35, 3000, 40],
  ])("is measured at %d years against %d µg of retinol and %d mg of zinc", (age, retinol, zinc) => {
    const limits = limitsAt(age);
    expect([limits.get("retinol"), limits.get("zinc")]).toEqual([retinol, zinc]);
    // The limit of magnesium is of supplements, that of folate of folic acid, and sodium has none of this kind.
    expect([limits.has("magnesium"), limits.has("folate"), limits.has("sodium")]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it.each<[string, number, number, string]>([
    ["ndb:05028", 88, 2, "retinol"],
    ["ndb:05028", 44, 10, "retinol"],
    ["ndb:15170", 85, 2, "zinc"],
    ["ndb:15169", 85, 35, "zinc"],
  ])("rules out %s, %d g, at %d years for its %s", (id, grams, age, nutrient) => {
    const food = table.food(id);
    if (!food) throw new Error(id);
    const person = {
      diet: "everything" as const,
      exclusions: [],
      excludedFoods: new Set<string>(),
      gates: OPEN_GATES,
      limits: limitsAt(age),
    };
    const asked = { foodId: id, name: food.name, ...food.traits };
    expect(ruledOut(asked, person, forGrams(food.per100g, grams))).toEqual({
      by: "upper-limit",
      nutrient,
      known: true,
    });
    expect(ruledOut(asked, person, forGrams(food.per100g, 1))).toBeNull();
  });

  it.each([2, 6, 11, 35])("is in no set, gap list or list of sources at %d years", (age) => {
    const limits = limitsAt(age);
    const gates = gatesFor({ conditions: [], age, lifeStage: "none" });
    const wrong = new Set<string>();
    for (const [day, request] of fc.sample(requests, { numRuns: 150, seed: 6 }).entries()) {
      const asked: SuggestionRequest = { ...request, gates, limits };
      const items = [
        ...suggest(candidates, asked).items,
        ...suggestForGap(MINERALS[day % MINERALS.length] ?? "zinc", candidates, asked).items,
      ];
      for (const { foodId, grams } of items)
        for (const over of passed(foodId, grams, limits)) wrong.add(over);
    }
    for (const mineral of MINERALS) {
      const { items } = bestSources(prepared, {
        mineral,
        by: "portion",
        diet: "everything",
        exclusions: [],
        excludedFoods: new Set(),
        gates,
        limits,
      });
      for (const { food } of items)
        for (const over of passed(food.foodId, food.portionGrams, limits)) wrong.add(over);
    }
    expect([...wrong]).toEqual([]);
  });
});
