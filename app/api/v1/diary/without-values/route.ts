import { contract } from "@/app/api/v1/_contract";
import { namesWithoutValues } from "@/lib/diary";
import { endpoint, ok } from "@/lib/http";

export const GET = endpoint(contract.listNamesWithoutValues, async ({ viewer }) =>
  ok({ items: await namesWithoutValues(viewer, viewer.userId), nextCursor: null }),
);
