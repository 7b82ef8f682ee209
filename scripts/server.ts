import { spawn } from "node:child_process";
import { createServer } from "node:net";
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

/** Runs Next in the foreground, passing signals on. @returns its exit code */
function serve({ host, port }: Env, environment: NodeJS.ProcessEnv, mode: "start" | "dev"): Promise<number> {
  const child = spawn(process.execPath, [next, mode, "-H", host, "-p", String(port)], {
    env: environment,
    stdio: "inherit",
  });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      for (const each of signals) process.removeAllListeners(each);
      const numbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 } as Record<string, number>;
      resolve(code ?? 128 + (numbers[signal ?? ""] ?? 0));
    });
  });
}

/**
 * Checks the settings, the port and the database, lets `build` do its work, and serves.
 * @param build what is needed before serving; it runs only when serving can succeed
 * @returns the server's exit code
 * @throws Stop
 */
export async function startServer(mode: "start" | "dev", build: () => Promise<void>): Promise<number> {
  const found = settings();
  await checkPort(found);
  await prepareDatabase(found);
  keepPushKey(found);
  const environment = serverEnvironment(found, secretOf(found), mode);
  await build();
  say(`serving on ${found.publicUrl}`);
  return serve(found, environment, mode);
}
