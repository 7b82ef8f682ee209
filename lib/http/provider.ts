import "server-only";
import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import type { OAuthConfig } from "next-auth/providers/oauth";
import {
  confirmByIdentity,
  hasSecondFactor,
  IDENTITY_SECONDS,
  type Intent,
  isLinkable,
  type Offer,
  type ProvenIdentity,
  readIdentity,
  readIntent,
  readOffer,
  sealIntent,
  sealOffer,
  signInByIdentity,
  type Viewer,
} from "../access";
import { env } from "../env";
import { AppError } from "../errors";
import { attempts, giveTicket } from "./attempt";
import { deviceOf } from "./device";
import { localPath } from "./local-path";
import { errorResponse, publicError } from "./problem";
import { usesSecureCookies } from "./secure-cookies";
import { setSessionCookie } from "./session-cookie";
import { currentViewer } from "./viewer";

// Signing in with a provider of OpenID Connect. next-auth goes there and back, and checks state, nonce, PKCE and the
// signature of the ID token; whose account it is is decided here.

/** What next-auth calls it: part of the address that is registered at the provider. */
export const PROVIDER = "oidc";
const INTENT_COOKIE = "assay-identity-intent";
const OFFER_COOKIE = "assay-identity-offer";
const LINK_PAGE = "/sign-in/link";

type Claims = {
  readonly iss: string;
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: unknown;
  readonly auth_time?: unknown;
};

/** What people know the provider by; null where there is none. */
export const providerName = (): string | null => env().oidc?.name ?? null;

/** Whether a path is that to which the provider sends browsers back. */
export const isWayBack = (path: string): boolean =>
  env().oidc !== null && path === `/api/auth/callback/${PROVIDER}`;

/** Whether a path is that from which browsers are sent to the provider. */
export const isWayThere = (path: string): boolean => path === `/api/auth/signin/${PROVIDER}`;

