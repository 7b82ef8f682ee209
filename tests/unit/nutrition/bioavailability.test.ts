import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absorbedZinc,
  bandAround,
  calciumClassOf,
  calciumFraction,
  calciumQualityOf,
  composition,
  ironDayDirection,
  type MealItem,
  mealIronOf,
  type PhytateItem,
  phytateTotalOf,
  referenceIntake,
  relativeAbsorbability,
  zincAbsorptionOf,
  zincNeed,
  zincRatioOf,
} from "@/lib/nutrition";
import { calciumAbsorbedFrom, man40, ON, person, woman40, zincToAbsorb } from "../../support/nutrition";

const zincReference = referenceIntake("zinc", woman40, ON, "nasem");
const ironReference = referenceIntake("iron", woman40, ON, "nasem");
const item = (energyKcal: number | null, phytateMg: number | null): PhytateItem => ({
  energyKcal,
  phytate: phytateMg === null ? null : bandAround(phytateMg),
});

describe("phytate of a day", () => {
  it("adds bands and tells how much of the energy they stand for", () => {
    expect(phytateTotalOf([item(900, 400), item(600, 0), item(500, null)])).toEqual({
      band: { low: 200, typical: 400, high: 800 },
      known: 2,
      entries: 3,
      coverage: 0.75,
    });
  });
  it("tells unknown from none", () => {
    expect(phytateTotalOf([item(500, null)])).toMatchObject({ band: null, known: 0, coverage: 0 });
    expect(phytateTotalOf([item(500, 0)])).toMatchObject({ band: { typical: 0, high: 0 }, coverage: 1 });
    expect(phytateTotalOf([])).toMatchObject({ band: null, coverage: 0 });
  });
  it("takes the smaller share when energies are missing", () => {
    expect(phytateTotalOf([item(900, 400), item(null, null)]).coverage).toBe(0.5);
  });
  it("gives a ratio of 0 without phytate, and none when too little is known", () => {
    expect(zincRatioOf(phytateTotalOf([item(500, 0)]), 8)).toMatchObject({ ok: true, availability: "high" });
    expect(zincRatioOf(phytateTotalOf([item(790, 400), item(210, null)]), 8)).toEqual({
      ok: false,
      reason: "low-coverage",
    });
    expect(zincRatioOf(phytateTotalOf([item(500, null)]), 8)).toEqual({
      ok: false,
      reason: "phytate-unknown",
    });
    expect(zincRatioOf(phytateTotalOf([item(500, 400)]), null)).toEqual({
      ok: false,
      reason: "mineral-unknown",
    });
    expect(zincRatioOf(phytateTotalOf([item(500, 400)]), 0)).toEqual({
      ok: false,
      reason: "mineral-unknown",
    });
  });
  it("shows the class at both ends of the band", () => {
    expect(zincRatioOf(phytateTotalOf([item(2000, 900)]), 10)).toMatchObject({
      availability: "moderate",
      availabilityAtLow: "high",
      availabilityAtHigh: "low",
    });
  });
});

