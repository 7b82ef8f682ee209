import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "../errors";
import { recordEvent } from "./audit";
import { assertConfirmed } from "./methods/step-up";
import type { NewToken, TokenView } from "./schemas";
import { completeScopes } from "./scopes";
import { newTokenSecret, tokenHash } from "./secrets";
import * as store from "./store";
import { assertMayRead, assertMayWrite, assertSession, isOver, type Viewer } from "./viewer";

const MINUTE = 60_000;
const DEFAULT_LIFE = 365 * 24 * 60 * MINUTE;
const MAX_TOKENS = 100;

/** The viewer a personal access token stands for, or null when it is unknown or has run out. */
export const viewerOfToken = async (secret: string): Promise<Viewer | null> => {
  const token = await store.findTokenByHash(tokenHash(secret));
  const now = new Date();
  // The owner is read after the row: an account that is deleted between them is gone.
  if (!token?.owner || isOver(token.expiresAt, now) || isOver(token.owner.expiresAt, now)) return null;
  if (token.lastUsedAt === null || Math.abs(now.getTime() - token.lastUsedAt.getTime()) > MINUTE) {
    await store.touchToken(token.ownerId, token.id, now);
  }
  const scopes = token.scopes.split(" ");
  return {
    userId: token.ownerId,
    sessionId: null,
    mayWrite: scopes.some((scope) => scope.endsWith("write")),
    scopes,
    sample: token.owner.email === null,
    confirmedAt: null,
  };
};

/**
 * Makes a personal access token. The secret is in the answer and nowhere else. It runs out after a year unless
 * something else is asked; null is never.
 * @throws AppError forbidden for a viewer who came by a token: a token makes no tokens; confirmation_required.
 */
export const createToken = async (
  viewer: Viewer,
  ownerId: string,
  input: NewToken,
): Promise<{ id: string; token: string }> => {
  assertMayWrite(viewer, ownerId);
  await assertConfirmed(viewer);
  const now = new Date();
  const expiresAt =
    input.expiresAt === undefined
      ? new Date(now.getTime() + DEFAULT_LIFE)
      : input.expiresAt === null
        ? null
        : new Date(input.expiresAt);
  if (expiresAt && expiresAt <= now) {
    throw new AppError("invalid", "The token would have run out already.", {
      fields: { expiresAt: "must be in the future" },
    });
  }
  const id = randomUUID();
  const token = newTokenSecret();
  const row = {
    id,
    name: input.name,
    hash: tokenHash(token),
    scopes: completeScopes(input.scopes).join(" "),
    createdAt: now,
    expiresAt,
  };
  await store.insertToken(ownerId, row, async () => {
    if ((await store.countTokens(ownerId)) >= MAX_TOKENS)
      throw new AppError("conflict", `An account has at most ${MAX_TOKENS} tokens. Revoke one first.`);
  });
  await recordEvent(viewer, ownerId, { kind: "token-made", detail: { name: input.name } });
  return { id, token };
};

/** The tokens without their secrets. @throws AppError forbidden for a viewer who came by a token. */
export const listTokens = async (viewer: Viewer, ownerId: string): Promise<TokenView[]> => {
  assertMayRead(viewer, ownerId);
  assertSession(viewer);
  return store.listTokens(ownerId);
};

/**
 * Revokes a token; revoking it again changes nothing.
 * @throws AppError forbidden for a viewer who came by a token: it ends no other.
 */
export const revokeToken = async (viewer: Viewer, ownerId: string, id: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  assertSession(viewer);
  if (await store.deleteToken(ownerId, id)) await recordEvent(viewer, ownerId, { kind: "token-revoked" });
};
