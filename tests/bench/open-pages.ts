import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encode } from "next-auth/jwt";
import { findPostgresql } from "@/scripts/outside-tools.mjs";
import { createScratch, dropScratch } from "@/scripts/scratch-postgresql";
import { freePort } from "@/tests/support/free-port";

/*
 * What it costs the server that pages which are open ask every 8 s whether something was changed: GET /changes with a
 * session of their own, spread evenly, against the production build, on each engine. Processor time is that of the
 * server's processes from /proc; of PostgreSQL's only what the whole machine tells, so it is left out.
 */

const PAGES = 1000;
const EVERY_MS = 8000;
const ROUNDS = 8;
const SECRET = "0".repeat(32);
const AGENT = new Agent({ keepAlive: true, maxSockets: 64 });
/** Linux counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

type Engine = "sqlite" | "postgresql";

/** Makes the accounts and a session of each, in the database of DATABASE_URL; prints their ids as JSON. */
const seed = async (): Promise<void> => {
  const { env } = await import("@/lib/env");
  const { migrate } = await import("@/lib/db/migrate");
  await migrate(env().database);
  const { createSampleAccount, openSession } = await import("@/lib/access");
  const made: [string, string][] = [];
  for (let n = 0; n < PAGES; n += 1) {
    const owner = await createSampleAccount("Europe/Berlin");
    made.push([owner, await openSession(owner, { address: null, userAgent: "bench" })]);
  }
  process.stdout.write(JSON.stringify(made));
  process.exit(0);
};

/** The process and those that it started, by their ids. */
const family = (pid: number): number[] => {
  const parents = readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const fields = readFileSync(`/proc/${name}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return [[Number(name), Number(fields[1])] as const];
    } catch {
      return [];
    }
  });
  const found = [pid];
  for (const id of found) for (const [child, parent] of parents) if (parent === id) found.push(child);
  return found;
};

/** Processor time of the server until now, in seconds. */
const processorSeconds = (pid: number): number =>
  family(pid).reduce((sum, id) => {
    const fields = readFileSync(`/proc/${id}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return sum + (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  }, 0);

const ask = (port: number, cookie: string): Promise<{ status: number; ms: number }> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    request(
      { port, host: "127.0.0.1", path: "/api/v1/changes", agent: AGENT, headers: { cookie } },
      (answer) => {
        answer.resume();
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, ms: performance.now() - start }));
      },
    )
      .on("error", reject)
      .end();
  });

const until = async (port: number, server: ChildProcess): Promise<void> => {
  for (;;) {
    if (server.exitCode !== null) throw new Error("The server ended");
    if ((await fetch(`http://127.0.0.1:${port}/api/v1/health`).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Polled = {
  /** How long the answers took, in milliseconds, ascending. */
  readonly times: readonly number[];
  /** Answers other than 200; a page asks again later. */
  readonly refused: number;
};

/** All pages for some rounds, each at its own moment of the 8 s. */
const poll = async (port: number, cookies: readonly string[], rounds: number): Promise<Polled> => {
  const times: number[] = [];
  let refused = 0;
  const begin = performance.now();
  await Promise.all(
    cookies.map(async (cookie, n) => {
      for (let round = 0; round < rounds; round += 1) {
        const at = begin + (round + n / cookies.length) * EVERY_MS;
        await pause(Math.max(0, at - performance.now()));
        const { status, ms } = await ask(port, cookie);
        if (status !== 200) refused += 1;
        times.push(ms);
      }
    }),
  );
  return { times: times.toSorted((a, b) => a - b), refused };
};

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number).toFixed(1);

const measure = async (engine: Engine, url: string, folder: string): Promise<void> => {
  const environment = {
    ...process.env,
    DATABASE_URL: url,
    AUTH_SECRET: SECRET,
    FOOD_TABLES_DIR: join(folder, "food-tables"),
    NODE_ENV: "production" as const,
    DAILY: "off",
  };
  const seeded = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), "seed"], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 10_000_000,
  });
  const accounts = JSON.parse(seeded.stdout.toString("utf8")) as [string, string][];
  const cookies = await Promise.all(
    accounts.map(
      async ([sub, sid]) =>
        `next-auth.session-token=${await encode({ token: { sub, sid }, secret: SECRET })}`,
    ),
  );
  const port = await freePort();
  const next = fileURLToPath(new URL("../../node_modules/next/dist/bin/next", import.meta.url));
  const server = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", String(port)], {
    env: {
      ...environment,
      PORT: String(port),
      NEXTAUTH_URL: `http://127.0.0.1:${port}`,
      NEXTAUTH_SECRET: SECRET,
    },
    stdio: "ignore",
  });
  try {
    await until(port, server);
    const pid = server.pid as number;
    await poll(port, cookies, 1);
    const [before, start] = [processorSeconds(pid), performance.now()];
    const { times, refused } = await poll(port, cookies, ROUNDS);
    const seconds = (performance.now() - start) / 1000;
    const used = processorSeconds(pid) - before;
    console.log(
      [
        `${engine}: ${PAGES} pages, ${(times.length / seconds).toFixed(0)} requests a second for ${seconds.toFixed(0)} s`,
        `  one processor busy for ${((100 * used) / seconds).toFixed(1)} % of the time, ${((1000 * used) / times.length).toFixed(2)} ms a request`,
        `  answer after ${at(times, 0.5)} ms (median), ${at(times, 0.99)} ms (99th percentile), ${refused} refused; load ${loadavg()[0]?.toFixed(1)}`,
      ].join("\n"),
    );
  } finally {
    if (server.exitCode === null) {
      server.kill("SIGTERM");
      await once(server, "exit");
    }
  }
};

/** Measures both engines, or those that BENCH_ENGINES names. Asserts no time. */
export const benchOpenPages = async (): Promise<void> => {
  if (!existsSync("/proc/self/stat") || !existsSync(".next/BUILD_ID")) {
    console.log("Open pages: left out; needs Linux and a production build (npm run build)");
    return;
  }
  const postgresql = await findPostgresql();
  for (const engine of ["sqlite", ...(postgresql === null ? [] : ["postgresql" as const])] as const) {
    if (!(process.env.BENCH_ENGINES ?? engine).split(",").includes(engine)) continue;
    const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
    const url =
      engine === "postgresql" && postgresql !== null
        ? await createScratch(postgresql)
        : `file:${join(folder, "bench.db")}`;
    try {
      await measure(engine, url, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
      if (engine === "postgresql" && postgresql !== null) await dropScratch(postgresql, url);
    }
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === "seed") await seed();
