import { execFileSync } from "node:child_process";
/** Compiles the food table: data/sources + data/reference → data/generated, and reference/retention.json from it. Offline and deterministic. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { decodeCatalogue } from "@/lib/catalogue";
import { compile } from "./compile";
import { densityFile } from "./densities";
import { compileDishes } from "./dishes";
import { encode } from "./encode";
import { dishesManifest, manifestOf } from "./manifest";
import { ROOT } from "./pins";
import { measureRetention } from "./retention";
import { evidenceFile, retentionFile } from "./retention-files";

const GENERATED = join(ROOT, "data", "generated");

/**
 * Writes a compiled table with Brotli, whose output may differ between versions of Node; the table inside may not. The
 * file is kept when that is so. Returns its size.
 */
function writeTable(name: string, table: Uint8Array): number {
  const file = join(GENERATED, name);
  if (!existsSync(file) || !brotliDecompressSync(readFileSync(file)).equals(table)) {
    writeFileSync(
      file,
      brotliCompressSync(table, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_LGWIN]: 22,
          [constants.BROTLI_PARAM_SIZE_HINT]: table.length,
        },
      }),
    );
  }
  return readFileSync(file).length;
}

mkdirSync(GENERATED, { recursive: true });
const compiled = compile();
const table = encode(compiled.foods, compiled.phytate);
const size = writeTable("foods.bin.br", table);
const dishes = compileDishes(decodeCatalogue(table));
const dishesSize = writeTable("dishes.bin.br", dishes.table);
const manifest = { ...manifestOf(compiled, table), dishes: dishesManifest(dishes) };
writeFileSync(join(GENERATED, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
const densities = join(ROOT, "data", "reference", "volume-density.json");
writeFileSync(densities, densityFile(compiled.foods));
// As the repository's formatter writes it, so that a build without a change leaves no difference.
execFileSync(join(ROOT, "node_modules", ".bin", "biome"), ["format", "--write", densities], {
  stdio: "ignore",
});
// Retention lies with the reference tables because the nutrition core reads those and nothing else.
const retention = measureRetention(compiled.foods);
writeFileSync(join(GENERATED, "retention-evidence.json"), evidenceFile(retention));
writeFileSync(join(ROOT, "data", "reference", "retention.json"), retentionFile(retention));
for (const [what, bytes, compressed] of [
  [`${compiled.foods.length} foods`, table, size],
  [`${dishes.dishes.length} typical dishes`, dishes.table, dishesSize],
] as const)
  console.log(
    `${what}, ${bytes.length} bytes, ${compressed} with Brotli, sha256 ${createHash("sha256").update(bytes).digest("hex")}`,
  );
