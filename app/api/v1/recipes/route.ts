import { listRecipes, putRecipe } from "@/lib/foods";
import { created, endpoint, ok, pageOf } from "@/lib/http";
import { contract } from "../_contract";

export const GET = endpoint(contract.listRecipes, async ({ viewer, query }) =>
  ok(pageOf(await listRecipes(viewer, viewer.userId), query, ({ id }) => id)),
);

export const POST = endpoint(contract.createRecipe, async ({ viewer, body }) =>
  created((await putRecipe(viewer, viewer.userId, body)).recipe),
);
