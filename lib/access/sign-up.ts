import "server-only";
import { randomUUID } from "node:crypto";
import { env } from "../env";
import { AppError } from "../errors";
import { createAccount } from "./accounts";
import { assertAdministrator } from "./administrators";
import { recordEvent } from "./audit";
import { inEvenTime } from "./even-time";
import { makeLink, readLink, spendLink } from "./links";
import { mailAccount } from "./mails";
import { assertGoodPassword } from "./passwords";
import type { SignUpInput } from "./schemas";
import { checkPassword, hashPassword } from "./secrets";
import * as store from "./store";
import { assertSession, type Viewer } from "./viewer";

const DAY = 24 * 60 * 60_000;
/** An account that nobody confirms is deleted after so long. */
const UNCONFIRMED_LIFE = 7 * DAY;
const MAX_INVITATIONS = 100;

const closed = (message: string): AppError => new AppError("forbidden", message);

/**
 * Whether somebody may make an account with an address here. On a server without accounts ADMIN_EMAIL always may:
 * whoever set it runs the server.
 * @throws AppError forbidden with why not; the reason says nothing of other accounts.
 */
export const assertMaySignUp = async ({
  email,
  invitation,
}: Pick<SignUpInput, "email" | "invitation">): Promise<void> => {
  const { signUp, signUpDomains, adminEmail } = env();
  if (invitation !== undefined) {
    const link = await readLink(invitation, "invite");
    if (link.email !== null && link.email !== email)
      throw closed("This invitation is for another e-mail address.");
    return;
  }
  if (signUp === "open") return;
  if (adminEmail === email && !(await store.hasAccounts())) return;
  if (signUp === "invitation")
    throw closed("This server takes new accounts by invitation. Ask whoever runs it.");
  if (signUp === "domain") {
    if (signUpDomains.includes(email.split("@").at(-1) ?? "")) return;
    throw closed(`This server takes new accounts with an address of ${signUpDomains.join(" or ")}.`);
  }
  throw closed("This server takes no new accounts. Ask whoever runs it.");
};

/** An account that begins when the link of a mail is opened. The same is done, and said, for an address that is taken. */
const signUpByMail = async ({ email, password, timeZone = "UTC" }: SignUpInput): Promise<string> => {
  const id = randomUUID();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + UNCONFIRMED_LIFE);
  const passwordHash = await hashPassword(password);
  const user = { id, email, passwordHash, expiresAt, timeZone, now, awaitsConfirmation: true };
  if (await store.insertUser(user)) {
    await mailAccount(id, "confirm");
    return id;
  }
  const other = await store.findUserByEmail(email);
  if (other?.awaitsConfirmation) {
    // Only who reads the mail and knows the password of the latest sign-up confirms it.
    await store.replaceUnconfirmed(other.id, passwordHash, expiresAt);
    await mailAccount(other.id, "confirm");
  } else if (other) await mailAccount(other.id, "taken");
  return id;
};

/**
 * Makes an account for a visitor, as the settings allow. Where this server sends mail it begins with a link that is
 * sent to the address, and what is answered is the same for an address that has an account; without mail such an
 * address is refused (docs/security.md says why).
 * @throws AppError forbidden, invalid for a password that is too easy to guess, not_found for an invitation that was
 *   used, conflict for an address that is taken where this server sends no mail.
 */
export const signUp = async (input: SignUpInput): Promise<{ id: string; confirmByMail: boolean }> => {
  await assertMaySignUp(input);
  assertGoodPassword(input.password, input.email);
  return env().mail === null ? signUpAtOnce(input) : inEvenTime(() => signUpWithMail(input));
};

const signUpAtOnce = async ({ invitation, ...account }: SignUpInput) => {
  const id = await createAccount(account);
  if (invitation !== undefined) await spendInvitation(invitation);
  return { id, confirmByMail: false };
};

const signUpWithMail = async (input: SignUpInput) => {
  const { invitation, ...account } = input;
  if (invitation !== undefined) {
    const { email } = await spendInvitation(invitation);
    // The link was sent to this very address, so whoever has it reads its mail.
    if (email === input.email && (await store.findUserByEmail(email)) === null) {
      const id = await createAccount(account);
      await store.updateUser(id, { emailVerifiedAt: new Date() });
      return { id, confirmByMail: false };
    }
  }
  return { id: await signUpByMail(input), confirmByMail: true };
};

