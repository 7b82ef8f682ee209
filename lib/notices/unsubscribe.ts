import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { serverViewer } from "../access";
import { authSecret, env } from "../env";
import { getAlertSettings, saveAlertSettings } from "../insights";

const sign = (ownerId: string): Buffer =>
  createHmac("sha256", authSecret()).update(`stop mail to ${ownerId}`).digest();

/** The signed token of an unsubscribe link: the account whose mail it stops. It grants nothing else. */
const stopToken = (ownerId: string): string => `${ownerId}.${sign(ownerId).toString("base64url")}`;

/** The address at which one click stops all mail, for mail programs (RFC 8058). */
export const stopUrl = (ownerId: string): string => `${env().publicUrl}/mail/${stopToken(ownerId)}/stop`;

/** The page that asks a person whether to. */
export const stopPageUrl = (ownerId: string): string => `${env().publicUrl}/mail/${stopToken(ownerId)}`;

/** Whose mail a token stops; null for one that is not ours. */
export const ownerOfStopToken = (token: string): string | null => {
  const at = token.lastIndexOf(".");
  if (at < 1 || token.length > 200) return null;
  const ownerId = token.slice(0, at);
  const given = Buffer.from(token.slice(at + 1), "base64url");
  const ours = sign(ownerId);
  return given.length === ours.length && timingSafeEqual(given, ours) ? ownerId : null;
};

/**
 * Stops all mail to the person whom a link names, who need not be signed in. Again, or after the account is gone,
 * changes nothing.
 * @returns whether the link was ours.
 */
export const stopMail = async (token: string): Promise<boolean> => {
  const ownerId = ownerOfStopToken(token);
  if (ownerId === null) return false;
  // The signature is the key, and it opens this one thing.
  const viewer = { ...serverViewer(ownerId), mayWrite: true };
  const settings = await getAlertSettings(viewer, ownerId);
  if (settings.mail !== "none") await saveAlertSettings(viewer, ownerId, { mail: "none" });
  return true;
};
