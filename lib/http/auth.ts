import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { checkCredentials, type Origin, openSession, revokeSession, viewerOfSession } from "../access";
import { signInInput, timeZoneField } from "../access/schemas";
import { authSecret, env } from "../env";
import { AppError } from "../errors";
import { localPath } from "./local-path";
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
  const origin = { address: from, userAgent: headers.get("user-agent") };
  const id = await checkCredentials(email, password, origin);
  if (id === null) {
    await Promise.allSettled([countUse("signIn", email), countUse("signInFrom", from)]);
    return null;
  }
  await forgetUse("signIn", email);
  return { id, origin };
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

/** next-auth puts the message of what `authorize` throws into an address, so only our own may leave. */
const guarded =
  <A extends unknown[], T>(authorize: (...args: A) => Promise<T>) =>
  async (...args: A): Promise<T> => {
    try {
      return await authorize(...args);
    } catch (error) {
      if (error instanceof AppError) throw new Error(error.code);
      console.error(error);
      throw new Error("internal");
    }
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

export const usesSecureCookies = (): boolean => env().publicUrl.startsWith("https://");

/** next-auth's settings. A session is an encrypted cookie that names a row, so that it can be revoked. */
export const authOptions = (openSampleAccount: OpenSampleAccount): NextAuthOptions => {
  tellAddress();
  return options(openSampleAccount);
};

const options = (openSampleAccount: OpenSampleAccount): NextAuthOptions => ({
  secret: authSecret(),
  session: { strategy: "jwt", maxAge: 30 * 24 * 60 * 60 },
  useSecureCookies: usesSecureCookies(),
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    CredentialsProvider({
      id: "credentials",
      credentials: { email: {}, password: {} },
      authorize: guarded((credentials, request) => signIn(credentials, headersOf(request.headers))),
    }),
    CredentialsProvider({
      id: "sample",
      credentials: { timeZone: {} },
      authorize: guarded((credentials, request) =>
        openSample(openSampleAccount, credentials, headersOf(request.headers)),
      ),
    }),
  ],
  callbacks: {
    jwt: async ({ token, user }) => {
      if (!user) return token;
      const { origin } = user as { origin?: Origin };
      return { sub: user.id, sid: await openSession(user.id, origin ?? { address: null, userAgent: null }) };
    },
    // What /api/auth/session tells: that somebody is signed in, and until when; nothing once it was revoked.
    session: async ({ session, token }) => {
      const { sub, sid } = token as Claims;
      const viewer = sub !== undefined && sid !== undefined ? await viewerOfSession(sub, sid) : null;
      return (viewer ? { user: {}, expires: session.expires } : {}) as typeof session;
    },
    redirect: ({ url, baseUrl }) => new URL(localPath(url, "/today", baseUrl), baseUrl).href,
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
 * @param fields what was sent, see `readAuthRequest`.
 * @throws AppError rate_limited.
 */
export const guardSignIn = async (request: Request, fields: URLSearchParams): Promise<void> => {
  const { pathname } = new URL(request.url);
  const from = senderOf(request.headers);
  if (pathname.endsWith("/callback/sample")) await checkUse("sample", from);
  if (!pathname.endsWith("/callback/credentials")) return;
  await checkUse("signInFrom", from);
  const email = signInInput.shape.email.safeParse(fields.get("email"));
  if (email.success) await checkUse("signIn", email.data);
};
