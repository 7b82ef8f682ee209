import { createAccount, deleteAccount } from "@/lib/access";
import { countUse, created, endpoint, nothing, senderOf } from "@/lib/http";
import * as contract from "../_contract";

export const POST = endpoint(contract.createAccount, async ({ request, body }) => {
  await countUse("signUp", senderOf(request.headers));
  return created({ id: await createAccount(body) });
});

export const DELETE = endpoint(contract.deleteAccount, async ({ viewer, body }) => {
  await deleteAccount(viewer, viewer.userId, body.password);
  return nothing;
});
