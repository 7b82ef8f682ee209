import { endpoint, ok } from "@/lib/http";
import { daysBetween } from "@/lib/insights";
import { contract } from "../_contract";

export const GET = endpoint(contract.listDays, async ({ viewer, query }) =>
  ok(await daysBetween(viewer, viewer.userId, query.from, query.to)),
);
