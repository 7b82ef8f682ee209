import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { MigrationError, migrate } from "@/lib/db/migrate";
import { authSecret, type Database, type Env, EnvError, env, pushKey } from "@/lib/env";
import { next, Stop, say, withoutTelemetry } from "./steps.mjs";

/** What start and dev do between installing and serving. Every failure a person can mend is a `Stop` of one line. */

function reasonOf(error: unknown): string {
  // Trying several addresses of a name fails with several errors and no message of its own.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message.split("\n")[0] || first.name : String(first);
}

/** The settings, or a Stop with a line for each that cannot be used. */
function settings(): Env {
  try {
    return env();
  } catch (error) {
    if (error instanceof EnvError) throw new Stop(error.message);
    throw error;
  }
}

/** Stops when nothing can listen on that address and port. */
async function checkPort({ host, port }: Env): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ host, port, exclusive: true }, resolve);
    });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EADDRINUSE") throw new Stop(`Port ${port} on ${host} is in use; set PORT to another one.`);
    if (code === "EACCES")
      throw new Stop(`Port ${port} may not be used by this account; set PORT to another one.`);
    throw new Stop(`Cannot listen on ${host}; set HOST to an address of this machine. (${reasonOf(error)})`);
  }
  await new Promise((resolve) => server.close(resolve));
}

/** The database as it may be shown: without name and password. */
function shown(database: Database): string {
  if (database.engine === "sqlite") return database.file;
  const { hostname, port, pathname } = new URL(database.url);
  return `${decodeURIComponent(hostname)}${port === "" ? "" : `:${port}`}${pathname}`;
}

/** Migrates the database, making a SQLite file that is not there. */
async function prepareDatabase({ database }: Env): Promise<void> {
  try {
    const applied = await migrate(database);
    if (applied.length > 0) say(`database ${shown(database)}: applied ${applied.join(", ")}`);
  } catch (error) {
    if (error instanceof MigrationError) throw new Stop(`Database ${shown(database)}: ${error.message}`);
    const what =
      database.engine === "sqlite" ? "open or make the database file" : "use the PostgreSQL database";
    throw new Stop(`Cannot ${what} ${shown(database)} (DATABASE_URL): ${reasonOf(error)}`);
  }
}

/** Stops where what is encrypted in the database does not open with the keys there are. */
async function checkEncryption(): Promise<void> {
  // Not above: the database's client is made by a step before.
  const { disconnect, encryptionProblem } = await import("@/lib/db");
  try {
    const problem = await encryptionProblem();
    if (problem !== null) throw new Stop(`${problem} Set ENCRYPTION_KEY or ENCRYPTION_OLD_KEYS.`);
  } finally {
    await disconnect();
  }
}

/** The secret in force, made at the first start. */
function secretOf(settings: Env): string {
  try {
    return authSecret();
  } catch (error) {
    throw new Stop(
      `Cannot keep the secret in ${settings.authSecretFile}; set AUTH_SECRET. (${reasonOf(error)})`,
    );
  }
}

/** Makes the key that signs reminders, at the first start. Without a place to keep it there are no reminders. */
function keepPushKey(settings: Env): void {
  try {
    pushKey();
  } catch (error) {
    console.warn(
      `assay: no reminders: cannot keep their key in ${settings.pushKeyFile}; set PUSH_KEY. (${reasonOf(error)})`,
    );
  }
}

/** The environment of a server: next-auth has names of its own for two settings. */
function serverEnvironment(settings: Env, secret: string, mode: "start" | "dev"): NodeJS.ProcessEnv {
  return withoutTelemetry({
    ...process.env,
    NODE_ENV: mode === "start" ? "production" : "development",
    NEXTAUTH_URL: settings.publicUrl,
    NEXTAUTH_SECRET: secret,
  });
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** How long requests that are under way may take once the server was told to end, in milliseconds. */
const PATIENCE_MS = 15_000;

/** One Ctrl-C reaches us twice, from the terminal and from npm; a second one that is meant comes later. */
const SAME_SIGNAL_MS = 500;

/**
 * Runs Next in the foreground. A signal ends it once what is under way is answered, after 15 s at the latest; a second
 * signal at once. It ends with this process, however that ends, and with npm.
 * @returns 0 where it ended as it was told to, 137 where it had to be killed, else its own exit code
 */
function serve({ host, port }: Env, environment: NodeJS.ProcessEnv, mode: "start" | "dev"): Promise<number> {
  const preload = fileURLToPath(new URL("end-with-parent.cjs", import.meta.url));
  const child = spawn(process.execPath, ["--require", preload, next, mode, "-H", host, "-p", String(port)], {
    env: environment,
    // The channel carries nothing: it closes when this process ends, which tells the child.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  let toldAt: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    if (toldAt === null) {
      toldAt = performance.now();
      // The same for all: Next knows no SIGHUP.
      child.kill("SIGTERM");
      timer = setTimeout(() => {
        console.error(`assay: requests are still under way after ${PATIENCE_MS / 1000} s; they are cut off`);
        child.kill("SIGKILL");
      }, PATIENCE_MS);
    } else if (performance.now() - toldAt > SAME_SIGNAL_MS) child.kill("SIGKILL");
  };
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, end);
  }
  const stopWatching = whenStarterEnds(end);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearTimeout(timer);
      stopWatching();
      for (const each of SIGNALS) process.removeAllListeners(each);
      const graceful = code === 0 || code === 130 || code === 143 || signal === "SIGTERM";
      if (toldAt !== null && graceful) resolve(0);
      else resolve(code ?? 128 + (constants.signals[signal ?? "SIGKILL"] ?? 0));
    });
  });
}

/** The process that a process of Linux was started by, and its name; null elsewhere, or where it is gone. */
function starterOf(pid: number): { pid: number; name: string } | null {
  try {
    // "12 (npm start) S 11 …": the name may hold anything, the rest no bracket.
    const [, name = "", rest = ""] =
      /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return { pid: Number(rest.split(" ")[1]), name };
  } catch {
    return null;
  }
}

/**
 * Calls `end` when npm is gone that started this, or the shell between. Only for npm: a shell from which somebody starts
 * a server for good may go.
 * @returns ends the watch
 */
function whenStarterEnds(end: () => void): () => void {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined;
  const isShell = (name: string | undefined) => /^(?:sh|dash|bash|ash|zsh|busybox)$/.test(name ?? "");
  const line = () => {
    const parent = starterOf(process.ppid);
    return `${process.ppid} ${isShell(parent?.name) ? parent?.pid : ""}`;
  };
  const first = line();
  const timer = setInterval(() => {
    if (line() === first) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Checks the settings, the port and the database, lets `build` do its work, and serves.
 * @param build what is needed before serving; it runs only when serving can succeed
 * @returns the server's exit code
 * @throws Stop
 */
export async function startServer(mode: "start" | "dev", build: () => Promise<void>): Promise<number> {
  // Until there is a server, a signal ends this and what it runs.
  for (const signal of SIGNALS) process.once(signal, () => process.exit(128 + constants.signals[signal]));
  const found = settings();
  await checkPort(found);
  await prepareDatabase(found);
  keepPushKey(found);
  const environment = serverEnvironment(found, secretOf(found), mode);
  await build();
  await checkEncryption();
  say(`serving on ${found.publicUrl}`);
  return serve(found, environment, mode);
}
