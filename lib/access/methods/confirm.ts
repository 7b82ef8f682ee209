import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "../../errors";
import { recordEvent } from "../audit";
import type { Confirmation } from "../schemas";
import { passwordMatches } from "../secrets";
import { assertMayWrite, assertSession, type Viewer } from "../viewer";
import { CONFIRMED_FOR_MS } from "./step-up";
import * as store from "./store";
import { takeCode } from "./totp";

/** @throws AppError forbidden when it proves nothing. */
const assertProves = async (ownerId: string, given: Confirmation): Promise<void> => {
  if ("code" in given) {
    if (await takeCode(ownerId, given.code)) return;
    throw new AppError("forbidden", "The code is not right.", { fields: { code: "is not right" } });
  }
  if (await passwordMatches(await store.findPasswordHash(ownerId), given.password)) return;
  throw new AppError("forbidden", "The password is not right.", { fields: { password: "is not right" } });
};

/**
 * Confirms a session. It gets another id with that, so that a copy of its cookie that somebody else may have is neither
 * confirmed nor signed in any more (OWASP ASVS 5.0, 7.2.4).
 * @returns the session's new id, which its cookie has to name from now on, and until when it is confirmed.
 * @throws AppError forbidden when what was given is wrong, and for a viewer who came by a token; unauthenticated when
 *   the session ended meanwhile.
 */
export const confirm = async (
  viewer: Viewer,
  ownerId: string,
  given: Confirmation,
): Promise<{ sessionId: string; confirmedUntil: string }> => {
  assertMayWrite(viewer, ownerId);
  assertSession(viewer);
  await assertProves(ownerId, given);
  const next = { id: randomUUID(), confirmedAt: new Date() };
  if (!(await store.confirmSession(ownerId, viewer.sessionId, next)))
    throw new AppError("unauthenticated", "You are signed out. Sign in again.");
  await recordEvent(viewer, ownerId, { kind: "confirmed" });
  return {
    sessionId: next.id,
    confirmedUntil: new Date(next.confirmedAt.getTime() + CONFIRMED_FOR_MS).toISOString(),
  };
};
