import { beforeAll, describe, expect, it } from "vitest";
import { type Api, makeApi } from "@/tests/support/api";

const BANANA = "ndb:09040";
const EGG = "ndb:01129";

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});
const list = async (by: Api = api) =>
  ((await by.call("GET", "/favourites")).body as { items: { food: string }[] }).items;

describe("favourites", () => {
  it("are made, kept once, given another amount and taken back", async () => {
    const first = await api.call("PUT", `/favourites/${BANANA}`, {});
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ food: BANANA, name: "Bananas, raw", amount: null });
    expect((await api.call("PUT", `/favourites/${BANANA}`, {})).body).toEqual(first.body);
    const amount = { portion: "1-large", count: 2 };
    await api.call("PUT", `/favourites/${EGG}`, { amount: { grams: 50 } });
    const changed = await api.call("PUT", `/favourites/${EGG}`, { amount });
    expect(changed.status).toBe(200);
    expect(await list()).toMatchObject([{ food: EGG, amount }, { food: BANANA }]);
    expect((await api.call("DELETE", `/favourites/${EGG}`)).status).toBe(204);
    expect((await api.call("DELETE", `/favourites/${EGG}`)).status).toBe(204);
    expect((await list()).map(({ food }) => food)).toEqual([BANANA]);
  });

  it("are made once by many equal calls at once", async () => {
    const person = await makeApi();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => person.call("PUT", `/favourites/${BANANA}`, {})),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
    expect(await list(person)).toHaveLength(1);
  });

  it("leave out a food that was deleted, and are nobody else's", async () => {
    const person = await makeApi();
    const { id } = (await person.call("POST", "/foods", { name: "Bread", per100g: {} })).body as {
      id: string;
    };
    expect((await person.call("PUT", `/favourites/${id.toUpperCase()}`, {})).status).toBe(201);
    expect(await list(person)).toMatchObject([{ food: id, name: "Bread" }]);
    const other = await makeApi();
    expect((await other.call("PUT", `/favourites/${id}`, {})).status).toBe(404);
    expect((await other.call("DELETE", `/favourites/${id}`)).status).toBe(204);
    expect(await list(other)).toEqual([]);
    expect(await list(person)).toHaveLength(1);
    await person.call("DELETE", `/foods/${id}`);
    expect(await list(person)).toEqual([]);
  });

  it.each([
    ["ndb:99999", {}, 404],
    ["nothing at all", {}, 404],
    ["..%2F..%2Fetc", {}, 404],
    [BANANA, { amount: { portion: "bucket", count: 1 } }, 422],
    [BANANA, { amount: { grams: -1 } }, 422],
    [BANANA, { stars: 5 }, 422],
  ])("%s with %j is answered %d", async (food, body, status) => {
    expect((await api.call("PUT", `/favourites/${encodeURIComponent(food)}`, body)).status).toBe(status);
  });
});
