import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { EntryView } from "@/lib/diary/schemas";
import type { FoodView, RecipeView } from "@/lib/foods/schemas";
import type { DayView } from "@/lib/insights/schemas";
import { type Api, makeApi } from "@/tests/support/api";

const BANANA = "ndb:09040";
const LENTILS = "ndb:16069";
const DAY = "2026-11-20";

const soup = (over: Record<string, unknown> = {}) => ({
  name: "Lentil soup",
  servings: 4,
  ingredients: [
    { food: LENTILS, amount: { grams: 200 } },
    { food: BANANA, amount: { grams: 100 } },
  ],
  ...over,
});

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

const put = (body: unknown, id: string = randomUUID(), by: Api = api) =>
  by.call("PUT", `/recipes/${id}`, body);
const made = async (over: Record<string, unknown> = {}, by: Api = api) => {
  const { status, body } = await put(soup(over), randomUUID(), by);
  expect([status, body]).toEqual([201, expect.anything()]);
  return body as RecipeView;
};
const ownFood = async (per100g: Record<string, number>, by: Api = api) =>
  (await by.call("POST", "/foods", { name: "From a label", per100g })).body as FoodView;
const log = (food: string, amount: unknown, id: string = randomUUID(), by: Api = api) =>
  by.call("PUT", `/diary/${id}`, { date: DAY, meal: "dinner", food, amount });
const fieldsOf = (body: unknown) => (body as { error: { fields: Record<string, string> } }).error.fields;
const foodOf = async (id: string) => (await api.call("GET", `/foods/${id}`)).body as FoodView;

