/** What a page of the signed-in area says to the service worker. */
export type PageMessage =
  /** Whose pages these are, and which food tables they search: versions, joined by dots. */
  | { readonly kind: "here"; readonly account: string; readonly catalogue: string }
  /** A page was seen; its path with its query is to be kept as it looks now. */
  | { readonly kind: "seen"; readonly account: string; readonly path: string }
  /** Nobody is signed in any more: what is kept of the account goes. */
  | { readonly kind: "left" }
  /** The new version that waits may take over: the page is about to be loaded anew. */
  | { readonly kind: "take-over" };

/** On `<html>` of a page that is shown as it was kept: when that was, ISO 8601. */
export const KEPT_AT = "data-kept-at";

/** The page that stands in where none is kept; it draws from the local copy. */
export const OFFLINE_PATH = "/offline";
