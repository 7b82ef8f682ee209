import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openFoodFacts } from "@/lib/foods/open-food-facts";
import type { BarcodeView, FoodView, SimilarFood } from "@/lib/foods/schemas";
import { countUse } from "@/lib/limits";
import { type Api, makeApi } from "@/tests/support/api";
import { CODES, type FakeOpenFoodFacts, fakeOpenFoodFacts } from "@/tests/support/open-food-facts";

const OWN = "4006381333931";
let server: FakeOpenFoodFacts;
let api: Api;

beforeAll(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  server = await fakeOpenFoodFacts();
  // Read once, at the first call that needs a setting.
  process.env.OPENFOODFACTS_URL = `${server.url}/`;
  api = await makeApi();
});
afterAll(() => server.close());

const make = async (by: Api, body: object) => (await by.call("POST", "/foods", body)).body as FoodView;
const lookUp = (code: string, by = api) => by.call("GET", `/foods/barcode/${code}`);
const errorOf = (body: unknown) => (body as { error: { code: string; message: string } }).error;

describe("a barcode of an own food", () => {
  it("finds it in every spelling, and never somebody else's", async () => {
    const food = await make(api, { name: "Oat drink", barcode: "36000291452".padStart(12, "0") });
    expect(food.barcode).toBe("0036000291452");
    for (const code of ["036000291452", "0036000291452", "00036000291452"]) {
      const { status, body } = await lookUp(code);
      expect(status).toBe(200);
      expect((body as Extract<BarcodeView, { kind: "own" }>).food.id).toBe(food.id);
    }
    expect((await lookUp("036000291452", await makeApi())).status).toBe(404);
  });

  it("belongs to one food of a person, and to one of each person", async () => {
    await make(api, { name: "First", barcode: OWN });
    const again = await api.call("POST", "/foods", { name: "Second", barcode: OWN });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ error: { fields: { barcode: expect.any(String) } } });
    const second = await make(api, { name: "Second" });
    expect((await api.call("PUT", `/foods/${second.id}`, { name: "Second", barcode: OWN })).status).toBe(409);
    const other = await makeApi();
    expect((await other.call("POST", "/foods", { name: "Theirs", barcode: OWN })).status).toBe(201);
    // Two foods without a barcode do not collide.
    expect((await make(api, { name: "None" })).barcode).toBeNull();
  });

  it.each(["4006381333932", "12", "x", "%00", "0000000000000"])("%s is refused", async (code) => {
    expect((await lookUp(code)).status).toBe(422);
    expect((await api.call("POST", "/foods", { name: "x", barcode: decodeURIComponent(code) })).status).toBe(
      422,
    );
  });
});

describe("a label", () => {
  const label = {
    convention: "us",
    basis: { per: "serving", grams: 40 },
    amounts: {
      iron: { value: 10, as: "percent" },
      potassium: { value: 0, as: "amount" },
      sodium: { value: 120 },
      zinc: { value: 1, lessThan: true },
    },
  };

  it("is kept as it stands, computed by its rules, and told in the provenance", async () => {
    const food = await make(api, { name: "Cereal", label, per100g: { phytate: 300 } });
    expect(food.per100g).toMatchObject({
      sodium: 300,
      potassium: null,
      zinc: null,
      phytate: 300,
      calcium: null,
    });
    expect(food.per100g.iron).toBeCloseTo(4.5, 9);
    const of = (id: string) => food.provenance.find(({ nutrient }) => nutrient === id);
    expect(of("iron")).toMatchObject({ source: "US label", value: food.per100g.iron });
    expect(of("iron")?.note).toMatch(/10.% DV in a serving of 40.g; 100.% is 18.mg; rounded/);
    expect(of("potassium")?.note).toMatch(/less than 94.mg: a bound/);
    expect(of("phytate")).toMatchObject({ source: "Entered by you", note: null });
    expect(of("calcium")).toMatchObject({ value: null, note: null });
    expect((await api.call("GET", `/foods/${food.id}`)).body).toEqual(food);
  });

  it.each([
    ["percent without a daily value", { ...label, convention: "none" }, "label.amounts.iron.as"],
    ["a serving of no weight", { ...label, basis: { per: "serving" } }, "label.basis.grams"],
    ["100 ml of no weight", { ...label, basis: { per: "100ml" } }, "label.basis.grams"],
    [
      "more than there can be",
      { ...label, basis: { per: "serving", grams: 1 }, amounts: { protein: { value: 2 } } },
      "label.amounts.protein.value",
    ],
    ["salt of iron", { ...label, amounts: { iron: { value: 1, as: "salt" } } }, "label.amounts.iron.as"],
    ["a negative figure", { ...label, amounts: { iron: { value: -1 } } }, "label.amounts.iron.value"],
  ])("is refused with %s", async (_, wrong, field) => {
    const answer = await api.call("POST", "/foods", { name: "x", label: wrong });
    expect(answer.status).toBe(422);
    expect(Object.keys((answer.body as { error: { fields: object } }).error.fields)).toContain(field);
  });

  it("and an amount beside it do not name the same nutrient", async () => {
    const answer = await api.call("POST", "/foods", { name: "x", label, per100g: { iron: 1 } });
    expect(answer.status).toBe(422);
  });
});

