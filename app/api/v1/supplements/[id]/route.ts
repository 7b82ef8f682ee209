import { contract } from "@/app/api/v1/_contract";
import { deleteSupplement, getSupplement, putSupplement } from "@/lib/foods";
import { created, endpoint, nothing, ok } from "@/lib/http";

export const GET = endpoint(contract.getSupplement, async ({ viewer, params }) =>
  ok(await getSupplement(viewer, viewer.userId, params.id)),
);

export const PUT = endpoint(contract.putSupplement, async ({ viewer, params, body, expected }) => {
  const result = await putSupplement(viewer, viewer.userId, body, params.id, expected);
  return result.created ? created(result.supplement) : ok(result.supplement);
});

export const DELETE = endpoint(contract.deleteSupplement, async ({ viewer, params, expected }) => {
  await deleteSupplement(viewer, viewer.userId, params.id, expected);
  return nothing;
});
