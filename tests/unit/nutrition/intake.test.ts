import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amountOfDay,
  composition,
  dayIntakeOf,
  forGrams,
  type IntakeEntry,
  isComplete,
  NUTRIENT_IDS,
  totalsOf,
  withoutLowerBounds,
} from "@/lib/nutrition";

const amounts = fc
  .record(
    Object.fromEntries(
      NUTRIENT_IDS.map((id) => [id, fc.option(fc.double({ min: 0, max: 1e4, noNaN: true }), { nil: null })]),
    ),
  )
  .map((known) => composition(known));
const entry: fc.Arbitrary<IntakeEntry> = fc.record({
  kind: fc.constantFrom("food" as const, "supplement" as const),
  amounts,
});

describe("totals", () => {
  it("double with the portion, and keep the unknown unknown", () => {
    fc.assert(
      fc.property(amounts, fc.double({ min: 0, max: 2000, noNaN: true }), (per100g, grams) => {
        const once = forGrams(per100g, grams);
        const twice = forGrams(per100g, 2 * grams);
        for (const id of NUTRIENT_IDS) {
          const amount: number | null = once[id];
          expect(amount === null).toBe(per100g[id] === null);
          if (amount !== null) expect(twice[id]).toBeCloseTo(2 * amount, 6);
        }
      }),
    );
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => forGrams(composition(), bad)).toThrow(RangeError);
    }
  });
  it("never fall when a food is added, and an unknown never raises what is covered", () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 6 }), amounts, (list, extra) => {
        const before = totalsOf(list);
        const after = totalsOf([...list, extra]);
        for (const id of NUTRIENT_IDS) {
          expect(after[id].entries).toBe(before[id].entries + 1);
          expect(after[id].known).toBe(before[id].known + (extra[id] === null ? 0 : 1));
          expect(after[id].amount === null).toBe(after[id].known === 0);
          if (before[id].amount !== null) expect(after[id].amount).toBeGreaterThanOrEqual(before[id].amount);
          if (extra[id] === null) expect(isComplete(after[id])).toBe(false);
        }
      }),
    );
  });
  it("of a day are those of its food and supplements together", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const day = dayIntakeOf("2026-06-01", entries);
        const all = totalsOf(entries.map((e) => e.amounts));
        for (const id of NUTRIENT_IDS) {
          const total = amountOfDay(day, id);
          if (all[id].amount === null) expect(total).toBeNull();
          else expect(total).toBeCloseTo(all[id].amount, 6);
          const energies = entries.filter(
            (e) => e.kind === "food" && e.amounts[id] !== null && e.amounts.energy !== null,
          );
          if (energies.length === 0) expect(day.reportingEnergy?.[id]).toBeNull();
          else {
            expect(day.reportingEnergy?.[id]).toBeCloseTo(
              energies.reduce((sum, e) => sum + (e.amounts.energy ?? Number.NaN), 0),
              6,
            );
          }
        }
      }),
    );
  });
});

describe("lower bounds among entries", () => {
  it("are added, and their entries are not among the known", () => {
    const full = composition({ iron: 2, zinc: 1 });
    const partial = composition({ iron: 3 });
    const { iron, zinc } = totalsOf([full, partial], [undefined, ["iron"]]);
    expect(iron).toMatchObject({ amount: 5, known: 1, entries: 2 });
    expect(zinc).toMatchObject({ amount: 1, known: 1, entries: 2 });
    // Nobody reports it in full, and still something is known.
    expect(totalsOf([partial], [["iron"]]).iron).toMatchObject({ amount: 3, known: 0, entries: 1 });
    expect(withoutLowerBounds(partial, ["iron"]).iron).toBeNull();
    expect(withoutLowerBounds(full)).toBe(full);
  });
});
