import { plansOfDay } from "@/lib/diary";
import { endpoint, ok } from "@/lib/http";
import { contract } from "../_contract";

export const GET = endpoint(contract.listPlans, async ({ viewer, query }) =>
  ok({ items: await plansOfDay(viewer, viewer.userId, query.date), nextCursor: null }),
);
