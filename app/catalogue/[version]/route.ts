import { brotliDecompressSync, gzipSync } from "node:zlib";
import { catalogueFile } from "@/lib/catalogue/load";

/** The tables that were asked for, by version, as they are sent. A version never changes what it stands for. */
const sent = new Map<string, Uint8Array<ArrayBuffer>>();

/**
 * A compiled food table, for searching in the browser: gzip as the content itself, which the page unpacks. Not as
 * a content encoding, because Next removes that header from a route's answer; and not Brotli, which no browser can
 * unpack from a script and which browsers do not accept over plain http. Public data; its address holds the version,
 * so it is cached for good. Any version that is not installed is 404, and the browser then does without this table.
 */
export async function GET(
  _request: Request,
  context: { params: Promise<{ version: string }> },
): Promise<Response> {
  const { version } = await context.params;
  const file = catalogueFile(version);
  if (file === null) {
    sent.delete(version);
    return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  }
  const bytes = sent.get(version) ?? new Uint8Array(gzipSync(brotliDecompressSync(file), { level: 9 }));
  sent.set(version, bytes);
  return new Response(bytes, {
    headers: {
      "content-type": "application/gzip",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
