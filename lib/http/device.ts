import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { authSecret } from "../env";

// A browser that has signed in to an account keeps a signed cookie of it, so that strangers who guess at the account do
// not use up its tries (OWASP: device cookies). It lets nobody in by itself.

/** Browsers keep no cookie longer. */
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60;

const digest = (...parts: string[]): string =>
  createHmac("sha256", authSecret())
    .update(["device", ...parts].join("\0"))
    .digest("base64url");

/** The cookie of an account: its name is of the account, so that several share a browser. */
const nameOf = (email: string): string => `assay-device-${digest("name", email).slice(0, 12)}`;

const isSame = (first: string, second: string): boolean => {
  const [a, b] = [Buffer.from(first), Buffer.from(second)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/**
 * The id of a device that has signed in to an account.
 * @param cookie the value of a cookie by its name
 * @returns null for a stranger.
 */
export const deviceOf = (email: string, cookie: (name: string) => string | undefined): string | null => {
  const [id, signature] = (cookie(nameOf(email)) ?? "").split(".");
  if (!id || !signature || id.length > 64) return null;
  return isSame(signature, digest(id, email)) ? id : null;
};

/**
 * The Set-Cookie header with which a browser is known at its next sign-in to an account.
 * @param id of the device where it is known already
 */
export const deviceCookie = (email: string, id: string | null, secure: boolean): string => {
  const device = id ?? randomBytes(16).toString("base64url");
  const value = `${device}.${digest(device, email)}`;
  return `${nameOf(email)}=${value}; Path=/; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
};
