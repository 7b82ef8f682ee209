import "server-only";
import { env } from "../env";
import { countUse, guess } from "../limits";
import { senderOf } from "./sender";

/** What this server shows to somebody without an account: a way to make one, and to open a sample account. */
export const registrationOptions = (): { readonly signUp: boolean; readonly sample: boolean } => ({
  signUp: env().signUp === "open" || env().signUp === "domain",
  sample: env().sample === "on",
});

/** Whether this server sends mail, so that a page can offer what needs it. */
export const sendsMail = (): boolean => env().mail !== null;

/** Counts a request to make an account; who may is for `signUp` to say. @throws AppError rate_limited. */
export const admitSignUp = async (headers: Headers): Promise<void> => {
  await countUse("signUp", senderOf(headers));
};

/**
 * Counts a request for a mail by somebody who is not signed in, by sender and by address, with an account or without.
 * @throws AppError rate_limited.
 */
export const admitMailRequest = async (headers: Headers, email: string): Promise<void> => {
  await countUse("resetMailFrom", senderOf(headers));
  await countUse("resetMail", email);
};

/**
 * A use of a one-time link. Only those that do not work stay counted.
 * @throws AppError rate_limited, and what `work` throws.
 */
export const tryLink = async <T extends object>(headers: Headers, work: () => Promise<T>): Promise<T> => {
  const done = await guess([["link", senderOf(headers)]], work);
  if (done === null) throw new Error("A link that did not throw has a value.");
  return done;
};
