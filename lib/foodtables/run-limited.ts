import { spawn } from "node:child_process";

export type Limits = {
  /** Longest time that the process may take, ms. */
  readonly timeMs: number;
  /** Most memory of its JavaScript heap, MB. */
  readonly memoryMb: number;
};

/** How a process ended: `output` is what it wrote to its standard output where it ended well. */
export type Ended = {
  readonly pid: number;
  readonly output: string;
  readonly reason: "done" | "time" | "memory" | "failed";
};

const OUT_OF_MEMORY = /heap out of memory|Array buffer allocation failed/;
/** Characters that are kept of what it writes, the last ones. */
const KEPT = 64 * 1024;

/** Ends a process and all that it started, at once. */
const endGroup = (pid: number): void => {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended.
  }
};

/**
 * Runs Node.js with these arguments as a process group of its own, within limits. At the end of it, of its time or of
 * this process the whole group is ended. Errors that it writes go to this process's log.
 */
export const runLimited = (
  args: readonly string[],
  folder: string,
  { timeMs, memoryMb }: Limits,
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${memoryMb}`, ...args], {
      cwd: folder,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const { pid } = child;
    let output = "";
    let errors = "";
    let late = false;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-KEPT);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors = (errors + text).slice(-KEPT);
    });
    const end = (): void => {
      if (pid !== undefined) endGroup(pid);
    };
    const timer = setTimeout(() => {
      late = true;
      end();
    }, timeMs);
    const stopWatching = (): void => {
      clearTimeout(timer);
      process.removeListener("exit", end);
    };
    process.once("exit", end);
    child.once("error", (error) => {
      stopWatching();
      reject(error);
    });
    // What it started may hold its output open: the group ends with it.
    child.once("exit", end);
    child.once("close", (code) => {
      stopWatching();
      if (code === 0) return resolve({ pid: pid as number, output, reason: "done" });
      if (errors !== "") console.error(errors);
      const reason = late ? "time" : OUT_OF_MEMORY.test(errors) ? "memory" : "failed";
      resolve({ pid: pid as number, output, reason });
    });
  });
