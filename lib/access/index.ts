import "server-only";
import { randomUUID } from "node:crypto";
import { env } from "../env";
import { AppError, notFound } from "../errors";
import type { NewAccount, NewToken, SessionView, TokenView } from "./schemas";
import { hashPassword, newTokenSecret, passwordMatches, tokenHash } from "./secrets";
import * as store from "./store";
import { assertMayRead, assertMayWrite, type Viewer } from "./viewer";

export { assertMayRead, assertMayWrite, serverViewer, type Viewer } from "./viewer";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SESSION_LIFE = 30 * DAY;
const SAMPLE_LIFE = DAY;
const MAX_TOKENS = 100;

/**
 * Makes an account with an empty profile. The first account of a server is its administrator's.
 * @returns the new account's id.
 * @throws AppError conflict when the address already has an account.
 */
export const createAccount = async (input: NewAccount): Promise<string> => {
  const id = randomUUID();
  const passwordHash = await hashPassword(input.password);
  const user = {
    id,
    email: input.email,
    passwordHash,
    expiresAt: null,
    timeZone: input.timeZone ?? "UTC",
    now: new Date(),
  };
  if (!(await store.insertUser(user))) {
    throw new AppError("conflict", "This e-mail address cannot be used for a new account.", {
      fields: { email: "cannot be used for a new account" },
    });
  }
  await store.appointFirst(id);
  return id;
};

/** Makes a sample account that nobody can sign in to by password and that is gone after a day. */
export const createSampleAccount = async (timeZone: string): Promise<string> => {
  const id = randomUUID();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + SAMPLE_LIFE);
  await store.insertUser({ id, email: null, passwordHash: null, expiresAt, timeZone, now });
  return id;
};

/** The account that this address and password belong to, or null. Takes as long either way. */
export const checkCredentials = async (email: string, password: string): Promise<string | null> => {
  const user = await store.findUserByEmail(email);
  return (await passwordMatches(user?.passwordHash ?? null, password)) ? (user?.id ?? null) : null;
};

/** Opens a session for a browser that has just signed in. */
export const openSession = async (userId: string, userAgent: string | null): Promise<string> => {
  const id = randomUUID();
  const now = new Date();
  await store.insertSession({
    id,
    ownerId: userId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_LIFE),
    userAgent: userAgent?.toWellFormed().slice(0, 300) ?? null,
  });
  return id;
};

/** The viewer a session stands for, or null when it was revoked, has run out, or its account is gone. */
export const viewerOfSession = async (userId: string, sessionId: string): Promise<Viewer | null> => {
  const session = await store.findSession(userId, sessionId);
  const now = new Date();
  if (!session || session.expiresAt <= now || isOver(session.owner.expiresAt, now)) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > 15 * MINUTE) {
    await store.touchSession(userId, sessionId, now, new Date(now.getTime() + SESSION_LIFE));
  }
  return { userId, sessionId, mayWrite: true, sample: session.owner.email === null };
};

/**
 * After a change to an account the server looks at it within so long. Long enough that a meal is logged in one look, and
 * that a finding which the person reads in the app meanwhile is not mailed.
 */
const LOOK_WITHIN_MS = 10 * MINUTE;

/**
 * Counts a change to the viewer's account, and brings the server's next look at it forward. One update by primary key.
 * Never throws: the change itself is made already, and the next change and the daily look make up for a failure.
 * @returns the account's revision, null where it could not be counted.
 */
export const accountChanged = async ({ userId }: Viewer): Promise<number | null> => {
  try {
    return await store.countChange(userId, new Date(Date.now() + LOOK_WITHIN_MS));
  } catch (error) {
    console.error("A change to an account could not be counted.", error);
    return null;
  }
};

/** Counts a change that the server made to an account by itself, such as a new alert. */
export const countServerChange = async (ownerId: string): Promise<void> => {
  await store.countChange(ownerId, null);
};

/**
 * How many changes were counted to the owner's account, and its time zone. One read by primary key.
 * @throws AppError not_found for anybody else's, and when the account is gone.
 */
export const accountState = async (
  viewer: Viewer,
  ownerId: string,
): Promise<{ revision: number; timeZone: string }> => {
  assertMayRead(viewer, ownerId);
  const state = await store.findState(ownerId);
  if (!state) throw notFound("The account");
  return state;
};

/** The viewer a personal access token stands for, or null when it is unknown or has run out. */
export const viewerOfToken = async (secret: string): Promise<Viewer | null> => {
  const token = await store.findTokenByHash(tokenHash(secret));
  const now = new Date();
  if (!token || isOver(token.expiresAt, now) || isOver(token.owner.expiresAt, now)) return null;
  if (token.lastUsedAt === null || now.getTime() - token.lastUsedAt.getTime() > MINUTE) {
    await store.touchToken(token.ownerId, token.id, now);
  }
  return {
    userId: token.ownerId,
    sessionId: null,
    mayWrite: token.scopes.split(" ").includes("write"),
    sample: token.owner.email === null,
  };
};

