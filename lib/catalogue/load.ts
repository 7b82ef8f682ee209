import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { type Catalogue, decodeCatalogue } from "./decode";

const FILE = "data/generated/foods.bin.br";

/** Kept on globalThis so that a development reload does not decode the table again. */
const store = globalThis as typeof globalThis & { assayCatalogue?: Catalogue };

/** The compiled table as stored (Brotli), to be sent to a browser with that content encoding. */
export const catalogueFile = (root: string = process.cwd()): Buffer => readFileSync(join(root, FILE));

/**
 * The reference food table of this installation, read once a process. Server only.
 * @param root the project's root; the working directory unless told otherwise.
 */
export function loadCatalogue(root: string = process.cwd()): Catalogue {
  store.assayCatalogue ??= decodeCatalogue(brotliDecompressSync(catalogueFile(root)));
  return store.assayCatalogue;
}
