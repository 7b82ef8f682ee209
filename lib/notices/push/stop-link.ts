import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { authSecret } from "../../env";
import * as store from "../store";

const sign = (ownerId: string, id: string): Buffer =>
  createHmac("sha256", authSecret()).update(`stop reminders by ${ownerId} ${id}`).digest();

/** The signed token of a message: it ends the reminders of its kind for its browser, once, and grants nothing else. */
export const stopToken = (ownerId: string, id: string): string =>
  `${ownerId}.${id}.${sign(ownerId, id).toString("base64url")}`;

const parseToken = (token: string): { ownerId: string; id: string } | null => {
  const [ownerId = "", id = "", signature = "", ...rest] = token.length > 300 ? [] : token.split(".");
  if (ownerId === "" || id === "" || rest.length > 0) return null;
  const given = Buffer.from(signature, "base64url");
  const ours = sign(ownerId, id);
  return given.length === ours.length && timingSafeEqual(given, ours) ? { ownerId, id } : null;
};

/** What kind of reminders a token ends; null for one that is not ours or whose message is gone. */
export const kindOfStopToken = async (token: string): Promise<store.PushKind | null> => {
  const parsed = parseToken(token);
  return parsed === null ? null : store.findPushKind(parsed.ownerId, parsed.id);
};

/**
 * Ends the reminders of a message's kind for its browser; nobody need be signed in. A second time changes nothing, also
 * when they were switched on again meanwhile.
 * @returns the kind; null when the token is not ours or the browser takes no reminders any more.
 */
export const stopReminders = async (token: string): Promise<store.PushKind | null> => {
  const parsed = parseToken(token);
  return parsed === null ? null : store.stopByPush(parsed.ownerId, parsed.id, new Date());
};
