import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

/** Longer than the work behind such an answer takes on a server that is not overloaded. */
const STEP_MS = 500;

/**
 * Answers after a whole number of steps of half a second, whatever was done: how long it takes tells nothing of whether
 * an address has an account.
 */
export const inEvenTime = async <T>(work: () => Promise<T>): Promise<T> => {
  const start = performance.now();
  try {
    return await work();
  } finally {
    const taken = performance.now() - start;
    await sleep(Math.ceil((taken + 1) / STEP_MS) * STEP_MS - taken);
  }
};
