import { listFavourites } from "@/lib/foods";
import { endpoint, ok } from "@/lib/http";
import { contract } from "../_contract";

export const GET = endpoint(contract.listFavourites, async ({ viewer }) =>
  ok({ items: await listFavourites(viewer, viewer.userId), nextCursor: null }),
);
