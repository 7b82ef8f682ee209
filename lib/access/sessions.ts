import "server-only";
import { randomUUID } from "node:crypto";
import { env } from "../env";
import { AppError } from "../errors";
import { type Origin, recordEvent, recordSignIn } from "./audit";
import { mailNewDevice } from "./mails";
import type { SessionView } from "./schemas";
import * as store from "./store";
import { assertMayRead, assertMayWrite, assertSession, isOver, type Viewer } from "./viewer";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** After how many days a browser is signed out: without use, and in any case. */
export const sessionLimits = (): { idleDays: number; maxDays: number } => {
  const { sessionIdleDays: idleDays, sessionMaxDays: maxDays } = env();
  return { idleDays, maxDays };
};

/** When a session that was used at an instant ends: after some days without use, and in any case some after it began. */
const endOf = (createdAt: Date, usedAt: Date): Date => {
  const { sessionIdleDays, sessionMaxDays } = env();
  return new Date(
    Math.min(usedAt.getTime() + sessionIdleDays * DAY, createdAt.getTime() + sessionMaxDays * DAY),
  );
};

/** Opens a session for a browser that has just signed in. */
export const openSession = async (userId: string, origin: Origin): Promise<string> => {
  const id = randomUUID();
  const now = new Date();
  await store.insertSession({
    id,
    ownerId: userId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: endOf(now, now),
    confirmedAt: now,
    userAgent: origin.userAgent?.toWellFormed().slice(0, 300) ?? null,
  });
  if (await recordSignIn(userId, origin)) await mailNewDevice(userId, origin);
  return id;
};

/** The viewer a session stands for, or null when it was revoked, has run out, or its account is gone. */
export const viewerOfSession = async (userId: string, sessionId: string): Promise<Viewer | null> => {
  const session = await store.findSession(userId, sessionId);
  const now = new Date();
  // The owner is read after the row: an account that is deleted between them is gone.
  if (!session?.owner || isOver(session.owner.expiresAt, now)) return null;
  // The settings in force count for sessions that began under others, too.
  const end = endOf(session.createdAt, session.lastSeenAt);
  if (session.expiresAt <= now || end <= now) return null;
  if (Math.abs(now.getTime() - session.lastSeenAt.getTime()) > 15 * MINUTE) {
    await store.touchSession(userId, sessionId, now, endOf(session.createdAt, now));
  }
  const { confirmedAt, owner } = session;
  return { userId, sessionId, mayWrite: true, sample: owner.email === null, confirmedAt };
};

/**
 * Gives the viewer's session another id, after what they may do or how they sign in was changed: whoever got to know
 * the earlier one is signed out.
 * @returns the new id, for the browser's cookie.
 * @throws AppError forbidden for a token, unauthenticated when the session has ended meanwhile.
 */
export const rotateSession = async (viewer: Viewer, ownerId: string): Promise<string> => {
  assertMayWrite(viewer, ownerId);
  assertSession(viewer);
  const id = randomUUID();
  if (!(await store.renameSession(ownerId, viewer.sessionId, id)))
    throw new AppError("unauthenticated", "You are signed out. Sign in again.");
  return id;
};

/** Ends one session of the owner; ending it again changes nothing. */
export const revokeSession = async (viewer: Viewer, ownerId: string, sessionId: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  if (!(await store.deleteSession(ownerId, sessionId))) return;
  const kind = sessionId === viewer.sessionId ? "signed-out" : "session-ended";
  await recordEvent(viewer, ownerId, { kind });
};

/**
 * Ends every session of the owner but the viewer's own.
 * @throws AppError forbidden for a viewer who came by a token.
 */
export const revokeOtherSessions = async (viewer: Viewer, ownerId: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  assertSession(viewer);
  const count = await store.deleteOtherSessions(ownerId, viewer.sessionId);
  if (count > 0) await recordEvent(viewer, ownerId, { kind: "sessions-ended", detail: { count } });
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
