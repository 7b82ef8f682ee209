import { endpoint, ok } from "@/lib/http";
import { localCopy } from "@/lib/insights";
import { contract } from "../_contract";

export const GET = endpoint(contract.getCopy, async ({ viewer }) =>
  ok(await localCopy(viewer, viewer.userId)),
);
