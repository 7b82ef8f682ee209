import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFoodSearch, MAX_MEAL_ITEMS, type MealItem, type ParsedMeal, parseMeal } from "@/lib/catalogue";
import { MAX_LINE_LENGTH } from "@/lib/catalogue/client";
import { loadCatalogue } from "@/lib/catalogue/load";
import { judge } from "./judge";
import { MEALS } from "./meals";

const catalogue = loadCatalogue();
const search = createFoodSearch(catalogue);
const parse = (text: string): ParsedMeal => parseMeal(text, { search, catalogue });
const only = (text: string): MealItem => {
  const { items } = parse(text);
  expect(items).toHaveLength(1);
  return items[0] as MealItem;
};
const brief = (text: string) =>
  parse(text).items.map(({ quantity, unit, words }) => [quantity, unit, words] as const);

describe("meals as people write them", () => {
  const judged = MEALS.map(([text, wanted]) => ({ text, ...judge(parse(text), wanted) }));
  const items = judged.reduce((sum, one) => sum + one.items, 0);
  const share = (of: "food" | "offered" | "grams"): number =>
    judged.reduce((sum, one) => sum + one[of], 0) / items;

  it("are at least 120", () => {
    expect(new Set(MEALS.map(([text]) => text)).size).toBeGreaterThanOrEqual(120);
  });
  it("are cut into the right items, with the number and the unit that were typed", () => {
    expect(judged.filter(({ cut }) => !cut).map(({ text, wrong }) => [text, ...wrong])).toEqual([]);
  });
  // Which food comes first is the search's business; these bounds see a fall, not every change of its ranking.
  it("find the food", () => {
    expect(share("food")).toBeGreaterThanOrEqual(0.94);
    expect(share("offered")).toBeGreaterThanOrEqual(0.96);
  });
  it("find the weight", () => {
    expect(share("grams")).toBeGreaterThanOrEqual(0.94);
  });
});

describe("what is shown for correction", () => {
  it("is the portion of the food, exactly", () => {
    const item = only("2 large eggs");
    const food = catalogue.food(item.candidates[0]?.id as string);
    const large = food?.portions.find(({ label }) => label === "1 large");
    expect(item.choice).toEqual({
      portionId: large?.id,
      count: 2,
      grams: 2 * (large?.grams as number),
      each: large?.grams,
    });
    expect([item.assumed, item.problem, item.unmatched]).toEqual([null, null, []]);
  });
  it("asks for the weight of more pieces than are usual amounts of a food that is not counted", () => {
    const shrimp = only("10 shrimp");
    expect([shrimp.choice, shrimp.problem]).toEqual([null, "no-such-measure"]);
    expect(only("4 shrimp").choice).not.toBeNull();
    expect(only("6 coffee").choice).not.toBeNull();
  });
  it.each([
    ["banana", "no-amount"],
    ["1 kefir", "usual-size"],
    ["a glass of kefir", "rough-measure"],
    ["2 milk", "usual-portion"],
    ["2 eggs", "usual-size"],
    ["100 spinach", "bare-grams"],
    ["2-3 eggs", "range"],
    ["about 30 g cheddar", "rough-number"],
    ["a few grapes", "rough-number"],
    ["a handful of almonds", "rough-measure"],
    ["1 cup bananas", "one-of-several"],
    ["2 cans (400 g) chickpeas", "each"],
    ["30 g cheddar", null],
    ["1 cup blueberries", null],
    ["2 cloves garlic", null],
  ])("%s is a guess of the kind %s", (text, assumed) => {
    const item = only(text);
    expect(item.choice).not.toBeNull();
    expect(item.assumed).toBe(assumed);
  });
  it.each([
    ["1 cup bagel", "no-volume-for-this-food"],
    ["200 ml bagel", "no-volume-for-this-food"],
    ["1 clove of kefir", "no-such-measure"],
    ["2 blobs of butter", "no-such-measure"],
    ["5 dried apricots", "no-such-measure"],
    ["500 mg spinach", "not-a-food-amount"],
    ["0 g spinach", "out-of-range"],
    ["20 kg spinach", "out-of-range"],
    ["2000 eggs", "out-of-range"],
  ])("%s has no amount: %s", (text, problem) => {
    const item = only(text);
    expect([item.choice, item.assumed, item.problem]).toEqual([null, null, problem]);
  });
  it("names the words that the food does not answer", () => {
    const text = "2 cups xqzwv spinach";
    expect(only(text).unmatched).toEqual([{ start: 7, end: 12, text: "xqzwv" }]);
    expect(parse("xqzwv vwqzx, 30 g cheddar").notUnderstood).toEqual([
      { start: 0, end: 11, text: "xqzwv vwqzx" },
    ]);
    expect(parse("2 cups, 30 g cheddar").notUnderstood).toEqual([{ start: 0, end: 6, text: "2 cups" }]);
  });
  it("tells the words of preparation", () => {
    expect(only("2 cups cooked spinach").preparation).toBe("cooked");
    expect(only("2 cups spinach").preparation).toBeNull();
  });
  it("marks the place of each item, connector and all", () => {
    const text = "30 g cheddar and a banana";
    expect(parse(text).items.map(({ range }) => text.slice(...range))).toEqual([
      "30 g cheddar",
      "and a banana",
    ]);
  });
});

