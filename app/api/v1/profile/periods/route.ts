import { contract } from "@/app/api/v1/_contract";
import { endpoint, ok } from "@/lib/http";
import { listPeriods } from "@/lib/profile";

export const GET = endpoint(contract.listPeriods, async ({ viewer }) =>
  ok(await listPeriods(viewer, viewer.userId)),
);
