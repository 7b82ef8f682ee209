import { listEntries } from "@/lib/diary";
import { endpoint, ok } from "@/lib/http";
import { contract } from "../_contract";

export const GET = endpoint(contract.listDiary, async ({ viewer, query }) =>
  ok(await listEntries(viewer, viewer.userId, query.date, query.limit, query.cursor)),
);
