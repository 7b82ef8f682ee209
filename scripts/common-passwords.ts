// npx tsx scripts/common-passwords.ts FILE: makes data/reference/common-passwords.txt.br of SecLists'
// 10-million-password-list-top-1000000.txt. Those that the length refuses anyway are left out.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

/** As lib/access/passwords.ts has it; the most common come first in the source. */
const MIN_LENGTH = 10;
const MOST = 50_000;

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error("Name the list: npx tsx scripts/common-passwords.ts FILE");
const found = new Set<string>();
for (const line of readFileSync(source, "utf8").split("\n")) {
  const password = line.trim().normalize("NFKC").toLowerCase();
  if ([...password].length >= MIN_LENGTH && found.size < MOST) found.add(password);
}
const text = [...found].sort().join("\n");
const packed = brotliCompressSync(text, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync("data/reference/common-passwords.txt.br", packed);
console.log(`${found.size} passwords, ${packed.length} bytes`);
