import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";

/**
 * What a page may load: its own scripts by nonce, its own styles, fonts and pictures, and nothing from elsewhere.
 * Styles may stand in attributes, because charts and bars carry their sizes there.
 */
const policy = (nonce: string, secure: boolean): string =>
  [
    "default-src 'self'",
    // React's development build needs eval for its error messages.
    // The barcode reader is WebAssembly, which is compiled in the browser.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    // The service worker. Without a line of its own some browsers hold it against 'strict-dynamic'.
    "worker-src 'self'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");

const isDecodable = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

/**
 * Refuses addresses that are not valid percent-encoded UTF-8, to which Next itself answers 500.
 * Gives every page its content security policy, and tells it its own path: a page that needs a signed-in person
 * sends them to sign in and back.
 */
export const proxy = (request: NextRequest): NextResponse => {
  const ofApi = request.nextUrl.pathname.startsWith("/api/");
  if (!isDecodable(request.nextUrl.pathname)) {
    const message = "The address is not valid percent-encoded UTF-8.";
    return ofApi
      ? NextResponse.json({ error: { code: "malformed", message } }, { status: 400 })
      : new NextResponse(message, { status: 400 });
  }
  if (ofApi) return NextResponse.next();
  const secure = env().publicUrl.startsWith("https://");
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const contentSecurityPolicy = policy(nonce, secure);
  const url = new URL(request.nextUrl);
  url.searchParams.delete("_rsc");

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", contentSecurityPolicy);
  headers.set("x-assay-path", `${url.pathname}${url.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", contentSecurityPolicy);
  if (secure) {
    // Browsers complain about this one where the connection is not secure.
    response.headers.set("cross-origin-opener-policy", "same-origin");
  }
  return response;
};

export const config = {
  // Pages. The API stays out, so that Next does not buffer its request bodies; next.config.js has its headers. Only
  // its addresses with something percent-encoded are looked at.
  matcher: [
    "/((?!api/|_next/static|_next/image|icon.svg|manifest.webmanifest|favicon.ico|sw.js|icons/|screenshots/).*)",
    "/(api/.*%.*)",
  ],
};
