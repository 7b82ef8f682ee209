import { contract } from "@/app/api/v1/_contract";
import { lookUpBarcode } from "@/lib/foods";
import { endpoint, ok } from "@/lib/http";

export const GET = endpoint(contract.getBarcode, async ({ viewer, params }) =>
  ok(await lookUpBarcode(viewer, viewer.userId, params.code)),
);
