import { contract } from "@/app/api/v1/_contract";
import { markDay } from "@/lib/diary";
import { endpoint, ok } from "@/lib/http";
import { day } from "@/lib/insights";

export const GET = endpoint(contract.getDay, async ({ viewer, params }) =>
  ok(await day(viewer, viewer.userId, params.date)),
);

export const PUT = endpoint(contract.markDay, async ({ viewer, params, body, expected }) =>
  ok(await markDay(viewer, viewer.userId, params.date, body.mark, expected)),
);