describe("absorbed zinc", () => {
  const total = phytateTotalOf([item(2000, 900)]);
  it("is given as a band for adults, with what the body needs", () => {
    const found = zincAbsorptionOf(10, total, person(woman40), 60, zincReference);
    expect(found).toMatchObject({ ok: true, needMg: 0.642 + 0.038 * 60, covers: "depends-on-phytate" });
    if (!found.ok) throw new Error("no absorption");
    expect(found.absorbedMg.typical).toBeCloseTo(3.073, 3);
    expect(found.absorbedMg.atLowPhytate).toBeGreaterThan(found.absorbedMg.typical);
    expect(found.absorbedMg.atHighPhytate).toBeLessThan(found.absorbedMg.typical);
    expect(zincAbsorptionOf(20, total, person(woman40), 60, zincReference)).toMatchObject({ covers: "yes" });
    expect(zincAbsorptionOf(4, total, person(woman40), 60, zincReference)).toMatchObject({ covers: "no" });
  });
  it("is given to nobody under 18, and to nobody whose data do not reach", () => {
    const why = (zinc: number | null, phytate = total, age = 40) => {
      const found = zincAbsorptionOf(zinc, phytate, person(man40, age), null, zincReference);
      return found.ok ? null : found.reason;
    };
    expect(why(10, total, 17)).toBe("adults-only");
    expect(why(null)).toBe("zinc-unknown");
    expect(why(10, phytateTotalOf([item(1, null)]))).toBe("phytate-unknown");
    expect(why(10, phytateTotalOf([item(500, 300), item(500, null)]))).toBe("low-coverage");
  });
  it("names no need in pregnancy", () => {
    const mother = { ...person(woman40), lifeStage: "pregnant" as const };
    expect(zincAbsorptionOf(10, total, mother, 60, zincReference)).toMatchObject({
      needMg: null,
      covers: null,
    });
  });
  it("rises with zinc, falls with phytate, never exceeds what is eaten or 5.95 mg, and inverts", () => {
    const zinc = fc.double({ min: 0.01, max: 200, noNaN: true });
    const phytate = fc.double({ min: 0, max: 5000, noNaN: true });
    fc.assert(
      fc.property(zinc, phytate, (z, p) => {
        const absorbed = absorbedZinc(z, p);
        expect(absorbed).toBeGreaterThan(0);
        expect(absorbed).toBeLessThan(Math.min(z, 0.091 * 65.38) + 1e-9);
        expect(absorbedZinc(z * 1.1, p)).toBeGreaterThanOrEqual(absorbed);
        expect(absorbedZinc(z, p + 100)).toBeLessThanOrEqual(absorbed);
        if (absorbed < 5.5) expect(zincToAbsorb(absorbed, p) / z).toBeCloseTo(1, 6);
      }),
    );
    expect(zincToAbsorb(6, 0)).toBe(Number.POSITIVE_INFINITY);
  });
  it("refuses what is no amount", () => {
    expect(() => absorbedZinc(-1, 0)).toThrow(RangeError);
    expect(() => absorbedZinc(1, Number.NaN)).toThrow(RangeError);
    expect(() => zincNeed("male", 0)).toThrow(RangeError);
    expect(() => zincAbsorptionOf(1, total, person(man40), null, ironReference)).toThrow(RangeError);
  });
  it("does not take a reference that already allows for a vegetarian diet", () => {
    const raised = referenceIntake("zinc", woman40, ON, "nasem", { allowance: "vegetarian" });
    // @ts-expect-error the allowance and the model express the same loss
    const found = zincAbsorptionOf(10, total, person(woman40), 60, raised);
    expect(found.ok).toBe(true);
  });
});

type Food = Partial<Omit<MealItem, "amounts" | "phytate">> & {
  iron?: number | null;
  vitaminC?: number | null;
  calcium?: number | null;
  energy?: number | null;
  phytateMg?: number | null;
};
const food = ({
  iron = 2,
  vitaminC = 0,
  calcium = 0,
  energy = 300,
  phytateMg = 0,
  ...rest
}: Food): MealItem => ({
  amounts: composition({ iron, vitaminC, calcium, energy }),
  grams: 100,
  flesh: false,
  cooked: true,
  teaOrCoffee: false,
  phytate: phytateMg === null ? null : bandAround(phytateMg),
  ...rest,
});
const meal = (...foods: Food[]) => mealIronOf(foods.map(food), ironReference);

