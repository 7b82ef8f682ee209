/// <reference types="vitest/importMeta" />
import { randomUUID } from "node:crypto";
import { operations } from "@/app/api/v1/_contract";
import { createToken, type Viewer } from "@/lib/access";
import type { Operation } from "@/lib/http";
import { makeUser } from "./database";

/*
 * Calls the API's own route handlers, found by their paths as Next finds them, with a bearer token. Every
 * successful answer is held against the contract's schema.
 */

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;
type RouteModule = Partial<Record<string, Handler>>;

const ROOT = "../../app/api/v1";
const modules = import.meta.glob<RouteModule>("../../app/api/v1/**/route.ts");

const routes = Object.entries(modules)
  .map(([file, load]) => {
    const path = file.slice(ROOT.length, -"/route.ts".length);
    const names: string[] = [];
    const pattern = path.replace(/\[(\.\.\.)?(\w+)\]/g, (_, rest: string | undefined, name: string) => {
      names.push(name);
      return rest ? "(.+)" : "([^/]+)";
    });
    return { path, load, names, pattern: new RegExp(`^${pattern}$`), catchesAll: path.includes("...") };
  })
  .sort((a, b) => Number(a.catchesAll) - Number(b.catchesAll) || a.names.length - b.names.length);

/** The paths of all route files, as Next spells them, with their modules. */
export const routeFiles = routes.map(({ path, load }) => ({ path, load }));

export type Answer = { status: number; body: unknown; headers: Headers };

export type Api = {
  userId: string;
  viewer: Viewer;
  token: string;
  /** @param body sent as JSON; a string is sent as it is. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
};

const operationOf = (method: string, path: string): Operation | undefined =>
  operations.find(
    (o) => o.method === method.toLowerCase() && o.path.replaceAll(/\{(\w+)\}/g, "[$1]") === path,
  );

/** Sends one request, with a token or without. */
export const send = async (
  method: string,
  target: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const url = new URL(`http://localhost:3000/api/v1${target}`);
  const pathname = url.pathname.slice("/api/v1".length);
  const route = routes.find(({ pattern }) => pattern.test(pathname));
  const handler = route && (await route.load())[method];
  if (!route || !handler) throw new Error(`No route handles ${method} ${pathname}`);
  const found = route.pattern.exec(pathname)?.slice(1) ?? [];
  const params = Object.fromEntries(route.names.map((name, i) => [name, decodeURIComponent(found[i] ?? "")]));
  const request = new Request(url, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  const answer = {
    status: response.status,
    body: text === "" ? undefined : JSON.parse(text),
    headers: response.headers,
  };
  if (response.ok) {
    const contract = operationOf(method, route.path)?.responses[response.status];
    if (!contract)
      throw new Error(
        `${method} ${route.path} answered ${response.status}, which the contract does not name`,
      );
    contract.body?.parse(answer.body);
  }
  return answer;
};

/** A new person with a token. */
export const makeApi = async (profile: Parameters<typeof makeUser>[0] = {}): Promise<Api> => {
  const userId = await makeUser(profile);
  const viewer: Viewer = {
    userId,
    sessionId: randomUUID(),
    mayWrite: true,
    sample: false,
    confirmedAt: new Date(),
  };
  const { token } = await createToken(viewer, userId, { name: "test", scopes: ["read", "write"] });
  return {
    userId,
    viewer,
    token,
    call: (method, path, body, headers = {}) =>
      send(method, path, body, { authorization: `Bearer ${token}`, ...headers }),
  };
};
