import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { FoodSummary, FoodView } from "@/lib/foods/schemas";
import { type Api, makeApi } from "@/tests/support/api";

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

const find = async (q: string, more = "") =>
  ((await api.call("GET", `/foods?q=${encodeURIComponent(q)}${more}`)).body as { items: FoodSummary[] })
    .items;

describe("finding a food", () => {
  it("puts the plain food first", async () => {
    const [first] = await find("banana");
    expect(first).toMatchObject({
      id: "ndb:09040",
      source: "sr28",
      group: "Fruits and fruit juices",
      kcal: 89,
    });
    expect(first?.portions[0]?.grams).toBeGreaterThan(0);
  });

  it("ranks the person's own foods in, and nobody else's", async () => {
    const made = (
      await api.call("POST", "/foods", { name: "Banana bread of Aunt May", per100g: { energy: 300 } })
    ).body as FoodView;
    expect((await find("banana bread aunt"))[0]?.id).toBe(made.id);
    const other = await makeApi();
    const found = (await other.call("GET", "/foods?q=banana%20bread%20aunt")).body as {
      items: FoodSummary[];
    };
    expect(found.items.map(({ id }) => id)).not.toContain(made.id);
  });

  it("fault 3: says of each food whether it only comes near to what was asked for", async () => {
    expect((await find("cheddar")).every(({ onlyClose }) => onlyClose === false)).toBe(true);
    for (const asked of ["brocoli", "xqzzv cheddar"]) {
      const found = await find(asked);
      expect(found.length, asked).toBeGreaterThan(0);
      expect(found.every(({ onlyClose }) => onlyClose === true)).toBe(true);
    }
    // A food that was not searched for comes near to nothing.
    expect((await api.call("GET", "/foods/ndb:09040")).body).not.toHaveProperty("onlyClose");
  });

  it("answers at most what is asked for, and only from the source asked for", async () => {
    expect(await find("bread", "&limit=7")).toHaveLength(7);
    expect((await find("banana", "&source=own")).every(({ source }) => source === "own")).toBe(true);
    expect((await find("banana", "&source=sr28")).every(({ source }) => source === "sr28")).toBe(true);
    expect(await find("banana", "&source=imported")).toEqual([]);
  });

  it.each(["&limit=0", "&limit=51", "&limit=x", "&limit=1.5", "&source=elsewhere", "&limit=1&limit=2"])(
    "refuses %s",
    async (more) => {
      expect((await api.call("GET", `/foods?q=a${more}`)).status).toBe(422);
    },
  );

  it.each(["", "   ", "zzzzqqqq", "%00", "\ud800", "x".repeat(200), '\'; DROP TABLE "User"; --', "<script>"])(
    "answers %j",
    async (q) => {
      const { status } = await api.call("GET", `/foods?q=${encodeURIComponent(q.toWellFormed())}`);
      expect(status).toBe(200);
    },
  );
});

describe("one food", () => {
  it("tells unknown from zero, and where each number is from", async () => {
    const { body } = await api.call("GET", "/foods/ndb:09040");
    const food = body as FoodView;
    expect(food.per100g).toMatchObject({ magnesium: 27, potassium: 358, vitaminD: 0 });
    const magnesium = food.provenance.find(({ nutrient }) => nutrient === "magnesium");
    expect(magnesium).toMatchObject({ source: "USDA SR28", row: "09040", value: 27, unit: "mg" });
    for (const { nutrient, value } of food.provenance) {
      expect(value).toBe(food.per100g[nutrient as keyof typeof food.per100g]);
    }
  });

  it.each(["ndb:99999", "ndb:1", "fdc:1", `own:${randomUUID()}`, "banana", "%E2%82"])(
    "%s is 404",
    async (id) => {
      expect((await api.call("GET", `/foods/${id === "%E2%82" ? "%00" : id}`)).status).toBe(404);
    },
  );
});

describe("an own food", () => {
  it("keeps zero, unknown and portions as they were typed", async () => {
    const { status, body } = await api.call("POST", "/foods", {
      name: "  Oat bar ",
      per100g: { iron: 0, zinc: null, calcium: 12.5 },
      portions: [{ label: "1 bar", grams: 35 }],
    });
    expect(status).toBe(201);
    const food = body as FoodView;
    expect(food).toMatchObject({ name: "Oat bar", source: "own", portions: [{ label: "1 bar", grams: 35 }] });
    expect(food.per100g).toMatchObject({ iron: 0, zinc: null, calcium: 12.5, magnesium: null });
    expect((await api.call("GET", `/foods/${food.id}`)).body).toEqual(food);
  });

  it.each([
    ["no name", { per100g: {} }, "name"],
    ["a blank name", { name: "  ", per100g: {} }, "name"],
    ["a name of 201 characters", { name: "x".repeat(201), per100g: {} }, "name"],
    ["a lone surrogate", { name: "a\udc00", per100g: {} }, "name"],
    ["a negative amount", { name: "x", per100g: { iron: -1 } }, "per100g.iron"],
    ["more than 100 g in 100 g", { name: "x", per100g: { protein: 101 } }, "per100g.protein"],
    ["an unknown nutrient", { name: "x", per100g: { gold: 1 } }, "per100g.gold"],
    ["a text", { name: "x", per100g: { iron: "1" } }, "per100g.iron"],
    [
      "a portion of nothing",
      { name: "x", per100g: {}, portions: [{ label: "1", grams: 0 }] },
      "portions.0.grams",
    ],
    [
      "21 portions",
      { name: "x", per100g: {}, portions: Array(21).fill({ label: "1", grams: 1 }) },
      "portions",
    ],
  ])("is refused with %s", async (_, body, field) => {
    const answer = await api.call("POST", "/foods", body);
    expect(answer.status).toBe(422);
    expect(Object.keys((answer.body as { error: { fields: object } }).error.fields)).toContain(field);
  });

  it("cannot be made out of a reference food", async () => {
    expect((await api.call("PUT", "/foods/ndb:09040", { name: "x", per100g: {} })).status).toBe(403);
    expect((await api.call("DELETE", "/foods/ndb:09040")).status).toBe(403);
  });
});
