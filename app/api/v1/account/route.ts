import { deleteAccount, getAccount, signUp } from "@/lib/access";
import { admitSignUp, created, endpoint, nothing, ok, tryPassword } from "@/lib/http";
import { contract } from "../_contract";

export const GET = endpoint(contract.getAccount, async ({ viewer }) =>
  ok(await getAccount(viewer, viewer.userId)),
);

export const POST = endpoint(contract.createAccount, async ({ request, body }) => {
  await admitSignUp(request.headers);
  return created(await signUp(body));
});

export const DELETE = endpoint(contract.deleteAccount, async ({ viewer, body }) => {
  await tryPassword(viewer, () => deleteAccount(viewer, viewer.userId, body.password));
  return nothing;
});
