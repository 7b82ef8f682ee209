import { contract } from "@/app/api/v1/_contract";
import { invite } from "@/lib/access";
import { created, endpoint } from "@/lib/http";

export const POST = endpoint(contract.createInvitation, async ({ viewer, body }) =>
  created(await invite(viewer, body.email ?? null)),
);
