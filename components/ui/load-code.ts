/** Long enough for the page to be drawn and answer first, in milliseconds. */
const PAUSE_MS = 800;
/** On a device that never rests it happens all the same, after so many milliseconds. */
const PATIENCE_MS = 4000;

/**
 * Fetches code that a first click will need once the browser has nothing else to do. What is needed to draw a page does
 * not belong here. A failure is left to whoever needs the code. @returns a function that calls it off.
 */
export const whenIdle = (load: () => Promise<unknown>): (() => void) => {
  const run = () => void load().catch(() => {});
  let idle: number | undefined;
  const timer = setTimeout(() => {
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === "function") idle = requestIdleCallback(run, { timeout: PATIENCE_MS });
    else run();
  }, PAUSE_MS);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
};

/** How long a fetch that failed waits before it is tried again, in milliseconds. */
const RETRY_MS = 3000;

/** Fetches code, and tries again for as long as it cannot be had, as without a network. */
export const untilLoaded = async <T>(load: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
};
