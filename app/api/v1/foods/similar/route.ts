import { contract } from "@/app/api/v1/_contract";
import { findSimilarFoods } from "@/lib/foods";
import { endpoint, ok } from "@/lib/http";

export const GET = endpoint(contract.findSimilar, async ({ viewer, query }) =>
  ok({ items: findSimilarFoods(viewer, viewer.userId, query) }),
);
