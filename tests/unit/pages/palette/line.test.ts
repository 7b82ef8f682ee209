import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFoodTable } from "@/app/(app)/_features/food/food-reading";
import { openSearch } from "@/app/(app)/_features/food/food-search";
import { choiceError, choiceGrams } from "@/app/(app)/_features/food/portion-choice";
import { proposeMeal } from "@/app/(app)/_features/palette/meal/proposal";
import { joinPastedLines, takeMeal } from "@/app/(app)/_features/palette/palette-state";
import { type Result, searchTable } from "@/app/(app)/_features/palette/search/results";
import { loadCatalogue } from "@/lib/catalogue/load";
import { type Line, lineOf } from "@/lib/catalogue/quick-add/line";
import type { RecentFood } from "@/lib/diary/schemas";
import { composition } from "@/lib/nutrition";
import { TODAY } from "../day-fixtures";

const table = createFoodTable(openSearch([loadCatalogue()]));
const eaten = { own: [], boost: new Map<string, number>(), last: new Map() };
const isName = (text: string) => table.search(text, { limit: 1, own: [], strict: true }).length > 0;
const read = (text: string): Line => lineOf(text, table.readMeal(text, eaten), null, isName);
const listed = (text: string, recent: readonly RecentFood[] = []) =>
  searchTable({ table, own: new Map(), recent, favourites: [] }, "lunch", [], read(text), text);
/** What Enter adds of a line that is one food. */
const first = (text: string, recent: readonly RecentFood[] = []): Result => {
  expect(read(text).meal, `“${text}” is read as a meal`).toBeNull();
  const result = listed(text, recent)[0]?.results[0];
  if (!result) throw new Error(`“${text}” finds nothing`);
  return result;
};
const grams = (text: string): number | null => {
  const { choice } = first(text);
  return choiceError(choice) === null ? Math.round(choiceGrams(choice) * 10) / 10 : null;
};
const foods = (text: string) =>
  proposeMeal(text, table.readMeal(text, eaten), new Map(), table, { own: [], recent: [] });

describe("one food with its amount", () => {
  it.each([
    ["23 almonds", 27.6],
    ["twenty five almonds", 30],
    ["twenty-three almonds", 27.6],
    ["12 almonds", 14.4],
    ["30 almonds", 36],
    ["ten almonds", 12],
    ["3 brazil nuts", 15],
    ["3 avocados", 603],
    ["2 coffees", 474],
    ["2 kefir", 480],
    ["a glass of kefir", 240],
    ["2 cookies", 50],
    ["15 cherries", 123],
    ["2 garlic cloves", 6],
    ["1,250 g potatoes", 1250],
    ["1,000 g beef", 1000],
    ["1 000 g beef", 1000],
    ["1.000,5 g beef", 1000.5],
    ["a dozen oysters", 300],
    ["seven eggs", 350],
    ["couple of eggs", 100],
    ["2 x 3 eggs", 300],
    ["2x eggs", 100],
    ["eggs x2", 100],
    ["eggs 2", 100],
    ["-2 eggs", 100],
    ["2-3 eggs", 125],
    ["a cup and a half of rice", 237],
    ["quarter of a watermelon", 1129.5],
    ["tsp honey", 7],
    ["1T honey", 21],
    ["1t salt", 6],
    ["1c rice", 158],
    ["slice bread", 32],
    ["medium banana", 118],
    ["2 dl milk", 206.3],
    ["oats 40 g", 40],
    ["a handful of almonds", 30],
    ["2 butter", 28.4],
  ])("%s: %d g", (text, weight) => {
    expect(grams(text)).toBe(weight);
  });

  it.each([
    ["4 dried apricots", "one of these"],
    ["5 walnuts", "one of these"],
    ["400 iu vitamin d", "amounts of a nutrient"],
    ["500 mg magnesium", "amounts of a nutrient"],
    ["0 eggs", "More than nothing"],
    ["large coffee", "no measure called “large”"],
    ["1 cup bagel", "no measure of volume"],
  ])("%s is asked, not guessed", (text, question) => {
    expect(first(text).choice.question).toContain(question);
    expect(choiceError(first(text).choice)).not.toBeNull();
  });

  it.each([
    ["butter", 14.2],
    ["garlic", 3],
    ["ketchup", 17],
    ["sugar", 8.4],
    ["honey", 21],
    ["cream", 15],
    ["raisins", 36.3],
    ["olive oil", 13.5],
    ["salt", 1.5],
    ["kefir", 240],
    ["porridge", 234],
  ])("%s without an amount: %d g", (text, weight) => {
    expect(grams(text)).toBe(weight);
  });

  it.each(["100 spinach", "2 eggs", "2-3 eggs", "2 milk", "a handful of almonds"])(
    "says what was guessed of %s",
    (text) => {
      expect(first(text).choice.assumed).toMatch(/\.$/);
    },
  );
  it("has nothing to say where nothing was guessed, or nothing typed", () => {
    for (const text of ["30 g cheddar", "2 large eggs", "banana"])
      expect(first(text).choice.assumed).toBeUndefined();
  });

  it("is the same alone and among others", () => {
    const amounts = fc.constantFrom(
      ..."23,12,2,½,1½,seven,twenty five,a dozen,2 x 3,2-3,1;250 g,a cup and a half of,a quarter cup,2 tbsp,tsp,1T,1c,slice,large,small,a handful of,a glass of,couple of,500 mg,0,"
        .split(",")
        .map((text) => text.replace(";", ",")),
    );
    const names = fc.constantFrom(
      ..."almonds,eggs,coffee,kefir,cherries,avocados,walnuts,honey,rice,bread,milk,butter,oats,garlic cloves,dried apricots".split(
        ",",
      ),
    );
    fc.assert(
      fc.property(amounts, names, (amount, name) => {
        const text = `${amount} ${name}`.trim();
        const { food, choice } = first(text);
        const other = foods(`${text}; 30 g cheddar`).items[0];
        expect(other?.food.id).toBe(food.id);
        const ready = choiceError(choice) === null;
        expect(other?.choice ? choiceGrams(other.choice) : null).toBe(ready ? choiceGrams(choice) : null);
      }),
      { numRuns: 150 },
    );
  });

  it("is listed while it is typed", () => {
    expect(listed("2 cups sp")[0]?.results.length).toBeGreaterThan(1);
    expect(first("2 cups sp").choice.count).toBe(2);
    expect(read("2 cups")).toMatchObject({ words: "", typed: { quantity: 2, unit: "cup" } });
    expect(read("2")).toMatchObject({ words: "", typed: { quantity: 2, unit: null } });
    expect(read("/")).toMatchObject({ words: "", typed: { quantity: null } });
    expect(read("a")).toMatchObject({ words: "a", typed: { quantity: null } });
  });
});

