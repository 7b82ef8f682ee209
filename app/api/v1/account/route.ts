import { createAccount, deleteAccount } from "@/lib/access";
import { admitSignUp, countUse, created, endpoint, nothing } from "@/lib/http";
import { contract } from "../_contract";

export const POST = endpoint(contract.createAccount, async ({ request, body }) => {
  await admitSignUp(request.headers);
  return created({ id: await createAccount(body) });
});

export const DELETE = endpoint(contract.deleteAccount, async ({ viewer, body }) => {
  // Every try counts: a stolen token must not be a way to guess the password.
  await countUse("signIn", viewer.userId);
  await deleteAccount(viewer, viewer.userId, body.password);
  return nothing;
});