/** What a visitor without an account can do here. */
export const signUpState = async (): Promise<{
  /** Whether the form is shown to everybody; without it there are invitations, or nothing. */
  open: boolean;
  mode: "open" | "invitation" | "domain" | "closed";
  domains: readonly string[];
  /** Whether nobody has an account yet. */
  fresh: boolean;
}> => {
  const { signUp: mode, signUpDomains: domains, adminEmail } = env();
  const fresh = !(await store.hasAccounts());
  return {
    open: mode === "open" || mode === "domain" || (fresh && adminEmail !== null),
    mode,
    domains,
    fresh,
  };
};

const spendInvitation = (secret: string): Promise<store.StoredLink> =>
  spendLink(secret, "invite", async (link) => link);

/**
 * Confirms the address that a link was sent to. An account that was made by signing up begins with it, for who knows
 * the password that was chosen there: an account that somebody else made for the address is never taken over by its
 * reader without their noticing, they set a password of their own.
 * @returns the account's address, to sign in with.
 * @throws AppError not_found for a link that cannot be used, forbidden for another password.
 */
export const confirmAddress = async (
  secret: string,
  password: string | undefined,
): Promise<{ email: string }> => {
  const link = await readLink(secret, "verify-email");
  const user = await store.findUser(link.ownerId);
  if (user?.awaitsConfirmation && (await checkPassword(user.passwordHash, password ?? "")) === "wrong") {
    const message = "is not the one that was chosen at sign-up; “Forgot password?” sets a new one";
    throw new AppError("forbidden", `The password ${message}.`, { fields: { password: message } });
  }
  const confirmed = await spendLink(secret, "verify-email", async ({ ownerId, email }) => {
    const now = await store.findUser(ownerId);
    // Another address, or another password, was given meanwhile.
    if (now === null || now.email === null || now.email !== email || now.passwordHash !== user?.passwordHash)
      return {};
    await store.updateUser(ownerId, confirmation(now));
    return { email: now.email, begins: now.awaitsConfirmation };
  });
  if (!("email" in confirmed) || confirmed.email === undefined) throw linkOfAnother();
  if (confirmed.begins) {
    await store.appointFirst(link.ownerId, env().adminEmail);
    await recordEvent("link", link.ownerId, { kind: "account-made" });
  }
  await recordEvent("link", link.ownerId, { kind: "email-verified" });
  return { email: confirmed.email };
};

const linkOfAnother = (): AppError =>
  new AppError("not_found", "This link is for an earlier address. Ask for another one.");

/** What changes of an account whose address was shown to be its person's. A sample account has no address. */
export const confirmation = ({ awaitsConfirmation }: { awaitsConfirmation: boolean }) => ({
  emailVerifiedAt: new Date(),
  awaitsConfirmation: false,
  ...(awaitsConfirmation && { expiresAt: null }),
});

/**
 * Invites somebody, as an administrator.
 * @param email who it is for; a mail is sent there where this server sends mail. Null: whoever has the link.
 * @returns the link's path, to be handed on, where no mail was sent.
 * @throws AppError forbidden for everybody but an administrator, conflict when too many are open.
 */
export const invite = async (
  viewer: Viewer,
  email: string | null,
): Promise<{ path: string | null; mailed: boolean }> => {
  await assertAdministrator(viewer);
  assertSession(viewer);
  if ((await store.countLinks(viewer.userId, "invite", new Date())) >= MAX_INVITATIONS)
    throw new AppError(
      "conflict",
      `At most ${MAX_INVITATIONS} invitations can be open. Wait until some have run out.`,
    );
  await recordEvent(viewer, viewer.userId, { kind: "invited", detail: email === null ? {} : { email } });
  if (email !== null && env().mail !== null) {
    await mailAccount(viewer.userId, "invite", { recipient: email });
    return { path: null, mailed: true };
  }
  return { path: await makeLink(viewer.userId, "invite", email), mailed: false };
};
