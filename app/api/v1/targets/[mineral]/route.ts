import { contract } from "@/app/api/v1/_contract";
import { endpoint, nothing, ok } from "@/lib/http";
import { clearTarget, setTarget } from "@/lib/profile";

export const PUT = endpoint(contract.putTarget, async ({ viewer, params, body }) =>
  ok(await setTarget(viewer, viewer.userId, params.mineral, body)),
);

export const DELETE = endpoint(contract.deleteTarget, async ({ viewer, params }) => {
  await clearTarget(viewer, viewer.userId, params.mineral);
  return nothing;
});
