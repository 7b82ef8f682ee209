import { contract } from "@/app/api/v1/_contract";
import { endpoint, nothing } from "@/lib/http";
import { endReminders } from "@/lib/notices";

export const DELETE = endpoint(contract.endReminders, async ({ viewer, params }) => {
  await endReminders(viewer, viewer.userId, params.id);
  return nothing;
});
