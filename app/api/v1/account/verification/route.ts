import { contract } from "@/app/api/v1/_contract";
import { requestVerification } from "@/lib/access";
import { endpoint, nothing } from "@/lib/http";

export const POST = endpoint(contract.requestVerification, async ({ viewer }) => {
  await requestVerification(viewer, viewer.userId);
  return nothing;
});
