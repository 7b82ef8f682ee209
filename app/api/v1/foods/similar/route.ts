import { findSimilarFoods } from "@/lib/foods";
import { endpoint, ok } from "@/lib/http";
import * as contract from "../../_contract";

export const GET = endpoint(contract.findSimilar, async ({ viewer, query }) =>
  ok({ items: findSimilarFoods(viewer, viewer.userId, query) }),
);
