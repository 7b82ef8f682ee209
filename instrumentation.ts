const HOUR = 60 * 60 * 1000;

/**
 * Runs once when the server starts. Then and every hour it removes sessions and sample accounts that have run out
 * and entries deleted more than a day ago. The timer does not keep the process alive.
 */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { sweepExpired } = await import("./lib/access");
  const { purgeDeleted } = await import("./lib/diary");
  const sweep = async (): Promise<void> => {
    try {
      await sweepExpired();
      await purgeDeleted();
    } catch (error) {
      // The next round tries again; no request depends on it.
      console.error("Clearing away what has run out did not work.", error);
    }
  };
  void sweep();
  setInterval(() => void sweep(), HOUR).unref();
};
