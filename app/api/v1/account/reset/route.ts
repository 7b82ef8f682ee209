import { contract } from "@/app/api/v1/_contract";
import { requestReset } from "@/lib/access";
import { admitMailRequest, endpoint, nothing } from "@/lib/http";

export const POST = endpoint(contract.requestReset, async ({ request, body }) => {
  await admitMailRequest(request.headers, body.email);
  await requestReset(body.email);
  return nothing;
});
