import { contract } from "@/app/api/v1/_contract";
import { endpoint, ok } from "@/lib/http";
import { changeAlert } from "@/lib/insights";

export const PATCH = endpoint(contract.patchAlert, async ({ viewer, params, body }) =>
  ok(await changeAlert(viewer, viewer.userId, params.id, body)),
);
