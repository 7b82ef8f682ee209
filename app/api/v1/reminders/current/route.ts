import { contract } from "@/app/api/v1/_contract";
import { endpoint, ok } from "@/lib/http";
import { putReminders } from "@/lib/notices";

export const PUT = endpoint(contract.putReminders, async ({ viewer, body }) =>
  ok(await putReminders(viewer, viewer.userId, body)),
);
