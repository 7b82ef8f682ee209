import { describe, expect, it } from "vitest";
import type { FoodGroup } from "@/lib/catalogue";
import { installedPhytateOf, phytateOf, readPhytate } from "@/lib/catalogue/rules";
import { NAMED_OTHERWISE } from "@/lib/catalogue/rules/phytate-names";
import { plainGrams } from "@/lib/foodtables/readers/values";

describe("12: water and carbohydrate, by which boiled beans are told from dry ones and meat from breaded meat", () => {
  it.each([
    ["69,5", 69.5],
    ["0", 0],
    ["traces", 0],
    // The rules ask whether there is at most so much.
    ["< 0,5", 0.5],
    ["", null],
    ["-", null],
    ["130", null],
  ])("reads %j", (text, grams) => {
    expect(plainGrams(text)).toBe(grams);
  });

  it("is of the edible part where the food is stated as bought", () => {
    expect(plainGrams("40", 0.5)).toBe(80);
    expect(plainGrams("60", 0.5)).toBeNull();
  });
});

describe("12: the phytate of a food of an installed table", () => {
  const table = readPhytate();
  const of = (
    name: string,
    group: Parameters<typeof phytateOf>[0]["group"],
    waterG: number,
    carbohydrateG: number,
  ) => phytateOf({ name, group, waterG, carbohydrateG }, table);

  it("is that of the food as it is named", () => {
    expect(of("Fish, salmon, steamed", "fishShellfish", 58.8, 0)).toBe("fish_seafood");
    expect(of("Rice, white, cooked, no added fat", "grainsPasta", 68, 28)).toBe("rice_white_cooked");
    expect(of("Milk, whole", "dairyEgg", 88.1, 4.6)).toBe("milk_yogurt");
  });

  it.each([
    ["Fish, perch, baked or broiled, coated", "fishShellfish", 67.6, 7.8],
    ["Fish fingers, salmon, frozen", "fishShellfish", 60.3, 13.6],
    ["Milk, malted, dry mix, not reconstituted", "dairyEgg", 1.3, 93],
    ["Egg, creamed", "dairyEgg", 74.7, 5.5],
    ["Semolina, whole wheat", "grainsPasta", 22.1, 59.4],
  ] as const)("is not known of %s, in which there is more", (name, group, water, carbohydrate) => {
    expect(of(name, group, water, carbohydrate)).toBeNull();
  });
});

describe("12: the phytate of foods as other publishers name them", () => {
  const table = readPhytate();
  const of = (name: string, group: FoodGroup, waterG: number | null) =>
    installedPhytateOf({ name, group, waterG, carbohydrateG: 20 }, table);

  it.each([
    ["Lentils, from dried, no added fat", "legumes", 69.2, "lentil_cooked"],
    ["Chickpeas, from canned, reduced sodium", "legumes", 59.4, "chickpea_canned"],
    ["Black beans, from dried, fat added", "legumes", 61.1, "black_bean_cooked"],
    ["Soybean curd", "legumes", 87.3, "tofu_soft"],
    ["Almonds, lightly salted", "nutsSeeds", 2.3, "almond"],
    ["Oatmeal, regular or quick, made with water, no added fat", "breakfastCereals", 84.8, "oat_porridge"],
    ["Quinoa, NS as to fat", "grainsPasta", 69, "quinoa_cooked"],
    ["Spinach, fresh, cooked, no added fat", "vegetables", 90.8, "spinach"],
    ["Lentils, red, dried", "legumes", 11.1, "lentil_dry"],
    ["Lentils, red, cooked", "legumes", 72.1, "lentil_cooked"],
    ["Bean, broad bean, fava bean, dried, boiled without salt", "legumes", 71.7, "faba_cooked"],
    ["Nut, Brazil nut", "nutsSeeds", 3.5, "brazil_nut"],
    ["Carrot", "vegetables", 89, "carrot"],
    ["Chick pea, boiled/cooked in water", "legumes", 62, "chickpea_cooked"],
    ["Dried pasta, wholemeal, raw", "grainsPasta", 11, "pasta_whole_dry"],
    ["Dried pasta, wholemeal, cooked, unsalted", "grainsPasta", 67.5, "pasta_whole_cooked"],
    ["Beans, cannellini, dry", "legumes", 12.3, "white_bean_dry"],
  ] as const)("%s", (name, group, water, entry) => {
    expect(of(name, group, water)).toBe(entry);
  });

  it.each([
    ["Black beans with meat", "legumes", 61.8],
    ["Beans, from dried, NS as to type, no added fat", "legumes", 63.3],
    // Nobody says whether it was canned, which leaves less.
    ["Kidney beans, NFS", "legumes", 62.2],
    ["Kidney beans, from canned, no added fat", "legumes", 63.3],
    ["Broad bean, fresh, frozen", "legumes", 75.8],
    ["Lentil, seasoned, canned, drained", "legumes", 75],
    ["Soybean curd, breaded, fried", "legumes", 72.3],
    ["Almonds, honey roasted", "nutsSeeds", 2.5],
    ["Peanuts, boiled", "nutsSeeds", 41.8],
    ["Hemp seed, whole", "nutsSeeds", 7.1],
    ["Nut, cashew nut coated with chocolate", "nutsSeeds", 3],
    ["Oatmeal, regular or quick, made with milk, no added fat", "breakfastCereals", 80],
    ["Rice, white and wild, cooked, no added fat", "grainsPasta", 70],
    ["Spinach, creamed", "vegetables", 80],
    ["Carrots, canned, cooked, no added fat", "vegetables", 90],
    ["Kale, raw", "vegetables", 88],
    // Without its water a pulse may be dry or boiled.
    ["Lentils, red", "legumes", null],
  ] as const)("is not known of %s", (name, group, water) => {
    expect(of(name, group, water)).toBeNull();
  });

  it("has rules of entries that there are", () => {
    for (const { entry } of NAMED_OTHERWISE) expect(table.waterOf.has(entry), entry).toBe(true);
  });
});
