import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "../env";
import { AppError } from "../errors";

const MINUTE = 60;

/** Kept across reloads of the development server. */
const kept = globalThis as typeof globalThis & { assayLimits?: ReturnType<typeof makeLimits> };

const makeLimits = () => ({
  /** New accounts, by address of the sender. */
  signUp: new RateLimiterMemory({ points: 300, duration: 60 * MINUTE }),
  /** Failed sign-ins, by account: what stops guessing. */
  signIn: new RateLimiterMemory({ points: 10, duration: 15 * MINUTE }),
  /** Failed sign-ins, by address of the sender: what stops trying one password on many accounts. */
  signInFrom: new RateLimiterMemory({ points: 200, duration: 15 * MINUTE }),
  /** Sample accounts, by address of the sender. */
  sample: new RateLimiterMemory({ points: 100, duration: 60 * MINUTE }),
  /** Test mails, by account. */
  testMail: new RateLimiterMemory({ points: 3, duration: 60 * MINUTE }),
  /** Test reminders, by account. */
  testReminder: new RateLimiterMemory({ points: 10, duration: 60 * MINUTE }),
  /** Calls of the API, by account. */
  api: new RateLimiterMemory({ points: 6000, duration: MINUTE }),
});

type Limit = keyof ReturnType<typeof makeLimits>;

const limiter = (name: Limit): RateLimiterMemory => {
  kept.assayLimits ??= makeLimits();
  return kept.assayLimits[name];
};

const tooMany = (milliseconds: number): AppError => {
  const retryAfterSeconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return new AppError("rate_limited", `Too many attempts. Try again in ${retryAfterSeconds} seconds.`, {
    retryAfterSeconds,
  });
};

/** Counts one use. @throws AppError rate_limited when the limit is used up. */
export const countUse = async (name: Limit, key: string): Promise<void> => {
  try {
    await limiter(name).consume(key);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw tooMany(refusal.msBeforeNext);
    throw refusal;
  }
};

/** @throws AppError rate_limited when the limit is used up already; counts nothing. */
export const checkUse = async (name: Limit, key: string): Promise<void> => {
  const state = await limiter(name).get(key);
  if (state !== null && state.remainingPoints <= 0) throw tooMany(state.msBeforeNext);
};

export const forgetUse = async (name: Limit, key: string): Promise<void> => {
  await limiter(name).delete(key);
};

/**
 * The address a request came from. Behind `TRUST_PROXY` proxies it is the entry that the outermost trusted one
 * wrote; without any, Next's own server writes the peer's address where the client sent none.
 */
export const senderOf = (headers: Headers): string => {
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const hops = Math.max(1, env().trustProxy);
  return chain.at(-hops) || chain[0] || "unknown";
};