describe("a recipe", () => {
  it("holds what its ingredients hold, by serving and by weight", async () => {
    const { id, ...recipe } = await made();
    const [lentils, banana] = [await foodOf(LENTILS), await foodOf(BANANA)];
    const dish = (lentils.per100g.magnesium ?? Number.NaN) * 2 + (banana.per100g.magnesium ?? Number.NaN);
    expect(recipe).toMatchObject({
      food: `recipe:${id}`,
      ingredientGrams: 300,
      yieldGrams: null,
      gramsPerServing: 75,
      ingredientCount: 2,
      instructions: null,
    });
    expect(recipe.perServing.magnesium).toBeCloseTo(dish / 4, 9);
    expect(recipe.per100g.magnesium).toBeCloseTo(dish / 3, 9);
    const food = await foodOf(recipe.food);
    expect(food).toMatchObject({
      source: "recipe",
      portions: [{ id: "serving", label: "serving", grams: 75 }],
      per100g: recipe.per100g,
    });
    expect((await api.call("GET", `/recipes/${id.toUpperCase()}`)).body).toEqual({ id, ...recipe });
  });

  it("spreads its minerals over the weight of the cooked dish, not over its servings", async () => {
    const raw = await made();
    const cooked = await made({ yieldGrams: 900 });
    expect(cooked.gramsPerServing).toBe(225);
    expect(cooked.per100g.iron).toBeCloseTo((raw.per100g.iron ?? Number.NaN) / 3, 9);
    expect(cooked.perServing.iron).toBeCloseTo(raw.perServing.iron ?? Number.NaN, 9);
  });

  it("weighs by household measures, and counts what boiling and draining takes away", async () => {
    const [portion] = (await foodOf(LENTILS)).portions;
    const ingredient = { food: LENTILS, amount: { portion: portion?.id, count: 2 } };
    const plain = await made({ ingredients: [ingredient] });
    expect(plain.ingredients[0]).toMatchObject({
      grams: (portion?.grams ?? Number.NaN) * 2,
      portion: { id: portion?.id, label: portion?.label, count: 2 },
      preparation: null,
    });
    const drained = await made({ ingredients: [{ ...ingredient, preparation: "boiled-drained" }] });
    // docs/decisions/015: boiled and drained legumes keep 0.77 of their potassium.
    const left = (drained.perServing.potassium ?? Number.NaN) / (plain.perServing.potassium ?? Number.NaN);
    expect(left).toBeCloseTo(0.77, 2);
  });

  it("keeps an ingredient that no table has, by name and weight, and is then at least what the others hold", async () => {
    const whole = await made();
    const paste = { text: "Gochujang", amount: { grams: 20 } };
    const recipe = await made({ ingredients: [...soup().ingredients, paste] });
    expect(recipe.ingredients[2]).toMatchObject({
      food: expect.stringMatching(/^text:[0-9a-f]{16}$/),
      name: "Gochujang",
      found: false,
      grams: 20,
    });
    expect(recipe.ingredientGrams).toBe(320);
    expect(recipe.perServing.magnesium).toBeCloseTo(whole.perServing.magnesium ?? Number.NaN, 9);
    expect(recipe.lowerBounds).toEqual(expect.arrayContaining(["magnesium", "iron", "potassium"]));
    const nameless = await put(soup({ ingredients: [{ text: "\u200b", amount: { grams: 20 } }] }));
    expect(nameless.status).toBe(422);
  });

  it("says of a nutrient that an ingredient lacks that it is at least this much", async () => {
    const label = await ownFood({ iron: 2, energy: 100 });
    const recipe = await made({
      ingredients: [
        { food: LENTILS, amount: { grams: 100 } },
        { food: label.id, amount: { grams: 100 } },
      ],
      servings: 1,
    });
    const lentils = await foodOf(LENTILS);
    expect(recipe.lowerBounds).toContain("magnesium");
    expect(recipe.lowerBounds).not.toContain("iron");
    expect(recipe.perServing.magnesium).toBeCloseTo(lentils.per100g.magnesium ?? Number.NaN, 9);
    const nothing = await made({ ingredients: [{ food: label.id, amount: { grams: 100 } }] });
    expect(nothing.perServing.magnesium).toBeNull();
    expect(nothing.lowerBounds).toEqual([]);
  });

  it("can be made with other recipes, and never with itself", async () => {
    const stock = await made({ name: "Stock" });
    const stew = await made({
      name: "Stew",
      servings: 2,
      ingredients: [{ food: stock.food, amount: { portion: "serving", count: 2 } }],
    });
    expect(stew.perServing.iron).toBeCloseTo(stock.perServing.iron ?? Number.NaN, 9);
    for (const food of [stew.food, stock.food]) {
      const { status, body } = await put(soup({ ingredients: [{ food, amount: { grams: 5 } }] }), stock.id);
      expect(status).toBe(422);
      expect(fieldsOf(body)).toEqual({ "ingredients.0.food": "is made with this recipe itself" });
    }
    // What is unknown in the recipe inside is unknown in the one around it.
    const label = await ownFood({ energy: 100 });
    await put(
      soup({
        ingredients: [
          { food: label.id, amount: { grams: 100 } },
          { food: LENTILS, amount: { grams: 100 } },
        ],
      }),
      stock.id,
    );
    const after = (await api.call("GET", `/recipes/${stew.id}`)).body as RecipeView;
    expect(after.lowerBounds).toContain("iron");
    expect(after.ingredients[0]?.lowerBounds).toContain("iron");
  });

  it("is stored once, however often it is sent, and is listed, replaced and deleted", async () => {
    const by = await makeApi();
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(soup(), id, by)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
    expect((await put(soup(), id.toUpperCase(), by)).body).toEqual(answers[0]?.body);
    const { status, body } = await by.call("POST", "/recipes", soup({ name: "Second" }));
    expect(status).toBe(201);
    const names = async () =>
      ((await by.call("GET", "/recipes")).body as { items: RecipeView[] }).items.map(({ name }) => name);
    expect((await names()).toSorted()).toEqual(["Lentil soup", "Second"]);
    expect((await put(soup({ name: "Changed" }), id, by)).status).toBe(200);
    expect((await names()).toSorted()).toEqual(["Changed", "Second"]);
    const second = (body as RecipeView).id;
    expect((await by.call("DELETE", `/recipes/${second}`)).status).toBe(204);
    expect((await by.call("DELETE", `/recipes/${second}`)).status).toBe(204);
    expect((await by.call("GET", `/recipes/${second}`)).status).toBe(404);
    expect(await names()).toEqual(["Changed"]);
  });

  it("is found by its name beside the foods", async () => {
    const { food } = await made({ name: "Zanzibar pilau" });
    const search = async (query: string) =>
      ((await api.call("GET", `/foods?${query}`)).body as { items: { id: string; source: string }[] }).items;
    expect((await search("q=zanzibar"))[0]).toMatchObject({ id: food, source: "recipe" });
    expect((await search("q=lentil&source=recipe")).every(({ source }) => source === "recipe")).toBe(true);
    expect((await search("q=")).map(({ id }) => id)).toContain(food);
  });

  it("outlives its ingredients: what is gone is unknown, by the name it had", async () => {
    const label = await ownFood({ magnesium: 50 });
    const recipe = await made({
      ingredients: [
        { food: label.id, amount: { grams: 100 } },
        { food: BANANA, amount: { grams: 100 } },
      ],
    });
    expect(recipe.lowerBounds).not.toContain("magnesium");
    await api.call("DELETE", `/foods/${label.id}`);
    const after = (await api.call("GET", `/recipes/${recipe.id}`)).body as RecipeView;
    expect(after.ingredients[0]).toMatchObject({ name: "From a label", found: false, grams: 100 });
    expect(after.ingredients[0]?.nutrients.magnesium).toBeNull();
    expect(after.lowerBounds).toContain("magnesium");
    expect(after.ingredientGrams).toBe(200);
    // It can be kept while the rest changes, but not put into another recipe.
    const kept = { food: label.id, amount: { grams: 40 } };
    const saved = await put(soup({ ingredients: [kept] }), recipe.id);
    expect(saved.status).toBe(200);
    expect((saved.body as RecipeView).ingredients[0]).toMatchObject({ name: "From a label", grams: 40 });
    expect((await put(soup({ ingredients: [kept] }))).status).toBe(422);
  });

  it("is nobody else's", async () => {
    const other = await makeApi();
    const { id, food } = await made();
    expect((await other.call("GET", `/recipes/${id}`)).status).toBe(404);
    expect((await other.call("GET", `/foods/${food}`)).status).toBe(404);
    const logged = await log(food, { grams: 100 }, randomUUID(), other);
    expect(logged.status).toBe(422);
    const inside = await put(soup({ ingredients: [{ food, amount: { grams: 5 } }] }), randomUUID(), other);
    expect(fieldsOf(inside.body)).toEqual({ "ingredients.0.food": "is not a food Assay knows" });
    expect((await other.call("DELETE", `/recipes/${id}`)).status).toBe(204);
    // The same id in another account is another recipe.
    expect((await put(soup({ name: "Theirs" }), id, other)).status).toBe(201);
    expect(((await api.call("GET", `/recipes/${id}`)).body as RecipeView).name).toBe("Lentil soup");
  });

  it("comes at most 500 times", async () => {
    const by = await makeApi();
    const small = soup({ ingredients: [{ food: BANANA, amount: { grams: 100 } }] });
    const ids = Array.from({ length: 500 }, () => randomUUID());
    for (const id of ids) expect((await put(small, id, by)).status).toBe(201);
    expect((await put(small, randomUUID(), by)).status).toBe(409);
    expect((await put({ ...small, name: "Changed" }, ids[0], by)).status).toBe(200);
  });
});

