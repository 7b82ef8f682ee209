import { createFood, searchFoods } from "@/lib/foods";
import { created, endpoint, ok } from "@/lib/http";
import { contract } from "../_contract";

export const GET = endpoint(contract.searchFoods, async ({ viewer, query }) =>
  ok({ items: await searchFoods(viewer, viewer.userId, query), nextCursor: null }),
);

export const POST = endpoint(contract.createFood, async ({ viewer, body }) =>
  created(await createFood(viewer, viewer.userId, body)),
);
