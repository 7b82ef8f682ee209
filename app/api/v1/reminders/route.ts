import { contract } from "@/app/api/v1/_contract";
import { endpoint, ok } from "@/lib/http";
import { reminders } from "@/lib/notices";

export const GET = endpoint(contract.getReminders, async ({ viewer }) =>
  ok(await reminders(viewer, viewer.userId)),
);
