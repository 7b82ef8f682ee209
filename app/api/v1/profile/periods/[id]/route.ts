import { contract } from "@/app/api/v1/_contract";
import { created, endpoint, nothing, ok } from "@/lib/http";
import { deletePeriod, putPeriod } from "@/lib/profile";

export const PUT = endpoint(contract.putPeriod, async ({ viewer, params, body }) => {
  const result = await putPeriod(viewer, viewer.userId, params.id, body);
  return result.created ? created(result.period) : ok(result.period);
});

export const DELETE = endpoint(contract.deletePeriod, async ({ viewer, params }) => {
  await deletePeriod(viewer, viewer.userId, params.id);
  return nothing;
});
