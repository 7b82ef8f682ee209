import { endpoint, ok } from "@/lib/http";
import { changeAlert } from "@/lib/insights";
import * as contract from "../../_contract";

export const PATCH = endpoint(contract.patchAlert, async ({ viewer, params, body }) =>
  ok(await changeAlert(viewer, viewer.userId, params.id, body)),
);
