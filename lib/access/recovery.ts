import "server-only";
import { env } from "../env";
import { AppError } from "../errors";
import { recordEvent } from "./audit";
import { inEvenTime } from "./even-time";
import { badLink, makeLink, readLink, spendLink } from "./links";
import { mailAccount } from "./mails";
import { assertConfirmed } from "./methods/step-up";
import { assertGoodPassword } from "./passwords";
import { hashPassword, passwordMatches } from "./secrets";
import { confirmation } from "./sign-up";
import * as store from "./store";
import { assertMayWrite, assertSession, type Viewer } from "./viewer";

/**
 * Sends a link to set a new password to an address that has an account. What is answered does not tell whether it has.
 * @throws AppError unavailable where this server sends no mail.
 */
export const requestReset = async (email: string): Promise<void> => {
  if (env().mail === null)
    throw new AppError(
      "unavailable",
      "This server sends no e-mail. Whoever runs it can make a link for you.",
    );
  await inEvenTime(async () => {
    const user = await store.findUserByEmail(email);
    if (user === null) return;
    await mailAccount(user.id, "reset");
    await recordEvent("nobody", user.id, { kind: "reset-requested" });
  });
};

/**
 * A link to set a new password, for whoever runs this server to hand on to the account's person. It says nothing of
 * the address.
 * @returns its path, the secret included; null where no such account is.
 */
export const makeResetLink = async (email: string): Promise<string | null> => {
  const user = await store.findUserByEmail(email);
  if (user === null) return null;
  await recordEvent("administrator", user.id, { kind: "reset-requested" });
  return makeLink(user.id, "reset", null);
};

/**
 * Sets a new password by a link, once, and signs every browser out. It signs nobody in: whoever has a second factor is
 * asked for it then.
 * @throws AppError not_found for a link that cannot be used, invalid for a password that is too easy to guess; the link
 *   can still be used then.
 */
export const resetPassword = async (secret: string, password: string): Promise<{ ownerId: string }> => {
  const { ownerId } = await readLink(secret, "reset");
  assertGoodPassword(password, (await store.findUser(ownerId))?.email ?? null);
  const passwordHash = await hashPassword(password);
  const reset = await spendLink(secret, "reset", async (link) => {
    const user = await store.findUser(ownerId);
    if (user === null) throw badLink();
    // Sent to the address that the account still has: its reader has shown that it is theirs.
    const shown = link.email !== null && link.email === user.email;
    if (link.email !== null && !shown) throw badLink();
    await store.updateUser(ownerId, { passwordHash, ...(shown && confirmation(user)) });
    await store.deleteLinks(ownerId, ["reset", "change-email"]);
    await store.deleteOtherSessions(ownerId, null);
    return { begins: shown && user.awaitsConfirmation };
  });
  if (reset.begins) await store.appointFirst(ownerId, env().adminEmail);
  await recordEvent("link", ownerId, { kind: "password-reset" });
  await mailAccount(ownerId, "password-changed");
  return { ownerId };
};

/** @throws AppError forbidden for a wrong password, and for an account that has none. */
const assertPassword = async (
  user: store.StoredUser | null,
  password: string,
  field: string,
): Promise<void> => {
  if (user?.passwordHash && (await passwordMatches(user.passwordHash, password))) return;
  throw new AppError("forbidden", "The password is not right.", { fields: { [field]: "is not right" } });
};

/**
 * Changes the password, and signs every other browser out. The viewer's session is to be renewed after it.
 * @throws AppError forbidden for a token or a wrong present password, invalid for one that is too easy to guess.
 */
export const changePassword = async (
  viewer: Viewer,
  ownerId: string,
  { current, password }: { current: string; password: string },
): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  assertSession(viewer);
  const user = await store.findUser(ownerId);
  await assertPassword(user, current, "current");
  assertGoodPassword(password, user?.email ?? null);
  const ended = await store.changePasswordHash(
    ownerId,
    user?.passwordHash ?? null,
    await hashPassword(password),
    viewer.sessionId,
  );
  if (ended === null)
    throw new AppError("conflict", "The password was changed meanwhile. Nothing was changed by this.");
  await recordEvent(viewer, ownerId, { kind: "password-changed", detail: { sessionsEnded: ended } });
  await mailAccount(ownerId, "password-changed");
};

