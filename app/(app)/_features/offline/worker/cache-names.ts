/*
 * The caches of the service worker. Assets and the shell belong to one build; food tables and icons to none, pages to an
 * account.
 */

const STATIC = "assay-static-";

/** What a build is made of and the shell that it draws; the name holds a hash of the list. */
export const staticCache = (build: string): string => `${STATIC}${build}`;

export const isStaticCache = (name: string): boolean => name.startsWith(STATIC);

export const PAGES = "assay-pages";
export const TABLES = "assay-tables";
