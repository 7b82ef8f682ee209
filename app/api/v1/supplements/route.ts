import { putSupplement } from "@/lib/foods";
import { created, endpoint, ok } from "@/lib/http";
import { supplements } from "@/lib/insights";
import { contract } from "../_contract";

export const GET = endpoint(contract.listSupplements, async ({ viewer }) =>
  ok(await supplements(viewer, viewer.userId)),
);

export const POST = endpoint(contract.createSupplement, async ({ viewer, body }) =>
  created((await putSupplement(viewer, viewer.userId, body)).supplement),
);
