import "server-only";
import { NextRequest } from "next/server";
import { AppError } from "../errors";
import { countUse } from "../limits";
import { readBytes } from "./body";
import { isWayBack, isWayThere } from "./provider";
import { senderOf } from "./sender";

// next-auth answers 500 to addresses, callback URLs and bodies that it cannot read, so they are read here first.

const MAX_FIELDS = 50;
const COOKIES = ["next-auth.callback-url", "__Secure-next-auth.callback-url"];

const malformed = (message: string): AppError => new AppError("malformed", message);

/** What next-auth takes: a path from the root, or a whole web address. */
const isAddress = (value: string): boolean => {
  const base = value.startsWith("/") ? "http://assay.invalid" : undefined;
  return URL.canParse(value, base) && /^https?:$/.test(new URL(value, base).protocol);
};

/** The fields of a body, as text; next-auth itself knows forms and JSON. */
const readFields = async (request: Request): Promise<URLSearchParams> => {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const text = new TextDecoder().decode(await readBytes(request));
  if (type === "application/x-www-form-urlencoded") return new URLSearchParams(text);
  if (type !== "application/json") {
    if (text === "") return new URLSearchParams();
    throw new AppError("unsupported_media_type", "Send a form (application/x-www-form-urlencoded) or JSON.");
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new AppError("malformed", "The body is not valid JSON.", { cause });
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw malformed("The body is not a JSON object.");
  }
  const known = Object.entries(body).filter(([, value]) => ["string", "boolean"].includes(typeof value));
  return new URLSearchParams(known.map(([key, value]) => [key, String(value)]));
};

/**
 * A request to next-auth, checked and with its body as a form.
 * @throws AppError malformed, too_large, unsupported_media_type, method_not_allowed or rate_limited.
 */
export const readAuthRequest = async (
  request: NextRequest,
): Promise<{ request: NextRequest; fields: URLSearchParams }> => {
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (host !== null && !(/^[\w.:[\]-]{1,255}$/.test(host) && URL.canParse(`http://${host}`)))
    throw malformed("The Host header is not a host.");
  const asked = [
    request.nextUrl.searchParams.get("callbackUrl"),
    ...COOKIES.map((name) => request.cookies.get(name)?.value),
  ];
  if (request.method !== "POST") {
    // The provider sends browsers back with GET; nobody else signs in by an address.
    const back = request.method === "GET" && isWayBack(request.nextUrl.pathname);
    if (back) await countUse("provider", senderOf(request.headers));
    if (request.nextUrl.pathname.includes("/callback/") && !back)
      throw new AppError("method_not_allowed", "Sign in with POST.");
    if (!asked.every((url) => !url || isAddress(url))) throw malformed("The callbackUrl is not an address.");
    return { request, fields: new URLSearchParams() };
  }
  if (isWayThere(request.nextUrl.pathname)) await countUse("provider", senderOf(request.headers));
  const fields = await readFields(request);
  if (fields.size > MAX_FIELDS) throw malformed("The body has too many fields.");
  if (![fields.get("callbackUrl"), ...asked].every((url) => !url || isAddress(url)))
    throw malformed("The callbackUrl is not an address.");
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/x-www-form-urlencoded");
  headers.delete("content-length");
  return { request: new NextRequest(request.url, { method: "POST", headers, body: fields }), fields };
};
