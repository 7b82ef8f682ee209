import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { open, seal } from "./seal";

/** How long somebody who gave the right password has for the code, in seconds. */
export const TICKET_SECONDS = 5 * 60;

const ticket = z.object({
  id: z.string(),
  userId: z.string(),
  email: z.string(),
  expiresAt: z.number(),
});
type SecondFactorTicket = z.output<typeof ticket>;

/** What a browser holds between the password and the code: sealed, so that it says and proves nothing elsewhere. */
export const secondFactorTicket = (userId: string, email: string): string => {
  const expiresAt = Date.now() + TICKET_SECONDS * 1000;
  return seal(JSON.stringify({ id: randomUUID(), userId, email, expiresAt }), "second factor", "");
};

/** What a browser brought back; null when it is none of ours or has run out. */
export const readTicket = (sealed: string): SecondFactorTicket | null => {
  const text = open(sealed, "second factor", "");
  if (text === null) return null;
  const read = ticket.parse(JSON.parse(text));
  return read.expiresAt > Date.now() ? read : null;
};
