import { describe, expect, it } from "vitest";
import exceptions from "@/data/reference/food-as-eaten.json" with { type: "json" };
import { createFoodSearch } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { indexCatalogue } from "@/lib/catalogue/search/table-index";

const catalogue = loadCatalogue();
const engine = createFoodSearch(catalogue);
const first = (query: string, asEaten?: boolean): string => {
  const [hit] = engine.search(query, { limit: 1, strict: true, ...(asEaten !== undefined && { asEaten }) });
  return catalogue.food(hit?.id ?? "")?.name ?? "nothing";
};

describe("fault 1: cooked before raw, where it is eaten cooked", () => {
  it.each([
    ["lentils", /^Lentils, mature seeds, cooked/],
    ["red lentils", /^Lentils, mature seeds, cooked/],
    ["dhal", /^Dal, red lentils/],
    ["yardlong beans", /cooked/],
    ["split peas", /cooked/],
    ["buckwheat", /^Buckwheat groats, roasted, cooked/],
    ["polenta", /^Polenta, soft/],
    ["corn grits", /^Cereals, corn grits.* cooked/],
    ["parboiled rice", /cooked/],
    ["rice noodles", /cooked/],
    ["porridge", /^Cereals, oats.* cooked/],
    ["oatmeal", /^Cereals, oats.* cooked/],
    ["aubergine", /cooked/],
    ["artichoke", /cooked/],
    ["butternut squash", /cooked/],
    ["potatoes", /baked|boiled/],
    ["plantain", /cooked|fried/],
    ["chicken liver", /cooked/],
    ["calf liver", /cooked/],
    ["shrimp", /cooked/],
    ["salmon", /cooked/],
    ["pea soup", /prepared|ready-to-serve/],
  ])("%s", (query, name) => {
    expect(first(query)).toMatch(name);
  });

  it.each([
    ["raw lentils", /^Lentils, raw/],
    ["dry red lentils", /^Lentils, pink or red, raw/],
    ["uncooked quinoa", /^Quinoa, uncooked/],
    ["raw tuna", /raw$/],
    ["buckwheat flour", /^Buckwheat flour/],
    ["dried chickpeas", /^Chickpeas.* raw/],
    ["tomato", /raw/],
    ["carrot", /^Carrots, raw/],
    ["oats", /^Oats$/],
    ["egg whites", /^Egg, white, raw, fresh/],
  ])("and raw where that was asked for, or is eaten: %s", (query, name) => {
    expect(first(query)).toMatch(name);
  });

  it.each([
    ["pasta", /^Pasta, dry/],
    ["rice", /^Rice, white, .*raw/],
    ["quinoa", /^Quinoa, uncooked/],
    ["chicken breast", /raw$/],
    ["black beans", /raw$/],
    ["peas", /^Peas, green, raw/],
    ["cooked rice", /cooked$/],
    ["canned chickpeas", /canned/],
    ["smoked salmon", /smoked/],
    ["tofu", /^Tofu/],
    ["bread", /^Bread/],
  ])("puts what is weighed before cooking first, where the search is for a recipe: %s", (query, name) => {
    expect(first(query, false)).toMatch(name);
  });

  it("leaves ingredients as they are weighed, where the search is for a recipe", () => {
    expect(first("buckwheat", false)).toBe("Buckwheat");
    expect(first("lentils", false)).toMatch(/^Lentils, (?:pink or red, )?raw/);
  });

  it("puts only foods behind that are not ready to eat, and exceptions of groups that exist", () => {
    const { beforeCooking } = indexCatalogue(catalogue);
    const behind = catalogue.names.filter((_, at) => beforeCooking[at] !== 0);
    expect(behind.length).toBeGreaterThan(900);
    for (const name of behind)
      expect(name).toMatch(
        /raw|dry|uncooked|unprepared|unheated|condensed|dehydrated|purchased|^(?:Wheat|Barley|Buckwheat)\b/i,
      );
    const groups = new Set<string>(catalogue.names.map((_, at) => catalogue.groupAt(at)));
    for (const { group } of [...exceptions.groups, ...exceptions.foods]) expect(groups).toContain(group);
  });
});
