import { KEPT_AT } from "../messages";
import { PAGES } from "./cache-names";

/*
 * Pages as an account saw them last. Each is kept with its own headers: its content security policy names the nonce of
 * its own scripts.
 */

const ACCOUNT = "x-assay-account";
const AT = "x-assay-kept-at";
/** As many pages as are kept; the one that was kept longest ago goes first. */
const MAX_PAGES = 40;
/** A page that was kept so lately is not fetched again, in milliseconds. */
const FRESH_MS = 10 * 60_000;

/** Where the account whose pages are kept stands among them. */
const WHO = "/.account";

/** The account whose pages are kept; null for none. */
const keptAccount = async (pages: Cache): Promise<string | null> =>
  (await pages.match(WHO))?.headers.get(ACCOUNT) ?? null;

/** Removes every kept page. */
export const forgetPages = (): Promise<boolean> => caches.delete(PAGES);

/** Begins to keep pages of an account; those of another one go. */
export const keepPagesOf = async (account: string): Promise<void> => {
  const kept = await keptAccount(await caches.open(PAGES));
  if (kept === account) return;
  if (kept !== null) await forgetPages();
  const pages = await caches.open(PAGES);
  await pages.put(WHO, new Response(null, { headers: { [ACCOUNT]: account } }));
};

const NEEDED = /\/_next\/static\/[^"'\\\s)]+?\.(?:js|css)/g;

/** What a page loads that is not cached, as after a new version of the server; it is kept beside the page. */
const keepNeeded = async (pages: Cache, html: string): Promise<void> => {
  for (const path of new Set(html.match(NEEDED)))
    if (!(await caches.match(path))) await pages.add(path).catch(() => {});
};

/**
 * Fetches a page and keeps it as it looks now. Only what names the account is kept: a page of somebody who has signed in
 * meanwhile, or a way to sign in, is not.
 */
export const keepPage = async (account: string, path: string): Promise<void> => {
  const pages = await caches.open(PAGES);
  if ((await keptAccount(pages)) !== account) return;
  const before = (await pages.match(path))?.headers.get(AT);
  if (before && Date.now() - Date.parse(before) < FRESH_MS) return;
  const response = await fetch(path, { headers: { accept: "text/html" } });
  if (!response.ok || response.redirected || !response.headers.get("content-type")?.includes("text/html"))
    return;
  const html = await response.text();
  if (!html.includes(account)) return;
  const headers = new Headers(response.headers);
  // The text is unpacked already.
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set(ACCOUNT, account);
  headers.set(AT, new Date().toISOString());
  await keepNeeded(pages, html);
  // Signed out, or another account, while it was fetched.
  if ((await keptAccount(await caches.open(PAGES))) !== account) return;
  await pages.delete(path);
  await pages.put(path, new Response(html, { headers }));
  const all = (await pages.keys()).filter(({ url }) => !/\/(?:\.account|_next\/.*)$/.test(url));
  for (const old of all.slice(0, Math.max(0, all.length - MAX_PAGES))) await pages.delete(old);
};

/** A page as it was seen last, marked with when that was; null where it was not. */
export const keptPage = async (path: string): Promise<Response | null> => {
  if (!(await caches.has(PAGES))) return null;
  const found = await (await caches.open(PAGES)).match(path);
  const at = found?.headers.get(AT);
  if (!found || !at) return null;
  const html = (await found.text()).replace("<html", `<html ${KEPT_AT}="${at}"`);
  return new Response(html, { headers: found.headers });
};
