import { createAccount, deleteAccount } from "@/lib/access";
import { admitSignUp, created, endpoint, nothing, tryPassword } from "@/lib/http";
import { contract } from "../_contract";

export const POST = endpoint(contract.createAccount, async ({ request, body }) => {
  await admitSignUp(request.headers);
  return created({ id: await createAccount(body) });
});

export const DELETE = endpoint(contract.deleteAccount, async ({ viewer, body }) => {
  await tryPassword(viewer, () => deleteAccount(viewer, viewer.userId, body.password));
  return nothing;
});
