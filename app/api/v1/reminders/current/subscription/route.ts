import { contract } from "@/app/api/v1/_contract";
import { endpoint, nothing } from "@/lib/http";
import { renewReminders } from "@/lib/notices";

export const PUT = endpoint(contract.renewReminders, async ({ viewer, body }) => {
  await renewReminders(viewer, viewer.userId, body);
  return nothing;
});
