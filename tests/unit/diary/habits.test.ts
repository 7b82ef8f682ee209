import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayWeight, frequentFoods, type LoggedFood, usualMeal } from "@/lib/diary/habits";
import { addDays } from "@/lib/nutrition";

/** A Tuesday. */
const DATE = "2026-11-24";
const ago = (days: number): string => addDays(DATE, -days);

let made = 0;
const ate = (food: string, ...daysAgo: readonly number[]): LoggedFood[] =>
  daysAgo.map((days) => ({ id: `${food} ${days} ${made++}`, date: ago(days), meal: "breakfast", food }));
const inOrder = (...eaten: readonly LoggedFood[][]): LoggedFood[] =>
  eaten.flat().sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
const foodsOf = (eaten: readonly { food: string }[]) => eaten.map(({ food }) => food);

describe("what a past day tells", () => {
  it("halves in a fortnight", () => {
    expect(dayWeight(ago(14), DATE)).toBe(1);
    expect(dayWeight(ago(28), DATE)).toBe(0.5);
  });
  it("is most for the same weekday, and little between week and weekend", () => {
    const plain = (days: number) => dayWeight(ago(days), DATE) * 2 ** (days / 14);
    expect(plain(7)).toBeCloseTo(2, 12);
    expect(plain(1)).toBeCloseTo(1, 12);
    expect(plain(2)).toBeCloseTo(0.25, 12);
    expect(dayWeight("2026-11-22", "2026-11-28")).toBeCloseTo(2 ** (-6 / 14), 12);
  });
});

describe("frequent foods of a meal", () => {
  it("put what is eaten often and lately first", () => {
    const eaten = inOrder(ate("oats", 1, 4, 5, 6), ate("bread", 20, 22, 25, 26), ate("kefir", 1, 4));
    expect(foodsOf(frequentFoods(eaten, "breakfast", DATE))).toEqual(["oats", "kefir", "bread"]);
  });
  it("know the weekday", () => {
    const eaten = inOrder(ate("pancakes", 2, 3, 9, 10), ate("oats", 1, 4));
    expect(frequentFoods(eaten, "breakfast", DATE)[0]?.food).toBe("oats");
    expect(frequentFoods(eaten, "breakfast", "2026-11-28")[0]?.food).toBe("pancakes");
  });
  it("count a food once a day, at this meal, before the day, within 60 days", () => {
    const eaten = [
      ...ate("oats", 1, 1, 1),
      ...ate("oats", 0, -1, 61),
      { id: "x", date: ago(2), meal: "lunch" as const, food: "oats" },
    ];
    expect(frequentFoods(eaten, "breakfast", DATE)).toMatchObject([{ food: "oats", days: 1 }]);
    expect(frequentFoods([], "breakfast", DATE)).toEqual([]);
    expect(usualMeal(eaten, "breakfast", "1900-01-02")).toEqual([]);
  });
});

describe("the usual meal", () => {
  it("is what was eaten on at least half of the days, with the last entry of each", () => {
    const eaten = inOrder(
      ate("kefir", 1, 4, 5, 6),
      ate("oats", 1, 4, 6),
      ate("banana", 5),
      ate("walnuts", 4, 5, 6),
    );
    const usual = usualMeal(eaten, "breakfast", DATE);
    expect(new Set(foodsOf(usual))).toEqual(new Set(["kefir", "oats", "walnuts"]));
    expect(usual.map(({ food, date }) => [food, date])).toContainEqual(["walnuts", ago(4)]);
    expect(usual.map(({ food, date }) => [food, date])).toContainEqual(["kefir", ago(1)]);
  });
  it("is not made of one or two days", () => {
    expect(usualMeal(ate("kefir", 1, 4), "breakfast", DATE)).toEqual([]);
    expect(usualMeal([], "breakfast", DATE)).toEqual([]);
  });
  it("differs between working days and the weekend", () => {
    const eaten = inOrder(
      ate("oats", 1, 4, 5, 6, 7, 8, 11, 12, 13, 14),
      ate("pancakes", 2, 3, 9, 10, 16, 17),
    );
    expect(foodsOf(usualMeal(eaten, "breakfast", DATE))).toEqual(["oats"]);
    expect(foodsOf(usualMeal(eaten, "breakfast", "2026-11-28"))).toEqual(["pancakes"]);
  });
  it("follows a new habit", () => {
    const eaten = inOrder(
      ate("bread", 22, 25, 26, 27, 28, 29, 32, 33, 34, 35, 36),
      ate("oats", 1, 4, 5, 6, 7, 8, 11, 12),
    );
    expect(foodsOf(usualMeal(eaten, "breakfast", DATE))).toEqual(["oats"]);
  });
  it("repeats what was logged twice at the last meal", () => {
    const eaten = inOrder(ate("bread", 1, 1, 4, 5));
    expect(usualMeal(eaten, "breakfast", DATE)).toHaveLength(2);
  });
  it("is always a part of what was eaten, each food from one day", () => {
    const item = fc.record({
      id: fc.uuid(),
      date: fc.integer({ min: -2, max: 70 }).map(ago),
      meal: fc.constantFrom("breakfast" as const, "lunch" as const),
      food: fc.constantFrom("a", "b", "c"),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (eaten) => {
        const usual = usualMeal(inOrder(eaten), "breakfast", DATE);
        for (const each of usual) {
          expect(eaten).toContain(each);
          expect(each.meal).toBe("breakfast");
          expect(each.date < DATE).toBe(true);
        }
        const days = new Set(usual.map(({ food, date }) => `${food} ${date}`));
        expect(days.size).toBe(new Set(foodsOf(usual)).size);
      }),
    );
  });
});
