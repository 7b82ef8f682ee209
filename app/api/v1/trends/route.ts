import { endpoint, ok } from "@/lib/http";
import { trends } from "@/lib/insights";
import { contract } from "../_contract";

export const GET = endpoint(contract.getTrends, async ({ viewer, query }) =>
  ok(await trends(viewer, viewer.userId, query)),
);
