import { endpoint, ok } from "@/lib/http";
import { readChanges } from "@/lib/profile";
import { contract } from "../_contract";

export const GET = endpoint(contract.getChanges, async ({ viewer }) =>
  ok(await readChanges(viewer, viewer.userId)),
);
