import { endpoint, ok } from "@/lib/http";
import { daysBetweenDates } from "@/lib/insights";
import * as contract from "../_contract";

export const GET = endpoint(contract.listDays, async ({ viewer, query }) =>
  ok(await daysBetweenDates(viewer, viewer.userId, query.from, query.to)),
);
