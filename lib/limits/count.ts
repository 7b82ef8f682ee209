import "server-only";
import { createHmac } from "node:crypto";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { authSecret } from "../env";
import { AppError } from "../errors";
import { LIMITS, type Limit, type LimitName, MAX_WINDOW_SECONDS } from "./limits";
import * as store from "./store";

/** What is counted: a limit, and of whom; see `LIMITS` for what each is counted by. */
export type Use = readonly [name: LimitName, key: string];

/** Kept across reloads of the development server, and shared by the bundles of one. */
const kept = globalThis as typeof globalThis & { assayLimiters?: Map<LimitName, RateLimiterMemory> };

const limiter = (name: LimitName): RateLimiterMemory => {
  kept.assayLimiters ??= new Map();
  const { points, seconds } = LIMITS[name];
  const known = kept.assayLimiters.get(name) ?? new RateLimiterMemory({ points, duration: seconds });
  kept.assayLimiters.set(name, known);
  return known;
};

/** What a use is kept under: nobody's address or e-mail can be read off the table. */
const keyOf = ([name, key]: Use): string =>
  createHmac("sha256", authSecret()).update(`limit\0${name}\0${key}`).digest("base64url");

const isLocal = (name: LimitName): boolean => (LIMITS[name] as Limit).local === true;

/** @param milliseconds until the next use is allowed; never more than the window, whatever a clock said. */
const tooMany = (milliseconds: number, window: number): AppError => {
  const seconds = Math.max(1, Math.ceil(Math.min(milliseconds, window) / 1000));
  return new AppError("rate_limited", `Too many attempts. Try again in ${seconds} seconds.`, {
    retryAfterSeconds: seconds,
  });
};

/** A refusal of the library, whichever bundle's copy made it. */
const isRefusal = (error: unknown): error is { readonly msBeforeNext: number } =>
  typeof error === "object" && error !== null && !(error instanceof Error) && "msBeforeNext" in error;

const takeLocally = async (name: LimitName, key: string): Promise<number> => {
  try {
    return (await limiter(name).consume(key)).consumedPoints;
  } catch (refusal) {
    if (isRefusal(refusal)) throw tooMany(refusal.msBeforeNext, LIMITS[name].seconds * 1000);
    throw refusal;
  }
};

/**
 * Counts one use.
 * @param seconds how long the window lasts that it may begin; as the limit says unless told otherwise
 * @returns how many uses the window has with it.
 * @throws AppError rate_limited when the limit is used up; nothing is counted then.
 */
export const countUse = async (
  name: LimitName,
  key: string,
  seconds: number = LIMITS[name].seconds,
): Promise<number> => {
  if (isLocal(name)) return takeLocally(name, key);
  const longest = LIMITS[name].seconds * 1000;
  const hidden = keyOf([name, key]);
  const used = await store.take(hidden, LIMITS[name].points, seconds * 1000, longest);
  if (used !== null) return used;
  throw tooMany((await store.find(hidden, longest))?.left ?? 1, longest);
};

/** Takes a use back: what was tried was right. */
export const refundUse = async (name: LimitName, key: string): Promise<void> => {
  if (!isLocal(name)) return store.giveBack(keyOf([name, key]));
  const state = await limiter(name).get(key);
  if (state !== null && state.consumedPoints > 0) await limiter(name).reward(key);
};

/** Forgets all uses of a key: whoever tried has shown that they know. */
export const forgetUses = (name: LimitName, key: string): Promise<void> => store.remove(keyOf([name, key]));

/** Counts some uses; where one is refused, those before it are taken back. @throws AppError rate_limited. */
export const countUses = async (uses: readonly Use[]): Promise<void> => {
  const counted: Use[] = [];
  try {
    for (const use of uses) {
      await countUse(...use);
      counted.push(use);
    }
  } catch (error) {
    await Promise.allSettled(counted.map((use) => refundUse(...use)));
    throw error;
  }
};

/**
 * One guess at a secret. It is counted before it is looked at, so that of any number of guesses at once no more than
 * the limit are; a right one is taken back.
 * @param check null for a wrong guess. Where it throws, the guess stays counted.
 * @throws AppError rate_limited: the guess was not looked at; and what `check` throws.
 */
export const guess = async <T>(uses: readonly Use[], check: () => Promise<T | null>): Promise<T | null> => {
  await countUses(uses);
  const found = await check();
  if (found !== null) await Promise.all(uses.map((use) => refundUse(...use)));
  return found;
};

/** Removes counts that are over. Runs every hour. */
export const sweepUses = (): Promise<void> => store.sweep(MAX_WINDOW_SECONDS * 1000);
