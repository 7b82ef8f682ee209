import { contract } from "@/app/api/v1/_contract";
import { listMethods } from "@/lib/access";
import { endpoint, ok } from "@/lib/http";

export const GET = endpoint(contract.listMethods, async ({ viewer }) =>
  ok(await listMethods(viewer, viewer.userId)),
);
