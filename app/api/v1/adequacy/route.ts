import { endpoint, ok } from "@/lib/http";
import { adequacy } from "@/lib/insights";
import { contract } from "../_contract";

export const GET = endpoint(contract.getAdequacy, async ({ viewer, query }) =>
  ok(await adequacy(viewer, viewer.userId, query)),
);
