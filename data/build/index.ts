/** Compiles the food table: data/sources + data/reference → data/generated, and reference/retention.json from it. Offline and deterministic. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { compile } from "./compile";
import { densityFile } from "./densities";
import { encode } from "./encode";
import { manifestOf } from "./manifest";
import { ROOT } from "./pins";
import { measureRetention } from "./retention";
import { evidenceFile, retentionFile } from "./retention-files";

const GENERATED = join(ROOT, "data", "generated");
const FILE = join(GENERATED, "foods.bin.br");

const compiled = compile();
const table = encode(compiled.foods, compiled.phytate);
mkdirSync(GENERATED, { recursive: true });
// Brotli's output may differ between versions of Node; the table inside may not. Keep the file when that is so.
if (!existsSync(FILE) || !brotliDecompressSync(readFileSync(FILE)).equals(table)) {
  writeFileSync(
    FILE,
    brotliCompressSync(table, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: 22,
        [constants.BROTLI_PARAM_SIZE_HINT]: table.length,
      },
    }),
  );
}
const manifest = manifestOf(compiled, table);
writeFileSync(join(GENERATED, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync(join(ROOT, "data", "reference", "volume-density.json"), densityFile(compiled.foods));
// Retention lies with the reference tables because the nutrition core reads those and nothing else.
const retention = measureRetention(compiled.foods);
writeFileSync(join(GENERATED, "retention-evidence.json"), evidenceFile(retention));
writeFileSync(join(ROOT, "data", "reference", "retention.json"), retentionFile(retention));
console.log(
  `${compiled.foods.length} foods, ${table.length} bytes, ${readFileSync(FILE).length} with Brotli, sha256 ${createHash("sha256").update(table).digest("hex")}`,
);
