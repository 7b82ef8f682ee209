import { contract } from "@/app/api/v1/_contract";
import { deleteRecipe, getRecipe, putRecipe } from "@/lib/foods";
import { created, endpoint, nothing, ok } from "@/lib/http";

export const GET = endpoint(contract.getRecipe, async ({ viewer, params }) =>
  ok(await getRecipe(viewer, viewer.userId, params.id)),
);

export const PUT = endpoint(contract.putRecipe, async ({ viewer, params, body, expected }) => {
  const result = await putRecipe(viewer, viewer.userId, body, params.id, expected);
  return result.created ? created(result.recipe) : ok(result.recipe);
});

export const DELETE = endpoint(contract.deleteRecipe, async ({ viewer, params, expected }) => {
  await deleteRecipe(viewer, viewer.userId, params.id, expected);
  return nothing;
});
