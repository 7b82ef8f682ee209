import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/*
 * A server that is killed (SIGKILL) in the middle of replays, again and again. A client sends chains of writes, each
 * resting on the version that the one before it left, as the queue of the browser does: an unanswered write is sent
 * again as it was. Nothing that was answered may be missing, and nothing may be there twice.
 */

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The server in one file: it is started once a round, and reading its modules one by one takes most of that time. */
const bundle = async (): Promise<string> => {
  const outfile = join(root, ".cache", `api-server-${process.pid}.cjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ["tests/support/api-server.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
    define: { "import.meta.url": "moduleUrl" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  });
  return outfile;
};

type Server = { readonly base: string; readonly process: ChildProcess };

const start = async (file: string, env: NodeJS.ProcessEnv): Promise<Server> => {
  const child = spawn(process.execPath, ["--require", "./tests/bench/server-only.cjs", file], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (data: Buffer) => resolve(data.toString().trim()));
    child.once("exit", () => reject(new Error("The server ended before it answered")));
  });
  return { base: `http://127.0.0.1:${port}/api/v1`, process: child };
};

const kill = async (server: Server): Promise<void> => {
  const gone = once(server.process, "exit");
  server.process.kill("SIGKILL");
  await gone;
};

/** One resource and the contents it is given one after the other. */
type Chain = {
  readonly path: string;
  readonly bodies: readonly object[];
  /** What of it is read back, by which its content is known. */
  readonly read: (body: Record<string, unknown>) => unknown;
  /** How many of the bodies were answered, and the version that the last of them left. */
  done: number;
  version: string;
  /** What is read back after each of the bodies. */
  readonly contents: readonly unknown[];
};

const STEPS = 4;

/** A day of its own for each round: a day holds 500 entries at most. @param round from 0 */
const dayOf = (round: number): string =>
  new Date(Date.UTC(2026, 10, 23) - round * 86_400_000).toISOString().slice(0, 10);

const makeChains = (count: number, date: string): Chain[] =>
  Array.from({ length: count }, (_, n) => {
    const food = n % 4 === 3;
    const numbers = Array.from({ length: STEPS }, (_, step) => 10 + n * STEPS + step);
    return {
      path: food ? `/foods/own:${randomUUID()}` : `/diary/${randomUUID()}`,
      bodies: numbers.map((number) =>
        food
          ? { name: `Food ${number}`, per100g: { magnesium: number } }
          : { date, meal: "lunch", food: "ndb:20038", amount: { grams: number } },
      ),
      read: (body) => (food ? body.name : body.grams),
      contents: numbers.map((number) => (food ? `Food ${number}` : number)),
      done: 0,
      version: "0",
    };
  });

export type KillReport = {
  readonly rounds: number;
  readonly writes: number;
  /** Writes that were under way when the server was killed, and were sent again. */
  readonly resent: number;
  /** Of these, how many the server had made already. */
  readonly madeBefore: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
};

/**
 * Kills the server so many times.
 * @param token an access token of the account, and `countRows` how many entries and own foods it has.
 */
export const killRounds = async (
  rounds: number,
  { env, token, countRows }: { env: NodeJS.ProcessEnv; token: string; countRows: () => Promise<number> },
): Promise<KillReport> => {
  const lost: string[] = [];
  const doubled: string[] = [];
  let [writes, resent, madeBefore, rows] = [0, 0, 0, await countRows()];
  const file = await bundle();
  let server = await start(file, env);
  const call = (method: string, path: string, body?: object, version?: string) =>
    fetch(server.base + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { "content-type": "application/json" }),
        ...(version !== undefined && { "if-match": `"${version}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  let answers = 0;
  /** Called with each answer. */
  let onAnswer = (_count: number): void => {};
  /** Sends what is left of a chain; ends at the first write without an answer. */
  const sendOn = async (chain: Chain): Promise<void> => {
    while (chain.done < STEPS) {
      const body = chain.bodies[chain.done];
      const answer = await call("PUT", chain.path, body, chain.version).catch(() => null);
      const told = await answer?.json().catch(() => null);
      if (!answer || told === null) return;
      if (!answer.ok) throw new Error(`${chain.path} was answered ${answer.status}: ${JSON.stringify(told)}`);
      chain.version = told.version;
      chain.done += 1;
      writes += 1;
      answers += 1;
      onAnswer(answers);
    }
  };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const chains = makeChains(12, dayOf(round));
      // Somewhere in the middle of them, while others are under way.
      const at = 1 + Math.floor(Math.random() * (chains.length * STEPS - chains.length));
      answers = 0;
      const killed = new Promise<void>((resolve) => {
        onAnswer = (count) => {
          if (count !== at) return;
          setTimeout(() => void kill(server).then(resolve), Math.random() * 10);
        };
      });
      await Promise.all(chains.map(sendOn));
      await killed;
      onAnswer = () => {};
      server = await start(file, env);
      for (const chain of chains) {
        const { done, contents, path, read } = chain;
        const answer = await call("GET", path);
        const kept = answer.ok ? read((await answer.json()) as Record<string, unknown>) : undefined;
        const pending = done < STEPS && kept === contents[done];
        if (done < STEPS) resent += 1;
        if (pending) madeBefore += 1;
        else if (kept !== contents[done - 1]) lost.push(`${path}: ${kept} after ${contents[done - 1]}`);
      }
      // What was not answered is sent again as it was.
      await Promise.all(chains.map(sendOn));
      for (const chain of chains) {
        const kept = (await (await call("GET", chain.path)).json()) as Record<string, unknown>;
        const last = chain.contents.at(-1);
        if (chain.read(kept) !== last) lost.push(`${chain.path}: ${chain.read(kept)}, not ${last}`);
        // Once more what was answered last: it is there already.
        const twice = await call("PUT", chain.path, chain.bodies.at(-1), chain.version);
        const { version } = (await twice.json()) as { version: string };
        if (twice.status !== 200 || version !== chain.version) doubled.push(`${chain.path}: ${twice.status}`);
      }
      rows += chains.length;
      const now = await countRows();
      if (now !== rows) {
        doubled.push(`round ${round}: ${now} rows, not ${rows}`);
        rows = now;
      }
    }
  } finally {
    await kill(server).catch(() => {});
    await rm(file, { force: true });
  }
  return { rounds, writes, resent, madeBefore, lost, doubled };
};
