import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getToken } from "next-auth/jwt";
import { cache } from "react";
import { type Viewer, viewerOfSession } from "../access";
import { authSecret } from "../env";
import { AppError } from "../errors";
import { viewerOfBearer } from "./bearer";
import { isOwnOrigin } from "./origin";
import { usesSecureCookies } from "./secure-cookies";

const UNSAFE = new Set(["POST", "PUT", "PATCH", "DELETE"]);

const viewerOfCookies = async (all: Record<string, string>): Promise<Viewer | null> => {
  const token = await getToken({
    // getToken reads these two only; its type asks for a whole request.
    req: { cookies: all, headers: {} } as unknown as Parameters<typeof getToken>[0]["req"],
    secret: authSecret(),
    secureCookie: usesSecureCookies(),
  });
  if (typeof token?.sub !== "string" || typeof token.sid !== "string") return null;
  return viewerOfSession(token.sub, token.sid);
};

const cookieRecord = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));

const isOwn = (incoming: Headers): boolean =>
  isOwnOrigin(incoming.get("origin"), [incoming.get("host"), incoming.get("x-forwarded-host")]);

/**
 * Who calls the API: a bearer token, or a session cookie, which for unsafe methods must come with our own Origin.
 * @throws AppError unauthenticated, forbidden, or rate_limited for who guesses tokens.
 */
export const viewerOfRequest = async (request: Request): Promise<Viewer> => {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const viewer = secret === undefined ? null : await viewerOfBearer(secret, request.headers);
    if (!viewer) throw new AppError("unauthenticated", "This token is not valid.");
    return viewer;
  }
  const viewer = await viewerOfCookies(await cookieRecord());
  if (!viewer) throw new AppError("unauthenticated", "Sign in, or send a token: Authorization: Bearer …");
  if (UNSAFE.has(request.method) && !isOwn(request.headers)) {
    throw new AppError("forbidden", "The request does not come from this site.");
  }
  return viewer;
};

/** Who looks at a page, or null; once a request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => viewerOfCookies(await cookieRecord()));

/** Who looks at a page that needs one; anybody else goes to sign in and comes back. */
export const requireViewer = async (): Promise<Viewer> => {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  const path = (await headers()).get("x-assay-path");
  redirect(path ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : "/sign-in");
};
