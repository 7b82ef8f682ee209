import { contract } from "@/app/api/v1/_contract";
import { endpoint, ok } from "@/lib/http";
import { compareTrends } from "@/lib/insights";

export const GET = endpoint(contract.getTrendsComparison, async ({ viewer, query }) =>
  ok(await compareTrends(viewer, viewer.userId, query)),
);
