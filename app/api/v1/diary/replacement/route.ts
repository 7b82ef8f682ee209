import { contract } from "@/app/api/v1/_contract";
import { replacement } from "@/lib/diary";
import { endpoint, ok } from "@/lib/http";

export const GET = endpoint(contract.previewReplacement, async ({ viewer, query }) =>
  ok(await replacement(viewer, viewer.userId, query)),
);
