import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { makeApi } from "@/tests/support/api";

it("fault 10: a long list comes in pages", async () => {
  const { userId: ownerId, call } = await makeApi();
  const found = await call("GET", "/foods?q=bean&limit=7");
  const foods = (found.body as { items: { id: string }[] }).items.map(({ id }) => id);
  expect(foods.length).toBe(7);
  await db().favourite.createMany({
    data: foods.map((foodId, n) => ({ ownerId, foodId, createdAt: new Date(2026, 0, 30 - n) })),
  });
  type Page = { items: { food: string }[]; nextCursor: string | null };
  const seen: string[] = [];
  const sizes: number[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const after: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { items, nextCursor } = (await call("GET", `/favourites?limit=3${after}`)).body as Page;
    seen.push(...items.map(({ food }) => food));
    sizes.push(items.length);
    cursor = nextCursor;
  }
  expect(sizes).toEqual([3, 3, 1]);
  expect(seen).toEqual(foods);
  expect((await call("GET", "/favourites")).body).toMatchObject({ nextCursor: null });
  expect((await call("GET", "/favourites?limit=101")).status).toBe(422);
  expect((await call("GET", "/recipes?cursor=gone")).status).toBe(422);
});
