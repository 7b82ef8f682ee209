// Bundles the service worker with the list of what it keeps of the build.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root, say } from "./steps.mjs";

const ENTRY = "app/(app)/_features/offline/worker/worker.ts";
/** What the app is made of, for names in Latin script; other letters and the reader of barcodes are kept once used. */
const KEPT = /\.(?:js|css)$|-latin(?:-ext)?-[^/]*\.woff2$/;
/** Beside the build: files that stand for as long as it does. */
const FILES = ["/icon.svg", "/manifest.webmanifest", "/icons/icon-192.png", "/icons/icon-512.png"];

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(0)} kB`;

/** Every file under a folder of the build, from its root. @returns {string[]} */
function filesOf(/** @type {string} */ folder) {
  return readdirSync(join(root, ".next", folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(`${folder}/${entry.name}`) : `${folder}/${entry.name}`,
  );
}

/** Writes .next/assay-worker.js, and says what it will keep in a browser. */
export async function buildWorker() {
  const { build } = await import("esbuild");
  const files = filesOf("static")
    .filter((file) => KEPT.test(file))
    .sort();
  const hash = createHash("sha256");
  let raw = 0;
  let zipped = 0;
  for (const file of files) {
    const bytes = readFileSync(join(root, ".next", file));
    hash.update(file);
    raw += bytes.length;
    zipped += /\.(?:js|css)$/.test(file) ? gzipSync(bytes).length : bytes.length;
  }
  const list = [...files.map((file) => `/_next/${file}`), ...FILES];
  await build({
    entryPoints: [join(root, ENTRY)],
    outfile: join(root, ".next", "assay-worker.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    tsconfig: join(root, "tsconfig.json"),
    logLevel: "error",
    define: { PRECACHE: JSON.stringify(list), BUILD: JSON.stringify(hash.digest("hex").slice(0, 12)) },
  });
  say(`service worker: keeps ${files.length} files, ${kB(raw)} (${kB(zipped)} sent)`);
}
