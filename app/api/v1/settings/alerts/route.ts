import { contract } from "@/app/api/v1/_contract";
import { endpoint, ok } from "@/lib/http";
import { alertSettings, changeAlertSettings } from "@/lib/notices";

export const GET = endpoint(contract.getAlertSettings, async ({ viewer }) =>
  ok(await alertSettings(viewer, viewer.userId)),
);

export const PUT = endpoint(contract.putAlertSettings, async ({ viewer, body, expected }) =>
  ok(await changeAlertSettings(viewer, viewer.userId, body, expected)),
);
