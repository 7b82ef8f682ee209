import { changeEntries } from "@/lib/diary";
import { endpoint, ok } from "@/lib/http";
import * as contract from "../../_contract";

export const POST = endpoint(contract.changeDiary, async ({ viewer, body }) =>
  ok({ items: await changeEntries(viewer, viewer.userId, body.changes) }),
);
