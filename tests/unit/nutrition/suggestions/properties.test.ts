import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MINERALS } from "@/lib/nutrition/nutrients";
import { familyOf, prepareCandidates } from "@/lib/nutrition/suggestions/candidates";
import { setValue } from "@/lib/nutrition/suggestions/objective";
import { unwantedContents } from "@/lib/nutrition/suggestions/permitted";
import { buildProblem } from "@/lib/nutrition/suggestions/problem";
import { search } from "@/lib/nutrition/suggestions/search";
import { suggest, suggestForGap } from "@/lib/nutrition/suggestions/suggest";
import { candidates, requests } from "./arbitrary";
import { isAllowed } from "./linear-program";

const listForGap = (...args: Parameters<typeof suggestForGap>) => suggestForGap(...args).items;

const runs = { numRuns: 300 };

test("the generated days are worth testing on: most of them have something to suggest", () => {
  const days = fc.sample(fc.tuple(candidates(20), requests), { numRuns: 300, seed: 3 });
  const lengths = days.map(([foods, request]) => suggest(prepareCandidates(foods), request).items.length);
  expect(lengths.filter((length) => length > 0).length).toBeGreaterThan(150);
  expect(lengths.filter((length) => length > 1).length).toBeGreaterThan(40);
});

describe("what is suggested, together or for one gap", () => {
  const lists = (foods: Parameters<typeof prepareCandidates>[0], request: Parameters<typeof suggest>[1]) => {
    const prepared = prepareCandidates(foods);
    return [
      suggest(prepared, request).items,
      ...MINERALS.flatMap((mineral) => listForGap(mineral, prepared, request).map((item) => [item])),
    ];
  };

  test("passes no upper limit on what food counts towards", () => {
    fc.assert(
      fc.property(candidates(20), requests, (foods, request) => {
        for (const items of lists(foods, request)) {
          for (const mineral of MINERALS) {
            const { ul, ulScope } = request.needs[mineral];
            if (ul === null || ulScope === "supplements") continue;
            const eaten = request.totals[mineral].amount;
            const before = eaten === null ? 0 : eaten;
            let added = 0;
            for (const item of items) {
              const food = foods.find((one) => one.foodId === item.foodId);
              const per100g = food?.per100g[mineral];
              // Unknown is not nothing: where it could matter the food must not be there at all.
              if (per100g === null || per100g === undefined) expect(before).toBeLessThanOrEqual(ul * 0.75);
              else added += (per100g * item.grams) / 100;
            }
            if (before < ul) expect(before + added).toBeLessThanOrEqual(ul * (1 + 1e-12));
            else expect(added).toBeLessThanOrEqual(ul * 0.02 * items.length * (1 + 1e-12));
          }
        }
      }),
      runs,
    );
  });

  test("keeps to the diet: every unwanted content is known not to be there", () => {
    fc.assert(
      fc.property(candidates(20), requests, (foods, request) => {
        const unwanted = unwantedContents(request.diet, request.exclusions);
        for (const item of lists(foods, request).flat()) {
          const food = foods.find((one) => one.foodId === item.foodId);
          for (const content of unwanted) expect(food?.contains[content]).toBe(false);
        }
      }),
      runs,
    );
  });

  test("keeps to the conditions: caps of a portion, and no word of minerals that are switched off", () => {
    fc.assert(
      fc.property(candidates(20), requests, (foods, request) => {
        for (const item of lists(foods, request).flat()) {
          const food = foods.find((one) => one.foodId === item.foodId);
          for (const [nutrient, cap] of request.gates.caps) {
            const per100g = food?.per100g[nutrient];
            expect(per100g).not.toBeNull();
            expect(((per100g as number) * item.grams) / 100).toBeLessThanOrEqual(cap * (1 + 1e-12));
          }
          for (const { mineral } of item.adds) expect(request.gates.noTips.has(mineral)).toBe(false);
        }
      }),
      runs,
    );
  });

  test("an unknown amount never closes anything, nor does calcium that oxalate binds", () => {
    fc.assert(
      fc.property(candidates(20), requests, (foods, request) => {
        for (const item of lists(foods, request).flat()) {
          const food = foods.find((one) => one.foodId === item.foodId);
          for (const { mineral, amount, share, counts } of item.adds) {
            const per100g = food?.per100g[mineral];
            expect(per100g).not.toBeNull();
            expect(amount).toBeCloseTo(((per100g as number) * item.grams) / 100, 6);
            if (mineral === "calcium" && food?.highOxalate) expect([counts, share]).toEqual([false, null]);
          }
        }
      }),
      runs,
    );
  });
});

