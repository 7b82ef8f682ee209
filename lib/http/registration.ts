import "server-only";
import { env } from "../env";
import { AppError } from "../errors";
import { countUse } from "../limits";
import { senderOf } from "./sender";

/** What this server offers to somebody without an account: making one, opening a sample account. */
export const registrationOptions = (): { readonly signUp: boolean; readonly sample: boolean } => ({
  signUp: env().signUp === "open",
  sample: env().sample === "on",
});

/**
 * Lets a request to make an account through.
 * @throws AppError forbidden where sign-up is closed, rate_limited.
 */
export const admitSignUp = async (headers: Headers): Promise<void> => {
  if (!registrationOptions().signUp) {
    throw new AppError("forbidden", "This server takes no new accounts. Ask whoever runs it.");
  }
  await countUse("signUp", senderOf(headers));
};
