import "server-only";
import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import {
  checkCredentials,
  hasSecondFactor,
  type Origin,
  openSession,
  readTicket,
  revokeSession,
  takeCode,
  viewerOfSession,
} from "../access";
import { signInInput, timeZoneField, totpCode } from "../access/schemas";
import { authSecret, env } from "../env";
import { AppError } from "../errors";
import { countUse, guess, trySignIn } from "../limits";
import { type Attempt, attempts, giveTicket, guarded, originOf, TICKET_COOKIE } from "./attempt";
import { deviceCookie, deviceOf } from "./device";
import { localPath } from "./local-path";
import { logProblem, PROVIDER, provider, signInByProvider } from "./provider";
import { sessionSeconds, usesSecureCookies } from "./secure-cookies";
import { senderOf } from "./sender";

/** The claims of the session cookie: whose it is, and which session row must still be there. */
type Claims = { sub?: string; sid?: string };

const headersOf = (raw: Record<string, unknown> | undefined): Headers =>
  new Headers(
    Object.entries(raw ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );

const signIn = async (credentials: unknown, headers: Headers) => {
  const input = signInInput.safeParse(credentials);
  if (!input.success) return null;
  const { email, password } = input.data;
  const attempt = attempts.getStore();
  const device = attempt ? deviceOf(email, attempt.cookie) : null;
  const from = senderOf(headers);
  const origin = { address: from, userAgent: headers.get("user-agent") };
  const id = await trySignIn({ email, sender: from, device }, () =>
    checkCredentials(email, password, origin),
  );
  if (id === null) return null;
  if (await hasSecondFactor(id)) {
    await giveTicket(id, email);
    throw new AppError("second_factor_required", "Type the code that your authenticator app shows.");
  }
  if (attempt) attempt.signedIn = { email, device };
  return { id, origin };
};

/** The second step of signing in: a code, in the browser that gave the right password just now. */
const signInByCode = async (credentials: unknown, headers: Headers) => {
  const attempt = attempts.getStore();
  const ticket = readTicket(attempt?.cookie(TICKET_COOKIE) ?? "");
  if (ticket === null)
    throw new AppError("unauthenticated", "That took too long. Sign in with the password again.");
  const input = totpCode.safeParse({ code: (credentials as { code?: unknown } | undefined)?.code });
  if (!input.success) return null;
  const { id: signIn, userId, email } = ticket;
  const origin = { address: senderOf(headers), userAgent: headers.get("user-agent") };
  const uses = [
    ["secondFactor", `${userId}\0${signIn}`],
    ["secondFactorAccount", userId],
  ] as const;
  const right = await guess(uses, async () => ((await takeCode(userId, input.data.code)) ? true : null));
  if (right === null) return null;
  (await cookies()).delete({ name: TICKET_COOKIE, path: "/api/auth" });
  if (attempt) attempt.signedIn = { email, device: deviceOf(email, attempt.cookie) };
  return { id: userId, origin };
};

/** Opens a sample account in a time zone and gives its id; a feature's, handed in by the route. */
type OpenSampleAccount = (timeZone: string) => Promise<string>;

const openSample = async (
  open: OpenSampleAccount,
  credentials: Record<string, unknown> | undefined,
  headers: Headers,
) => {
  if (env().sample === "off") return null;
  const address = senderOf(headers);
  await countUse("sample", address);
  const timeZone = timeZoneField.safeParse(credentials?.timeZone);
  const id = await open(timeZone.success ? timeZone.data : "UTC");
  return { id, origin: { address, userAgent: headers.get("user-agent") } };
};

/**
 * next-auth takes its own address from the environment only. Without PUBLIC_URL it is whatever name the browser
 * used, so that localhost, an address on the local network and a name all work.
 */
const tellAddress = (): void => {
  if (process.env.PUBLIC_URL) {
    process.env.NEXTAUTH_URL = env().publicUrl;
  } else {
    delete process.env.NEXTAUTH_URL;
    process.env.AUTH_TRUST_HOST = "true";
  }
};

/** The claims of a browser whose provider has said who it is, which `signInByProvider` has found the account of. */
const sessionOfIdentity = async (): Promise<Claims> => {
  const attempt = attempts.getStore();
  if (!attempt?.identityOwner) throw new Error("An identity that was let in has an account.");
  const { identityOwner: sub, headers } = attempt;
  return { sub, sid: await openSession(sub, originOf(headers)) };
};

/** next-auth's settings. A session is an encrypted cookie that names a row, so that it can be revoked. */
export const authOptions = (openSampleAccount: OpenSampleAccount): NextAuthOptions => {
  tellAddress();
  return options(openSampleAccount);
};

const options = (openSampleAccount: OpenSampleAccount): NextAuthOptions => ({
  secret: authSecret(),
  // The row of the session ends it sooner where it is not used.
  session: { strategy: "jwt", maxAge: sessionSeconds() },
  useSecureCookies: usesSecureCookies(),
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    CredentialsProvider({
      id: "credentials",
      credentials: { email: {}, password: {} },
      authorize: guarded((credentials, request) => signIn(credentials, headersOf(request.headers))),
    }),
    CredentialsProvider({
      id: "code",
      credentials: { code: {} },
      authorize: guarded((credentials, request) => signInByCode(credentials, headersOf(request.headers))),
    }),
    CredentialsProvider({
      id: "sample",
      credentials: { timeZone: {} },
      authorize: guarded((credentials, request) =>
        openSample(openSampleAccount, credentials, headersOf(request.headers)),
      ),
    }),
    ...provider(),
  ],
  logger: { error: logProblem },
  callbacks: {
    // Of the provider's alone there is more to ask than who it is.
    signIn: guarded(async ({ account, profile }) =>
      account?.provider === PROVIDER ? signInByProvider(profile) : true,
    ),
    // Guarded like `authorize`: next-auth takes an outage for the end of the session, and would take the cookie away.
    jwt: guarded(async ({ token, user, account }) => {
      if (!user) return token;
      if (account?.provider === PROVIDER) return sessionOfIdentity();
      const { origin } = user as { origin?: Origin };
      return { sub: user.id, sid: await openSession(user.id, origin ?? { address: null, userAgent: null }) };
    }),
    // What /api/auth/session tells: that somebody is signed in, and until when; nothing once it was revoked.
    session: guarded(async ({ session, token }) => {
      const { sub, sid } = token as Claims;
      const viewer = sub !== undefined && sid !== undefined ? await viewerOfSession(sub, sid) : null;
      return (viewer ? { user: {}, expires: session.expires } : {}) as typeof session;
    }),
    redirect: ({ url, baseUrl }) => new URL(localPath(url, "/today", baseUrl), baseUrl).href,
  },
  events: {
    signOut: async ({ token }) => {
      const { sub, sid } = token as Claims;
      if (sub === undefined || sid === undefined) return;
      const viewer = { userId: sub, sessionId: sid, mayWrite: true, sample: false, confirmedAt: null };
      await revokeSession(viewer, sub, sid);
    },
  },
});

/**
 * Answers one request to next-auth. What it refuses is answered with its own status, and a browser that has signed in is
 * given the cookie by which it is known.
 * @param answer calls next-auth.
 * @throws AppError rate_limited, and what else was refused.
 */
export const answerAuth = async (
  { cookies: sent, headers }: Pick<NextRequest, "cookies" | "headers">,
  answer: () => Promise<Response>,
): Promise<Response> => {
  const cookie = (name: string) => sent.get(name)?.value;
  const attempt: Attempt = { cookie, headers, refusal: null, identityOwner: null, signedIn: null };
  const response = await attempts.run(attempt, answer);
  if (attempt.refusal) throw attempt.refusal;
  if (attempt.signedIn === null) return response;
  const { email, device } = attempt.signedIn;
  const known = new Response(response.body, response);
  known.headers.append("set-cookie", deviceCookie(email, device, usesSecureCookies()));
  return known;
};
