import { endpoint, ok } from "@/lib/http";
import { weeklyReview } from "@/lib/notices";
import { contract } from "../_contract";

export const GET = endpoint(contract.getReview, async ({ viewer, query }) =>
  ok(await weeklyReview(viewer, viewer.userId, query.week)),
);
