/** What a page of the signed-in area says to the service worker. */
export type PageMessage =
  /** Whose pages these are, and which food tables they search: versions, joined by dots. */
  | { readonly kind: "here"; readonly account: string; readonly catalogue: string }
  /** A page was seen; its path with its query is to be kept as it looks now. */
  | { readonly kind: "seen"; readonly account: string; readonly path: string }
  /** Nobody is signed in any more: what is kept of the account goes. */
  | { readonly kind: "left" }
  /** The server is there: the next pages wait for it, however slow it is. */
  | { readonly kind: "wait" }
  /** The new version that waits may take over: the page is about to be loaded anew. */
  | { readonly kind: "take-over" };

/** On `<html>` of a page that is shown as it was kept: when that was, ISO 8601. */
export const KEPT_AT = "data-kept-at";

/** The page that stands in where none is kept; it draws from the local copy. */
export const OFFLINE_PATH = "/offline";

/** Whether the page is shown without the server: as it was kept, or from the local copy. */
export const isShownAlone = (): boolean => document.documentElement.hasAttribute(KEPT_AT);

/** Where days are shown: drawn from the local copy, which is newer than any page that was kept. */
export const isDayPath = (path: string): boolean =>
  path === "/today" || /^\/diary\/\d{4}-\d{2}-\d{2}$/.test(path);

/** Where another app's text or picture arrives; see app/manifest.ts. */
export const SHARE_PATH = "/share";
/** The cache of a picture that was shared, until it is read. */
export const SHARED = "assay-shared";
export const SHARED_PICTURE = "/.picture";
