import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { env } from "../env";
import { isOwnOrigin } from "./origin";

/*
 * What is answered before Next sees a request, because Next answers it with 500 and a stack, or with nothing: methods
 * that a path does not have, and calls of server actions that come from another site. It stands at the HTTP servers of
 * this process, as Next has no place before its own reading of a request.
 */

type Refusal = {
  readonly status: number;
  readonly code: "method_not_allowed" | "forbidden";
  readonly message: string;
  readonly allow?: string;
};

type Asked = {
  readonly method: string;
  /** With a query or without. */
  readonly url: string;
  readonly origin?: string | undefined;
  readonly hosts?: readonly (string | undefined)[];
};

type Described = { readonly method: string; readonly path: string };

const API = "/api/";
const V1 = "/api/v1";
/** Server actions are posted to the page that holds them. */
const PAGE_METHODS = ["GET", "HEAD", "POST"];
const AUTH_METHODS = ["GET", "HEAD", "OPTIONS", "POST"];
const API_METHODS = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

/** Each path of the contract with its methods, those without parameters first, as Next chooses among them. */
const pathsOf = (operations: readonly Described[]) => {
  const methods = new Map<string, Set<string>>([["/openapi.json", new Set(["GET", "HEAD", "OPTIONS"])]]);
  for (const { method, path } of operations) {
    const known = methods.get(path) ?? new Set(["OPTIONS"]);
    known.add(method.toUpperCase());
    if (method === "get") known.add("HEAD");
    methods.set(path, known);
  }
  return [...methods]
    .map(([path, known]) => ({
      pattern: new RegExp(
        `^${path.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&").replaceAll(/\{\w+\}/g, "[^/]+")}/?$`,
      ),
      parameters: path.split("{").length - 1,
      methods: [...known].sort(),
    }))
    .sort((a, b) => a.parameters - b.parameters);
};

/** Says of a request why it is refused, or null. @param operations all calls of the API's contract */
export const gateOf = (operations: readonly Described[]): ((asked: Asked) => Refusal | null) => {
  const paths = pathsOf(operations);
  const allowedAt = (path: string): readonly string[] => {
    if (!path.startsWith(API)) return PAGE_METHODS;
    if (!path.startsWith(`${V1}/`)) return AUTH_METHODS;
    const below = path.slice(V1.length);
    return paths.find(({ pattern }) => pattern.test(below))?.methods ?? API_METHODS;
  };
  return ({ method, url, origin, hosts = [] }) => {
    const path = url.split("?", 1)[0] ?? "/";
    const allowed = allowedAt(path);
    if (!allowed.includes(method)) {
      const allow = allowed.join(", ");
      return {
        status: 405,
        code: "method_not_allowed",
        message: `${method} is not possible here; ${allow} are.`,
        allow,
      };
    }
    if (method === "POST" && !path.startsWith(API) && origin !== undefined && !isOwnOrigin(origin, hosts))
      return { status: 403, code: "forbidden", message: "The request does not come from this site." };
    return null;
  };
};

const bodyOf = ({ code, message }: Refusal, url: string): { type: string; text: string } =>
  url.startsWith(API)
    ? { type: "application/json", text: JSON.stringify({ error: { code, message } }) }
    : { type: "text/plain; charset=utf-8", text: message };

const headersOf = (refusal: Refusal, url: string) => {
  const { type, text } = bodyOf(refusal, url);
  return {
    "content-type": type,
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    ...(refusal.allow === undefined ? {} : { allow: refusal.allow }),
  };
};

/** What Next throws where a client sent what cannot be read; it answers some of it 500. */
const UNREADABLE =
  /Server Reference ID did not match|Failed to find Server Action|Failed to parse body as FormData|Unexpected end of (?:form|multipart)|Invalid Server Actions request|Malformed (?:part|multipart)|Multipart: Boundary not found/;

const isOutage = (error: unknown): boolean =>
  error instanceof Error && error.name === "AppError" && "code" in error && error.code === "unavailable";

/** The request that is being answered; `unreadable` once Next has complained of it. */
const asking = new AsyncLocalStorage<{ unreadable: boolean }>();

/** Keeps out of the log, stack and all, what is no fault of the server's: outages are there once a minute already. */
const quietConsole = (): void => {
  const { error } = console;
  console.error = (...given: unknown[]) => {
    if (given.some(isOutage)) return;
    const complaint = given.find((each) => each instanceof Error && UNREADABLE.test(each.message));
    if (complaint === undefined) return error(...given);
    const request = asking.getStore();
    if (request?.unreadable) return;
    if (request) request.unreadable = true;
    error(`assay: a request could not be read: ${(complaint as Error).message.split("\n")[0]}`);
  };
};

const answer400 = (response: ServerResponse, state: { readonly unreadable: boolean }): void => {
  const { writeHead } = response;
  response.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    const [status, ...rest] = given;
    const told = state.unreadable && status === 500 ? 400 : status;
    return Reflect.apply(writeHead, this, [told, ...rest]) as ServerResponse;
  } as typeof writeHead;
};

const kept = globalThis as typeof globalThis & { assayGate?: true };

/** Puts the gate before every HTTP server of this process. Runs once when the server starts. */
export const guardRequests = (operations: readonly Described[]): void => {
  if (kept.assayGate) return;
  kept.assayGate = true;
  quietConsole();
  const refusalOf = gateOf(operations);
  const secure = env().publicUrl.startsWith("https://");
  const { emit } = Server.prototype;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...given: unknown[]) {
    const pass = () => Reflect.apply(emit, this, [event, ...given]) as boolean;
    if (event !== "request") return pass();
    const [request, response] = given as [IncomingMessage, ServerResponse];
    const { method = "GET", url = "/", headers } = request;
    // Of every answer, also of files that no page asks for.
    if (secure) response.setHeader("strict-transport-security", "max-age=63072000; includeSubDomains");
    const forwarded = headers["x-forwarded-host"];
    const hosts = [headers.host, typeof forwarded === "string" ? forwarded.split(",")[0]?.trim() : undefined];
    const refusal = refusalOf({ method, url, origin: headers.origin, hosts });
    if (refusal !== null) {
      response.writeHead(refusal.status, headersOf(refusal, url));
      response.end(method === "HEAD" ? undefined : bodyOf(refusal, url).text);
      return true;
    }
    if (method !== "POST") return pass();
    const state = { unreadable: false };
    answer400(response, state);
    return asking.run(state, pass);
  };
};
