import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "../errors";
import { newLinkSecret, tokenHash } from "./secrets";
import * as store from "./store";

const HOUR = 60 * 60_000;

/** How long a link can be used. */
const LIFE_MS: Readonly<Record<store.LinkPurpose, number>> = {
  reset: HOUR,
  "verify-email": 72 * HOUR,
  "change-email": 24 * HOUR,
  invite: 7 * 24 * HOUR,
};

/** The page that a link leads to. Its secret is behind "#": browsers keep that part from servers, logs and referrers. */
const PAGE: Readonly<Record<store.LinkPurpose, string>> = {
  reset: "/reset",
  "verify-email": "/confirm",
  "change-email": "/change-email",
  invite: "/sign-up/invited",
};

/**
 * Makes a one-time link. Earlier ones for the same purpose end, except invitations.
 * @param email the address that it is sent to, and speaks for; null where nobody's is shown by it.
 * @returns its path, the secret included; it is kept nowhere.
 */
export const makeLink = async (
  ownerId: string,
  purpose: store.LinkPurpose,
  email: string | null,
): Promise<string> => {
  const secret = newLinkSecret();
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + LIFE_MS[purpose]);
  const hash = tokenHash(secret);
  await store.insertLink(
    { ownerId, id: randomUUID(), purpose, hash, email, createdAt, expiresAt },
    purpose !== "invite",
  );
  return `${PAGE[purpose]}#${secret}`;
};

/** What is said of a link that was used, has run out, was replaced, or never was one: the same. */
export const badLink = (): AppError =>
  new AppError(
    "not_found",
    "This link is not valid any more. Links work once, and not for long. Ask for another one.",
  );

/** A link that can be used, without using it. @throws AppError not_found. */
export const readLink = async (secret: string, purpose: store.LinkPurpose): Promise<store.StoredLink> => {
  const link = await store.findLink(tokenHash(secret), purpose, new Date());
  if (link === null) throw badLink();
  return link;
};

/** Uses a link and does what it is for, both or neither; see `consumeLink`. @throws AppError not_found. */
export const spendLink = async <T extends object>(
  secret: string,
  purpose: store.LinkPurpose,
  work: (link: store.StoredLink) => Promise<T>,
): Promise<T> => {
  const done = await store.consumeLink(tokenHash(secret), purpose, new Date(), work);
  if (done === null) throw badLink();
  return done;
};
