/// <reference types="vitest/importMeta" />
import { NextRequest } from "next/server";
import type { Role } from "./cast";
import { comeFrom } from "./incoming";

/* Calls any route of the application, found by its file, in a role. */

type Params = Record<string, string | string[]>;
type Handler = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response> | Response;
type RouteModule = Partial<Record<string, unknown>>;

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const modules = import.meta.glob<RouteModule>("../../../app/**/route.ts");

/** A path as Next spells it: without the groups in parentheses. */
export const pathOf = (file: string): string =>
  file
    .slice("../../../app".length)
    .replace(/\/(route|page|layout)\.tsx?$/, "")
    .replaceAll(/\/\([^/]+\)/g, "") || "/";

const routes = Object.entries(modules)
  .map(([file, load]) => {
    const path = pathOf(file);
    const names: { name: string; rest: boolean }[] = [];
    const pattern = path
      .replaceAll(".", "\\.")
      .replace(/\[(\\\.\\\.\\\.)?(\w+)\]/g, (_, rest: string | undefined, name: string) => {
        names.push({ name, rest: rest !== undefined });
        return rest ? "(.+)" : "([^/]+)";
      });
    return { path, load, names, pattern: new RegExp(`^${pattern}$`), catchesAll: path.includes("...") };
  })
  .sort((a, b) => Number(a.catchesAll) - Number(b.catchesAll) || a.names.length - b.names.length);

/** Every method of every route file: "GET /api/v1/foods/[id]". */
export const everyRoute = async (): Promise<string[]> => {
  const all: string[] = [];
  for (const { path, load } of routes) {
    const module = await load();
    for (const method of METHODS) if (module[method]) all.push(`${method} ${path}`);
  }
  return all.toSorted();
};

export type Answered = { readonly status: number; readonly text: string; readonly headers: Headers };

/** Calls the route at a path as Next spells it, with parameters as Next decodes them. */
export const callRoute = async (
  role: Role,
  method: string,
  path: string,
  params: Params,
  url: URL,
  body?: unknown,
  more: Record<string, string> = {},
): Promise<Answered> => {
  const handler = (await routes.find((route) => route.path === path)?.load())?.[method] as
    | Handler
    | undefined;
  if (!handler) throw new Error(`No route handles ${method} ${url.pathname}`);
  const headers = {
    host: "localhost:3000",
    ...(role.bearer === undefined
      ? { origin: "http://localhost:3000" }
      : { authorization: `Bearer ${role.bearer}` }),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...more,
  };
  comeFrom(role.jar, headers);
  const request = new NextRequest(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  return { status: response.status, text: await response.text(), headers: response.headers };
};

/**
 * @param target path and query, from the root
 * @param body sent as JSON, a string as it is
 */
export const callAs = async (
  role: Role,
  method: string,
  target: string,
  body?: unknown,
  more: Record<string, string> = {},
): Promise<Answered> => {
  const url = new URL(target, "http://localhost:3000");
  const route = routes.find(({ pattern }) => pattern.test(url.pathname));
  if (!route) throw new Error(`No route handles ${method} ${url.pathname}`);
  const found = route.pattern.exec(url.pathname)?.slice(1) ?? [];
  const params = Object.fromEntries(
    route.names.map(({ name, rest }, i) => {
      const part = found[i] ?? "";
      return [name, rest ? part.split("/").map(decodeURIComponent) : decodeURIComponent(part)];
    }),
  );
  return callRoute(role, method, route.path, params, url, body, more);
};
