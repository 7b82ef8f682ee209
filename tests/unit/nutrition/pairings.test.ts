import { describe, expect, it } from "vitest";
import {
  composition,
  highZincDays,
  type NutrientId,
  type PairItem,
  plantIronMeals,
  type TakenDose,
  tabletDays,
} from "@/lib/nutrition";

/** Meals and doses counted by hand. */

const eaten = (
  name: string,
  amounts: { readonly [N in NutrientId]?: number | null },
  more: Partial<Pick<PairItem, "plant" | "teaOrCoffee">> = {},
): PairItem => ({
  name,
  amounts: composition({ energy: 100, iron: 0, calcium: 0, vitaminC: 0, ...amounts }),
  plant: true,
  teaOrCoffee: false,
  ...more,
});

const lentils = eaten("Lentils", { energy: 230, iron: 6.6, vitaminC: 3, calcium: 38 });
const kiwi = eaten("Kiwi", { energy: 42, iron: 0.2, vitaminC: 64, calcium: 23 });
const pepper = eaten("Red pepper", { energy: 20, iron: 0.3, vitaminC: 95 });
const coffee = eaten("Coffee", { energy: 2, iron: 0.02 }, { teaOrCoffee: true });
const yogurt = eaten("Yogurt", { energy: 150, calcium: 300, iron: 0.1 }, { plant: false });
const beef = eaten("Beef", { energy: 250, iron: 2.6 }, { plant: false });
const bakery = eaten(
  "Bakery bread",
  { energy: 250, iron: 1.9, vitaminC: null, calcium: null },
  { plant: null },
);

describe("meals with iron from plants", () => {
  it("are counted with what came beside it, and by the foods that brought it", () => {
    expect(
      plantIronMeals([
        [lentils, kiwi],
        [lentils, pepper, kiwi, coffee],
        [lentils, coffee],
        [lentils, yogurt],
        [eaten("Tofu", { iron: 3 })],
      ]),
    ).toEqual({
      meals: 5,
      open: 0,
      vitaminC: { meals: 2, open: 0 },
      vitaminCFrom: [
        { name: "Kiwi", meals: 1 },
        { name: "Red pepper", meals: 1 },
      ],
      teaOrCoffee: 2,
      // 300 of the yogurt and 38 of the lentils.
      muchCalcium: { meals: 1, open: 0 },
      ironWithoutVitaminC: [
        { name: "Lentils", meals: 2 },
        { name: "Tofu", meals: 1 },
      ],
    });
  });

  it("are not a cup of coffee, nor meat alone", () => {
    expect(plantIronMeals([[coffee], [beef], [yogurt], []])).toMatchObject({ meals: 0, open: 0 });
  });

  it("stay open where a food does not say what it is, or how much iron it holds", () => {
    expect(plantIronMeals([[bakery], [eaten("Soup", { iron: null })]])).toMatchObject({ meals: 0, open: 2 });
    // Known plants settle it whatever else there is.
    expect(plantIronMeals([[bakery, lentils]])).toMatchObject({ meals: 1, open: 0 });
    // What is known not to be a plant cannot make one, however little it says.
    expect(plantIronMeals([[eaten("Egg", { iron: null }, { plant: false })]])).toMatchObject({ open: 0 });
  });

  it("leave vitamin C and calcium open where foods of more than a fifth of the energy do not say", () => {
    // 250 of 480 kcal.
    const found = plantIronMeals([[lentils, bakery]]);
    expect(found.vitaminC).toEqual({ meals: 0, open: 1 });
    expect(found.muchCalcium).toEqual({ meals: 0, open: 1 });
    expect(found.ironWithoutVitaminC).toEqual([]);
    // Enough from the others is enough.
    expect(plantIronMeals([[lentils, bakery, kiwi]]).vitaminC).toEqual({ meals: 1, open: 0 });
    // 20 of 250 kcal: too little to matter.
    const herb = eaten("Herb", { energy: 20, vitaminC: null, calcium: null });
    expect(plantIronMeals([[lentils, herb]]).vitaminC).toEqual({ meals: 0, open: 0 });
  });

  it("take exactly the threshold as reached", () => {
    const at = (iron: number, vitaminC: number, calcium: number) =>
      plantIronMeals([[eaten("x", { iron, vitaminC, calcium })]]);
    expect(at(1, 25, 300)).toMatchObject({ meals: 1, vitaminC: { meals: 1 }, muchCalcium: { meals: 1 } });
    expect(at(1, 24.9, 299.9)).toMatchObject({ vitaminC: { meals: 0 }, muchCalcium: { meals: 0 } });
    expect(at(0.99, 25, 300)).toMatchObject({ meals: 0, open: 0 });
  });
});

describe("supplements taken beside each other", () => {
  const dose = (date: string, time: string | null, amounts: TakenDose["amounts"]): TakenDose => ({
    date: `2026-05-0${date}`,
    time,
    amounts,
  });
  const count = (...doses: TakenDose[]) => tabletDays(doses, { nutrient: "calcium" }, { nutrient: "iron" });

  it("are told apart by their times, two hours being together", () => {
    expect(
      count(
        dose("1", "08:00", { calcium: 500 }),
        dose("1", "10:00", { iron: 14 }),
        dose("2", "08:00", { calcium: 500 }),
        dose("2", "10:01", { iron: 14 }),
        dose("3", "08:00", { calcium: 500 }),
        dose("4", "21:00", { iron: 14 }),
      ),
    ).toEqual({ first: 3, second: 3, both: 2, together: 1, apart: 1, unsaid: 0 });
  });

  it("are together in one product, and unsaid without times", () => {
    expect(count(dose("1", null, { calcium: 100, iron: 5 }))).toMatchObject({ both: 1, together: 1 });
    expect(count(dose("1", null, { calcium: 100 }), dose("1", "09:00", { iron: 5 }))).toMatchObject({
      both: 1,
      unsaid: 1,
      apart: 0,
    });
  });

  it("are together on a day with one pair that is, whatever the others are", () => {
    expect(
      count(
        dose("1", "08:00", { calcium: 500 }),
        dose("1", "20:00", { calcium: 500 }),
        dose("1", "20:00", { iron: 14 }),
        dose("1", null, { iron: 14 }),
      ),
    ).toMatchObject({ both: 1, together: 1, unsaid: 0 });
  });

  it("count an amount of a sitting, not of a tablet, and nothing unknown", () => {
    const zinc = (...doses: TakenDose[]) =>
      tabletDays(doses, { nutrient: "iron", from: 25 }, { nutrient: "zinc" });
    expect(
      zinc(
        dose("1", "08:00", { iron: 14 }),
        dose("1", "08:00", { iron: 14, zinc: 10 }),
        dose("2", "08:00", { iron: 14, zinc: 10 }),
        dose("3", "08:00", { iron: null, zinc: 10 }),
        dose("4", "08:00", { iron: 28, zinc: 0 }),
      ),
    ).toEqual({ first: 2, second: 3, both: 1, together: 1, apart: 0, unsaid: 0 });
  });

  it("add up to days of much zinc", () => {
    expect(
      highZincDays([
        dose("1", null, { zinc: 25 }),
        dose("1", "21:00", { zinc: 25 }),
        dose("2", null, { zinc: 49.9 }),
        dose("3", null, { iron: 60 }),
      ]),
    ).toBe(1);
  });
});
