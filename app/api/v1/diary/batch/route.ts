import { contract } from "@/app/api/v1/_contract";
import { changeEntries } from "@/lib/diary";
import { endpoint, ok } from "@/lib/http";

export const POST = endpoint(contract.changeDiary, async ({ viewer, body }) =>
  ok({ items: await changeEntries(viewer, viewer.userId, body.changes) }),
);
