import { describe, expect, it } from "vitest";
import { createFoodSearch } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { qualifiersIn } from "@/lib/catalogue/search/qualifiers";
import { wordsOf } from "@/lib/catalogue/search/words";

const catalogue = loadCatalogue();
const engine = createFoodSearch(catalogue);
const first = (query: string) => {
  const [hit] = engine.search(query, { limit: 1, strict: true });
  return { name: catalogue.food(hit?.id ?? "")?.name ?? "nothing", close: hit?.onlyClose };
};

describe("fault 8: qualifiers count", () => {
  it.each([
    ["0% greek yogurt", /^Yogurt, Greek, plain, nonfat/],
    ["0 fat yogurt", /^Yogurt, plain, skim/],
    ["full fat greek yogurt", /^Yogurt, Greek, plain, whole/],
    ["fat free cream cheese", /^Cheese, cream, fat free/],
    ["lean ground turkey", /93% lean|fat free/],
    ["chicken breast with skin", /meat and skin/],
    ["skinless chicken thigh", /meat only/],
    ["tuna in spring water", /canned in water/],
    ["sardines in oil", /canned in oil/],
    ["peaches in water", /water pack/],
    ["salted almonds", /with salt added/],
    ["apple sauce no sugar", /^Applesauce, canned, unsweetened/],
    ["decaf green tea", /green.*decaf/],
    ["unsweetened almond milk", /almond milk, unsweetened/],
  ])("%s is answered by what the table calls so", (query, name) => {
    expect(first(query)).toEqual({ name: expect.stringMatching(name), close: false });
  });

  it.each([
    ["almond milk", /almond milk, unsweetened/],
    ["soy milk", /^Soymilk, original/],
    ["yogurt", /plain/],
    ["kefir", /plain/],
    ["oatmeal", /^(?!.*(?:cinnamon|maple|raisin))/],
    ["tofu", /^Tofu, (?:firm|soft|raw)/],
  ])("plain before flavoured: %s", (query, name) => {
    expect(first(query).name).toMatch(name);
  });

  it.each(["decaf cola drink mix", "fat free salmon", "skinless lentils", "avocado in syrup"])(
    "%s is only close, or nothing, as no food has it",
    (query) => {
      expect(first(query).close).not.toBe(false);
    },
  );

  it.each([
    ["coffee no sugar", /^Beverages, coffee, brewed/],
    ["unsalted carrots", /^Carrots/],
    ["full fat cheddar", /^Cheese, cheddar$/],
    ["plain flour", /^Wheat flour, white, all-purpose/],
  ])("what a food has without saying so is no reason for doubt: %s", (query, name) => {
    expect(first(query)).toEqual({ name: expect.stringMatching(name), close: false });
  });

  it("are read word for word, the longest first", () => {
    const read = (text: string) => qualifiersIn(wordsOf(text)).map(({ qualifier }) => qualifier.id);
    expect(read("extra lean beef, no added salt")).toEqual(["extra-lean", "unsalted"]);
    expect(read("leanne 10% fat")).toEqual([]);
  });
});
