import "server-only";
import { env } from "../env";
import { AppError } from "../errors";
import { countUse, senderOf } from "./rate-limit";

/** Which ways in this server offers to somebody who has no account. */
export const waysIn = (): { readonly signUp: boolean; readonly sample: boolean } => ({
  signUp: env().signUp === "open",
  sample: env().sample === "on",
});

/**
 * Lets a request to make an account through.
 * @throws AppError forbidden where sign-up is closed, rate_limited.
 */
export const admitSignUp = async (headers: Headers): Promise<void> => {
  if (!waysIn().signUp) {
    throw new AppError("forbidden", "This server takes no new accounts. Ask whoever runs it.");
  }
  await countUse("signUp", senderOf(headers));
};
