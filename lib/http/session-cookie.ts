import "server-only";
import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { authSecret } from "../env";
import { usesSecureCookies } from "./auth";

/** How long next-auth keeps a session's cookie, in seconds; the session itself may end before. */
const SESSION_COOKIE_SECONDS = 30 * 24 * 60 * 60;

/**
 * Gives this browser the cookie of a session, as next-auth's own sign-in writes it. In a route handler or a server
 * action only.
 */
export const setSessionCookie = async (userId: string, sessionId: string): Promise<void> => {
  const secure = usesSecureCookies();
  const value = await encode({
    token: { sub: userId, sid: sessionId },
    secret: authSecret(),
    maxAge: SESSION_COOKIE_SECONDS,
  });
  (await cookies()).set(`${secure ? "__Secure-" : ""}next-auth.session-token`, value, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge: SESSION_COOKIE_SECONDS,
  });
};