/** The provider as next-auth takes it; none where the settings name none. */
export const provider = (): OAuthConfig<Claims>[] => {
  const { oidc } = env();
  if (oidc === null) return [];
  return [
    {
      id: PROVIDER,
      name: oidc.name,
      type: "oauth",
      wellKnown: `${oidc.issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      authorization: { params: { scope: oidc.scopes } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      httpOptions: { timeout: 10_000 },
      userinfo: {
        request: async ({ tokens, client }) => {
          // next-auth's type leaves out what openid-client gives: the claims of the ID token that it has checked.
          const claims = (tokens as unknown as { claims(): Claims }).claims();
          if (claims.email !== undefined || !client.issuer.metadata.userinfo_endpoint) return claims;
          // Many providers name the address there only.
          const told = await client.userinfo(tokens as Parameters<typeof client.userinfo>[0]);
          if (told.sub !== claims.sub) throw new Error("The provider speaks of two people.");
          const { email, email_verified } = told;
          return { ...claims, ...(email !== undefined && { email }), email_verified };
        },
      },
      // Whose account it is is found by `signInByProvider`; no more is kept of the profile.
      profile: ({ sub }) => ({ id: sub }),
    },
  ];
};

const COOKIE = { httpOnly: true, sameSite: "lax", path: "/", maxAge: IDENTITY_SECONDS } as const;

const setCookie = async (name: string, value: string): Promise<void> => {
  (await cookies()).set(name, value, { ...COOKIE, secure: usesSecureCookies() });
};

const dropCookie = async (name: string): Promise<void> => {
  (await cookies()).set(name, "", { ...COOKIE, secure: usesSecureCookies(), maxAge: 0 });
};

/**
 * Keeps in this browser what its person goes to the provider for. In a server action only.
 * @throws AppError unavailable without a provider; unauthenticated, confirmation_required.
 */
export const beginProvider = async (
  viewer: Viewer | null,
  input: Pick<Intent, "purpose" | "next" | "timeZone">,
): Promise<void> => {
  if (env().oidc === null) throw new AppError("unavailable", "This server has no such way to sign in.");
  const next = localPath(input.next, "/today");
  await setCookie(INTENT_COOKIE, await sealIntent(viewer, { ...input, next }));
};

/** The offer to link an identity that this browser holds; null: none. */
export const heldOffer = async (): Promise<Offer | null> =>
  readOffer((await cookies()).get(OFFER_COOKIE)?.value ?? "");

/** Forgets it. In a server action only. */
export const dropOffer = (): Promise<void> => dropCookie(OFFER_COOKIE);

/** Does with the offer of this browser what its person consented to, and forgets it then. @throws AppError not_found. */
export const takeOffer = async (work: (offer: Offer) => Promise<void>): Promise<void> => {
  const offer = await heldOffer();
  if (offer === null)
    throw new AppError("not_found", "That took too long. Begin again with the sign-in page.");
  await work(offer);
  await dropOffer();
};

const problemAt = (page: string, reason: string): string => `${page}?error=identity_${reason}`;

const offerLink = async ({ issuer, subject, email }: ProvenIdentity, ownerId: string): Promise<string> => {
  await setCookie(OFFER_COOKIE, sealOffer({ ownerId, issuer, subject, email }));
  return LINK_PAGE;
};

/** For somebody who was signed in before they went to the provider. */
const answerSignedIn = async (identity: ProvenIdentity, intent: Intent): Promise<string> => {
  const page = "/settings/sign-in";
  const viewer = await currentViewer();
  if (viewer === null || viewer.userId !== intent.userId) return problemAt("/sign-in", "signed_out");
  if (intent.purpose === "link")
    return (await isLinkable(identity, viewer.userId))
      ? offerLink(identity, viewer.userId)
      : problemAt(page, "taken");
  const sessionId = await confirmByIdentity(viewer, viewer.userId, identity, intent.startedAt);
  if (sessionId === null) return problemAt(page, "unproven");
  await setSessionCookie(viewer.userId, sessionId);
  return intent.next;
};

/**
 * What next-auth does with somebody whom the provider has named: true signs them in, a path leads them there.
 * @param claims of an ID token that next-auth has checked
 */
export const signInByProvider = async (claims: unknown): Promise<true | string> => {
  const attempt = attempts.getStore();
  if (!attempt) throw new Error("next-auth answers inside of answerAuth.");
  const intent = readIntent(attempt.cookie(INTENT_COOKIE) ?? "");
  await dropCookie(INTENT_COOKIE);
  const identity = readIdentity(claims);
  if (identity === null) return problemAt("/sign-in", "issuer");
  if (intent !== null && intent.purpose !== "sign-in") return answerSignedIn(identity, intent);
  const found = await signInByIdentity(identity, intent?.timeZone ?? "UTC");
  if (found.kind === "refused") return problemAt("/sign-in", found.reason);
  if (found.kind === "offer") return offerLink(identity, found.ownerId);
  const { ownerId, email } = found;
  if (await hasSecondFactor(ownerId)) {
    await giveTicket(ownerId, email);
    return `/sign-in?step=code&callbackUrl=${encodeURIComponent(intent?.next ?? "/today")}`;
  }
  attempt.identityOwner = ownerId;
  attempt.signedIn = { email, device: deviceOf(email, attempt.cookie) };
  return true;
};

/** What next-auth says of an error. One of the way to the provider is no fault of ours: a line without a stack. */
export const logProblem = (code: string, metadata: unknown): void => {
  if (!/OAUTH/.test(code)) {
    console.error(`next-auth: ${code}`, metadata);
    return;
  }
  const { error } = metadata as { error?: unknown };
  const cause = error instanceof Error ? error : metadata instanceof Error ? metadata : null;
  // What the provider says stands in addresses that anybody can open: one line, and not a long one.
  const words = JSON.stringify(cause?.message ?? "").slice(0, 300);
  console.error(`assay: signing in with the provider did not work (${code}): ${words}`);
};

/** The answer to an error on the way: a browser that comes back from the provider is led to a page that says it. */
export const answerAuthError = (request: NextRequest, thrown: unknown): Response => {
  if (request.method !== "GET" || !isWayBack(request.nextUrl.pathname)) return errorResponse(thrown);
  const { code } = publicError(thrown);
  return new Response(null, { status: 302, headers: { location: `/sign-in?error=${code}` } });
};