const isOver = (end: Date | null, now: Date): boolean => end !== null && end <= now;

/** Ends one session of the owner; ending it again changes nothing. */
export const revokeSession = async (viewer: Viewer, ownerId: string, sessionId: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await store.deleteSession(ownerId, sessionId);
};

/**
 * Ends every session of the owner but the viewer's own.
 * @throws AppError forbidden for a viewer who came by a token.
 */
export const revokeOtherSessions = async (viewer: Viewer, ownerId: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  assertSession(viewer);
  await store.deleteOtherSessions(ownerId, viewer.sessionId);
};

/** The browsers that are signed in, latest first. */
export const listSessions = async (viewer: Viewer, ownerId: string): Promise<SessionView[]> => {
  assertMayRead(viewer, ownerId);
  const sessions = await store.listSessions(ownerId, new Date());
  return sessions.map((session) => ({
    id: session.id,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    userAgent: session.userAgent,
    current: session.id === viewer.sessionId,
  }));
};

/**
 * Makes a personal access token. The secret is in the answer and nowhere else.
 * @throws AppError forbidden for a viewer who came by a token: a token makes no tokens.
 */
export const createToken = async (
  viewer: Viewer,
  ownerId: string,
  input: NewToken,
): Promise<{ id: string; token: string }> => {
  assertMayWrite(viewer, ownerId);
  assertSession(viewer);
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt && expiresAt <= new Date()) {
    throw new AppError("invalid", "The token would have run out already.", {
      fields: { expiresAt: "must be in the future" },
    });
  }
  if ((await store.countTokens(ownerId)) >= MAX_TOKENS) {
    throw new AppError("conflict", `An account has at most ${MAX_TOKENS} tokens. Revoke one first.`);
  }
  const id = randomUUID();
  const token = newTokenSecret();
  const scopes = input.scopes.includes("write") ? "read write" : "read";
  await store.insertToken(ownerId, {
    id,
    name: input.name,
    hash: tokenHash(token),
    scopes,
    createdAt: new Date(),
    expiresAt,
  });
  return { id, token };
};

function assertSession(viewer: Viewer): asserts viewer is Viewer & { readonly sessionId: string } {
  if (viewer.sessionId === null)
    throw new AppError("forbidden", "This needs a signed-in browser, not a token.");
}

export const listTokens = async (viewer: Viewer, ownerId: string): Promise<TokenView[]> => {
  assertMayRead(viewer, ownerId);
  return store.listTokens(ownerId);
};

/** Revokes a token; revoking it again changes nothing. */
export const revokeToken = async (viewer: Viewer, ownerId: string, id: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await store.deleteToken(ownerId, id);
};

/** Whether the viewer may change what is everybody's: the administrators, and who ADMIN_EMAIL names. No sample account. */
export const isAdministrator = async ({ userId }: Viewer): Promise<boolean> => {
  const user = await store.findUser(userId);
  if (!user || user.email === null) return false;
  return user.administrator || user.email === env().adminEmail;
};

/** @throws AppError forbidden for everybody but an administrator, and for a key that only reads. */
export const assertAdministrator = async (viewer: Viewer): Promise<void> => {
  assertMayWrite(viewer, viewer.userId);
  if (!(await isAdministrator(viewer)))
    throw new AppError("forbidden", "Only an administrator of this server may do this.");
};

/** Whether the viewer is an administrator who has yet to be told what asking Open Food Facts means. */
export const isProductHintOpen = async (viewer: Viewer): Promise<boolean> => {
  assertMayRead(viewer, viewer.userId);
  const user = await store.findUser(viewer.userId);
  return user?.productHintClosed === false && (await isAdministrator(viewer));
};

/** Keeps that the administrator has read it; again changes nothing. @throws AppError forbidden. */
export const closeProductHint = async (viewer: Viewer): Promise<void> => {
  await assertAdministrator(viewer);
  await store.closeProductHint(viewer.userId);
};

/** What settings shows of the account. */
export const getAccount = async (
  viewer: Viewer,
  ownerId: string,
): Promise<{ email: string | null; expiresAt: string | null }> => {
  assertMayRead(viewer, ownerId);
  const user = await store.findUser(ownerId);
  return { email: user?.email ?? null, expiresAt: user?.expiresAt?.toISOString() ?? null };
};

/**
 * Deletes the account and everything it owns.
 * @param password the account's password again; a sample account has none.
 * @throws AppError forbidden when the password is wrong.
 */
export const deleteAccount = async (
  viewer: Viewer,
  ownerId: string,
  password: string | undefined,
): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  const user = await store.findUser(ownerId);
  if (user?.passwordHash && !(await passwordMatches(user.passwordHash, password ?? ""))) {
    throw new AppError("forbidden", "The password is not right.", { fields: { password: "is not right" } });
  }
  await store.deleteUser(ownerId);
};

/** Removes sessions and sample accounts that have run out. Runs at start and every hour. */
export const sweepExpired = (): Promise<number> => store.deleteExpired(new Date());
