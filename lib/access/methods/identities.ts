import "server-only";
import { randomUUID } from "node:crypto";
import { env } from "../../env";
import { AppError, isAppError } from "../../errors";
import { recordEvent } from "../audit";
import { type IdentityView, identityClaims, signInInput } from "../schemas";
import { assertMaySignUp } from "../sign-up";
import * as accounts from "../store";
import { assertMayRead, assertMayWrite, assertSession, type Viewer } from "../viewer";
import type { Offer } from "./identity-cookies";
import { assertConfirmed, CONFIRMED_FOR_MS } from "./step-up";
import * as store from "./store";

/** Clocks of the provider and of this server may differ by so much. */
const CLOCK_SKEW_MS = 60_000;

/** Somebody as the provider knows them. Made by `readIdentity` only, from claims whose signature was checked. */
export type ProvenIdentity = {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  /** Whether the provider says that the address is theirs. */
  readonly emailVerified: boolean;
  /** When they proved to the provider who they are; null: it does not say. */
  readonly provenAt: Date | null;
};

const withoutSlash = (address: string): string => address.replace(/\/+$/, "");

/**
 * Reads the claims of an ID token that was checked already.
 * @returns null where they are not of the provider in the settings, or name nobody.
 */
export const readIdentity = (claims: unknown): ProvenIdentity | null => {
  const provider = env().oidc;
  const read = identityClaims.safeParse(claims);
  if (provider === null || !read.success) return null;
  const { iss, sub, email, email_verified, auth_time } = read.data;
  if (withoutSlash(iss) !== withoutSlash(provider.issuer)) return null;
  const address = signInInput.shape.email.safeParse(email);
  return {
    issuer: provider.issuer,
    subject: sub,
    email: address.success ? address.data : null,
    // Some write it as a text.
    emailVerified: address.success && (email_verified === true || email_verified === "true"),
    provenAt: auth_time === undefined ? null : new Date(auth_time * 1000),
  };
};

/** What comes of an identity that somebody signs in with. */
export type IdentityOutcome =
  | { readonly kind: "known"; readonly ownerId: string; readonly email: string }
  /** The address has an account: its owner is asked whether to link the two, once they have signed in to it. */
  | { readonly kind: "offer"; readonly ownerId: string; readonly email: string }
  | { readonly kind: "refused"; readonly reason: "unverified" | "closed" | "meanwhile" };

const maySignUp = async (email: string): Promise<boolean> => {
  try {
    await assertMaySignUp({ email });
    return true;
  } catch (error) {
    if (isAppError(error) && error.code === "forbidden") return false;
    throw error;
  }
};

const makeAccount = async (
  { issuer, subject }: ProvenIdentity,
  email: string,
  timeZone: string,
): Promise<IdentityOutcome> => {
  if (!(await maySignUp(email))) return { kind: "refused", reason: "closed" };
  // A sign-up that nobody confirmed does not keep an address from who shows that it is theirs.
  await accounts.deleteUnconfirmed(email);
  const [ownerId, now] = [randomUUID(), new Date()];
  const identity = { id: randomUUID(), issuer, subject };
  const user = { id: ownerId, email, passwordHash: null, expiresAt: null, emailVerifiedAt: now };
  if (!(await accounts.insertUser({ ...user, timeZone, now, identity })))
    return { kind: "refused", reason: "meanwhile" };
  await accounts.appointFirst(ownerId, env().adminEmail);
  await recordEvent("nobody", ownerId, { kind: "account-made", detail: { method: "oidc" } });
  return { kind: "known", ownerId, email };
};

/**
 * Whom an identity signs in: the account it is linked to; a new one, where its address is verified, has no account and
 * the settings allow it; else nobody. An account that is there already is never taken over by its address alone.
 * @param timeZone of a new account
 */