describe("iron of a meal", () => {
  it("is classed by vitamin C and cooked flesh", () => {
    expect(meal({}).availability).toBe("low");
    expect(meal({ vitaminC: 25 }).availability).toBe("medium");
    expect(meal({ vitaminC: 75 }).availability).toBe("high");
    expect(meal({ flesh: true, grams: 60 })).toMatchObject({ availability: "medium", enhancingUnits: 60 });
    expect(meal({ flesh: true, grams: 130, cooked: false }).enhancingUnits).toBeCloseTo(100, 10);
  });
  it("has a direction from what enhances and what inhibits", () => {
    expect(meal({})).toMatchObject({ direction: "typical", enhancers: [], inhibitors: [] });
    expect(meal({ vitaminC: 60 })).toMatchObject({ direction: "more", enhancers: ["vitamin-c"] });
    expect(meal({ flesh: true })).toMatchObject({ direction: "more", enhancers: ["meat-fish-poultry"] });
    expect(meal({ teaOrCoffee: true })).toMatchObject({ direction: "less", inhibitors: ["tea-or-coffee"] });
    expect(meal({ calcium: 300 })).toMatchObject({ direction: "less", inhibitors: ["calcium"] });
    expect(meal({ calcium: 299 })).toMatchObject({ direction: "typical", inhibitors: [] });
    expect(meal({ vitaminC: 60, teaOrCoffee: true }).direction).toBe("typical");
    expect(meal({ vitaminC: 60, teaOrCoffee: true, calcium: 400 }).direction).toBe("less");
  });
  it("counts phytate from a ratio of 1 without enhancers and of 6 with them", () => {
    // 2 mg of iron and 100 mg of phytate: ratio 4.2.
    expect(meal({ phytateMg: 100 })).toMatchObject({ direction: "less", inhibitors: ["phytate"] });
    expect(meal({ phytateMg: 100, vitaminC: 60 })).toMatchObject({ direction: "more", inhibitors: [] });
    expect(meal({ phytateMg: 300, vitaminC: 60 })).toMatchObject({ direction: "typical" });
  });
  it("has no direction where the unknown could change it, and has one where it could not", () => {
    expect(meal({ vitaminC: null })).toMatchObject({
      direction: null,
      availability: null,
      unknown: ["vitamin-c"],
    });
    expect(meal({ phytateMg: null })).toMatchObject({ direction: null, unknown: ["phytate"] });
    expect(meal({ calcium: null })).toMatchObject({ direction: null, unknown: ["calcium"] });
    expect(meal({ flesh: null })).toMatchObject({ direction: null, hemeMg: null, unknown: ["flesh"] });
    expect(meal({ phytateMg: null, teaOrCoffee: true })).toMatchObject({ direction: "less" });
    expect(meal({ vitaminC: 90, flesh: null })).toMatchObject({ availability: "high", direction: "more" });
  });
  it("overlooks what is missing from less than a fifth of the energy", () => {
    expect(
      meal({ energy: 900 }, { energy: 100, vitaminC: null, phytateMg: null, calcium: null }).unknown,
    ).toEqual([]);
  });
  it("takes heme as 40 % of the iron in flesh", () => {
    expect(meal({ flesh: true, iron: 3 }, { iron: 5 })).toMatchObject({ ironMg: 8, hemeMg: 3 * 0.4 });
    expect(meal({ iron: 5 }).hemeMg).toBe(0);
    expect(meal({ flesh: true, iron: null }).hemeMg).toBeNull();
  });
  it("says nothing of an empty meal", () => {
    expect(meal()).toMatchObject({ ironMg: null, direction: null, unknown: [] });
  });
  it("does not take a reference that already allows for a vegetarian diet", () => {
    const raised = referenceIntake("iron", woman40, ON, "nasem", { allowance: "vegetarian" });
    // @ts-expect-error the allowance and the classes express the same loss
    expect(mealIronOf([food({})], raised).direction).toBe("typical");
  });
});

describe("iron over a day", () => {
  const ordinary = { vitaminCMg: 75, fleshG: 100, teaCups: 1, phytateMg: 500, calciumMg: 800, nonhemeMg: 12 };
  it("is more, typical or less in steps of a fifth", () => {
    expect(ironDayDirection(ordinary, ironReference)).toBe("typical");
    expect(ironDayDirection({ ...ordinary, phytateMg: 1500, vitaminCMg: 20 }, ironReference)).toBe("less");
    expect(
      ironDayDirection({ ...ordinary, phytateMg: 150, teaCups: 0, vitaminCMg: 200 }, ironReference),
    ).toBe("more");
    expect(ironDayDirection(null, ironReference)).toBeNull();
  });
  it("has a value without phytate, calcium or vitamin C", () => {
    const bare = { vitaminCMg: 0, fleshG: 0, teaCups: 0, phytateMg: 0, calciumMg: 0, nonhemeMg: 0 };
    expect(ironDayDirection(bare, ironReference)).toBe("more");
  });
});

