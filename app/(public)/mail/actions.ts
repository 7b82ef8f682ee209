"use server";

import { z } from "zod";
import { AppError } from "@/lib/errors";
import { openAction } from "@/lib/http";
import { stopMail } from "@/lib/notices";

/** Stops all mail to the account that the link names. */
export const stopAllMail = openAction(z.strictObject({ token: z.string().max(300) }), async ({ token }) => {
  if (!(await stopMail(token))) throw new AppError("not_found", "This link is not valid.");
});
