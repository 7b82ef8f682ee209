import { brotliDecompressSync } from "node:zlib";
import { decodeCatalogue } from "@/lib/catalogue";
import { catalogueFile } from "@/lib/catalogue/load";

type Table = {
  readonly version: string;
  readonly packed: Buffer<ArrayBuffer>;
  readonly plain: Buffer<ArrayBuffer>;
};
let table: Table | undefined;

/** The file and the version inside it, read together, so that no version is ever answered with another's bytes. */
const readTable = (): Table => {
  const packed = Buffer.from(catalogueFile());
  const plain = Buffer.from(brotliDecompressSync(packed));
  return { version: decodeCatalogue(plain).version, packed, plain };
};

/** Whether a client takes Brotli: named, and not with a quality of 0. */
const takesBrotli = (accepts: string | null): boolean => {
  const match = /(?:^|,)\s*br\s*(?:;\s*q=([\d.]+))?\s*(?=,|$)/i.exec(accepts ?? "");
  return match !== null && Number(match[1] ?? 1) > 0;
};

/**
 * The compiled food table, for searching in the browser. Public data; its address holds the version, so it is
 * cached for good. Any other version is 404, and the browser then searches on the server.
 */
export async function GET(
  request: Request,
  context: { params: Promise<{ version: string }> },
): Promise<Response> {
  const { version } = await context.params;
  table ??= readTable();
  if (version !== table.version) {
    return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  }
  const packed = takesBrotli(request.headers.get("accept-encoding"));
  return new Response(packed ? table.packed : table.plain, {
    headers: {
      "content-type": "application/octet-stream",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
      ...(packed && { "content-encoding": "br" }),
      "content-length": String((packed ? table.packed : table.plain).byteLength),
      "x-content-type-options": "nosniff",
    },
  });
}
