import { AppError, notFound } from "../errors";

/** Who is asking, and by which key. Made by `access` only: from a session, a token, or for the server itself. */
export type Viewer = {
  readonly userId: string;
  readonly sessionId: string | null;
  readonly mayWrite: boolean;
  /** What the token that it came by may do, see scopes.ts; a session has none and needs none. */
  readonly scopes?: readonly string[];
  /** A temporary account that was opened from the landing page. */
  readonly sample: boolean;
  /** When this browser last proved who uses it, by signing in or confirming; null: never, or it is no browser. */
  readonly confirmedAt: Date | null;
};

/**
 * Checks that the viewer may read what belongs to `ownerId`.
 * @throws AppError not_found for anybody else's: missing and forbidden get the same answer.
 */
export const assertMayRead = (viewer: Viewer, ownerId: string): void => {
  if (viewer.userId !== ownerId) throw notFound();
};

/**
 * Checks that the viewer may change what belongs to `ownerId`.
 * @throws AppError not_found for anybody else's, forbidden when the key only reads.
 */
export const assertMayWrite = (viewer: Viewer, ownerId: string): void => {
  assertMayRead(viewer, ownerId);
  if (!viewer.mayWrite) throw new AppError("forbidden", "This token may read only.");
};

/** The server itself, looking after an account nobody is asking for right now. It reads only. */
export const serverViewer = (ownerId: string): Viewer => ({
  userId: ownerId,
  sessionId: null,
  mayWrite: false,
  sample: false,
  confirmedAt: null,
});

/** Whether what ends at an instant has ended; null: it never does. */
export const isOver = (end: Date | null, now: Date): boolean => end !== null && end <= now;

/** @throws AppError forbidden for a viewer who came by a token. */
export function assertSession(viewer: Viewer): asserts viewer is Viewer & { readonly sessionId: string } {
  if (viewer.sessionId === null)
    throw new AppError("forbidden", "This needs a signed-in browser, not a token.");
}
