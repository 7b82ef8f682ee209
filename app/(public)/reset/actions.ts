"use server";

import { headers } from "next/headers";
import { confirmEmailChange, requestReset, resetPassword } from "@/lib/access";
import { emailChangeInput, resetInput, resetRequest } from "@/lib/access/schemas";
import { admitMailRequest, openAction, tryLink } from "@/lib/http";

/** Has a link sent to set a new password, where the address has an account. */
export const askForReset = openAction(resetRequest, async ({ email }) => {
  await admitMailRequest(await headers(), email);
  await requestReset(email);
});

/** Sets a new password by a link. */
export const setNewPassword = openAction(resetInput, async ({ token, password }) => {
  await tryLink(await headers(), () => resetPassword(token, password));
});

/** Gives an account the address that a link was sent to. @returns the address. */
export const moveToAddress = openAction(emailChangeInput, async ({ token }) =>
  tryLink(await headers(), () => confirmEmailChange(token)),
);
