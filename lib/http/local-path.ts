/** A host that cannot exist, so that whatever resolves to another one has left this site. */
const HERE = "http://assay.invalid";

/**
 * The path of an address that is asked for after sign-in, when it lies on this site.
 * @param wanted a path, or a whole address; anything that leads elsewhere or cannot be read gives `otherwise`.
 * @param origin the site's own origin, where whole addresses are expected.
 */
export const localPath = (wanted: string | null | undefined, otherwise: string, origin?: string): string => {
  if (!wanted || !URL.canParse(wanted, HERE)) return otherwise;
  const url = new URL(wanted, HERE);
  if (url.origin !== HERE && url.origin !== origin) return otherwise;
  // "/.//elsewhere.example" resolves to a path that a browser would take for an address of another host.
  if (url.pathname.startsWith("//")) return otherwise;
  return `${url.pathname}${url.search}${url.hash}`;
};