describe("a product of Open Food Facts", () => {
  it("is proposed with what its label tells, and written by nobody", async () => {
    const { status, body } = await lookUp(CODES.granola);
    expect(status).toBe(200);
    const { product } = body as Extract<BarcodeView, { kind: "product" }>;
    expect(product).toMatchObject({ barcode: CODES.granola, name: "Crunchy granola" });
    expect(product.label.amounts.magnesium).toEqual({ value: 112, as: "amount", from: "openfoodfacts" });
    expect(product.label.amounts.calcium).toBeUndefined();
    expect(product.similar[0]?.name).toMatch(/granola/i);
    expect(server.headers["user-agent"]).toMatch(/^Assay\//);
    expect(JSON.stringify(server.headers)).not.toContain(api.userId);
    const found = await api.call("GET", "/foods?q=granola&source=own");
    expect((found.body as { items: unknown[] }).items).toEqual([]);
  });

  it("is asked for once, also when there is none", async () => {
    for (const code of [CODES.granola, CODES.missing, CODES.missing]) await lookUp(code, await makeApi());
    expect(server.asked.filter((code) => code === CODES.granola)).toHaveLength(1);
    expect(server.asked.filter((code) => code === CODES.missing)).toHaveLength(1);
    const { status, body } = await lookUp(CODES.missing);
    expect(status).toBe(404);
    expect(errorOf(body).message).toMatch(/Open Food Facts does not know it/);
  });

  it("becomes an own food that says where its numbers are from, and is then the first to be found", async () => {
    const person = await makeApi();
    const { product } = (await lookUp(CODES.powder, person)).body as Extract<
      BarcodeView,
      { kind: "product" }
    >;
    const { grams: _, ...basis } = product.label.basis;
    const food = await make(person, {
      name: product.name,
      barcode: product.barcode,
      label: { ...product.label, basis },
      portions: product.portions,
    });
    expect(food.per100g).toMatchObject({ magnesium: 152, potassium: null, copper: null });
    expect(food.provenance.find(({ nutrient }) => nutrient === "magnesium")).toMatchObject({
      source: "Open Food Facts",
      row: CODES.powder,
    });
    expect(food.label?.source).toMatchObject({ name: "openfoodfacts", code: CODES.powder });
    expect((await lookUp(CODES.powder, person)).body).toMatchObject({ kind: "own", food: { id: food.id } });
  });

  it.each(["broken", "html", "huge", "elsewhere", "other"] as const)(
    "that cannot be read (%s) is said to be so, and no code is lost",
    async (what) => {
      const { status, body } = await lookUp(CODES[what]);
      expect(status).toBe(503);
      expect(errorOf(body)).toMatchObject({
        code: "unavailable",
        message: expect.stringContaining("type the label"),
      });
    },
  );

  it("is followed to another address of the same server only", async () => {
    expect((await lookUp(CODES.nearby)).status).toBe(200);
  });

  it("that does not come in time is given up, and asked for again next time", async () => {
    const client = openFoodFacts(server.url, { timeoutMs: 80 });
    for (let i = 0; i < 2; i++)
      await expect(client.find(CODES.slow, "a")).rejects.toMatchObject({ code: "unavailable" });
    expect(server.asked.filter((code) => code === CODES.slow)).toHaveLength(2);
  });

  it("is kept for a day, a miss for an hour", async () => {
    let now = 0;
    const client = openFoodFacts(server.url, { now: () => now });
    const count = () => server.asked.length;
    const before = count();
    const hour = 3_600_000;
    for (const [at, code, times] of [
      [0, CODES.pizza, 1],
      [23 * hour, CODES.pizza, 1],
      [25 * hour, CODES.pizza, 2],
      [25 * hour, CODES.missing, 3],
      [25.5 * hour, CODES.missing, 3],
      [27 * hour, CODES.missing, 4],
    ] as const) {
      now = at;
      await client.find(code, "a");
      expect(count() - before).toBe(times);
    }
  });

  it("is asked for so often by one person and no more; what is known costs nothing", async () => {
    const client = openFoodFacts(server.url);
    for (let n = 0; n < 28; n += 1) await countUse("product", "busy");
    await client.find(CODES.pizza, "busy");
    await client.find(CODES.granola, "busy");
    await client.find(CODES.granola, "busy");
    await expect(client.find(CODES.water, "busy")).rejects.toMatchObject({
      code: "rate_limited",
      message: expect.stringMatching(/^Too many products were looked up\. Try again in \d+ seconds\.$/),
      retryAfterSeconds: expect.any(Number),
    });
    expect((await client.find(CODES.water, "b"))?.name).toBe("Mineral water");
  });

  it("asked for twice at once is asked for once", async () => {
    const client = openFoodFacts(server.url);
    const before = server.asked.length;
    await Promise.all([1, 2, 3].map(() => client.find(CODES.pizza, "a")));
    expect(server.asked.length - before).toBe(1);
  });
});

describe("an estimate", () => {
  it("fills what is unknown, beside the amounts and in none of them", async () => {
    const food = await make(api, {
      name: "My oats",
      per100g: { magnesium: 120, energy: 370 },
      estimateFood: "ndb:08120",
    });
    expect(food.per100g).toMatchObject({ magnesium: 120, zinc: null, iron: null });
    expect(food.estimate?.food.id).toBe("ndb:08120");
    expect(food.estimate?.per100g.zinc).toBeGreaterThan(0);
    expect(food.estimate?.per100g).not.toHaveProperty("magnesium");
    const logged = await api.call("PUT", "/diary/4d4a6d0e-5f0c-4f0a-9c3a-0a0a0a0a0a01", {
      date: "2026-11-20",
      meal: "lunch",
      food: food.id,
      amount: { grams: 100 },
    });
    expect(logged.body).toMatchObject({ nutrients: { magnesium: 120, zinc: null, iron: null } });
  });

  it("keeps to the bound of the label", async () => {
    const food = await make(api, {
      name: "Flakes",
      label: {
        convention: "us",
        basis: { per: "serving", grams: 100 },
        amounts: { iron: { value: 0, as: "percent" } },
      },
      estimateFood: "ndb:08120",
    });
    expect(food.per100g.iron).toBeNull();
    expect(food.estimate?.per100g.iron).toBeCloseTo(0.36, 9);
  });

  it.each(["ndb:99999", "own:4d4a6d0e-5f0c-4f0a-9c3a-0a0a0a0a0a01", "oats"])("cannot be %s", async (id) => {
    expect((await api.call("POST", "/foods", { name: "x", estimateFood: id })).status).toBe(422);
  });

  it("is offered from foods that agree in energy and protein", async () => {
    const similar = async (query: string) =>
      ((await api.call("GET", `/foods/similar?${query}`)).body as { items: SimilarFood[] }).items;
    const [first] = await similar("name=rolled%20oats&energy=375&protein=13");
    expect(first?.name).toMatch(/oats/i);
    expect(await similar("name=oats&energy=12&protein=0.1")).toEqual([]);
    expect((await api.call("GET", "/foods/similar?name=oats")).status).toBe(422);
  });
});
