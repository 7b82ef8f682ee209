import { contract } from "@/app/api/v1/_contract";
import { changeEmail } from "@/lib/access";
import { endpoint, ok, tryPassword } from "@/lib/http";

export const POST = endpoint(contract.changeEmail, async ({ viewer, body }) => {
  return ok(await tryPassword(viewer, () => changeEmail(viewer, viewer.userId, body)));
});
