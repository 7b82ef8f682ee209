import "server-only";
import { z } from "zod";
import { AppError } from "../../errors";
import type { Viewer } from "../viewer";
import { open, seal } from "./seal";
import { assertConfirmed } from "./step-up";

// What a browser holds while its person is at the provider, and until they have consented: sealed, so that nobody can
// make one up or hand one to somebody else in an address.

/** How long somebody may take at the provider, and to consent, in seconds. */
export const IDENTITY_SECONDS = 15 * 60;

/** What somebody goes to the provider for. */
export const PURPOSES = ["sign-in", "link", "confirm"] as const;

const intent = z.object({
  purpose: z.enum(PURPOSES),
  /** Who was signed in and wants to link or to confirm. */
  userId: z.string().nullable(),
  /** A path of this site to go to afterwards. */
  next: z.string(),
  timeZone: z.string(),
  startedAt: z.number(),
});
export type Intent = z.output<typeof intent>;

const offer = z.object({
  /** The account that is to be linked: only its owner can consent. */
  ownerId: z.string(),
  issuer: z.string(),
  subject: z.string(),
  email: z.string().nullable(),
  startedAt: z.number(),
});
export type Offer = z.output<typeof offer>;

const read = <T extends { startedAt: number }>(
  schema: z.ZodType<T>,
  sealed: string,
  purpose: string,
): T | null => {
  const text = open(sealed, purpose, "");
  if (text === null) return null;
  const found = schema.parse(JSON.parse(text));
  const age = Date.now() - found.startedAt;
  return age >= 0 && age < IDENTITY_SECONDS * 1000 ? found : null;
};

const INTENT = "identity intent";
const OFFER = "identity offer";

/**
 * What a browser takes along to the provider. To link, the session has to be confirmed.
 * @throws AppError unauthenticated where nobody is signed in who could link or confirm; confirmation_required;
 *   forbidden for a sample account.
 */
export const sealIntent = async (
  viewer: Viewer | null,
  { purpose, next, timeZone }: Pick<Intent, "purpose" | "next" | "timeZone">,
): Promise<string> => {
  if (purpose !== "sign-in") {
    if (viewer === null) throw new AppError("unauthenticated", "You are signed out. Sign in again.");
    if (viewer.sample) throw new AppError("forbidden", "A sample account is not signed in to again.");
    if (purpose === "link") await assertConfirmed(viewer);
  }
  const userId = purpose === "sign-in" ? null : (viewer?.userId ?? null);
  return seal(JSON.stringify({ purpose, userId, next, timeZone, startedAt: Date.now() }), INTENT, "");
};

/** What a browser brought back; null when it is none of ours or has run out. */
export const readIntent = (sealed: string): Intent | null => read(intent, sealed, INTENT);

/** An offer to link an identity to an account, for the browser that came back with the identity. */
export const sealOffer = (given: Omit<Offer, "startedAt">): string =>
  seal(JSON.stringify({ ...given, startedAt: Date.now() }), OFFER, "");

/** The offer that a browser holds; null when it is none of ours or has run out. */
export const readOffer = (sealed: string): Offer | null => read(offer, sealed, OFFER);
