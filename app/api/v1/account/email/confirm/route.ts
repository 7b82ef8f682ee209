import { contract } from "@/app/api/v1/_contract";
import { confirmEmailChange } from "@/lib/access";
import { endpoint, ok, tryLink } from "@/lib/http";

export const POST = endpoint(contract.confirmEmailChange, async ({ request, body }) => {
  return ok(await tryLink(request.headers, () => confirmEmailChange(body.token)));
});
