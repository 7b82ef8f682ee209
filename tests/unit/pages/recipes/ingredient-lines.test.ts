import { describe, expect, it } from "vitest";
import { createFoodTable } from "@/app/(app)/_features/food/food-reading";
import { openSearch } from "@/app/(app)/_features/food/food-search";
import { choiceGrams } from "@/app/(app)/_features/food/portion-choice";
import {
  MAX_LIST_LINES,
  readIngredientLines,
  unreadLines,
} from "@/app/(app)/recipes/_components/ingredient-lines";
import { loadCatalogue } from "@/lib/catalogue/load";

const eaten = createFoodTable(openSearch([loadCatalogue()]));
const table = eaten.asIngredients();
const NONE: ReadonlySet<string> = new Set();
const nobody = { own: [], recent: [] };
const read = (text: string) =>
  readIngredientLines(text, table, nobody, (line) =>
    table.readMeal(line, { own: [], boost: new Map(), last: new Map() }),
  );
/** Each food with its grams, in order. */
const foodsIn = (text: string) =>
  read(text).flatMap(({ items }) =>
    items.map(({ food, choice }) => [food.name, choice && Math.round(choiceGrams(choice))] as const),
  );

describe("fault 13: a list of ingredients", () => {
  it("is read line by line, in its order", () => {
    const foods = foodsIn("2 cups flour\n3 eggs\n200 ml milk");
    expect(foods.map(([name]) => name)).toEqual([
      expect.stringMatching(/flour/i),
      expect.stringMatching(/egg/i),
      expect.stringMatching(/milk/i),
    ]);
    expect(foods[1]?.[1]).toBe(150);
    expect(foods[2]?.[1]).toBeGreaterThan(195);
  });

  it.each(["- 3 eggs", "• 3 eggs", "* 3 eggs", "[ ] 3 eggs", "1. 3 eggs", "☐ 3 eggs"])(
    "reads %j without its bullet",
    (line) => {
      expect(foodsIn(line)).toEqual([[expect.stringMatching(/egg/i), 150]]);
    },
  );

  it("reads a comma list as well", () => {
    expect(foodsIn("200 g lentils, 3 eggs, 30 g butter")).toHaveLength(3);
  });

  it.each([
    ["1 (400 g) can chickpeas", 400],
    ["2 x 400 g tins of chickpeas", 800],
    ["2 (200g) packs chickpeas", 400],
  ])("takes the weight that stands on a package: %s", (line, grams) => {
    expect(foodsIn(line)).toEqual([[expect.stringMatching(/chickpea/i), grams]]);
  });

  it.each([
    ["200 g lentils", /^Lentils, raw/],
    ["100 g buckwheat", /^Buckwheat$/],
    ["500 g potatoes", /raw/],
    ["200 g pasta", /^Pasta, dry/],
    ["500 g chicken breast", /raw$/],
    ["1 can chickpeas", /cooked|canned/],
    ["2 (400 g) cans chickpeas", /^Chickpeas.* canned/],
    ["2 (400 g) tins of kidney beans", /^Beans, kidney.* canned/],
    ["200 g cooked lentils", /^Lentils, .*cooked/],
  ])("takes it as it is weighed before cooking, unless the line says otherwise: %s", (line, name) => {
    expect(foodsIn(line).map(([food]) => food)).toEqual([expect.stringMatching(name)]);
  });

  it("leaves the search of what is eaten as it is, whichever is asked first", () => {
    const first = (of: typeof table) =>
      of.find(of.search("lentils", { limit: 1, strict: true })[0]?.id ?? "")?.name;
    expect(first(table)).toMatch(/^Lentils, raw/);
    expect(first(eaten)).toMatch(/cooked/);
    const words = { own: [], boost: new Map(), last: new Map() };
    const read1 = (of: typeof table) =>
      of.find(of.readMeal("100 g lentils", words).items[0]?.candidates[0]?.id ?? "")?.name;
    expect([read1(eaten), read1(table), read1(eaten)]).toEqual([
      expect.stringMatching(/cooked/),
      expect.stringMatching(/raw/),
      expect.stringMatching(/cooked/),
    ]);
  });

  it("takes no heading for a food", () => {
    const lines = read("For the sauce:\n200 ml milk");
    expect(lines.map(({ head, items }) => [head, items.length])).toEqual([
      [true, 0],
      [false, 1],
    ]);
    expect(unreadLines(lines, NONE)).toBe("");
  });

  it("drops nothing: what is not understood is shown, and stays in the list", () => {
    const lines = read("3 eggs\nxqzzv wvvkk\n200 ml milk");
    expect(lines.map(({ line }) => line)).toEqual(["3 eggs", "xqzzv wvvkk", "200 ml milk"]);
    expect(lines[1]?.items).toEqual([]);
    expect(lines[1]?.rest.join(" ")).toMatch(/xqzzv/);
    expect(unreadLines(lines, NONE)).toBe("xqzzv wvvkk");
  });

  it(`reads ${MAX_LIST_LINES} lines and keeps the others`, () => {
    const lines = read(Array.from({ length: 62 }, (_, i) => `${i + 1} g butter`).join("\n"));
    expect(lines).toHaveLength(62);
    expect(lines.filter(({ items }) => items.length === 1)).toHaveLength(MAX_LIST_LINES);
    expect(unreadLines(lines, NONE)).toBe("61 g butter\n62 g butter");
  });
});