export const signInByIdentity = async (
  identity: ProvenIdentity,
  timeZone: string,
): Promise<IdentityOutcome> => {
  const known = await store.findIdentityOwner(identity);
  if (known !== null) {
    await store.touchIdentity(known.ownerId, identity, new Date());
    return { kind: "known", ...known };
  }
  const { email, emailVerified } = identity;
  if (email === null || !emailVerified) return { kind: "refused", reason: "unverified" };
  const user = await accounts.findUserByEmail(email);
  if (user !== null && !user.awaitsConfirmation) return { kind: "offer", ownerId: user.id, email };
  return makeAccount(identity, email, timeZone);
};

/** Whether an identity can be offered to an account for linking: it is nobody's, or the account's own. */
export const isLinkable = async (identity: ProvenIdentity, ownerId: string): Promise<boolean> => {
  const known = await store.findIdentityOwner(identity);
  return known === null || known.ownerId === ownerId;
};

/**
 * Links an identity to the viewer's account, with their consent; again changes nothing.
 * @param offer what the browser held that came back from the provider
 * @throws AppError forbidden where the offer is for another account, conflict where the identity is another account's,
 *   confirmation_required.
 */
export const linkIdentity = async (viewer: Viewer, ownerId: string, offer: Offer): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await assertConfirmed(viewer);
  if (viewer.sample) throw new AppError("forbidden", "A sample account is not signed in to again.");
  if (offer.ownerId !== ownerId)
    throw new AppError("forbidden", "This is for another account. Sign in to that one first.");
  const { issuer, subject, email } = offer;
  const row = { id: randomUUID(), issuer, subject, email, createdAt: new Date() };
  if (await store.insertIdentity(ownerId, row)) {
    await recordEvent(viewer, ownerId, { kind: "method-added", detail: { method: "oidc" } });
    return;
  }
  if ((await store.findIdentityOwner(offer))?.ownerId !== ownerId)
    throw new AppError("conflict", "It is linked to another account already. Nothing was changed.");
};

/** The identities of the provider in the settings that sign in to the account. */
export const listIdentities = async (viewer: Viewer, ownerId: string): Promise<IdentityView[]> => {
  assertMayRead(viewer, ownerId);
  const provider = env().oidc;
  if (provider === null) return [];
  return (await store.listIdentities(ownerId, provider.issuer)).map(
    ({ id, email, createdAt, lastUsedAt }) => ({
      id,
      email,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    }),
  );
};

/**
 * Takes an identity away; again changes nothing.
 * @throws AppError conflict where it is the last way in, confirmation_required.
 */
export const unlinkIdentity = async (viewer: Viewer, ownerId: string, id: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await assertConfirmed(viewer);
  const done = await store.deleteIdentity(ownerId, id, env().oidc?.issuer ?? "");
  if (done === null)
    throw new AppError("conflict", "It is the only way in to this account. Set a password first.");
  if (done) await recordEvent(viewer, ownerId, { kind: "method-removed", detail: { method: "oidc" } });
};

/**
 * Confirms a session by an identity of its account that was proven to the provider just now.
 * @param startedAt when the person was sent to the provider
 * @returns the session's new id, which its cookie has to name from now on; null where it proves nothing: another
 *   identity, or one that the provider did not ask for again.
 * @throws AppError unauthenticated when the session ended meanwhile.
 */
export const confirmByIdentity = async (
  viewer: Viewer,
  ownerId: string,
  identity: ProvenIdentity,
  startedAt: number,
): Promise<string | null> => {
  assertMayWrite(viewer, ownerId);
  assertSession(viewer);
  const { provenAt } = identity;
  const now = Date.now();
  if ((await store.findIdentityOwner(identity))?.ownerId !== ownerId) return null;
  if (provenAt === null || provenAt.getTime() < startedAt - CLOCK_SKEW_MS) return null;
  if (now - startedAt > CONFIRMED_FOR_MS) return null;
  const next = { id: randomUUID(), confirmedAt: new Date(now) };
  if (!(await store.confirmSession(ownerId, viewer.sessionId, next)))
    throw new AppError("unauthenticated", "You are signed out. Sign in again.");
  await store.touchIdentity(ownerId, identity, next.confirmedAt);
  await recordEvent(viewer, ownerId, { kind: "confirmed", detail: { method: "oidc" } });
  return next.id;
};
