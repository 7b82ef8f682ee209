import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFoodSearch, type ParsedMeal, parseMeal } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";

const catalogue = loadCatalogue();
const search = createFoodSearch(catalogue);
const parse = (text: string): ParsedMeal => parseMeal(text, { search, catalogue });
const grams = (text: string): number | undefined => parse(text).items[0]?.choice?.grams;
const doubts = (text: string): string[] => {
  const { items, doubts: around } = parse(text);
  return [...items.flatMap((item) => item.doubts), ...around].map(
    ({ kind, text: said }) => `${kind} ${said}`,
  );
};

describe("fault 6: compound amounts", () => {
  it.each([
    ["1 lb 4 oz beef", 20 * 28.349523125],
    ["1 lb. 4 oz. beef", 20 * 28.349523125],
    ["1lb4oz beef", 20 * 28.349523125],
    ["1 lb and 4 oz of beef", 20 * 28.349523125],
    ["beef 1 lb 4 oz", 20 * 28.349523125],
    ["1 kg 200 g potatoes", 1200],
    ["1 kg + 200 g potatoes", 1200],
    ["2 cups and 3 tbsp milk", 2 * 244 + 3 * 15],
    ["2 cups + 3 tbsp milk", 2 * 244 + 3 * 15],
    ["1 cup plus 2 tablespoons milk", 244 + 2 * 15],
    ["1 l 200 ml milk", (1200 / 236.5882365) * 244],
    ["2 cups 3 tbsp and 1 tsp milk", 2 * 244 + 3 * 15 + 5],
  ])("%s add up", (text, wanted) => {
    const { items, notUnderstood } = parse(text);
    expect(items).toHaveLength(1);
    expect(notUnderstood).toEqual([]);
    expect(items[0]?.choice?.grams).toBeCloseTo(wanted, 0);
    expect(items[0]?.doubts).toEqual([]);
  });
  it.each([
    ["330ml cola", "330 ml cola"],
    ["6oz. chicken breast", "6 oz chicken breast"],
    ["16fl.oz beer", "16 fl oz beer"],
    ["8fl. oz. milk", "8 fl oz milk"],
    ["1.5L milk", "1.5 l milk"],
    ["2tbsp. honey", "2 tbsp honey"],
    ["250g. cheddar", "250 g cheddar"],
    ["½cup oats", "½ cup oats"],
    ["1 pt beer", "1 pint beer"],
    ["2 qt milk", "2 quarts milk"],
  ])("%s is %s", (stuck, spaced) => {
    expect(grams(stuck)).toBeGreaterThan(0);
    expect(grams(stuck)).toBe(grams(spaced));
    expect(doubts(stuck)).toEqual([]);
  });
  it.each([
    ["1 lb 4 zz beef", "amount 1 lb"],
    ["1 lb and 4 blorps of beef", "amount 1 lb"],
    ["2 cups, 30 g cheddar", "amount 2 cups"],
    ["1e5 eggs", "amount 1e5"],
    ["30 g cheddar, 1e5 eggs", "amount 1e5"],
  ])("%s holds the line back", (text, doubt) => {
    expect(doubts(text)).toContain(doubt);
  });
  it("leaves the second amount behind a food to the food after it", () => {
    expect(
      parse("milk 1 l and 200 ml orange juice").items.map(({ quantity, unit }) => [quantity, unit]),
    ).toEqual([
      [1, "l"],
      [200, "ml"],
    ]);
    expect(parse("40 g oats 200 ml milk").items.map(({ choice }) => Math.round(choice?.grams ?? 0))).toEqual([
      40, 206,
    ]);
  });
  it("weighs as much as its parts alone, anywhere in a list", () => {
    const pair = fc.constantFrom(
      ["lb", "oz"],
      ["kg", "g"],
      ["cups", "tbsp"],
      ["cups", "tsp"],
      ["l", "ml"],
      ["tbsp", "tsp"],
    );
    const food = fc.constantFrom("milk", "honey", "olive oil", "blueberries", "sugar", "cheddar");
    const number = fc.integer({ min: 1, max: 9 });
    const joint = fc.constantFrom(" ", " and ", " + ", " plus ", " & ");
    fc.assert(
      fc.property(
        pair,
        food,
        number,
        number,
        joint,
        fc.boolean(),
        ([large, small], name, a, b, glue, listed) => {
          const parts = [grams(`${a} ${large} ${name}`), grams(`${b} ${small} ${name}`)];
          const text = `${a} ${large}${glue}${b} ${small} ${name}`;
          const { items } = parse(listed ? `1 egg, ${text}; 30 g tofu` : text);
          const whole = items[listed ? 1 : 0]?.choice?.grams;
          if (parts.some((part) => part === undefined)) expect(whole).toBeUndefined();
          else expect(whole).toBeCloseTo((parts[0] as number) + (parts[1] as number), 6);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("fault 7: meals in a line", () => {
  const meals = (text: string) => parse(text).items.map(({ words, meal }) => [words, meal]);
  it.each([
    ["breakfast 2 eggs", [["eggs", "breakfast"]]],
    ["breakfast eggs", [["eggs", "breakfast"]]],
    ["breakfast tart", [["breakfast tart", null]]],
    [
      "breakfast: 2 eggs, toast; lunch: soup",
      [
        ["eggs", "breakfast"],
        ["toast", "breakfast"],
        ["soup", "lunch"],
      ],
    ],
    [
      "/b 2 eggs /l soup",
      [
        ["eggs", "breakfast"],
        ["soup", "lunch"],
      ],
    ],
    [
      "2 eggs /b, soup /l",
      [
        ["eggs", "breakfast"],
        ["soup", "lunch"],
      ],
    ],
    [
      "2 eggs /l soup",
      [
        ["eggs", null],
        ["soup", "lunch"],
      ],
    ],
    [
      "2 eggs and toast for breakfast, soup for lunch",
      [
        ["eggs", "breakfast"],
        ["toast", "breakfast"],
        ["soup", "lunch"],
      ],
    ],
    [
      "Breakfast\n2 eggs\ntoast\nLunch\nsoup",
      [
        ["eggs", "breakfast"],
        ["toast", "breakfast"],
        ["soup", "lunch"],
      ],
    ],
    [
      "lunch 2 eggs, dinner 200 g salmon",
      [
        ["eggs", "lunch"],
        ["salmon", "dinner"],
      ],
    ],
    [
      "2 eggs, toast for breakfast",
      [
        ["eggs", "breakfast"],
        ["toast", "breakfast"],
      ],
    ],
    [
      "breakfast: 2 eggs, 1 banana /s",
      [
        ["eggs", "snack"],
        ["banana", "snack"],
      ],
    ],
    ["tea 200 ml", [["tea", null]]],
  ])("%s", (text, wanted) => {
    expect(meals(text)).toEqual(wanted);
    expect(doubts(text)).toEqual([]);
    expect(parse(text).notUnderstood).toEqual([]);
  });
  it("two meals for one food hold the line", () => {
    expect(doubts("breakfast: 2 eggs for lunch")).toEqual(["meals breakfast, lunch"]);
    expect(doubts("breakfast: 2 eggs, soup for lunch")).toEqual([]);
  });
  it("says the one meal of a line, and several", () => {
    expect(parse("2 eggs for breakfast, toast")).toMatchObject({ meal: "breakfast", meals: ["breakfast"] });
    expect(parse("2 eggs for breakfast, soup for lunch")).toMatchObject({
      meal: null,
      meals: ["breakfast", "lunch"],
    });
  });
});

describe("fault 2: what was half understood", () => {
  it.each([
    ["chipotle wrap", ["words chipotle"]],
    ["tesco hummus", ["words tesco"]],
    ["200 g brocoli", ["closest brocoli"]],
    ["plant milk", ["closest plant milk"]],
    ["oat milk", []],
    ["30 g cheddar, plant milk", ["closest plant milk"]],
    ["2 eggs please", []],
    ["please 2 eggs", []],
    ["about 30 g cheddar", []],
    ["yesterday 2 eggs", []],
    ["2 eggs for brunch", []],
    ["hot coffee, no sugar", []],
    ["salt and vinegar crisps", []],
    ["2 finely chopped onions", []],
    ["2% milk", []],
    ["a dozen large eggs", []],
  ])("%s: %j", (text, wanted) => {
    expect(doubts(text)).toEqual(wanted);
  });
  it("no word that could name a food is left out without a doubt", () => {
    const food = fc.constantFrom("milk", "eggs", "spinach", "cheddar", "rice", "soup", "bread");
    const strange = fc.constantFrom("xqzwv", "chipotle", "splorg", "tesco", "zzq", "blarf");
    fc.assert(
      fc.property(
        food,
        strange,
        fc.boolean(),
        fc.constantFrom("", "2 ", "30 g ", "1 cup "),
        fc.constantFrom("", "30 g tofu, ", "please "),
        (name, word, before, amount, first) => {
          const { items, notUnderstood } = parse(
            `${first}${amount}${before ? `${word} ${name}` : `${name} ${word}`}`,
          );
          const inItem = items.find(({ unmatched }) => unmatched.some(({ text }) => text === word));
          if (inItem) expect(inItem.doubts.map(({ text }) => text)).toContain(word);
          else {
            const left = notUnderstood.some(({ text }) => text.includes(word));
            const close = items.some(({ closestTo }) => closestTo?.includes(word));
            expect(left || close).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("fault 9: composed words", () => {
  const parts = (text: string) =>
    parse(text).items.map(({ words, choice, partOf }) => [words, Math.round(choice?.grams ?? 0), partOf]);
  it.each([
    [
      "jam sandwich",
      [
        ["jam", 20, "jam sandwich"],
        ["bread", 64, "jam sandwich"],
      ],
    ],
    [
      "2 almond butter sandwiches",
      [
        ["almond butter", 64, "almond butter sandwiches"],
        ["bread", 128, "almond butter sandwiches"],
      ],
    ],
    [
      "sardines on toast",
      [
        ["sardines", 55, "sardines on toast"],
        ["toast", 22, "sardines on toast"],
      ],
    ],
    [
      "2 eggs on toast",
      [
        ["eggs", 100, null],
        ["toast", 22, null],
      ],
    ],
  ])("%s is split into its parts", (text, wanted) => {
    expect(parts(text)).toEqual(wanted);
    expect(doubts(text)).toEqual([]);
  });
  it("avocado on toast is half an avocado", () => {
    const [first] = parse("avocado on toast").items;
    expect(first?.choice?.grams).toBeLessThan(180);
  });
  it.each([
    ["tuna salad", /tuna salad/i],
    ["potato salad", /potato salad/i],
    ["tomato soup", /tomato/i],
    ["ice cream sandwich", /ice cream sandwich/i],
    ["whole wheat toast", /bread, whole-wheat.*toasted/i],
  ])("%s is the food of that name", (text, name) => {
    const { items } = parse(text);
    expect(items).toHaveLength(1);
    expect(items[0]?.candidates[0]?.name).toMatch(name);
    expect(items[0]?.doubts).toEqual([]);
  });
  it.each(["chipotle wrap", "xyzzq sandwich", "300 g sardine salad"])(
    "%s is never another food that shares a word",
    (text) => expect(parse(text).items.flatMap((item) => item.doubts)).not.toEqual([]),
  );
  it("peanut butter sandwich is no cookie", () => {
    for (const { candidates } of parse("peanut butter sandwich").items)
      expect(candidates[0]?.name).not.toMatch(/cookie/i);
  });
  it("each word of a dish is in one of its parts", () => {
    const filling = fc.constantFrom(
      "cheese",
      "ham",
      "egg",
      "tuna",
      "jam",
      "hummus",
      "avocado",
      "tomato",
      "xyzzq",
    );
    const dish = fc.constantFrom("sandwich", "toast", "wrap", "bagel", "salad", "bowl", "soup", "omelette");
    fc.assert(
      fc.property(filling, filling, dish, fc.constantFrom("", "2 ", "1 egg, "), (a, b, name, first) => {
        const text = `${first}${a === b ? a : `${a} and ${b}`} ${name}`;
        const { items, notUnderstood } = parse(text);
        const ranges = [
          ...items.map(({ range }) => range),
          ...notUnderstood.map(({ start, end }) => [start, end]),
        ];
        for (const { 0: word, index } of text.matchAll(/\w+/gu))
          expect(
            ranges.filter(([from, to]) => (from as number) <= index && index + word.length <= (to as number)),
          ).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });
});

describe("names and measures of the person", () => {
  it("an own food whose name begins with a number is no amount of another", () => {
    const own = [
      { id: "own:1", name: "3 bean chili", portions: [{ id: "bowl", label: "1 bowl", grams: 300 }] },
    ];
    const mine = (text: string) => parseMeal(text, { search, catalogue, own }).items[0];
    expect(mine("3 bean chili")).toMatchObject({ quantity: null, candidates: [{ id: "own:1" }] });
    expect(mine("2 bowls 3 bean chili")?.choice?.grams).toBe(600);
  });
  it("a pint is that of the profile's units, and says so", () => {
    const milk = (units: "us" | "metric") => parseMeal("1 pt milk", { search, catalogue, units }).items[0];
    const [us, metric] = [milk("us"), milk("metric")];
    expect(us?.assumed).toBe("us-measure");
    expect(metric).toMatchObject({ assumed: "imperial-measure", unit: "imperial pint" });
    expect((metric?.choice?.grams ?? 0) / (us?.choice?.grams ?? 1)).toBeCloseTo(568.26125 / 473.176473, 2);
  });
});
