"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { changeEmail, changePassword, requestVerification, setFirstPassword } from "@/lib/access";
import { emailChange, firstPassword, passwordChange } from "@/lib/access/schemas";
import { action, renewSession, tryPassword } from "@/lib/http";

/** Changes the password, after the present one. Every other browser is signed out, and this one's session renewed. */
export const savePassword = action(passwordChange, async (viewer, input) => {
  await tryPassword(viewer, () => changePassword(viewer, viewer.userId, input));
  await renewSession(viewer);
});

/** Sets the first password of an account that was made by signing in with a provider. */
export const saveFirstPassword = action(firstPassword, async (viewer, { password }) => {
  await setFirstPassword(viewer, viewer.userId, password);
  await renewSession(viewer);
  revalidatePath("/settings/account");
});

/** Changes the address, at once or when the new one is confirmed. */
export const saveEmail = action(emailChange, async (viewer, input) => {
  const result = await tryPassword(viewer, () => changeEmail(viewer, viewer.userId, input));
  revalidatePath("/settings/account");
  return result;
});

/** Has the link sent that confirms the address. */
export const sendVerification = action(z.strictObject({}), async (viewer) => {
  await requestVerification(viewer, viewer.userId);
});
