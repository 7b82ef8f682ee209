import { describe, expect, it } from "vitest";
import containers from "@/data/reference/containers.json";
import usual from "@/data/reference/usual-portions.json";
import {
  chooseAmount,
  createFoodSearch,
  FOOD_GROUP_IDS,
  type FoodGroup,
  isDish,
  parseMeal,
} from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { JUDGED } from "../bench/search-score";

const catalogue = loadCatalogue();
const engine = createFoodSearch(catalogue);
// Typical dishes have portions of their own, bounded in dishes.test.ts.
const foods = catalogue.ids.flatMap((id, index) => (isDish(id) ? [] : [catalogue.at(index)]));
const nothing = (words: string) => ({ quantity: null, unit: null, size: null, words, weight: null });

/**
 * What one person takes of a food of each group where no amount was typed: from so many grams to so many, and at most
 * so many kcal. Written for the groups before any rule, by what is eaten at once; wide, because a group holds much.
 */
const BOUNDS: { readonly [G in FoodGroup]: readonly [least: number, most: number, kcal: number] } = {
  dairyEgg: [1, 330, 400],
  spicesHerbs: [0.1, 16, 20],
  babyFoods: [1.5, 260, 250],
  fatsOils: [0.2, 40, 180],
  poultry: [12, 260, 650],
  soupsSauces: [2, 310, 400],
  sausagesLuncheonMeats: [12, 140, 400],
  breakfastCereals: [10, 280, 320],
  fruits: [2, 340, 400],
  pork: [10, 200, 600],
  vegetables: [0.5, 270, 560],
  nutsSeeds: [4, 260, 230],
  beef: [15, 210, 500],
  beverages: [0.5, 600, 550],
  fishShellfish: [15, 180, 300],
  legumes: [5, 300, 480],
  lambVealGame: [15, 200, 450],
  bakedProducts: [3, 190, 550],
  sweets: [0.1, 180, 400],
  grainsPasta: [5, 260, 350],
  fastFoods: [5, 450, 1000],
  meals: [35, 400, 700],
  snacks: [7, 145, 400],
  nativeFoods: [5, 420, 600],
  restaurantFoods: [15, 620, 950],
};

