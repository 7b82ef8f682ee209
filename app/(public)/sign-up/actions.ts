"use server";

import { headers } from "next/headers";
import { createAccount } from "@/lib/access";
import { newAccount } from "@/lib/access/schemas";
import { admitSignUp, openAction } from "@/lib/http";

/** Makes an account; the browser signs in to it afterwards. */
export const signUp = openAction(newAccount, async (input) => {
  await admitSignUp(await headers());
  await createAccount(input);
});
