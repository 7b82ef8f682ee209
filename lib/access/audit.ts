import "server-only";
import { createHmac, randomUUID } from "node:crypto";
import { isIP } from "node:net";
import { authSecret } from "../env";
import type { AuditDetail, AuditEventView, AuditKind } from "./schemas";
import * as store from "./store";
import { assertMayRead, type Viewer } from "./viewer";

const DAY = 24 * 60 * 60_000;
/** How long an event is kept, and how many of an account are. */
const KEPT_MS = 365 * DAY;
const MAX_KEPT = 1000;
/** Refused sign-ins of one network within so long are one event, so that guessing does not push everything else out. */
const SAME_REFUSAL_MS = 10 * 60_000;

/** Who did it, where it was no viewer: the holder of a one-time link, an administrator, the server, nobody known. */
export type Doer = Viewer | "link" | "administrator" | "server" | "nobody";

/** Where a request came from. Of the address only its network is kept. */
export type Origin = { readonly address: string | null; readonly userAgent: string | null };

type NewEvent = {
  readonly kind: AuditKind;
  /** A few short values to tell it by; never a secret, and nothing of anybody's health. */
  readonly detail?: AuditDetail;
  readonly origin?: Origin | undefined;
};

const doerOf = (by: Doer, ownerId: string): string => {
  if (typeof by === "string") return by;
  if (by.userId !== ownerId) return "other";
  return by.sessionId === null ? "token" : "session";
};

/** The first half of an IPv6 address in its eight groups, written out. */
const prefixOf = (address: string): string => {
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const [before, after] = [head, tail ?? ""].map((part) => (part === "" ? [] : part.split(":")));
  const missing = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [...(before ?? []), ...Array<string>(Math.max(0, missing)).fill("0"), ...(after ?? [])];
  return groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
};

/** The network of an address: its first 24 bits, or 48 of IPv6; null for what is no address. */
const networkOf = (address: string | null | undefined): string | null => {
  if (!address) return null;
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIP(plain) === 4) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  return isIP(plain) === 6 ? `${prefixOf(plain)}::/48` : null;
};

/** A browser without its version: an update makes no new device of it. */
const withoutVersion = (userAgent: string | null): string =>
  (userAgent ?? "").replaceAll(/[\d.]+/g, "").slice(0, 300);

/** What a device is known by: the account, the kind of browser, the network. Keyed, so that it tells nothing by itself. */
const deviceOf = (ownerId: string, { address, userAgent }: Origin): string =>
  createHmac("sha256", authSecret())
    .update(JSON.stringify(["device", ownerId, withoutVersion(userAgent), networkOf(address)]))
    .digest("base64url");

const rowOf = (by: Doer, ownerId: string, event: NewEvent, device: string | null) => ({
  ownerId,
  id: randomUUID(),
  at: new Date(),
  kind: event.kind,
  detail: JSON.stringify(event.detail ?? {}),
  by: doerOf(by, ownerId),
  network: networkOf(event.origin?.address),
  device,
});

/**
 * Keeps that something was done to an account, for its owner to read. Call it after the thing itself. Never throws:
 * what was done is done; a failure is logged.
 * @param by who did it.
 */
export const recordEvent = async (by: Doer, ownerId: string, event: NewEvent): Promise<void> => {
  try {
    await store.insertEvent(rowOf(by, ownerId, event, null));
  } catch (error) {
    console.error("An event could not be recorded.", error);
  }
};

/**
 * Keeps a sign-in.
 * @returns whether the account was signed in to before, and not by this kind of browser from this network.
 */
export const recordSignIn = async (ownerId: string, origin: Origin): Promise<boolean> => {
  try {
    const device = deviceOf(ownerId, origin);
    const [first, known] = await Promise.all([
      store.findSignIn(ownerId, null),
      store.findSignIn(ownerId, device),
    ]);
    const detail = { browser: (origin.userAgent ?? "").toWellFormed().slice(0, 300) };
    await store.insertEvent(rowOf("nobody", ownerId, { kind: "signed-in", detail, origin }, device));
    return first !== null && known === null;
  } catch (error) {
    console.error("A sign-in could not be recorded.", error);
    return false;
  }
};

/** Keeps that somebody was refused; those of one network within ten minutes are one event. Never throws. */
export const recordRefusal = async (ownerId: string, origin: Origin): Promise<void> => {
  try {
    const row = rowOf("nobody", ownerId, { kind: "sign-in-refused", origin }, null);
    const since = new Date(row.at.getTime() - SAME_REFUSAL_MS);
    if ((await store.findEvent(ownerId, row.kind, row.network, since)) === null) await store.insertEvent(row);
  } catch (error) {
    console.error("A refused sign-in could not be recorded.", error);
  }
};

/** What was done to the account, the latest first; `limit` at a time. @param page `cursor` is the id of the last event that was seen. */
export const listEvents = async (
  viewer: Viewer,
  ownerId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: AuditEventView[]; nextCursor: string | null }> => {
  assertMayRead(viewer, ownerId);
  const found = await store.listEvents(ownerId, limit + 1, cursor ?? null);
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
};

/** Removes events that are too old or too many. */
export const sweepEvents = (now: Date): Promise<void> =>
  store.deleteOldEvents(new Date(now.getTime() - KEPT_MS), MAX_KEPT);
