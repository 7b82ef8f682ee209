import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { db, putOwned, readJson } from "@/lib/db";
import { makeApi } from "@/tests/support/api";

describe("a column of JSON", () => {
  const schema = z.array(z.object({ nutrient: z.enum(["iron", "zinc"]), amount: z.number() }));

  it("is read with the schema of what is written there", () => {
    expect(readJson(schema, '[{"nutrient":"iron","amount":4}]', "Table.column")).toEqual([
      { nutrient: "iron", amount: 4 },
    ]);
  });

  it.each([
    ["no JSON", "[{", /^Table\.column is not JSON\.$/],
    ["nothing", "", /^Table\.column is not JSON\.$/],
    ["another shape", "{}", /^Table\.column is not as it was written\. the whole: /],
    ["an unknown name", '[{"nutrient":"gold","amount":4}]', /Table\.column .* 0\.nutrient: /],
    ["a text for a number", '[{"nutrient":"iron","amount":"secret"}]', /Table\.column .* 0\.amount: /],
  ])("that holds %s is an error that names it and not what it holds", (_, text, message) => {
    const read = () => readJson(schema, text, "Table.column");
    expect(read).toThrow(message);
    expect(read).not.toThrow(/gold|secret/);
  });

  it.each([
    ["Supplement.contents", "/supplements"],
    ["OwnFood.portions", "/foods?q="],
    ["Recipe.ingredients", "/recipes"],
    ["Favourite.portion", "/favourites"],
    ["DiaryEntry.lowerBounds", "/diary?date=2026-03-03"],
    ["PlannedFood.amount", "/plans?date=2026-03-03"],
  ])("%s that was damaged is an error of the server, not a wrong value", async (column, path) => {
    const { userId: ownerId, call } = await makeApi();
    const id = randomUUID();
    await call("POST", "/supplements", {
      name: "Zinc",
      doseLabel: "capsule",
      contents: [{ nutrient: "zinc", amount: 10 }],
    });
    await call("POST", "/foods", { name: "Bread", per100g: {}, portions: [{ label: "slice", grams: 40 }] });
    const amount = { grams: 50 };
    const food = "ndb:09040";
    await call("PUT", `/recipes/${id}`, { name: "Salad", servings: 1, ingredients: [{ food, amount }] });
    await call("PUT", `/favourites/${food}`, { amount });
    await call("PUT", `/diary/${id}`, { date: "2026-03-03", meal: "lunch", food, amount });
    await call("PUT", `/plans/${randomUUID()}`, { date: "2026-03-03", meal: "lunch", food, amount });
    expect((await call("GET", path)).status).toBe(200);

    const data = { data: { [column.split(".")[1] ?? ""]: '[{"grams":"many"}]' }, where: { ownerId } };
    if (column.startsWith("Supplement")) await db().supplement.updateMany(data);
    if (column.startsWith("OwnFood")) await db().ownFood.updateMany(data);
    if (column.startsWith("Recipe")) await db().recipe.updateMany(data);
    if (column.startsWith("Favourite")) await db().favourite.updateMany(data);
    if (column.startsWith("DiaryEntry")) await db().diaryEntry.updateMany(data);
    if (column.startsWith("PlannedFood")) await db().plannedFood.updateMany(data);
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    try {
      const answer = await call("GET", path);
      expect(answer.status).toBe(500);
      expect(String(logged.mock.calls[0]?.[0])).toContain(`${column} is not as it was written`);
    } finally {
      logged.mockRestore();
    }
  });
});

describe("a row that is put", () => {
  it("is made, left alone, changed, and made again when it is deleted in between", async () => {
    const { userId: ownerId } = await makeApi();
    const foodId = "ndb:09040";
    const put = (portion: string, find?: () => Promise<null>) => {
      const createdAt = new Date();
      return putOwned(
        { portion },
        {
          insert: () => db().favourite.create({ data: { ownerId, foodId, portion, createdAt } }),
          find: find ?? (() => db().favourite.findUnique({ where: { ownerId_foodId: { ownerId, foodId } } })),
          update: () => db().favourite.updateManyAndReturn({ where: { ownerId, foodId }, data: { portion } }),
        },
      );
    };
    const made = await put('{"grams":1}');
    expect(made).toMatchObject({ created: true, row: { portion: '{"grams":1}' } });
    expect(await put('{"grams":1}')).toEqual({ ...made, created: false });
    const changed = await put('{"grams":2}');
    expect(changed).toEqual({ created: false, row: { ...made.row, portion: '{"grams":2}' } });
    const again = await put('{"grams":3}', async () => {
      await db().favourite.deleteMany({ where: { ownerId, foodId } });
      return null;
    });
    expect(again).toMatchObject({ created: true, row: { portion: '{"grams":3}' } });
  });
});
