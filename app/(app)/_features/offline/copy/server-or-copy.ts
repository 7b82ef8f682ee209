import { getQueue } from "../queue-state";

/** How long the server may take before the copy answers, in milliseconds; without a copy it is waited for. */
const PATIENCE_MS = 4000;

type LocalCopy = typeof import("./index");

const isOnline = (): boolean => navigator.onLine && getQueue().online;

/**
 * What the server answers; where it cannot be reached, or takes too long, what this device's copy has.
 * @param local null where the copy has nothing.
 * @throws what the server's answer failed with, where the copy has nothing.
 */
export const serverOrCopy = async <T>(
  server: () => Promise<T>,
  local: (copy: LocalCopy) => Promise<T | null>,
): Promise<T> => {
  // Fetched while there is a network, also for the next time, when there may be none.
  const code = import("./index").catch(() => null);
  const fromCopy = () => code.then((copy) => copy && local(copy)).catch(() => null);
  if (!isOnline()) {
    const found = await fromCopy();
    if (found !== null) return found;
  }
  const asked = server();
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const soon = await Promise.race([asked, late]).catch(() => null);
  return soon ?? (await fromCopy()) ?? asked;
};