describe("the set", () => {
  test("is one the rules allow, at most one of a family, within the energy and the number asked for", () => {
    fc.assert(
      fc.property(candidates(20), requests, (foods, request) => {
        const prepared = prepareCandidates(foods);
        const built = buildProblem(prepared, request);
        const chosen = search(built.problem);
        expect(isAllowed(built.problem, chosen)).toBe(true);
        const { items } = suggest(prepared, request);
        const energy = items.reduce((sum, item) => sum + item.energyKcal, 0);
        expect(energy).toBeLessThanOrEqual((request.energyHeadroomKcal ?? 600) * (1 + 1e-12));
        expect(items.length).toBeLessThanOrEqual(request.maxItems ?? 3);
        const families = items.map((item) =>
          familyOf(foods.find((one) => one.foodId === item.foodId) as (typeof foods)[number]),
        );
        expect(new Set(families).size).toBe(families.length);
      }),
      runs,
    );
  });

  test("gains by each of its foods: without any one of them it is worth less", () => {
    fc.assert(
      fc.property(candidates(20), requests, (foods, request) => {
        const { problem } = buildProblem(prepareCandidates(foods), request);
        const chosen = search(problem);
        const value = setValue(problem, chosen);
        for (const option of chosen) {
          expect(
            setValue(
              problem,
              chosen.filter((other) => other !== option),
            ),
          ).toBeLessThan(value);
        }
        expect(value).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  test("does not depend on the order of the candidates, nor on the call", () => {
    fc.assert(
      fc.property(candidates(20), requests, fc.infiniteStream(fc.nat()), (foods, request, stream) => {
        const keys = new Map(foods.map((food) => [food.foodId, stream.next().value as number]));
        const shuffled = [...foods].sort(
          (a, b) => (keys.get(a.foodId) as number) - (keys.get(b.foodId) as number),
        );
        const answer = suggest(prepareCandidates(foods), request);
        expect(suggest(prepareCandidates(shuffled), request)).toEqual(answer);
        expect(suggest(prepareCandidates(foods), request)).toEqual(answer);
      }),
      runs,
    );
  });

  test("more foods to choose from, more energy or more places never make it worth less", () => {
    const value = (
      foods: Parameters<typeof prepareCandidates>[0],
      request: Parameters<typeof suggest>[1],
    ) => {
      const { problem } = buildProblem(prepareCandidates(foods), request);
      return setValue(problem, search(problem));
    };
    fc.assert(
      fc.property(candidates(12), requests, (foods, request) => {
        const { energyHeadroomKcal: headroom, maxItems = 3 } = request;
        const base = value(foods, request);
        expect(value(foods.slice(1), request)).toBeLessThanOrEqual(base + 1e-9);
        expect(value(foods, { ...request, maxItems: maxItems + 1 })).toBeGreaterThanOrEqual(base - 1e-9);
        const energyHeadroomKcal = headroom === null ? 1000 : headroom + 200;
        expect(value(foods, { ...request, energyHeadroomKcal })).toBeGreaterThanOrEqual(base - 1e-9);
      }),
      { ...runs, seed: 12 },
    );
  });

  test("a food that only adds unknowns and energy is never in it", () => {
    fc.assert(
      fc.property(candidates(12), requests, (foods, request) => {
        const empty = foods.map((food) => ({
          ...food,
          per100g: {
            ...food.per100g,
            magnesium: null,
            zinc: null,
            calcium: null,
            iron: null,
            selenium: null,
            potassium: null,
          },
        }));
        expect(suggest(prepareCandidates(empty), request).items).toEqual([]);
      }),
    );
  });
});

describe("what the foods do together", () => {
  test("adds up: reached, close and still short are what was not at target, by known amounts", () => {
    fc.assert(
      fc.property(candidates(20), requests, (foods, request) => {
        const { items, together } = suggest(prepareCandidates(foods), request);
        const { of, atTargetNow, atTarget, reached, close, stillShort } = together;
        expect(atTarget).toBe(atTargetNow + reached.length);
        expect(of).toBe(atTarget + close.length + stillShort.length);
        for (const mineral of reached) {
          const { target } = request.needs[mineral];
          const { amount } = request.totals[mineral];
          const added = items
            .flatMap((item) => item.adds)
            .filter((add) => add.mineral === mineral && add.counts)
            .reduce((sum, add) => sum + add.amount, 0);
          expect((amount === null ? 0 : amount) + added).toBeGreaterThanOrEqual(
            (target as number) * (1 - 1e-8),
          );
        }
      }),
      runs,
    );
  });

  test("no gap is spoken of that is switched off, has no target or is met", () => {
    fc.assert(
      fc.property(candidates(20), requests, (foods, request) => {
        const prepared = prepareCandidates(foods);
        for (const mineral of MINERALS) {
          const { target } = request.needs[mineral];
          const { amount } = request.totals[mineral];
          const open =
            target !== null && (amount === null ? 0 : amount) < target && !request.gates.noTips.has(mineral);
          if (!open) expect(listForGap(mineral, prepared, request)).toEqual([]);
        }
      }),
      runs,
    );
  });
});
