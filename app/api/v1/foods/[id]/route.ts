import { contract } from "@/app/api/v1/_contract";
import { deleteFood, readFood, replaceFood } from "@/lib/foods";
import { endpoint, nothing, ok } from "@/lib/http";

export const GET = endpoint(contract.getFood, async ({ viewer, params }) =>
  ok(await readFood(viewer, viewer.userId, params.id)),
);

export const PUT = endpoint(contract.replaceFood, async ({ viewer, params, body }) =>
  ok(await replaceFood(viewer, viewer.userId, params.id, body)),
);

export const DELETE = endpoint(contract.deleteFood, async ({ viewer, params }) => {
  await deleteFood(viewer, viewer.userId, params.id);
  return nothing;
});
