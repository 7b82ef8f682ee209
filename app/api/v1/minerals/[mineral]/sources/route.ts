import { contract } from "@/app/api/v1/_contract";
import { endpoint, ok } from "@/lib/http";
import { bestSources } from "@/lib/insights";

export const GET = endpoint(contract.getBestSources, async ({ viewer, params, query }) =>
  ok(await bestSources(viewer, viewer.userId, params.mineral, query)),
);
