import "server-only";
import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { rotateSession, type Viewer } from "../access";
import { authSecret } from "../env";
import { sessionSeconds, usesSecureCookies } from "./secure-cookies";

/**
 * Gives this browser the cookie of a session, as next-auth's own sign-in writes it. In a route handler or a server
 * action only.
 */
export const setSessionCookie = async (userId: string, sessionId: string): Promise<void> => {
  const secure = usesSecureCookies();
  const maxAge = sessionSeconds();
  const value = await encode({ token: { sub: userId, sid: sessionId }, secret: authSecret(), maxAge });
  (await cookies()).set(`${secure ? "__Secure-" : ""}next-auth.session-token`, value, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge,
  });
};

/**
 * Gives the viewer's session another id and their browser the cookie that names it: after a change of the password or
 * of another way to sign in. In a route handler or a server action only. A viewer who came by a token has no session.
 */
export const renewSession = async (viewer: Viewer): Promise<void> => {
  if (viewer.sessionId !== null)
    await setSessionCookie(viewer.userId, await rotateSession(viewer, viewer.userId));
};
