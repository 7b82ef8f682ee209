import { brotliDecompressSync, gzipSync } from "node:zlib";
import { decodeCatalogue } from "@/lib/catalogue";
import { catalogueFile } from "@/lib/catalogue/load";

let table: { readonly version: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined;

/** The file and the version inside it, read together, so that no version is ever answered with another's bytes. */
const readTable = () => {
  const plain = brotliDecompressSync(catalogueFile());
  return { version: decodeCatalogue(plain).version, bytes: new Uint8Array(gzipSync(plain, { level: 9 })) };
};

/**
 * The compiled food table, for searching in the browser: gzip as the content itself, which the page unpacks. Not as
 * a content encoding, because Next removes that header from a route's answer; and not Brotli, which no browser can
 * unpack from a script and which browsers do not accept over plain http. Public data; its address holds the version,
 * so it is cached for good. Any other version is 404, and the browser then searches on the server.
 */
export async function GET(
  _request: Request,
  context: { params: Promise<{ version: string }> },
): Promise<Response> {
  const { version } = await context.params;
  table ??= readTable();
  if (version !== table.version) {
    return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  }
  return new Response(table.bytes, {
    headers: {
      "content-type": "application/gzip",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
