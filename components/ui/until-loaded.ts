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
