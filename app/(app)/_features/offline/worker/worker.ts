import { SYNC_TAG, sendInBackground } from "../background";
import { forgetCopies } from "../copy/copy-store";
import {
  isDayPath,
  KEPT_AT,
  OFFLINE_PATH,
  type PageMessage,
  SHARE_PATH,
  SHARED,
  SHARED_PICTURE,
} from "../messages";
import { isStaticCache, staticCache, TABLES } from "./cache-names";
import { forgetPages, keepPage, keepPagesOf, keptPage } from "./kept-pages";
import { addPushHandlers, type PushScope } from "./push-handlers";
import type { RequestEvent, WorkerScope } from "./scope";

/*
 * The service worker: lets the app open without a network. It answers from its caches what never changes under its name,
 * and pages only where the server cannot be reached. It never answers for the API. Bundled by scripts/build-worker.mjs,
 * which puts in the list of the build's files; served by app/sw.js.
 */

/** What of the build is kept: paths, which hold a hash of their content or stand for as long as the build does. */
declare const PRECACHE: readonly string[];
/** A hash of the list. */
declare const BUILD: string;

const scope = self as unknown as WorkerScope;

/** How long the server may take to begin a page before what is kept of it is shown, in milliseconds. */
const PATIENCE_MS = 4000;
/** For so long pages wait for a server that is known to be there, in milliseconds. */
const WAITING_MS = 60_000;
let waitingUntil = 0;
/** Files that are fetched beside each other when a version is installed. */
const AT_ONCE = 6;

const own = staticCache(BUILD);

/** The file from any version's cache, where its name says its content; otherwise from the server. */
const fetchAsset = async (path: string): Promise<Response> => {
  const known = path.startsWith("/_next/static/") ? await caches.match(path) : undefined;
  return known ?? fetch(path, { cache: path.startsWith("/_next/") ? "default" : "reload" });
};

const install = async (): Promise<void> => {
  const cache = await caches.open(own);
  const waiting = [...PRECACHE, OFFLINE_PATH];
  const work = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const response = await fetchAsset(path);
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      await cache.put(path, response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};

/** Keeps the files of this version and of the one before, whose pages may still be open. */
const activate = async (): Promise<void> => {
  const versions = (await caches.keys()).filter((name) => isStaticCache(name) && name !== own);
  for (const old of versions.slice(0, -1)) await caches.delete(old);
  await scope.registration.navigationPreload?.enable();
  await scope.clients.claim();
};

/** Answers of a proxy whose server is away: no page of ours. */
const AWAY = new Set([502, 503, 504]);

/** The page that the server sends, or null when it cannot be reached. */
const fromServer = async (event: RequestEvent): Promise<Response | null> => {
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    return AWAY.has(response.status) ? null : response;
  } catch {
    return null;
  }
};

/** Whoever is shown these by the server is not signed in: a signed-in person is led on to Today. */
const SIGNED_OUT_PATHS = new Set(["/", "/sign-in"]);

/** The page that draws from the local copy, marked as shown without the server. */
const shell = async (): Promise<Response> => {
  const found = await caches.match(OFFLINE_PATH);
  if (!found) return Response.error();
  const headers = new Headers(found.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response((await found.text()).replace("<html", `<html ${KEPT_AT}=""`), { headers });
};

/** Nobody is signed in any more: what is kept of the account goes. What waits to be sent stays. */
const leave = async (): Promise<void> => {
  await Promise.all([forgetPages(), forgetCopies(null).catch(() => {}), caches.delete(SHARED)]);
};

const pause = (ms: number) => new Promise<null>((resolve) => setTimeout(resolve, ms, null));

/**
 * A page: the server's; without a network a day from the local copy, any other as it was seen last, or the shell, which
 * says that it needs the network.
 */
const navigate = async (event: RequestEvent): Promise<Response> => {
  const { pathname, search } = new URL(event.request.url);
  const asked = fromServer(event);
  const kept = async (): Promise<Response | null> =>
    isDayPath(pathname) ? shell() : keptPage(`${pathname}${search}`);
  const soon = await Promise.race([asked, pause(Date.now() < waitingUntil ? WAITING_MS : PATIENCE_MS)]);
  // A server that is slow is waited for where there is nothing else to show.
  const response = soon ?? (await kept()) ?? (await asked);
  if (response === null) return pathname === "/" ? Response.redirect("/today") : shell();
  if (response === soon && response.ok && SIGNED_OUT_PATHS.has(pathname)) event.waitUntil(leave());
  return response;
};

/**
 * What never changes under its name: from a cache, whatever the network does. Fetched once it stays, as what reads
 * barcodes, which is as large as everything else and kept by those who use it only.
 */
const unchanging = async (request: Request, cache: string): Promise<Response> => {
  const found = await caches.match(request);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(cache)).put(request, response.clone());
  return response;
};

/** Fetches the food tables that pages search, and removes those that none does any more. */
const keepTables = async (versions: readonly string[]): Promise<void> => {
  const cache = await caches.open(TABLES);
  const wanted = new Set(
    versions.map((version) => new URL(`/catalogue/${version}`, scope.location.href).href),
  );
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
  for (const url of wanted) await unchanging(new Request(url), TABLES);
};

/** Icons and the manifest: the server's, and without a network those of the install. */
const fileOfInstall = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request, { ignoreSearch: true })) ?? Response.error();
  }
};

/** What the server answers; that nobody is signed in any more is noticed. */
const api = async (event: RequestEvent): Promise<Response> => {
  const response = await fetch(event.request);
  if (response.status === 401) event.waitUntil(leave());
  return response;
};

/** What another app shares: a text is the line of quick add, a picture is read for its barcode. */
const share = async (request: Request): Promise<Response> => {
  const shared = await request.formData();
  const picture = shared.get("image");
  const text = shared.get("text") ?? shared.get("title");
  const query = new URLSearchParams();
  if (picture instanceof File && picture.size > 0) {
    await (await caches.open(SHARED)).put(SHARED_PICTURE, new Response(picture));
    query.set("scan", "picture");
  } else if (typeof text === "string" && text.trim() !== "") query.set("line", text.slice(0, 2000));
  return Response.redirect(`/today?${query}`, 303);
};

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(activate()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== scope.location.origin) return;
  if (request.method === "POST" && pathname === SHARE_PATH) event.respondWith(share(request));
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(navigate(event));
  else if (pathname.startsWith("/api/v1/")) event.respondWith(api(event));
  else if (pathname.startsWith("/_next/static/")) event.respondWith(unchanging(request, own));
  else if (pathname.startsWith("/catalogue/")) event.respondWith(unchanging(request, TABLES));
  else if (PRECACHE.includes(pathname)) event.respondWith(fileOfInstall(request));
});
scope.addEventListener("sync", (event) => {
  if (event.tag === SYNC_TAG) event.waitUntil(sendInBackground());
});
scope.addEventListener("message", (event) => {
  const said = event.data as PageMessage;
  switch (said.kind) {
    case "here":
      return event.waitUntil(Promise.all([keepPagesOf(said.account), keepTables(said.catalogue.split("."))]));
    case "seen":
      return event.waitUntil(keepPage(said.account, said.path));
    case "left":
      return event.waitUntil(leave());
    case "wait":
      waitingUntil = Date.now() + WAITING_MS;
      return;
    case "take-over":
      return event.waitUntil(scope.skipWaiting());
  }
});
addPushHandlers(self as unknown as PushScope);
