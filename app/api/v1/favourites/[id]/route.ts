import { contract } from "@/app/api/v1/_contract";
import { deleteFavourite, putFavourite } from "@/lib/foods";
import { created, endpoint, nothing, ok } from "@/lib/http";

export const PUT = endpoint(contract.putFavourite, async ({ viewer, params, body }) => {
  const result = await putFavourite(viewer, viewer.userId, params.id.toLowerCase(), body);
  return result.created ? created(result.favourite) : ok(result.favourite);
});

export const DELETE = endpoint(contract.deleteFavourite, async ({ viewer, params }) => {
  await deleteFavourite(viewer, viewer.userId, params.id.toLowerCase());
  return nothing;
});
