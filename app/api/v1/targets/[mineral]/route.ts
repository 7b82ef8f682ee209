import { contract } from "@/app/api/v1/_contract";
import { endpoint, nothing, ok } from "@/lib/http";
import { clearTarget, setTarget } from "@/lib/profile";

export const PUT = endpoint(contract.putTarget, async ({ viewer, params, body, expected }) =>
  ok(await setTarget(viewer, viewer.userId, params.mineral, body, expected)),
);

export const DELETE = endpoint(contract.deleteTarget, async ({ viewer, params, expected }) => {
  await clearTarget(viewer, viewer.userId, params.mineral, expected);
  return nothing;
});
