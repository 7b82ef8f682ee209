import { endpoint, ok } from "@/lib/http";
import { alerts } from "@/lib/notices";
import { contract } from "../_contract";

export const GET = endpoint(contract.listAlerts, async ({ viewer }) =>
  ok(await alerts(viewer, viewer.userId)),
);
