import { endpoint, ok } from "@/lib/http";
import { compareTrends } from "@/lib/insights";
import * as contract from "../../_contract";

export const GET = endpoint(contract.getTrendsComparison, async ({ viewer, query }) =>
  ok(await compareTrends(viewer, viewer.userId, query)),
);
