import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addSupplements,
  addTotals,
  amountPerKcal,
  type CountedEntry,
  composition,
  type DayReference,
  isComplete,
  possibleExtra,
  sumDay,
  sumMineral,
  totalOf,
} from "@/lib/nutrition";

const food = (
  nutrients: Parameters<typeof composition>[0],
  lowerBounds?: CountedEntry["lowerBounds"],
): CountedEntry => ({ kind: "food", nutrients: composition(nutrients), lowerBounds });
const dose = (
  nutrients: Parameters<typeof composition>[0],
  prescribed?: CountedEntry["prescribed"],
): CountedEntry => ({ kind: "supplement", nutrients: composition(nutrients), prescribed });

const ZINC: DayReference = {
  mineral: "zinc",
  target: 8,
  ul: 40,
  ulScope: "total",
  state: "usual",
  scores: true,
};

const amount = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null });
const entries = fc.array(
  fc
    .record({
      zinc: amount,
      energy: amount,
      bound: fc.boolean(),
      kind: fc.constantFrom("food", "supplement"),
    })
    .map(({ zinc, energy, bound, kind }) =>
      kind === "food" ? food({ zinc, energy }, bound ? ["zinc"] : undefined) : dose({ zinc }),
    ),
  { maxLength: 8 },
);

describe("totals that are added", () => {
  it("stay lower bounds where the food has no value, and unknown where nothing is known", () => {
    const day = totalOf("zinc", [composition({ zinc: 100 })]);
    const adding = (zinc: number | null, lowerBounds: readonly "zinc"[] = []) =>
      addTotals(day, totalOf("zinc", [composition({ zinc })], [lowerBounds]));
    expect(adding(null)).toMatchObject({ amount: 100, known: 1, entries: 2 });
    expect(adding(20)).toMatchObject({ amount: 120, known: 2, entries: 2 });
    expect(isComplete(adding(20))).toBe(true);
    expect(isComplete(adding(20, ["zinc"]))).toBe(false);
    const nothing = totalOf("zinc", [composition()]);
    expect(addTotals(nothing, nothing)).toMatchObject({ amount: null, known: 0, entries: 2 });
  });

  it("are the total of all entries together", () => {
    fc.assert(
      fc.property(entries, entries, (some, others) => {
        const total = (of: readonly CountedEntry[]) =>
          totalOf(
            "zinc",
            of.map(({ nutrients }) => nutrients),
            of.map(({ lowerBounds }) => lowerBounds),
          );
        expect(addTotals(total(some), total(others))).toEqual(total([...some, ...others]));
      }),
    );
  });

  it("count a supplement only where its label names the nutrient", () => {
    const eaten = totalOf("zinc", [composition({ zinc: 1 })]);
    const tablets = totalOf("zinc", [composition({ zinc: 10 }), composition({ iron: 14 })]);
    expect(addSupplements(eaten, tablets)).toMatchObject({ amount: 11, known: 2, entries: 2 });
  });
});

describe("a day's sum", () => {
  it("is the same in whatever order the entries stand", () => {
    fc.assert(
      fc.property(entries, (of) => {
        expect(sumDay(of.toReversed())).toEqual(sumDay(of));
        expect(sumMineral(ZINC, of.toReversed())).toEqual(sumMineral(ZINC, of));
      }),
    );
  });

  it("of one mineral is that of all nutrients", () => {
    fc.assert(
      fc.property(entries, (of) => {
        const { totals, fromSupplements } = sumDay(of);
        expect(sumMineral(ZINC, of)).toMatchObject({
          total: totals.zinc,
          fromSupplements: fromSupplements.zinc,
        });
      }),
    );
  });

  it("never falls by a food more, and an unknown one only makes it a lower bound", () => {
    fc.assert(
      fc.property(entries, amount, (of, zinc) => {
        const before = sumMineral(ZINC, of).total;
        const after = sumMineral(ZINC, [...of, food({ zinc })]).total;
        expect(after.amount ?? -1).toBeGreaterThanOrEqual(before.amount ?? -1);
        if (zinc === null) expect(after).toEqual({ ...before, entries: before.entries + 1 });
      }),
    );
  });

  it("is short of the whole target while nothing is known, and of nothing where there is no gap to close", () => {
    expect(sumMineral(ZINC, [food({})])).toMatchObject({ short: 8, percent: null, overLimit: null });
    expect(sumMineral(ZINC, [food({ zinc: 2 })])).toMatchObject({ short: 6, percent: 25 });
    expect(sumMineral(ZINC, [food({ zinc: 9 })])).toMatchObject({ short: null, percent: 112.5 });
    const off = { ...ZINC, state: "switched-off", scores: false };
    expect(sumMineral(off, [food({ zinc: 2 })])).toMatchObject({ short: null, percent: null });
  });

  it("does not hold what was prescribed against the upper limit", () => {
    const taken = [food({ zinc: 10 }), dose({ zinc: 45 }, ["zinc"])];
    expect(sumMineral(ZINC, taken)).toMatchObject({ prescribed: 45, overLimit: null });
    expect(sumMineral(ZINC, [...taken, dose({ zinc: 35 })])).toMatchObject({ prescribed: 45, overLimit: 5 });
    expect(sumMineral(ZINC, [food({ zinc: 10 })])).not.toHaveProperty("prescribed");
  });
});

describe("what foods without a value might hold", () => {
  const of = [food({ zinc: 4, energy: 400 }), food({ energy: 200 })];
  it("is the amount per kilocalorie of the others times their energy", () => {
    expect(amountPerKcal("zinc", of)).toBe(0.01);
    expect(possibleExtra("zinc", of)).toBe(2);
  });
  it("leaves lower bounds and supplements out", () => {
    const more = [...of, food({ zinc: 9, energy: 100 }, ["zinc"]), dose({ zinc: 15 })];
    expect(possibleExtra("zinc", more)).toBe(2);
  });
  it("is unknown where nothing is known, and nothing where no food lacks a value", () => {
    expect(possibleExtra("zinc", of.slice(1))).toBeNull();
    expect(possibleExtra("zinc", of.slice(0, 1))).toBeNull();
    expect(possibleExtra("zinc", [food({ zinc: 4, energy: 400 }), food({})])).toBeNull();
  });
});
