import { endpoint, ok } from "@/lib/http";
import { explainedMean } from "@/lib/insights";
import * as contract from "../../../_contract";

export const GET = endpoint(contract.explainMean, async ({ viewer, params, query }) =>
  ok(await explainedMean(viewer, viewer.userId, params.mineral, query)),
);
