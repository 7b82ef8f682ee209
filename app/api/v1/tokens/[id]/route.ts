import { revokeToken } from "@/lib/access";
import { endpoint, nothing } from "@/lib/http";
import * as contract from "../../_contract";

export const DELETE = endpoint(contract.revokeToken, async ({ viewer, params }) => {
  await revokeToken(viewer, viewer.userId, params.id);
  return nothing;
});
