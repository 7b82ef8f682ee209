import { createToken, listTokens } from "@/lib/access";
import { created, endpoint, ok } from "@/lib/http";
import { contract } from "../_contract";

export const GET = endpoint(contract.listTokens, async ({ viewer }) =>
  ok({ items: await listTokens(viewer, viewer.userId), nextCursor: null }),
);

export const POST = endpoint(contract.createToken, async ({ viewer, body }) =>
  created(await createToken(viewer, viewer.userId, body)),
);
