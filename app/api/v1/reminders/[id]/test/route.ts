import { contract } from "@/app/api/v1/_contract";
import { endpoint, nothing } from "@/lib/http";
import { countUse } from "@/lib/limits";
import { sendTestReminder } from "@/lib/notices";

export const POST = endpoint(contract.testReminder, async ({ viewer, params }) => {
  await countUse("testReminder", viewer.userId);
  await sendTestReminder(viewer, viewer.userId, params.id);
  return nothing;
});