describe("what was logged of a recipe", () => {
  it("stays as it was, whatever becomes of the recipe", async () => {
    const recipe = await made();
    const id = randomUUID();
    const first = await log(recipe.food, { portion: "serving", count: 1 }, id);
    expect(first.status).toBe(201);
    const before = first.body as EntryView;
    expect(before).toMatchObject({ name: "Lentil soup", grams: 75, portion: { label: "serving", count: 1 } });
    expect(before.nutrients.iron).toBeCloseTo(recipe.perServing.iron ?? Number.NaN, 9);

    await put(soup({ name: "Banana soup", servings: 2, ingredients: [soup().ingredients[1]] }), recipe.id);
    expect((await api.call("GET", `/diary/${id}`)).body).toEqual(before);
    // Nor does sending the same entry again, or a note on it, count it anew.
    expect((await log(recipe.food, { portion: "serving", count: 1 }, id)).body).toEqual(before);
    const noted = await api.call("PUT", `/diary/${id}`, {
      date: DAY,
      meal: "lunch",
      food: recipe.food,
      amount: { portion: "serving", count: 1 },
      note: "With friends",
    });
    expect(noted.body).toMatchObject({ meal: "lunch", name: "Lentil soup", grams: 75 });
    expect((noted.body as EntryView).nutrients).toEqual(before.nutrients);
    // Another amount is counted by the recipe as it is now.
    const more = (await log(recipe.food, { portion: "serving", count: 2 }, id)).body as EntryView;
    expect(more).toMatchObject({ name: "Banana soup", grams: 100 });

    await api.call("DELETE", `/recipes/${recipe.id}`);
    expect((await api.call("GET", `/diary/${id}`)).body).toEqual(more);
    expect((await log(recipe.food, { grams: 10 })).status).toBe(422);
  });

  it("is a lower bound of the day where an ingredient lacks a value", async () => {
    const by = await makeApi();
    const label = await ownFood({ iron: 2, energy: 100 }, by);
    const recipe = await made(
      {
        ingredients: [
          { food: LENTILS, amount: { grams: 100 } },
          { food: label.id, amount: { grams: 100 } },
        ],
        servings: 1,
      },
      by,
    );
    const entry = (await log(recipe.food, { portion: "serving", count: 1 }, randomUUID(), by))
      .body as EntryView;
    expect(entry.lowerBounds).toContain("magnesium");
    await log(BANANA, { grams: 100 }, randomUUID(), by);
    const { totals } = (await by.call("GET", `/days/${DAY}`)).body as DayView;
    expect(totals.magnesium).toMatchObject({ known: 1, entries: 2 });
    expect(totals.magnesium.amount).toBeCloseTo((entry.nutrients.magnesium ?? Number.NaN) + 27, 6);
    expect(totals.iron).toMatchObject({ known: 2, entries: 2 });
    // The grouped query over days agrees with the sum over the day's entries.
    const span = (await by.call("GET", `/days?from=${DAY}&to=${DAY}`)).body as {
      items: { totals: DayView["totals"] }[];
    };
    expect(span.items[0]?.totals.magnesium).toMatchObject({ known: 1, entries: 2 });
    expect(span.items[0]?.totals.magnesium.amount).toBeCloseTo(totals.magnesium.amount ?? Number.NaN, 6);
  });
});

