import { contract } from "@/app/api/v1/_contract";
import { confirmAddress } from "@/lib/access";
import { endpoint, ok, tryLink } from "@/lib/http";

export const POST = endpoint(contract.confirmAddress, async ({ request, body }) => {
  return ok(await tryLink(request.headers, () => confirmAddress(body.token, body.password)));
});