describe("commas", () => {
  it("belong to a number only between digits", () => {
    expect(brief("1,5 cups blueberries")).toEqual([[1.5, "cup", "blueberries"]]);
    expect(brief("1,000 g blueberries")).toEqual([[1000, "g", "blueberries"]]);
    expect(brief("0,125 l milk")).toEqual([[0.125, "l", "milk"]]);
    expect(brief("1, 5 cups blueberries")).toEqual([[5, "cup", "blueberries"]]);
    expect(brief("cheddar 30 g,2 eggs")).toEqual([
      [30, "g", "cheddar"],
      [2, null, "eggs"],
    ]);
  });
});

describe("own foods", () => {
  const own = [
    { id: "own:1", name: "Grandma's xylobar", portions: [{ id: "bar", label: "1 bar", grams: 42 }] },
    { id: "own:2", name: "Zwiebar" },
  ];
  const mine = (text: string) => parseMeal(text, { search, catalogue, own }).items[0];
  it("are found, with their portions", () => {
    expect(mine("2 bars xylobar")?.choice).toEqual({ portionId: "bar", count: 2, grams: 84, each: 42 });
    expect(mine("2 bars xylobar")?.candidates[0]).toMatchObject({ id: "own:1", name: "Grandma's xylobar" });
  });
  it("without portions go by weight", () => {
    expect(mine("30 g zwiebar")?.choice).toEqual({ grams: 30, each: 1 });
    expect(mine("1 cup zwiebar")?.problem).toBe("no-volume-for-this-food");
  });
});

/** Every letter and digit lies in exactly one item or one part that was not understood, and parts never overlap. */
const accountedFor = (text: string, { items, notUnderstood }: ParsedMeal): void => {
  const parts = [
    ...items.map(({ range }) => range),
    ...notUnderstood.map(({ start, end }) => [start, end] as const),
  ];
  for (const { 0: letter, index } of text.matchAll(/[\p{L}\p{N}]/gu)) {
    const end = index + letter.length;
    const holding = parts.filter(([from, to]) => from <= index && end <= to);
    if (holding.length !== 1) expect.fail(`"${letter}" at ${index} is in ${holding.length} parts of ${text}`);
  }
  const sorted = parts.toSorted((a, b) => a[0] - b[0]);
  for (const [at, [from, to]] of sorted.entries()) {
    expect(from).toBeLessThan(to);
    expect(from).toBeGreaterThanOrEqual(sorted[at - 1]?.[1] ?? 0);
    expect(to).toBeLessThanOrEqual(text.length);
  }
  for (const { start, end, text: said } of notUnderstood) expect(said).toBe(text.slice(start, end));
};

/** No wrong sum: the weight is the number times the weight of one, which is the food's own or the unit's. */
const addsUp = (item: MealItem): void => {
  expect(item.candidates.length).toBeGreaterThan(0);
  expect(item.candidates.length).toBeLessThanOrEqual(5);
  expect(item.choice === null).toBe(item.problem !== null);
  if (item.choice === null) return;
  const { grams, each } = item.choice;
  expect(grams > 0 && grams <= 10_000).toBe(true);
  if ("portionId" in item.choice) {
    const { portionId, count } = item.choice;
    const food = catalogue.food(item.candidates[0]?.id as string);
    expect(each).toBe(food?.portions.find(({ id }) => id === portionId)?.grams);
    expect(grams).toBe(count * each);
  } else {
    const { weight } = item.typed;
    const numbers = [
      item.quantity ?? 1,
      ...(weight ? [weight.quantity, weight.quantity * (item.quantity ?? 1)] : []),
    ];
    expect(numbers.map((number) => number * each)).toContain(grams);
  }
};

const holds = (text: string): ParsedMeal => {
  const meal = parse(text);
  accountedFor(text, meal);
  for (const item of meal.items) addsUp(item);
  return meal;
};