describe("bad input", () => {
  it.each([
    [{ name: " " }, "name"],
    [{ servings: 0 }, "servings"],
    [{ servings: "4" }, "servings"],
    [{ servings: 1e9 }, "servings"],
    [{ yieldGrams: -1 }, "yieldGrams"],
    [{ yieldGrams: 1e12 }, "yieldGrams"],
    [{ ingredients: [] }, "ingredients"],
    [{ ingredients: [{ food: "ndb:99999", amount: { grams: 5 } }] }, "ingredients.0.food"],
    [{ ingredients: [{ food: "recipe:none", amount: { grams: 5 } }] }, "ingredients.0.food"],
    [{ ingredients: [{ food: BANANA, amount: { grams: 0 } }] }, "ingredients.0.amount"],
    [{ ingredients: [{ food: BANANA, amount: { portion: "x", count: 1 } }] }, "ingredients.0.amount.portion"],
    [
      { ingredients: [{ food: BANANA, amount: { grams: 5 }, preparation: "tempeh" }] },
      "ingredients.0.preparation",
    ],
    [{ servings: 0.25, yieldGrams: 9000, ingredients: [{ food: BANANA, amount: { grams: 5 } }] }, "servings"],
    [
      { ingredients: Array.from({ length: 101 }, () => ({ food: BANANA, amount: { grams: 5 } })) },
      "ingredients",
    ],
    [{ instructions: "x".repeat(10_001) }, "instructions"],
  ])("%j is refused at its field", async (over, field) => {
    const { status, body } = await put(soup(over));
    expect([status, Object.keys(fieldsOf(body))[0]]).toEqual([422, expect.stringContaining(field)]);
  });

  it("of any kind is refused or stored as it is, and never breaks the server", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          {
            name: fc.oneof(fc.string({ unit: "binary" }), fc.anything()),
            servings: fc.oneof(fc.double(), fc.integer()),
            yieldGrams: fc.oneof(fc.double(), fc.constant(null)),
            instructions: fc.string({ unit: "binary" }),
            ingredients: fc.array(
              fc.record({
                food: fc.oneof(fc.constantFrom(BANANA, LENTILS), fc.string()),
                amount: fc.oneof(fc.record({ grams: fc.double() }), fc.anything()),
              }),
              { maxLength: 3 },
            ),
          },
          { requiredKeys: [] },
        ),
        async (body) => {
          const sent = JSON.stringify(body);
          const { status } = await put(sent);
          expect([201, 400, 422]).toContain(status);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(["x", "%00", "recipe:1"])("an id that is none (%s) is not found", async (id) => {
    expect((await api.call("GET", `/recipes/${id}`)).status).toBe(404);
  });
});
