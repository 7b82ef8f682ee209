const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;

/** How far the clock may move against the time that has passed; a change of the hour does not move it. */
const MAX_JUMP = HOUR;

/** Runs some work now and every so often, never twice at once. The timer does not keep the process alive. */
const repeat = (every: number, complaint: string, work: () => Promise<unknown>): void => {
  let running = false;
  let last = { wall: Date.now(), passed: performance.now() };
  /** Whether the clock was set since the round before: what is due by it may not be. The next round believes it. */
  const hasJumped = (): boolean => {
    const now = { wall: Date.now(), passed: performance.now() };
    const jump = now.wall - last.wall - (now.passed - last.passed);
    last = now;
    return Math.abs(jump) > MAX_JUMP;
  };
  const round = async (): Promise<void> => {
    if (running) return;
    if (hasJumped()) return console.warn("assay: the clock was set; waiting a round.");
    running = true;
    try {
      await work();
    } catch (error) {
      // The next round tries again; no request depends on it.
      console.error(complaint, error);
    } finally {
      running = false;
    }
  };
  void round();
  setInterval(() => void round(), every).unref();
};

/**
 * Runs once when the server starts, and puts the gate before it. Then and every hour it removes sessions and sample accounts that have run out
 * and entries deleted more than a day ago. Every minute it looks after the accounts whose hour has come, and sends
 * the mails that are due.
 */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { guardRequests, namePeers } = await import("@/lib/http");
  const { operations } = await import("@/app/api/v1/_contract");
  namePeers();
  guardRequests(operations);
  const { sweepExpired } = await import("@/lib/access");
  const { sweepUses } = await import("@/lib/limits");
  const { purgeDeleted } = await import("@/lib/diary");
  const { dailyPass } = await import("@/lib/notices");
  const { env } = await import("@/lib/env");
  repeat(HOUR, "Removing expired data failed", async () => {
    await sweepExpired();
    await sweepUses();
    await purgeDeleted();
  });
  if (env().daily === "on") repeat(MINUTE, "Daily job failed", () => dailyPass());
};
