// What start, dev, validate and test have in common. Plain Node: it runs before any package is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Something the person at the keyboard can mend. Its message is all they see of it. */
export class Stop extends Error {}

/** @param {string} text one line */
export function say(text) {
  console.log(`assay: ${text}`);
}

/** @param {number} since from `performance.now()` */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Runs a script from the project's root; a Stop ends it with one line and a non-zero exit code.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  process.chdir(root);
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    for (const line of error.message.split("\n")) console.error(`assay: ${line}`);
    process.exitCode = 1;
  }
}

/**
 * Runs a command in the foreground.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] quiet: its output is shown only when it fails
 * @returns {Promise<number>} its exit code; 128 and more when a signal ended it or it could not be started
 */
export function run(command, args, { env = process.env, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    // Its own children, a build for one, end with it.
    const end = () => child.kill();
    process.once("exit", end);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(128);
    });
    child.on("close", (code) => {
      process.off("exit", end);
      if (code !== 0) process.stderr.write(output);
      resolve(code ?? 128);
    });
  });
}

/** A Node program of an installed package, as arguments to Node. @param {string} name @param {string} path */
export function program(name, path) {
  return join(root, "node_modules", name, path);
}

export const next = program("next", "dist/bin/next");

/** The environment without what would make Next's tools call home. @returns {NodeJS.ProcessEnv} */
export function withoutTelemetry(/** @type {NodeJS.ProcessEnv} */ env = process.env) {
  return { ...env, NEXT_TELEMETRY_DISABLED: "1" };
}

/** Takes settings from the file .env of the project's root, where there is one; the environment's own go before. */
export function loadSettingsFile() {
  const file = join(root, ".env");
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    throw new Stop(
      `The settings file .env cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** Stops when Node is older than package.json asks for. */
export function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const wanted = /** @type {string} */ (engines.node).replace(">=", "");
  const parts = (/** @type {string} */ version) => version.split(".").map(Number);
  const [major = 0, minor = 0] = parts(process.versions.node);
  const [wantedMajor = 0, wantedMinor = 0] = parts(wanted);
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
    throw new Stop(
      `Node ${wanted} or newer is needed; this is ${process.versions.node}. See https://nodejs.org`,
    );
  }
}

/** Whether node_modules holds what package-lock.json asks for; packages of other systems may be missing. */
function packagesAreFresh() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const packages = (/** @type {string} */ file) =>
    Object.entries(JSON.parse(readFileSync(file, "utf8")).packages);
  const present = new Map(packages(installed));
  return packages(join(root, "package-lock.json")).every(([path, wanted]) => {
    const found = present.get(path);
    return path === "" || (found === undefined ? wanted.optional === true : found.version === wanted.version);
  });
}

/** Whether the SQLite driver can be loaded: it is compiled for one version of Node. */
function driverLoads() {
  try {
    const Sqlite = createRequire(join(root, "package.json"))("better-sqlite3");
    new Sqlite(":memory:").close();
    return true;
  } catch {
    return false;
  }
}

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Installs the packages when they are missing or not those of package-lock.json. */
export async function installPackages() {
  const start = performance.now();
  if (!packagesAreFresh()) {
    say("installing packages (npm ci); this takes a minute the first time");
    // Only the SQLite driver's install script is needed. Others would download things nobody uses.
    const code = await run(npm, [
      "ci",
      "--include=dev",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ]);
    if (code !== 0) throw new Stop("npm ci failed; see above. It needs the network.");
  }
  if (!driverLoads()) {
    say(
      "installing the SQLite driver (npm rebuild better-sqlite3); where none is ready-made it is compiled, which takes minutes",
    );
    const code = await run(npm, ["rebuild", "better-sqlite3", "--loglevel=error"]);
    if (code !== 0 || !(await loadsInNewProcess())) {
      throw new Stop(
        "The SQLite driver could not be installed; see above. It needs the network, or a C++ compiler.",
      );
    }
  }
  if (performance.now() - start > 1000) say(`packages installed in ${seconds(start)}`);
}

/** A library that failed to load stays so for the process; another one tells whether it was mended. */
async function loadsInNewProcess() {
  return (await run(process.execPath, ["-e", 'new (require("better-sqlite3"))(":memory:")'])) === 0;
}

/** Makes the database clients when the models changed. */
export async function makeClients() {
  const { isFresh, generate } = await import("./prisma-generate.mjs");
  if (isFresh()) return;
  say("making the database clients from prisma/schema.prisma");
  try {
    generate();
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Loads a TypeScript module of the project, which needs the packages.
 * @param {string} path from the project's root
 */
export async function typescript(path) {
  const { register } = await import("tsx/esm/api");
  register();
  return import(new URL(`../${path}`, import.meta.url).href);
}

const buildStamp = join(root, ".next", "assay-sources");

/** Not part of what is built. */
const unbuilt = new Set(
  "node_modules .next .git .ci .cache .vscode .idea var tests docs scripts coverage next-env.d.ts biome.json knip.json vitest.config.ts .dependency-cruiser.cjs".split(
    " ",
  ),
);
const unbuiltPaths = new Set(["data/sources", "data/build", "prisma/migrations"]);

/** A hash of everything the build is made from. */
function sourcesHash() {
  const hash = createHash("sha256").update(process.version);
  const visit = (/** @type {string} */ folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (unbuilt.has(path) || unbuiltPaths.has(path) || /^\.env|\.(md|tsbuildinfo|log)$/.test(entry.name))
        continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
    }
  };
  visit("");
  return hash.digest("hex");
}

/** Whether the production build is of the sources as they are. */
export function buildIsFresh() {
  return existsSync(buildStamp) && readFileSync(buildStamp, "utf8") === sourcesHash();
}

/** Builds the application for production unless that was done with the sources as they are. */
export async function build() {
  const hash = sourcesHash();
  if (existsSync(buildStamp) && readFileSync(buildStamp, "utf8") === hash) return;
  const start = performance.now();
  say("building the application (next build); this takes a minute after each change");
  rmSync(buildStamp, { force: true });
  const env = withoutTelemetry({ ...process.env, NODE_ENV: "production" });
  if ((await run(process.execPath, [next, "build"], { env })) !== 0)
    throw new Stop("next build failed; see above.");
  const { buildWorker } = await import("./build-worker.mjs");
  await buildWorker();
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, hash);
  say(`built in ${seconds(start)}`);
}
