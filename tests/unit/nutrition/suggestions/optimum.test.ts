import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, test } from "vitest";
import { gatesFor } from "@/lib/nutrition/safety/gates";
import { prepareCandidates } from "@/lib/nutrition/suggestions/candidates";
import { type Problem, setValue } from "@/lib/nutrition/suggestions/objective";
import { buildProblem } from "@/lib/nutrition/suggestions/problem";
import { search } from "@/lib/nutrition/suggestions/search";
import { between, candidates, requests } from "./arbitrary";
import { request } from "./foods";
import { isAllowed, linearProgram } from "./linear-program";
import { preparedTable } from "./table-foods";

/** Cases on the whole table; HiGHS takes about a second for each, so the record of more is run by hand. */
const TABLE_CASES = Number(process.env.ASSAY_OPTIMUM_CASES ?? "4");
const highs = await loadHighs();

const optimum = (problem: Problem): number => {
  if (problem.options.count === 0) return 0;
  const solution = highs.solve(linearProgram(problem), { mip_rel_gap: 0, output_flag: false });
  expect(solution.Status).toBe("Optimal");
  return solution.ObjectiveValue;
};

/** Every allowed set, one by one. */
const exhaustive = (problem: Problem): number => {
  let best = 0;
  const visit = (from: number, chosen: readonly number[]): void => {
    best = Math.max(best, setValue(problem, chosen));
    if (chosen.length === problem.maxItems) return;
    for (let option = from; option < problem.options.count; option++) {
      const next = [...chosen, option];
      if (isAllowed(problem, next)) visit(option + 1, next);
    }
  };
  visit(0, []);
  return best;
};

/** Share of the optimum that the search leaves, over cases with something to gain. */
const measure = (problems: readonly Problem[]) => {
  const losses = problems.flatMap((problem) => {
    const best = optimum(problem);
    const found = setValue(problem, search(problem));
    // Nothing beats the exact solver but the tolerance of its own arithmetic.
    expect(found).toBeLessThanOrEqual(best + 1e-5);
    return best > 1e-6 ? [Math.max(0, best - found) / best] : [];
  });
  return {
    cases: losses.length,
    optimal: losses.filter((loss) => loss < 1e-5).length / losses.length,
    mean: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    worst: Math.max(...losses),
  };
};

describe("how far the search stays below the optimum", () => {
  test("the linear program and an enumeration of every set agree on tiny cases", () => {
    fc.assert(
      fc.property(candidates(9), requests, (foods, given) => {
        const { problem } = buildProblem(prepareCandidates(foods), given);
        expect(optimum(problem)).toBeCloseTo(exhaustive(problem), 5);
      }),
      { numRuns: 120, seed: 6 },
    );
  });

  test("random small cases", () => {
    const cases = fc.sample(fc.tuple(candidates(30), requests), { numRuns: 250, seed: 36 });
    const result = measure(
      cases.map(([foods, given]) => buildProblem(prepareCandidates(foods), given).problem),
    );
    console.log("small cases", result);
    expect(result.cases).toBeGreaterThan(100);
    expect(result.optimal).toBeGreaterThanOrEqual(0.98);
    expect(result.mean).toBeLessThan(0.001);
    expect(result.worst).toBeLessThan(0.1);
  });

  test("days on the whole table", () => {
    const prepared = preparedTable();
    const part = between(0, 1.3);
    const days = fc.sample(
      fc.record({
        parts: fc.tuple(part, part, part, part, part, part),
        energyHeadroomKcal: fc.option(fc.integer({ min: 200, max: 1700 })),
        // Caps of a set make it harder to find the best one.
        conditions: fc.constantFrom([], [], ["chronic-kidney-disease"], ["hypertension"]),
        medicines: fc.constantFrom([], [], ["warfarin"]),
      }),
      { numRuns: TABLE_CASES, seed: 366 },
    );
    const problems = days.map(({ parts: [mg, zn, ca, fe, se, k], energyHeadroomKcal, ...told }) => {
      const gates = gatesFor({ ...told, age: 35, lifeStage: "none" });
      const amounts = {
        magnesium: 320 * mg,
        zinc: 8 * zn,
        calcium: 1000 * ca,
        iron: 18 * fe,
        selenium: 55 * se,
        potassium: 2600 * k,
      };
      return buildProblem(prepared, request(amounts, { energyHeadroomKcal, gates })).problem;
    });
    const result = measure(problems);
    console.log("whole table", prepared.candidates.length, "foods", result);
    expect(result.mean).toBeLessThan(0.01);
    expect(result.worst).toBeLessThan(0.1);
  }, 600_000);
});