describe("calcium", () => {
  it.each([
    ["Spinach, raw", "vegetables", "high-oxalate", 0.16],
    ["Rhubarb, frozen, cooked, with sugar", "fruits", "high-oxalate", 0.16],
    ["Kale, raw", "vegetables", "low-oxalate-green", 1.5],
    ["Broccoli, cooked, boiled, drained, without salt", "vegetables", "low-oxalate-green", 1.5],
    ["Cheese, cheddar", "dairyEgg", "milk-like", 1],
    ["Eggnog", "dairyEgg", "milk-like", 1],
    ["Egg, whole, raw, fresh", "dairyEgg", "other", null],
    ["Tofu, raw, firm, prepared with calcium sulfate", "legumes", "milk-like", 1],
    ["Soymilk, original and vanilla, with added calcium, vitamins A and D", "legumes", "milk-like", 1],
    ["Tofu, extra firm, prepared with nigari", "legumes", "other", null],
    ["Beans, white, mature seeds, cooked, boiled, without salt", "legumes", "pulse", 0.7],
    ["Nuts, almonds", "nutsSeeds", "nut-or-seed", 0.65],
    ["Carrots, raw", "vegetables", "other", null],
    ["Fast foods, cheeseburger", "fastFoods", "other", null],
  ] as const)("%s is %s: %s, %s", (name, group, calciumClass, factor) => {
    expect(calciumClassOf({ name, group })).toBe(calciumClass);
    expect(relativeAbsorbability(calciumClass)).toBe(factor);
  });
  it("believes the table about oxalate before the name", () => {
    expect(calciumClassOf({ name: "Beetroot leaves", group: "vegetables", highOxalate: true })).toBe(
      "high-oxalate",
    );
    expect(calciumClassOf({ name: "Spinach souffle", group: "meals", highOxalate: false })).toBe("other");
  });
  it("spinach is not milk", () => {
    const spinach = { name: "Spinach, cooked, boiled, drained, without salt", group: "vegetables" };
    const milk = { name: "Milk, whole", group: "dairyEgg" };
    const quality = calciumQualityOf([
      { food: spinach, calciumMg: 200 },
      { food: milk, calciumMg: 200 },
      { food: { name: "Carrots, raw", group: "vegetables" }, calciumMg: 30 },
      { food: milk, calciumMg: null },
    ]);
    expect(quality).toEqual({
      totalMg: 430,
      milkEquivalentMg: 200 * 0.16 + 200 + 30,
      unmeasuredMg: 30,
      highOxalateMg: 200,
      highOxalateFoods: [spinach.name],
      known: 3,
      entries: 4,
    });
    expect(calciumQualityOf([{ food: milk, calciumMg: null }])).toMatchObject({
      totalMg: null,
      milkEquivalentMg: null,
    });
  });
  it("is absorbed better from smaller doses, at every size", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 2000, noNaN: true }),
        fc.integer({ min: 2, max: 6 }),
        (mg, parts) => {
          const whole = calciumAbsorbedFrom([mg]);
          expect(calciumAbsorbedFrom(Array.from({ length: parts }, () => mg / parts))).toBeGreaterThanOrEqual(
            whole - 1e-9,
          );
          expect(calciumFraction(mg)).toBeGreaterThan(0.2);
          expect(calciumFraction(mg)).toBeLessThan(0.65);
        },
      ),
    );
    expect(calciumAbsorbedFrom([0, 500])).toBe(calciumAbsorbedFrom([500]));
    expect(() => calciumFraction(0)).toThrow(RangeError);
  });
});
