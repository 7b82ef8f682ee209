"use server";

import { headers } from "next/headers";
import { confirmAddress, signUp } from "@/lib/access";
import { confirmInput, signUpInput } from "@/lib/access/schemas";
import { admitSignUp, openAction, tryLink } from "@/lib/http";

/** Makes an account; the browser signs in to it afterwards, or its person opens the link of a mail first. */
export const makeAccount = openAction(signUpInput, async (input) => {
  await admitSignUp(await headers());
  const { confirmByMail } = await signUp(input);
  return { confirmByMail };
});

/** Confirms an address by the link of a mail. @returns the address. */
export const confirm = openAction(confirmInput, async ({ token, password }) => {
  return tryLink(await headers(), () => confirmAddress(token, password));
});
