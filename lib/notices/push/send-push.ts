import "server-only";
import { createECDH } from "node:crypto";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import { generateRequestDetails } from "web-push";
import { env, pushKey } from "../../env";
import type { PushPayload } from "../schemas";
import type { PushAddress } from "../store";

/**
 * sent: the push service took it. retry: it did not, and may later, after so many milliseconds if it said so. refused:
 * it never will take this message. gone: the browser takes none any more.
 */
export type PushResult =
  | { readonly outcome: "sent" }
  | { readonly outcome: "retry"; readonly problem: string; readonly afterMs: number | null }
  | { readonly outcome: "refused" | "gone"; readonly problem: string };

const TIMEOUT_MS = 10_000;
const LOOPBACK = ["127.0.0.1", "::1"];

/** The public part of the key that signs reminders, base64url: what browsers subscribe with. */
export const pushPublicKey = (): string => {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(pushKey(), "base64url");
  return pair.getPublicKey("base64url");
};

/** Whether messages can be encrypted for a browser with this public key: a point of P-256, base64url. */
export const isPublicKey = (p256dh: string): boolean => {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  try {
    pair.computeSecret(p256dh, "base64url");
    return true;
  } catch {
    return false;
  }
};

const isLoopback = ({ hostname }: URL): boolean =>
  env().pushToLoopback === "on" && LOOPBACK.includes(hostname.replace(/^\[|\]$/g, ""));

/**
 * Whether this server posts to an address that a browser, or anybody with an account, names as its push service: https
 * on the usual port, a name and no number, no credentials. Where the name leads is looked at when it is called.
 */
export const isPushEndpoint = (endpoint: string): boolean => {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url === null || url.username !== "" || url.password !== "") return false;
  if (isLoopback(url)) return /^https?:$/.test(url.protocol);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return url.protocol === "https:" && url.port === "" && isIP(host) === 0 && host.includes(".");
};

/** Connections to public addresses only, checked after the name was looked up. */
const agentFor = (url: URL) => {
  const options = { allowIPAddressList: isLoopback(url) ? LOOPBACK : [], timeout: TIMEOUT_MS };
  return url.protocol === "https:"
    ? new RequestFilteringHttpsAgent(options)
    : new RequestFilteringHttpAgent(options);
};

/** Whom a push service can turn to (RFC 8292); an address of this server's only where it is public. */
const subject = (): string => {
  const { publicUrl } = env();
  return publicUrl.startsWith("https://") ? publicUrl : "mailto:nobody@example.org";
};

const retryAfterMs = (header: string | undefined, now: Date): number | null => {
  if (header === undefined) return null;
  const ms = /^\d{1,6}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) && ms > 0 ? ms : null;
};

const judge = (status: number, retryAfter: string | undefined, now: Date): PushResult => {
  const problem = `the push service answered ${status}`;
  if (status >= 200 && status < 300) return { outcome: "sent" };
  if (status === 404 || status === 410) return { outcome: "gone", problem };
  if (status === 429 || status >= 500)
    return { outcome: "retry", problem, afterMs: retryAfterMs(retryAfter, now) };
  return { outcome: "refused", problem };
};

export type PushOptions = {
  /** A later message of the same topic takes the place of one that the browser has not fetched yet. */
  readonly topic: string;
  /** How long the push service keeps it, in seconds. */
  readonly ttlSeconds: number;
  readonly urgent: boolean;
};

/**
 * Encrypts one message for one browser (RFC 8291) and posts it, once. Never follows a redirect, and reads nothing of the
 * answer but its status. Never throws for what the push service does.
 * @throws when the browser's keys cannot be encrypted with.
 */
export const sendPush = (
  { endpoint, p256dh, auth }: PushAddress,
  payload: PushPayload,
  { topic, ttlSeconds, urgent }: PushOptions,
  now: Date,
): Promise<PushResult> => {
  if (!isPushEndpoint(endpoint))
    return Promise.resolve({ outcome: "refused", problem: "not an address of a push service" });
  const url = new URL(endpoint);
  const { headers, body } = generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(payload),
    {
      vapidDetails: { subject: subject(), publicKey: pushPublicKey(), privateKey: pushKey() },
      TTL: Math.max(0, Math.round(ttlSeconds)),
      topic,
      urgency: urgent ? "high" : "normal",
    },
  );
  return new Promise((resolve) => {
    const fail = (error: Error) =>
      resolve({ outcome: "retry", problem: error.message.slice(0, 200), afterMs: null });
    const send = url.protocol === "https:" ? httpsRequest : httpRequest;
    const sent = send(
      url,
      { method: "POST", headers, agent: agentFor(url), signal: AbortSignal.timeout(TIMEOUT_MS) },
      (answer) => {
        resolve(judge(answer.statusCode ?? 0, answer.headers["retry-after"], now));
        answer.destroy();
      },
    );
    sent.on("error", fail);
    sent.end(body);
  });
};
