import { describe, expect, it } from "vitest";
import { readPlainFoods } from "@/data/build/plain";
import { PICKS } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { CONTENTS, type Content } from "@/lib/nutrition";

const catalogue = loadCatalogue();
const foods = Array.from({ length: catalogue.size }, (_, index) => catalogue.at(index));
const plain = foods.filter(({ traits }) => traits.plain);
const traits = (ndb: string) => {
  const food = catalogue.food(`ndb:${ndb}`);
  if (food === undefined) throw new Error(ndb);
  return food.traits;
};

describe("what foods contain", () => {
  it.each<[string, string, Content[], Content[]]>([
    ["09040", "banana", [], [...CONTENTS]],
    ["01077", "milk", ["dairy"], ["meat", "egg", "gluten", "soy"]],
    ["01106", "goat milk", ["dairy"], ["meat"]],
    ["01129", "boiled egg", ["egg"], ["dairy", "meat", "gluten"]],
    ["01140", "quail egg", ["egg"], ["meat"]],
    ["10123", "bacon", ["meat", "pork"], ["fish"]],
    ["13454", "steak", ["meat"], ["pork", "dairy", "gluten"]],
    ["05058", "chicken in batter", ["meat", "gluten"], ["pork", "shellfish"]],
    ["15086", "salmon", ["fish"], ["meat", "shellfish", "gluten"]],
    ["15151", "shrimp", ["shellfish"], ["meat", "fish"]],
    ["16057", "chickpeas", [], ["meat", "gluten", "soy", "peanut", "treeNuts", "dairy"]],
    ["16028", "kidney beans are no kidney", [], ["meat"]],
    ["16098", "peanut butter is no butter", ["peanut"], ["dairy", "treeNuts"]],
    ["16126", "tofu", ["soy"], ["dairy", "meat", "gluten"]],
    ["16123", "soy sauce of soy and wheat", ["soy", "gluten"], ["meat"]],
    ["12061", "almonds", ["treeNuts"], ["peanut", "dairy"]],
    ["12014", "pumpkin seeds", [], ["treeNuts", "peanut"]],
    ["20080", "whole wheat flour", ["gluten"], ["dairy", "egg"]],
    ["20010", "buckwheat is no wheat", [], ["gluten"]],
    ["20037", "brown rice", [], ["gluten", "dairy"]],
    ["20137", "quinoa", [], ["gluten"]],
    ["20109", "egg noodles", ["gluten", "egg"], ["meat"]],
    ["18075", "whole wheat bread", ["gluten"], ["meat", "fish"]],
    ["28337", "gluten-free bread", [], ["gluten"]],
    ["18363", "corn tortilla", [], ["gluten"]],
    ["14003", "beer", ["alcohol", "gluten"], ["meat"]],
    ["14084", "wine", ["alcohol"], ["gluten", "dairy"]],
    ["11209", "eggplant is no egg", [], ["egg"]],
    ["11987", "oyster mushrooms are no oysters", [], ["shellfish"]],
    ["04002", "lard", ["meat", "pork"], ["dairy"]],
    ["04053", "olive oil", [], [...CONTENTS]],
    ["42178", "mayonnaise", ["egg"], ["alcohol"]],
    ["16607", "a meatless patty", [], ["meat", "pork", "fish", "shellfish"]],
    ["35059", "an owl", ["meat"], ["gluten"]],
    ["21350", "a Big Mac", ["meat", "gluten"], ["alcohol"]],
    ["15139", "crab", ["shellfish"], ["meat"]],
    ["06230", "clam chowder", ["shellfish"], []],
    ["12104", "coconut meat is no meat", [], ["meat", "dairy", "peanut"]],
    ["16120", "soymilk is no milk", ["soy"], ["dairy"]],
    ["12023", "11.10 contents: sesame seeds", ["sesame"], ["treeNuts", "mustard", "celery"]],
    ["12166", "11.10 contents: tahini", ["sesame"], ["lupin"]],
    ["16158", "11.10 contents: hummus, which is made with tahini", ["sesame"], []],
    ["04058", "11.10 contents: sesame oil", ["sesame"], ["peanut"]],
    ["16077", "11.10 contents: lupins", ["lupin"], ["soy", "peanut", "sesame"]],
    ["16057", "11.10 contents: chickpeas are no lupins", [], ["lupin", "sesame"]],
    ["02046", "11.10 contents: prepared mustard", ["mustard"], []],
    ["11271", "11.10 contents: mustard greens", ["mustard"], ["celery"]],
    ["11143", "11.10 contents: celery", ["celery"], ["mustard", "sulphites"]],
    ["11141", "11.10 contents: celeriac", ["celery"], []],
    ["11234", "11.10 contents: kale", [], ["celery", "mustard", "sesame", "lupin", "sulphites"]],
    ["09032", "11.10 contents: sulphured apricots", ["sulphites"], ["celery"]],
    ["09297", "11.10 contents: golden raisins", ["sulphites"], []],
    ["09298", "11.10 contents: dark raisins", [], ["sulphites"]],
    ["14096", "11.10 contents: red wine", ["alcohol", "sulphites"], ["sesame"]],
    ["12061", "11.10 contents: almonds", [], ["sesame", "sulphites"]],
    ["15076", "11.10 contents: raw salmon", [], ["mustard", "celery", "sulphites"]],
  ])("%s, %s", (ndb, _what, yes, no) => {
    const { contains } = traits(ndb);
    for (const content of yes) expect(contains[content], content).toBe(true);
    for (const content of no) expect(contains[content], content).toBe(false);
  });

  it.each<[string, string, Content[]]>([
    ["22905", "a canned stew", ["gluten", "soy"]],
    ["08120", "oats, which wheat may have touched", ["gluten"]],
    ["19116", "marshmallows, of some gelatin", ["meat", "pork"]],
    ["16103", "refried beans, perhaps in lard", ["meat", "pork"]],
    ["18069", "white bread, perhaps with milk", ["dairy", "egg"]],
    ["15088", "sardines in some oil", ["soy"]],
    ["15027", "fish sticks", ["dairy", "egg"]],
    ["06008", "a broth", ["gluten"]],
    ["11118", "kimchi, perhaps with fish sauce or shrimp", ["fish", "shellfish"]],
    ["22905", "11.10 contents: a canned stew", ["sesame", "lupin", "mustard", "celery", "sulphites"]],
    ["18075", "11.10 contents: whole-wheat bread", ["sesame", "lupin", "mustard", "celery"]],
    ["18001", "11.10 contents: a bagel, plain or with sesame", ["sesame"]],
    ["06008", "11.10 contents: a broth", ["celery", "mustard"]],
    ["02015", "11.10 contents: curry powder", ["mustard", "celery"]],
    ["11583", "11.10 contents: mixed vegetables", ["celery"]],
    ["15149", "11.10 contents: shrimp, often treated", ["sulphites"]],
    ["09094", "11.10 contents: dried figs", ["sulphites"]],
  ])("of %s, %s, is not known", (ndb, _what, unknown) => {
    for (const content of unknown) expect(traits(ndb).contains[content], content).toBeNull();
  });

  it("calls no animal free of flesh", () => {
    const groups = new Set([
      "beef",
      "pork",
      "poultry",
      "lambVealGame",
      "fishShellfish",
      "sausagesLuncheonMeats",
    ]);
    const wrong = foods.filter(
      ({ group, name, traits: { contains } }) =>
        groups.has(group) &&
        contains.meat === false &&
        contains.fish === false &&
        contains.shellfish === false &&
        !/meatless/i.test(name),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it("11.10 contents: tells what is known over the whole table, and leaves the rest open", () => {
    const tally = (content: Content) => {
      const known = (value: boolean | null) =>
        foods.filter(({ traits: { contains } }) => contains[content] === value).length;
      return [known(true), known(null)] as const;
    };
    for (const content of ["sesame", "lupin", "mustard", "celery", "sulphites"] as const) {
      const [yes, unknown] = tally(content);
      expect(yes, content).toBeGreaterThan(2);
      // About half of the table is mixed dishes and products.
      expect(unknown / foods.length, content).toBeGreaterThan(0.4);
      expect(unknown / foods.length, content).toBeLessThan(0.6);
      const open = plain.filter(({ traits: { contains } }) => contains[content] === null).length;
      expect(open / plain.length, content).toBeLessThan(0.07);
    }
    const named: [RegExp, Content][] = [
      [/sesame|tahini|hummus/i, "sesame"],
      [/\blupins?\b/i, "lupin"],
      [/\bmustard\b/i, "mustard"],
      [/\bceler(?:y|iac)\b/i, "celery"],
      [/sulfured|\bwine, (?:table|dessert)/i, "sulphites"],
    ];
    for (const [pattern, content] of named) {
      const wrong = foods.filter(
        ({ name, traits: { contains } }) => pattern.test(name) && contains[content] === false,
      );
      expect(
        wrong.map(({ name }) => name),
        content,
      ).toEqual([]);
    }
  });

  it("never says pork without saying meat", () => {
    expect(
      foods
        .filter(({ traits: { contains } }) => contains.pork === true && contains.meat !== true)
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it("calls no food free of what stands first in its name", () => {
    const plainly: [RegExp, Content][] = [
      [/^(?:beef|pork|chicken|turkey|lamb|veal|ham|bacon|sausage|duck|goose)\b/i, "meat"],
      [/^(?:fish|salmon|tuna)\b/i, "fish"],
      [/^(?:milk|cheese|yogurt|butter|cream|kefir)\b/i, "dairy"],
      [/^eggs?\b/i, "egg"],
      [/^(?:wheat|barley|rye|bread|pasta|bagels?|crackers?)\b/i, "gluten"],
      [/^peanuts?\b/i, "peanut"],
      [/^(?:soy|tofu|tempeh|miso)/i, "soy"],
      [/^(?:alcoholic|beer|wine)\b/i, "alcohol"],
    ];
    for (const [pattern, content] of plainly) {
      const wrong = foods.filter(
        ({ name, traits: { contains } }) =>
          pattern.test(name) &&
          contains[content] === false &&
          !/meatless|gluten[- ]free|substitute|corn|rice|egg rolls?|eggplant/i.test(name),
      );
      expect(wrong.map(({ name }) => name)).toEqual([]);
    }
  });
});

describe("plain foods", () => {
  it("are the curated list, with some hundreds for every kind of eater", () => {
    expect(plain).toHaveLength(readPlainFoods().size);
    const without = (contents: Content[]) =>
      plain.filter(({ traits: { contains } }) => contents.every((content) => contains[content] === false))
        .length;
    expect(plain.length).toBeGreaterThan(330);
    expect(without(["meat", "fish", "shellfish"])).toBeGreaterThan(260);
    expect(without(["meat", "fish", "shellfish", "dairy", "egg"])).toBeGreaterThan(220);
    expect(without(["gluten"])).toBeGreaterThan(300);
    expect(without(["treeNuts", "peanut"])).toBeGreaterThan(300);
  });

  it("are of no brand, are not raw meat or dry pulses, and hold no alcohol", () => {
    for (const {
      name,
      group,
      traits: { contains },
    } of plain) {
      expect(contains.alcohol, name).toBe(false);
      expect(
        [
          "babyFoods",
          "spicesHerbs",
          "fastFoods",
          "meals",
          "restaurantFoods",
          "sweets",
          "snacks",
          "nativeFoods",
        ],
        name,
      ).not.toContain(group);
      if (contains.meat || contains.fish || contains.shellfish) expect(name).not.toMatch(/\braw\b/);
      if (group === "legumes") expect(name).not.toMatch(/mature seeds, raw/);
    }
  });

  it("each come with an amount that a person eats at a sitting", () => {
    for (const { name, suggestedPortion, per100g } of plain) {
      expect(suggestedPortion, name).not.toBeNull();
      const grams = suggestedPortion?.grams as number;
      expect(grams >= 5 && grams <= 320, `${name}: ${grams} g`).toBe(true);
      expect(((per100g.energy ?? 0) * grams) / 100, name).toBeLessThan(450);
      expect(suggestedPortion?.label, name).not.toMatch(/NLEA|package|quart|lb\b/);
    }
    expect(
      foods.filter(({ traits: { plain }, suggestedPortion }) => !plain && suggestedPortion !== null),
    ).toEqual([]);
  });

  it.each([
    ["11458", "1 cup", 180],
    ["12014", "1 oz", 28.35],
    ["12078", "1 nut", 5],
    ["01117", "1 cup", 245],
    ["01289", "1 glass (240 g)", 240],
    ["15088", "1 can", 92],
    ["16057", "1/2 cup", 82],
    ["20077", "2 tbsp", 7.25],
    ["01132", "2 large eggs", 122],
  ])("of %s suggest %s, %d g", (ndb, label, grams) => {
    expect(catalogue.food(`ndb:${ndb}`)?.suggestedPortion).toEqual({ label, grams });
  });

  it("include the picks of every kind", () => {
    const of = (pick: string) => plain.filter(({ traits }) => traits.pick === pick).length;
    expect(PICKS.map((pick) => [pick, of(pick)])).toEqual([
      ["leafy-green", 34],
      ["seed", 13],
      ["nut", 22],
      ["yogurt", 6],
      ["kefir", 1],
    ]);
    expect(foods.filter(({ traits }) => traits.pick !== null && !traits.plain)).toEqual([]);
  });

  it("are marked where oxalate binds the calcium", () => {
    for (const ndb of ["11457", "11458", "11147", "11148", "11087", "09307"])
      expect(traits(ndb).highOxalate).toBe(true);
    for (const ndb of ["11233", "11234", "11117", "11091", "01077"])
      expect(traits(ndb).highOxalate).toBe(false);
  });
});
