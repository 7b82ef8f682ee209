import { lookUpBarcode } from "@/lib/foods";
import { endpoint, ok } from "@/lib/http";
import * as contract from "../../../_contract";

export const GET = endpoint(contract.getBarcode, async ({ viewer, params }) =>
  ok(await lookUpBarcode(viewer, viewer.userId, params.code)),
);
