import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { cookies } from "next/headers";
import { type Origin, secondFactorTicket, TICKET_SECONDS } from "../access";
import type { AppError } from "../errors";
import { publicError } from "./problem";
import { usesSecureCookies } from "./secure-cookies";
import { senderOf } from "./sender";

/** What is known of one call to next-auth, and what became of it; next-auth itself can only redirect. */
export type Attempt = {
  readonly headers: Headers;
  readonly cookie: (name: string) => string | undefined;
  /** What was refused, with its own status. */
  refusal: AppError | null;
  /** Whom the provider's identity signs in; next-auth itself knows the identity alone. */
  identityOwner: string | null;
  /** The address that was signed in to, and the device that did, where it was known. */
  signedIn: { readonly email: string; readonly device: string | null } | null;
};

/** Holds what the right password gave, until the code follows. */
export const TICKET_COOKIE = "assay-second-factor";

export const attempts = new AsyncLocalStorage<Attempt>();

/** Where a request came from. */
export const originOf = (headers: Headers): Origin => ({
  address: senderOf(headers),
  userAgent: headers.get("user-agent"),
});

/** Has the browser give the code next, in a call of its own. */
export const giveTicket = async (userId: string, email: string): Promise<void> => {
  (await cookies()).set(TICKET_COOKIE, secondFactorTicket(userId, email), {
    httpOnly: true,
    sameSite: "strict",
    secure: usesSecureCookies(),
    path: "/api/auth",
    maxAge: TICKET_SECONDS,
  });
};

/** next-auth puts the message of what `authorize` throws into an address, so only our own may leave. */
export const guarded =
  <A extends unknown[], T>(authorize: (...args: A) => Promise<T>) =>
  async (...args: A): Promise<T> => {
    try {
      return await authorize(...args);
    } catch (error) {
      const attempt = attempts.getStore();
      const refusal = publicError(error);
      if (attempt) attempt.refusal = refusal;
      throw new Error(refusal.code);
    }
  };
