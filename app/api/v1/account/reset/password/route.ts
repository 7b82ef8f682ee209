import { contract } from "@/app/api/v1/_contract";
import { resetPassword } from "@/lib/access";
import { endpoint, nothing, tryLink } from "@/lib/http";

export const POST = endpoint(contract.resetPassword, async ({ request, body }) => {
  await tryLink(request.headers, () => resetPassword(body.token, body.password));
  return nothing;
});
