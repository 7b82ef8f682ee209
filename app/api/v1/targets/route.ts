import { endpoint, ok } from "@/lib/http";
import { getTargets } from "@/lib/profile";
import { contract } from "../_contract";

export const GET = endpoint(contract.getTargets, async ({ viewer }) =>
  ok(await getTargets(viewer, viewer.userId)),
);
