import { endpoint, ok } from "@/lib/http";
import { day } from "@/lib/insights";
import * as contract from "../../_contract";

export const GET = endpoint(contract.getDay, async ({ viewer, params }) =>
  ok(await day(viewer, viewer.userId, params.date)),
);
