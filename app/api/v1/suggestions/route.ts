import { endpoint, ok } from "@/lib/http";
import { suggestions } from "@/lib/insights";
import { contract } from "../_contract";

export const GET = endpoint(contract.getSuggestions, async ({ viewer, query }) =>
  ok(await suggestions(viewer, viewer.userId, query.date)),
);
