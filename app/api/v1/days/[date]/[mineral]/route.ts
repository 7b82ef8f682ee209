import { contract } from "@/app/api/v1/_contract";
import { endpoint, ok } from "@/lib/http";
import { explainedTotal } from "@/lib/insights";

export const GET = endpoint(contract.explainTotal, async ({ viewer, params }) =>
  ok(await explainedTotal(viewer, viewer.userId, params.date, params.mineral)),
);