const FOODS = [
  "cheddar",
  "blueberries",
  "spinach",
  "tofu",
  "almonds",
  "bananas",
  "garlic",
  "peanut butter",
  "2% milk",
];
const NUMBERS: readonly (readonly [string, number])[] = [
  ["1", 1],
  ["2", 2],
  ["1/2", 0.5],
  ["½", 0.5],
  ["1 1/2", 1.5],
  ["1½", 1.5],
  ["1,5", 1.5],
  ["2.25", 2.25],
  ["three", 3],
  ["one and a half", 1.5],
  ["2-4", 3],
];
const UNITS: readonly (readonly [string, string])[] = [
  ["g", "g"],
  ["grams", "g"],
  ["oz", "oz"],
  ["cups", "cup"],
  ["cup of", "cup"],
  ["tbsp", "tbsp"],
  ["fl oz", "fl oz"],
  ["ml", "ml"],
  ["slices", "slice"],
  ["handful of", "handful"],
];
const amount = fc.tuple(fc.constantFrom(...NUMBERS), fc.constantFrom(...UNITS), fc.constantFrom(...FOODS));
const separator = fc.constantFrom(
  ", ",
  " and ",
  " & ",
  " + ",
  "; ",
  "\n",
  "\n- ",
  ", and ",
  " with ",
  " plus ",
);

describe("any text", () => {
  it("never throws, and every word of it is in an item or shown", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        holds(text);
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        holds(text);
      }),
      { numRuns: 400 },
    );
  });
  it("holds for words of meals in any order", () => {
    const scrap = fc.constantFrom(
      ..."a an the of and with on in no without half quarter dozen couple few some about 1 2 1/2 ½ 1,5 0 -3 x2 2x × ( ) [ , , . : ; + & - • \n g ml cup cups slice can handful large small mg eggs milk spinach cooked half-fat 2% 7up 🍌 xqzwv breakfast for I had".split(
        " ",
      ),
      "fl oz",
      "half and half",
      "salt and vinegar crisps",
      "macaroni and cheese",
      "(400 g)",
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 14 }), fc.constantFrom(" ", "", "\t"), (scraps, glue) => {
        holds(scraps.join(glue));
      }),
      { numRuns: 1500 },
    );
  });
  it("gives the same answer twice", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FOODS, "1 cup", "and", ","), { maxLength: 8 }), (parts) => {
        expect(parse(parts.join(" "))).toEqual(parse(parts.join(" ")));
      }),
      { numRuns: 50 },
    );
  });
  it("reads generated meals as they were meant", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, separator), { minLength: 1, maxLength: 6 }), (list) => {
        const text = list
          .map(([[[number], [unit], food], glue], at) => `${at === 0 ? "" : glue}${number} ${unit} ${food}`)
          .join("");
        const meal = holds(text);
        expect(meal.notUnderstood).toEqual([]);
        expect(meal.items.map(({ quantity, unit, words }) => [quantity, unit, words])).toEqual(
          list.map(([[[, number], [, unit], food]]) => [number, unit, food]),
        );
      }),
      { numRuns: 300 },
    );
  });
  it("reads amounts behind the food as it does before it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...FOODS), fc.integer({ min: 1, max: 999 })), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.constantFrom(", ", " ", "\n", " and "),
        fc.boolean(),
        (list, glue, brackets) => {
          const text = list.map(([food, grams]) =>
            brackets ? `${food} (${grams} g)` : `${food} ${grams} g`,
          );
          // Without any separator brackets do not say which food they belong to at the end of which.
          const meal = holds(text.join(brackets && glue === " " ? ", " : glue));
          expect(meal.items.map(({ words, choice }) => [words, choice?.grams])).toEqual(list);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("long text", () => {
  it("is read up to a bound, and the rest is shown", () => {
    const text = `30 g cheddar${", xqzwv".repeat(1000)}`;
    const meal = holds(text);
    expect(meal.items).toHaveLength(1);
    const last = meal.notUnderstood.at(-1);
    expect(last?.end).toBe(text.length);
    expect(last?.start).toBeLessThanOrEqual(MAX_LINE_LENGTH + 1);
  });
  it("is not cut inside a character", () => {
    const text = "𝐚".repeat(1500);
    expect(holds(text).notUnderstood.map(({ text: said }) => said.isWellFormed())).not.toContain(false);
  });
  it("proposes no more than so many items", () => {
    const text = "1 egg, ".repeat(60);
    const meal = holds(text);
    expect(meal.items).toHaveLength(MAX_MEAL_ITEMS);
    expect(meal.notUnderstood).toHaveLength(60 - MAX_MEAL_ITEMS);
  });
  it("asks the search a bounded number of times", () => {
    let asked = 0;
    const counting = {
      search: (...args: Parameters<typeof search.search>) => {
        asked++;
        return search.search(...args);
      },
    };
    const letters = Array.from({ length: 400 }, (_, at) => `q${at.toString(36)}z`);
    parseMeal(letters.join(" with "), { search: counting, catalogue });
    expect(asked).toBeLessThanOrEqual(240);
  });
});