describe("what was logged last time", () => {
  const kefir = first("kefir").food;
  const lately = (weight: number, portion: RecentFood["portion"] = null, food = kefir): RecentFood => ({
    food: food.id,
    name: food.name,
    date: TODAY,
    grams: weight,
    portion,
    times: 1,
    atMeal: { breakfast: 1, lunch: 0, dinner: 0, snack: 0 },
    nutrients: composition({}),
  });
  it("comes first where no amount was typed", () => {
    expect(choiceGrams(first("kefir", [lately(243)]).choice)).toBe(243);
  });
  it("is what a number counts, in the measure of last time", () => {
    const egg = first("eggs").food;
    const small = egg.portions.find(({ label }) => label.startsWith("1 cup"));
    const coffee = first("coffee").food;
    const ounce = coffee.portions.find(({ label }) => label === "6 fl oz");
    if (!small || !ounce) throw new Error("The table has other measures");
    const last = lately(2 * ounce.grams, { id: ounce.id, label: ounce.label, count: 2 }, coffee);
    expect(first("3 coffees", [last]).choice).toMatchObject({ portion: { id: ounce.id }, count: 3 });
    // A cup is nothing that eggs are counted in.
    const cup = lately(small.grams, { id: small.id, label: small.label, count: 1 }, egg);
    expect(choiceGrams(first("2 eggs", [cup]).choice)).toBe(100);
  });
  it("does not come before an amount that was typed", () => {
    expect(choiceGrams(first("30 g kefir", [lately(243)]).choice)).toBe(30);
  });
});

describe("several foods", () => {
  const said = (text: string) =>
    foods(text).items.map(({ food, choice }) => [
      food.listName.split(",")[0],
      choice && Math.round(choiceGrams(choice)),
    ]);
  it.each([
    ["oats 40 g milk 200 ml banana", [40, 206, 118]],
    ["toast 30 g cheddar", [22, 30]],
    ["toast with butter", [31]],
    ["toast w/ butter", [31]],
    ["toast w/ cheddar", [22, 28]],
    ["coffee with 2 tbsp milk and sugar", [237, 30, 8]],
    ["strawberries and cream", [152, 15]],
    ["2 eggs and potato salad", [100, 125]],
  ])("%s", (text, weights) => {
    expect(said(text).map(([, weight]) => weight)).toEqual(weights);
  });
  it("fault 9: shows the only part of a dish as one, with all its words", () => {
    const { items } = foods("spinach salad");
    expect(items.map(({ said, partOf }) => [said, partOf])).toEqual([["spinach salad", "spinach salad"]]);
    expect(read("spinach salad").meal).not.toBeNull();
  });
  it("reads a dish as one food", () => {
    const { meal, lost } = read("chicken and leek soup");
    expect(meal).toBeNull();
    expect(lost).toEqual(["leek"]);
    expect(first("chicken and leek soup").food.name).toMatch(/^Soup.*chicken/);
    expect(listed("chicken and leek soup")[0]?.title).toContain("Not understood: “leek”");
  });
  it("separates foods at a slash", () => {
    expect(foods("chicken/rice").items.map(({ said: words }) => words)).toEqual(["chicken", "/rice"]);
  });
});

