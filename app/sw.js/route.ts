import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The worker of this build; null in development, which has none. */
const worker = readFile(join(process.cwd(), ".next", "assay-worker.js")).catch(() => null);

/** What the worker may do: fetch from this server, and nothing else. */
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";

/**
 * The service worker, in every build another one: scripts/build-worker.mjs makes it. Browsers ask for it at each visit,
 * so that it is never taken from a cache unasked.
 */
export async function GET(request: Request): Promise<Response> {
  const script = await worker;
  if (script === null) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const etag = `"${createHash("sha256").update(script).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "cache-control": "no-cache",
    "content-security-policy": POLICY,
    "service-worker-allowed": "/",
    etag,
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(script), {
    headers: { ...headers, "content-type": "text/javascript; charset=utf-8" },
  });
}