/** Foods beyond the bounds of their group, each with the reason. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ["ndb:21363", "McDonald's Deluxe Breakfast is one item of 1,200 kcal"],
  ["ndb:21255", "a Double Whopper with cheese is one item of 1,060 kcal"],
  ["ndb:35021", "bone marrow: the table has 100 g only"],
  ["ndb:36633", "sesame chicken as a Chinese restaurant serves it: 547 g"],
]);

const beyond = (words: (name: string) => string) =>
  foods.flatMap(({ id, ...food }) => {
    const { choice } = chooseAmount(food, nothing(words(food.name)));
    const [least, most, kcal] = BOUNDS[food.group];
    const grams = choice?.grams ?? Number.NaN;
    const energy = (grams * (food.per100g.energy ?? 0)) / 100;
    return grams >= least && grams <= most && energy <= kcal ? [] : [{ id, name: food.name, grams, energy }];
  });

describe("fault 4: the amount assumed where none was typed", () => {
  it("fault 4: is one that a person takes, of every food of the table but the exceptions", () => {
    const found = beyond(() => "");
    expect(found.filter(({ id }) => !EXCEPTIONS.has(id))).toEqual([]);
    expect(found.map(({ id }) => id).sort()).toEqual([...EXCEPTIONS.keys()].sort());
  });

  it("fault 4: and so is that of a word in the plural", () => {
    expect(beyond(() => "things").filter(({ id }) => !EXCEPTIONS.has(id))).toEqual([]);
  });

  it("fault 4: is assumed of every plain food and of every food that a judged query finds first", () => {
    const first = JUDGED.flatMap(({ q }) => engine.search(q, { limit: 1 }).map(({ id }) => ({ q, id })));
    expect(first.length).toBeGreaterThan(600);
    for (const { q, id } of first) {
      const food = catalogue.food(id);
      if (!food) throw new Error(id);
      const { choice, assumed } = chooseAmount(food, nothing(q));
      expect([q, assumed]).toEqual([q, "no-amount"]);
      if (isDish(id)) expect([q, choice?.grams]).toEqual([q, food.portions[0]?.grams]);
      else expect(choice?.grams, q).toBeLessThanOrEqual(BOUNDS[food.group][1]);
    }
  });

  it("fault 4: every food of the table belongs to a class, and every class has a food", () => {
    const used = new Set<string>();
    for (const { name, group } of foods) {
      const lower = name.toLowerCase();
      const row = usual.classes.find(
        (each) =>
          (!("groups" in each) || (each.groups as string[]).includes(group)) &&
          (!("name" in each) || new RegExp(each.name as string).test(lower)) &&
          !("not" in each && new RegExp(each.not as string).test(lower)),
      );
      expect(row, name).toBeDefined();
      used.add(row?.id ?? "");
    }
    expect(usual.classes.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  it.each(usual.classes)("fault 4: $id: $low to $high g, typically $typical", (row) => {
    expect(row.low).toBeGreaterThan(0);
    expect(row.typical).toBeGreaterThanOrEqual(row.low);
    expect(row.high).toBeGreaterThanOrEqual(row.typical);
    expect(Object.keys(usual.sources)).toContain(row.source);
    for (const group of ("groups" in row && row.groups) || []) expect(FOOD_GROUP_IDS).toContain(group);
  });
});

describe("fault 4: containers", () => {
  it.each(containers.containers)("fault 4: $units of $groups $name", (row) => {
    expect(row.low).toBeGreaterThan(0);
    const holds = "grams" in row ? (row.grams as number) : row.millilitres;
    expect(holds).toBeGreaterThan(0);
    expect(row.high).toBeGreaterThan(row.low);
    expect(Object.keys(containers.sources)).toContain(row.source);
    expect(row.why).toMatch(/\S/);
    for (const group of ("groups" in row && row.groups) || []) expect(FOOD_GROUP_IDS).toContain(group);
    // A row that no food of the table fits would never be used.
    const fits = foods.some(
      ({ name, group }) =>
        (!("groups" in row) || (row.groups as string[]).includes(group)) &&
        (!("name" in row) || new RegExp(row.name as string).test(name.toLowerCase())) &&
        !("not" in row && new RegExp(row.not as string).test(name.toLowerCase())),
    );
    expect(fits).toBe(true);
  });
});

describe("fault 4: lines that people type", () => {
  it.each<[string, number, number]>([
    // A typical dish by its own bowl.
    ["ramen", 600, 800],
    ["1 ramen", 600, 800],
    ["a bowl of ramen", 600, 800],
    ["a packet of instant noodles", 350, 500],
    ["a can of sardines", 80, 150],
    ["a can of tuna", 80, 150],
    ["a can of chickpeas", 200, 300],
    ["a can of baked beans", 380, 460],
    ["a bag of crisps", 20, 45],
    ["a packet of crisps", 20, 45],
    ["a bag of chips", 20, 200],
    ["a glass of wine", 140, 155],
    ["a glass of milk", 240, 265],
    ["a glass of orange juice", 240, 265],
    ["a mug of coffee", 280, 330],
    ["olives", 10, 30],
    ["avocado", 60, 105],
    ["1 avocado", 150, 210],
    ["egg", 44, 60],
    ["eggs", 88, 120],
    ["pancakes", 75, 150],
    ["cookies", 20, 45],
    ["a bowl of soup", 120, 330],
    ["a bowl of cornflakes", 25, 65],
    ["a bowl of rice", 140, 260],
    ["a bar of chocolate", 20, 60],
    ["a handful of nuts", 20, 40],
    ["a handful of raisins", 20, 45],
    ["a slice of bread", 20, 50],
    ["a slice of cheese", 14, 40],
    ["a slice of pizza", 60, 200],
    ["a slice of cake", 40, 150],
    ["1 chocolate cake", 40, 150],
    ["1 turkey", 40, 200],
    ["1 watermelon", 100, 300],
    ["2 croissants", 100, 140],
    ["a bottle of wine", 700, 790],
    ["butter", 5, 16],
    ["an apple", 120, 230],
    ["lentils", 30, 200],
    ["peanuts", 15, 45],
    ["bacon", 12, 60],
    ["minced beef", 60, 150],
  ])("fault 4: %s weighs %d to %d g", (text, least, most) => {
    const [item] = parseMeal(text, { search: engine, catalogue }).items;
    expect(item?.choice?.grams).toBeGreaterThanOrEqual(least);
    expect(item?.choice?.grams).toBeLessThanOrEqual(most);
  });

  it.each<["metric" | "us", string, number, number]>([
    ["metric", "a can of cola", 320, 350],
    ["us", "a can of cola", 355, 375],
    ["metric", "a bottle of beer", 320, 340],
    ["us", "a bottle of beer", 350, 360],
  ])("fault 4: in %s units %s weighs %d to %d g", (units, text, least, most) => {
    const [item] = parseMeal(text, { search: engine, catalogue, units }).items;
    expect(item?.choice?.grams).toBeGreaterThanOrEqual(least);
    expect(item?.choice?.grams).toBeLessThanOrEqual(most);
  });
});
