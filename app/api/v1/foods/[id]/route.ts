import { contract } from "@/app/api/v1/_contract";
import { deleteFood, putFood, readFood } from "@/lib/foods";
import { created, endpoint, nothing, ok } from "@/lib/http";

export const GET = endpoint(contract.getFood, async ({ viewer, params }) =>
  ok(await readFood(viewer, viewer.userId, params.id)),
);

export const PUT = endpoint(contract.putFood, async ({ viewer, params, body, expected }) => {
  const result = await putFood(viewer, viewer.userId, params.id, body, expected);
  return result.created ? created(result.food) : ok(result.food);
});

export const DELETE = endpoint(contract.deleteFood, async ({ viewer, params, expected }) => {
  await deleteFood(viewer, viewer.userId, params.id, expected);
  return nothing;
});
