"use server";

import { deleteAccount } from "@/lib/access";
import { deleteAccountInput } from "@/lib/access/schemas";
import { action, countUse } from "@/lib/http";

/** Deletes the account and all it owns, after the password again. */
export const removeAccount = action(deleteAccountInput, async (viewer, { password }) => {
  // Every try counts, so that a browser left open is no way to guess the password.
  await countUse("signIn", viewer.userId);
  await deleteAccount(viewer, viewer.userId, password);
});
