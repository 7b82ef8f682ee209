import { contract } from "@/app/api/v1/_contract";
import { revokeToken } from "@/lib/access";
import { endpoint, nothing } from "@/lib/http";

export const DELETE = endpoint(contract.revokeToken, async ({ viewer, params }) => {
  await revokeToken(viewer, viewer.userId, params.id);
  return nothing;
});
