import { contract } from "@/app/api/v1/_contract";
import { endpoint, ok } from "@/lib/http";
import { explainedMean } from "@/lib/insights";

export const GET = endpoint(contract.explainMean, async ({ viewer, params, query }) =>
  ok(await explainedMean(viewer, viewer.userId, params.mineral, query)),
);
