import { contract } from "@/app/api/v1/_contract";
import { deletePlan, putPlan } from "@/lib/diary";
import { created, endpoint, nothing, ok } from "@/lib/http";

export const PUT = endpoint(contract.putPlan, async ({ viewer, params, body, expected }) => {
  const result = await putPlan(viewer, viewer.userId, params.id, body, expected);
  return result.created ? created(result.plan) : ok(result.plan);
});

export const DELETE = endpoint(contract.deletePlan, async ({ viewer, params, expected }) => {
  await deletePlan(viewer, viewer.userId, params.id, expected);
  return nothing;
});
