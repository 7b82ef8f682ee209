import { contract } from "@/app/api/v1/_contract";
import { changePassword } from "@/lib/access";
import { endpoint, nothing, renewSession, tryPassword } from "@/lib/http";

export const POST = endpoint(contract.changePassword, async ({ viewer, body }) => {
  await tryPassword(viewer, () => changePassword(viewer, viewer.userId, body));
  await renewSession(viewer);
  return nothing;
});
