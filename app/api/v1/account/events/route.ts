import { contract } from "@/app/api/v1/_contract";
import { listEvents } from "@/lib/access";
import { endpoint, ok } from "@/lib/http";

export const GET = endpoint(contract.listEvents, async ({ viewer, query }) =>
  ok(await listEvents(viewer, viewer.userId, query)),
);
