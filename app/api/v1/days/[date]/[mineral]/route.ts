import { endpoint, ok } from "@/lib/http";
import { explainedTotal } from "@/lib/insights";
import * as contract from "../../../_contract";

export const GET = endpoint(contract.explainTotal, async ({ viewer, params }) =>
  ok(await explainedTotal(viewer, viewer.userId, params.date, params.mineral)),
);
