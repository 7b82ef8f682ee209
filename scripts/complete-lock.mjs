// node scripts/complete-lock.mjs: adds to package-lock.json the packages for other systems that npm left out.
// Where a registry mirror has packages for one system only, npm writes a lock without the others, and `npm ci`
// refuses that lock everywhere. A package for a system is named after it and its version is the one its parent
// asks for, so the entry can be written without asking anyone; only its checksum is not known.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./steps.mjs";

const lockFile = join(root, "package-lock.json");

/**
 * The system a package is for, from the end of its name.
 * @param {string} name for example "@next/swc-linux-x64-musl"
 * @returns {{ cpu: string[], libc?: string[], os?: string[] } | null} null when the name says nothing of the kind
 */
export function systemOf(name) {
  if (/[-/]wasm32-wasi$/.test(name)) return { cpu: ["wasm32"] };
  const found =
    /[-/](android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|ppc64|riscv64|s390x|x64)(?:-(gnu|musl|msvc|eabi|gnueabihf|musleabihf))?$/.exec(
      name,
    );
  if (found === null) return null;
  const [, os = "", cpu = "", build] = found;
  const libc = build?.startsWith("musl") ? ["musl"] : build?.startsWith("gnu") ? ["glibc"] : null;
  return { cpu: [cpu], ...(libc ? { libc } : {}), os: [os] };
}

/**
 * Whether Node would find a package from inside another.
 * @param {object} packages @param {string} path @param {string} name
 */
function isFound(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (`${folder === "" ? "" : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === "") return false;
  }
}

/**
 * The optional packages that a lock asks for and does not hold.
 * @param {Record<string, { optionalDependencies?: Record<string, string>, dev?: boolean }>} packages
 * @returns {{ name: string, version: string, parent: string }[]}
 */
export function missingFrom(packages) {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isFound(packages, parent, name))
      .map(([name, version]) => ({ name, version, parent })),
  );
}

function complete() {
  const lock = JSON.parse(readFileSync(lockFile, "utf8"));
  const missing = missingFrom(lock.packages);
  for (const { name, version, parent } of missing) {
    const system = systemOf(name);
    if (system === null || !/^\d+\.\d+\.\d+[\w.-]*$/.test(version)) {
      throw new Error(`${parent} asks for ${name} ${version}, which cannot be completed from its name`);
    }
    const dev = lock.packages[parent].dev === true ? { dev: true } : {};
    lock.packages[`node_modules/${name}`] = { version, ...dev, optional: true, ...system };
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
  );
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(
    missing.length === 0
      ? "package-lock.json is complete."
      : `Added ${missing.length} packages for other systems.`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) complete();
