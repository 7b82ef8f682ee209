import { listRecipes, putRecipe } from "@/lib/foods";
import { created, endpoint, ok } from "@/lib/http";
import { contract } from "../_contract";

export const GET = endpoint(contract.listRecipes, async ({ viewer }) =>
  ok({ items: await listRecipes(viewer, viewer.userId), nextCursor: null }),
);

export const POST = endpoint(contract.createRecipe, async ({ viewer, body }) =>
  created((await putRecipe(viewer, viewer.userId, body)).recipe),
);