describe("words for a day or a meal", () => {
  it("name the meal", () => {
    expect(table.readMeal("breakfast: 2 eggs", eaten).meal).toBe("breakfast");
    expect(table.readMeal("for lunch I had 2 eggs and toast", eaten).meal).toBe("lunch");
    expect(table.readMeal("2 eggs for supper", eaten).meal).toBe("dinner");
    expect(table.readMeal("2 eggs", eaten).meal).toBeNull();
  });
  it("are shown where they cannot be followed", () => {
    expect(foods("yesterday 2 eggs").notUnderstood).toEqual(["yesterday"]);
    expect(foods("2 eggs and toast this morning").notUnderstood).toEqual(["morning"]);
    expect(read("2 eggs for brunch").lost).toEqual(["brunch"]);
  });
});

/** What is in view of a line before Enter: the entries with their words, and what is called not understood. */
const shown = (text: string): string => {
  const line = read(text);
  if (line.meal !== null) {
    const { items, notUnderstood } = proposeMeal(text, line.meal, new Map(), table, { own: [], recent: [] });
    return [...items.map(({ said }) => said), ...notUnderstood].join(" ");
  }
  const [section] = listed(text);
  // Nothing is added of a line that finds nothing.
  if (section === undefined) return text;
  const { quantity, unit, size } = line.typed;
  const number = quantity === null ? "" : `#${quantity}`;
  return [line.searched, number, unit, size, section.title].join(" ");
};

describe("any line", () => {
  const scrap = fc.constantFrom(
    ..."a an the of and with on in no half quarter dozen couple few about 1 2 7 25 1/2 ½ 1,5 1,250 0 -3 x2 2x 1/0 1e5 / & ; , : ( ) g mg iu ml cup cups T tsp slice can handful large small eggs milk spinach almonds coffee kefir cooked soup salad 2% 7up 🍌 xqzwv breakfast yesterday".split(
      " ",
    ),
  );
  /** Words that are no part of a food or an amount once it is read: articles, connectors, fillers. */
  const SILENT = new Set("a an the of and with on in or about".split(" "));
  it("has each of its words in an entry, or shown as not understood", () => {
    fc.assert(
      fc.property(fc.array(scrap, { minLength: 1, maxLength: 7 }), (scraps) => {
        const text = scraps.join(" ");
        const line = read(text);
        const view = shown(text).toLowerCase();
        const inItem = line.meal === null && line.typed.quantity !== null;
        for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
          const lower = word.toLowerCase();
          if (SILENT.has(lower) || view.includes(lower)) continue;
          // A number or a unit of the one food is in its amount.
          const amount =
            inItem &&
            (/^x?\p{N}/u.test(lower) ||
              /^(x|half|quarter|dozen|couple|few|cups?|t|tsp|slice|can|handful|large|small|g|ml|mg|iu)$/.test(
                lower,
              ));
          const meal = lower === "breakfast" && table.readMeal(text, eaten).meal === "breakfast";
          if (!amount && !meal) expect.fail(`“${word}” of “${text}” is not in “${view}”`);
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe("takeMeal", () => {
  it.each([
    ["/d", "dinner", ""],
    ["/l 2 eggs", "lunch", "2 eggs"],
    ["/S nuts", "snack", "nuts"],
    ["/b 2 eggs /l soup", "breakfast", "2 eggs /l soup"],
  ])("takes the command from the beginning of %j", (typed, meal, text) => {
    expect(takeMeal(typed)).toEqual({ meal, text });
  });
  it.each([["1/2 cup"], ["/x"], ["a/b"], ["/dal"], ["2 eggs /l soup"], ["2 eggs /b"]])(
    "leaves %j alone",
    (typed) => {
      expect(takeMeal(typed)).toEqual({ meal: null, text: typed });
    },
  );
});

describe("joinPastedLines", () => {
  it("makes a food of its own of each pasted line, without the signs of a list", () => {
    expect(joinPastedLines("- 2 eggs\r\n• 1 kefir\n\n  30 g cheddar ")).toBe("2 eggs; 1 kefir; 30 g cheddar");
  });
});
