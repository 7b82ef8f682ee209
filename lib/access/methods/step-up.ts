import "server-only";
import { randomUUID } from "node:crypto";
import { AppError, type ConfirmationMeans } from "../../errors";
import type { Confirmation } from "../schemas";
import { passwordMatches } from "../secrets";
import { assertMayWrite, assertSession, type Viewer } from "../viewer";
import * as store from "./store";

/** For how long a confirmation holds on its session, in milliseconds: ten minutes. */
const CONFIRMED_FOR_MS = 10 * 60_000;

const means = async (ownerId: string): Promise<ConfirmationMeans[]> => {
  const hash = await store.findPasswordHash(ownerId);
  return hash === null ? [] : ["password"];
};

/** Whether a browser proved lately who uses it. A confirmation in the future is none: the clock was set back. */
const isConfirmed = ({ confirmedAt }: Viewer): boolean => {
  if (confirmedAt === null) return false;
  const age = Date.now() - confirmedAt.getTime();
  return age >= 0 && age < CONFIRMED_FOR_MS;
};

/**
 * For what a browser that was left open, or a stolen session, must not do: checks that the person proved within the
 * last ten minutes, in this very session, who they are. A sample account has nothing to prove it by and nothing to lose.
 * @throws AppError confirmation_required with the means the account has; forbidden for a viewer who came by a token.
 */
export async function assertConfirmed(viewer: Viewer): Promise<void> {
  assertSession(viewer);
  if (viewer.sample || isConfirmed(viewer)) return;
  throw new AppError("confirmation_required", "Confirm that it is you first. Nothing was changed yet.", {
    means: await means(viewer.userId),
  });
}

const proves = async (ownerId: string, given: Confirmation): Promise<boolean> =>
  passwordMatches(await store.findPasswordHash(ownerId), given.password);

/** What a means that did not prove it gets. */
const WRONG = {
  password: { message: "The password is not right.", fields: { password: "is not right" } },
} as const;

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
  if (!(await proves(ownerId, given))) {
    const { message, fields } = WRONG.password;
    throw new AppError("forbidden", message, { fields });
  }
  const next = { id: randomUUID(), confirmedAt: new Date() };
  if (!(await store.confirmSession(ownerId, viewer.sessionId, next)))
    throw new AppError("unauthenticated", "You are signed out. Sign in again.");
  return {
    sessionId: next.id,
    confirmedUntil: new Date(next.confirmedAt.getTime() + CONFIRMED_FOR_MS).toISOString(),
  };
};
