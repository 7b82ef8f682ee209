import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { checkCredentials, openSession, revokeSession } from "../access";
import { signInInput, timeZoneField } from "../access/schemas";
import { openSampleAccount } from "../diary";
import { authSecret, env } from "../env";
import { checkUse, countUse, forgetUse, senderOf } from "./rate-limit";

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
  const from = senderOf(headers);
  await checkUse("signIn", email);
  await checkUse("signInFrom", from);
  const id = await checkCredentials(email, password);
  if (id === null) {
    await Promise.allSettled([countUse("signIn", email), countUse("signInFrom", from)]);
    return null;
  }
  await forgetUse("signIn", email);
  return { id, userAgent: headers.get("user-agent") };
};

const openSample = async (credentials: Record<string, unknown> | undefined, headers: Headers) => {
  if (env().sample === "off") return null;
  await countUse("sample", senderOf(headers));
  const timeZone = timeZoneField.safeParse(credentials?.timeZone);
  const id = await openSampleAccount(timeZone.success ? timeZone.data : "UTC");
  return { id, userAgent: headers.get("user-agent") };
};

export const usesSecureCookies = (): boolean => env().publicUrl.startsWith("https://");

/** next-auth's settings. A session is an encrypted cookie that names a row, so that it can be revoked. */
export const authOptions = (): NextAuthOptions => ({
  secret: authSecret(),
  session: { strategy: "jwt", maxAge: 30 * 24 * 60 * 60 },
  useSecureCookies: usesSecureCookies(),
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    CredentialsProvider({
      id: "credentials",
      credentials: { email: {}, password: {} },
      authorize: (credentials, request) => signIn(credentials, headersOf(request.headers)),
    }),
    CredentialsProvider({
      id: "sample",
      credentials: { timeZone: {} },
      authorize: (credentials, request) => openSample(credentials, headersOf(request.headers)),
    }),
  ],
  callbacks: {
    jwt: async ({ token, user }) => {
      if (!user) return token;
      const agent = (user as { userAgent?: string | null }).userAgent ?? null;
      return { sub: user.id, sid: await openSession(user.id, agent) };
    },
    // What /api/auth/session tells: that somebody is signed in, and until when.
    session: ({ session }) => ({ user: {}, expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => {
      const { sub, sid } = token as Claims;
      if (sub === undefined || sid === undefined) return;
      await revokeSession({ userId: sub, sessionId: sid, mayWrite: true, sample: false }, sub, sid);
    },
  },
});

/**
 * Refuses a sign-in that is out of tries with 429 before next-auth sees it; next-auth itself can only redirect.
 * @throws AppError rate_limited.
 */
export const guardSignIn = async (request: Request): Promise<void> => {
  if (!new URL(request.url).pathname.endsWith("/callback/credentials")) return;
  await checkUse("signInFrom", senderOf(request.headers));
  const type = request.headers.get("content-type") ?? "";
  const email = type.includes("json")
    ? (
        (await request
          .clone()
          .json()
          .catch(() => null)) as { email?: unknown } | null
      )?.email
    : (
        await request
          .clone()
          .formData()
          .catch(() => null)
      )?.get("email");
  const parsed = signInInput.shape.email.safeParse(email);
  if (parsed.success) await checkUse("signIn", parsed.data);
};
