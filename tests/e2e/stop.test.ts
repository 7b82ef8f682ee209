import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { type ClientRequest, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { root } from "@/scripts/steps.mjs";
import { freePort } from "@/tests/support/free-port";

/** Issue 14, fault 4: `npm start`, with npm and all, is ended. Spawns the real thing on a database of its own. */

const PATIENCE_MS = 120_000;

let folder: string;
let port: number;
let npm: ChildProcess;
let said: string;

const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what}; it said:\n${said}`);
};

const answers = () =>
  fetch(`http://127.0.0.1:${port}/api/v1/health`).then(
    ({ ok }) => ok,
    () => false,
  );

/** A process and all below it, by what /proc tells; the first is the oldest. */
const treeOf = (pid: number): number[] => {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const rest = readFileSync(`/proc/${name}/stat`, "utf8").replace(/^.*\) /s, "");
        return [{ pid: Number(name), state: rest[0], parent: Number(rest.split(" ")[1]) }];
      } catch {
        return [];
      }
    })
    .filter(({ state }) => state !== "Z");
  const below = (of: number): number[] => [
    of,
    ...parents.filter(({ parent }) => parent === of).flatMap((each) => below(each.pid)),
  ];
  return below(pid);
};

const isAlive = (pid: number): boolean => {
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "assay-stop-"));
  port = await freePort();
  said = "";
  npm = spawn("npm", ["start"], {
    cwd: root,
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: folder,
      DATABASE_URL: `file:${join(folder, "stop.db")}`,
      HOST: "127.0.0.1",
      PORT: String(port),
      DAILY: "off",
    },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, as in a terminal.
    detached: true,
  });
  for (const stream of [npm.stdout, npm.stderr])
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  await until("The server does not answer", answers);
});
afterEach(() => {
  for (const pid of treeOf(npm.pid ?? 0).reverse()) if (pid > 0 && isAlive(pid)) process.kill(pid, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** A sign-up of which the half is sent; the server waits for the rest. */
const halfASignUp = async (): Promise<{ sent: ClientRequest; rest: string }> => {
  const body = JSON.stringify({
    email: "slow@example.org",
    password: "three words in a row",
    timeZone: "UTC",
  });
  const sent = request({
    host: "127.0.0.1",
    port,
    path: "/api/v1/account",
    method: "POST",
    headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
  });
  sent.on("error", () => undefined);
  sent.write(body.slice(0, 20));
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { sent, rest: body.slice(20) };
};

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  it(`fault 4: ${signal} answers what is under way, ends every process, and frees the port`, async () => {
    const tree = treeOf(npm.pid ?? 0);
    expect(tree.length).toBeGreaterThanOrEqual(3);
    const { sent, rest } = await halfASignUp();
    const ended = once(npm, "exit");
    // A terminal sends its Ctrl-C to all of them, and npm leaves it to them.
    process.kill(signal === "SIGINT" ? -(npm.pid ?? 0) : (npm.pid ?? 0), signal);
    await until("It takes new requests still", async () => !(await answers()));
    sent.end(rest);
    const [answer] = await once(sent, "response");
    expect(answer.statusCode).toBe(201);
    answer.resume();
    await ended;
    await until("A process is left", () => !tree.some(isAlive));
    expect(await answers()).toBe(false);
  });
}

it("fault 4: a second signal ends it at once, whatever is under way", async () => {
  const tree = treeOf(npm.pid ?? 0);
  const { sent } = await halfASignUp();
  const start = Date.now();
  // The script that npm runs; npm itself passes on the first signal only.
  const script = tree.at(-2) ?? 0;
  process.kill(script, "SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(tree.some(isAlive)).toBe(true);
  process.kill(script, "SIGTERM");
  await until("A process is left", () => !tree.some(isAlive));
  expect(Date.now() - start).toBeLessThan(12_000);
  sent.destroy();
});

it("fault 4: what is never finished is cut off in the end", async () => {
  const tree = treeOf(npm.pid ?? 0);
  const { sent } = await halfASignUp();
  npm.kill("SIGTERM");
  await until("A process is left", () => !tree.some(isAlive));
  expect(said).toContain("requests are still under way after 15 s; they are cut off");
  sent.destroy();
});

// The first is npm; the last is Next, which ends as it likes.
for (const [nth, who] of [
  [0, "npm"],
  [-2, "the script that npm runs"],
] as const) {
  it(`fault 4: nothing keeps the port when ${who} is killed without a word`, async () => {
    const tree = treeOf(npm.pid ?? 0);
    process.kill(tree.at(nth) ?? 0, "SIGKILL");
    await until("A process is left", () => !tree.some(isAlive));
    expect(await answers()).toBe(false);
  });
}
