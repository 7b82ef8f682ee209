import { endpoint, ok } from "@/lib/http";
import { bestSources } from "@/lib/insights";
import * as contract from "../../../_contract";

export const GET = endpoint(contract.getBestSources, async ({ viewer, params, query }) =>
  ok(await bestSources(viewer, viewer.userId, params.mineral, query)),
);
