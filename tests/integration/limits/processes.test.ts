import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";

const GUESSES = 100;

/** A process that guesses at an account when it is told to. */
const guesser = async (email: string, sender: string) => {
  const child = spawn(
    process.execPath,
    [
      ...["--require", "./tests/bench/server-only.cjs", "--import", "tsx"],
      ...["tests/support/limit-counter.ts", email, sender, String(GUESSES)],
    ],
    { stdio: ["pipe", "pipe", "inherit"], env: process.env },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe("ready");
  return async (): Promise<number> => {
    const ended = once(child, "exit");
    child.stdin.write("go\n");
    const { value } = await lines.next();
    await ended;
    return Number(value);
  };
};

it("fault 7: a limit holds over processes, on either database", async () => {
  const email = `${randomUUID()}@example.org`;
  const processes = await Promise.all([1, 2, 3].map(() => guesser(email, "203.0.113.7")));
  const lookedAt = await Promise.all(processes.map((guess) => guess()));
  expect(lookedAt.reduce((sum, each) => sum + each, 0)).toBe(10);
});
