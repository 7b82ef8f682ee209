// What the tests need and npm does not install: a Chromium and a PostgreSQL server. Looked for first; installed
// only when missing, and only on Debian by root.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root, run, say } from "./steps.mjs";

const onDebianAsRoot =
  process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");

let listsAreNew = false;

/** @param {string[]} packages @returns {Promise<boolean>} whether they were installed */
async function aptInstall(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  if (!listsAreNew) {
    say("updating Debian's package lists (apt-get update)");
    listsAreNew = (await run("apt-get", ["update", "-qq"], { env, quiet: true })) === 0;
  }
  say(`installing ${packages.join(" ")} (apt-get install)`);
  return (
    (await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
      env,
      quiet: true,
    })) === 0
  );
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The Chromium there is: CHROMIUM_PATH, one on PATH, or the one that playwright-core installed.
 * @returns {Promise<string | null>} its path
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return isProgram(given) ? given : null;
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
  if (found) return found;
  const { chromium } = await import("playwright-core");
  return isProgram(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** `findChromium`, installing one when there is none. @returns {Promise<string | null>} */
export async function provideChromium() {
  const found = await findChromium();
  if (found || process.env.CHROMIUM_PATH) return found;
  if (onDebianAsRoot) await aptInstall("chromium");
  else {
    say("installing Chromium (playwright-core install chromium)");
    await run(process.execPath, [join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"]);
  }
  return findChromium();
}

const socketFolder = "%2Fvar%2Frun%2Fpostgresql";

/** Where a server for tests usually is. */
function usualServers() {
  const user = process.env.USER || process.env.LOGNAME || "root";
  return [
    "postgresql://root@127.0.0.1:5432/test",
    "postgresql://postgres@127.0.0.1:5432/postgres",
    "postgresql://postgres:postgres@127.0.0.1:5432/postgres",
    `postgresql://${encodeURIComponent(user)}@127.0.0.1:5432/postgres`,
    `postgresql://${encodeURIComponent(user)}@${socketFolder}/postgres`,
  ];
}

/** @param {string} url @returns {Promise<boolean>} whether it answers and lets one make databases */
async function mayMakeDatabases(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const found = await client.query(
      "SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user",
    );
    return found.rows[0]?.may === true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * A PostgreSQL server whose user may make databases: TEST_POSTGRES_URL, or one in a usual place.
 * @returns {Promise<string | null>} its URL
 */
export async function findPostgresql() {
  const given = process.env.TEST_POSTGRES_URL;
  for (const url of given ? [given] : usualServers()) {
    if (await mayMakeDatabases(url)) return url;
  }
  return null;
}

/** `findPostgresql`, installing and starting one when there is none. @returns {Promise<string | null>} */
export async function providePostgresql() {
  const found = await findPostgresql();
  if (found || process.env.TEST_POSTGRES_URL || !onDebianAsRoot) return found;
  if (!existsSync("/usr/bin/pg_ctlcluster") || !existsSync("/etc/postgresql")) {
    if (!(await aptInstall("postgresql"))) return null;
  }
  const clusters = spawnSync("pg_lsclusters", ["--no-header"], { encoding: "utf8" }).stdout ?? "";
  for (const line of clusters.trim().split("\n").filter(Boolean)) {
    const [version = "", name = "", , status = ""] = line.split(/\s+/);
    if (!status.startsWith("down")) continue;
    say(`starting PostgreSQL ${version}`);
    await run("pg_ctlcluster", [version, name, "start"]);
  }
  const started = await findPostgresql();
  if (started) return started;
  // A fresh server lets in only its own account, over a socket; that account lets root in.
  await run("su", ["postgres", "-c", "createuser --superuser root"], { quiet: true });
  return findPostgresql();
}