/**
 * Gives an account its first password, in a confirmed session: one that was made by signing in with a provider has none.
 * @throws AppError conflict where it has one, invalid for one that is too easy to guess, confirmation_required.
 */
export const setFirstPassword = async (viewer: Viewer, ownerId: string, password: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await assertConfirmed(viewer);
  const user = await store.findUser(ownerId);
  if (user === null || user.email === null)
    throw new AppError("forbidden", "A sample account is not signed in to again.");
  assertGoodPassword(password, user.email);
  const passwordHash = await hashPassword(password);
  if ((await store.changePasswordHash(ownerId, null, passwordHash, viewer.sessionId)) === null)
    throw new AppError("conflict", "The account has a password. Nothing was changed.");
  await recordEvent(viewer, ownerId, { kind: "method-added", detail: { method: "password" } });
  await mailAccount(ownerId, "password-changed");
};

/**
 * Changes the address, after the password again. Where this server sends mail it changes when the link that is sent to
 * the new one is opened, and the answer does not tell whether that has an account; without mail at once.
 * @throws AppError forbidden for a token or a wrong password, conflict for an address that cannot be used.
 */
export const changeEmail = async (
  viewer: Viewer,
  ownerId: string,
  { email, password }: { email: string; password: string },
): Promise<{ confirmByMail: boolean }> => {
  assertMayWrite(viewer, ownerId);
  assertSession(viewer);
  const user = await store.findUser(ownerId);
  await assertPassword(user, password, "password");
  const unusable = new AppError("conflict", "This e-mail address cannot be used.", {
    fields: { email: "cannot be used" },
  });
  if (env().mail === null) {
    if (user?.email === email) return { confirmByMail: false };
    // Who has the administrator's address is one, and here nobody shows that an address is theirs.
    if (email === env().adminEmail || !(await store.changeEmail(ownerId, email))) throw unusable;
    await recordEvent(viewer, ownerId, { kind: "email-changed", detail: emails(user?.email, email) });
    return { confirmByMail: false };
  }
  if (user?.email === email) throw unusable;
  await recordEvent(viewer, ownerId, { kind: "email-change-requested", detail: { to: email } });
  const other = await store.findUserByEmail(email);
  if (other && !other.awaitsConfirmation) await mailAccount(other.id, "taken");
  else await mailAccount(ownerId, "change-email", { recipient: email });
  return { confirmByMail: true };
};

const emails = (from: string | null | undefined, to: string) => ({ ...(from ? { from } : {}), to });

/**
 * Gives an account the address that a link was sent to, once; the old one is told.
 * @throws AppError not_found for a link that cannot be used, also where the address was taken meanwhile.
 */
export const confirmEmailChange = async (secret: string): Promise<{ email: string }> => {
  const changed = await spendLink(secret, "change-email", async (link) => {
    const user = await store.findUser(link.ownerId);
    if (user === null || link.email === null) throw badLink();
    await store.moveToEmail(link.ownerId, link.email, new Date());
    await store.deleteLinks(link.ownerId, ["reset", "verify-email"]);
    return { ownerId: link.ownerId, from: user.email, to: link.email };
  });
  const { ownerId, from, to } = changed;
  await recordEvent("link", ownerId, { kind: "email-changed", detail: emails(from, to) });
  if (from !== null) await mailAccount(ownerId, "email-changed", { recipient: from });
  return { email: to };
};

/**
 * Sends the link that shows the account's address to be its person's.
 * @throws AppError unavailable where this server sends no mail, conflict where there is nothing to confirm.
 */
export const requestVerification = async (viewer: Viewer, ownerId: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  assertSession(viewer);
  if (env().mail === null) throw new AppError("unavailable", "This server sends no e-mail.");
  const user = await store.findUser(ownerId);
  if (user === null || user.email === null || user.emailVerifiedAt !== null)
    throw new AppError("conflict", "There is no address to confirm.");
  await mailAccount(ownerId, "confirm");
};
