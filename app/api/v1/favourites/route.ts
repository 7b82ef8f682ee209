import { listFavourites } from "@/lib/foods";
import { endpoint, ok, pageOf } from "@/lib/http";
import { contract } from "../_contract";

export const GET = endpoint(contract.listFavourites, async ({ viewer, query }) =>
  ok(pageOf(await listFavourites(viewer, viewer.userId), query, ({ food }) => food)),
);
