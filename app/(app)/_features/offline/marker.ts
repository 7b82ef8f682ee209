/** What waits, noted outside the database: what clears the one may leave the other. */
export type Marker = {
  /** The `born` of the database that holds it. */
  readonly born: string;
  readonly account: string;
  readonly count: number;
  /** When the oldest of them was made, in milliseconds since 1970. */
  readonly since: number;
};

const NAME = "assay-waiting";
/** As long as browsers keep a cookie (RFC 6265bis), in seconds. */
const LIFE = 400 * 24 * 60 * 60;

const parse = (text: string | null | undefined): Marker | null => {
  try {
    const { born, account, count, since } = JSON.parse(text ?? "") as Partial<Marker>;
    return typeof born === "string" &&
      typeof account === "string" &&
      typeof count === "number" &&
      typeof since === "number"
      ? { born, account, count, since }
      : null;
  } catch {
    return null;
  }
};

const stored = (): string | null => {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
};

/** What was noted last; null for nothing. */
export const readMarker = (): Marker | null => {
  const cookie = document.cookie
    .split("; ")
    .find((each) => each.startsWith(`${NAME}=`))
    ?.slice(NAME.length + 1);
  return parse(stored()) ?? parse(cookie && decodeURIComponent(cookie));
};

/** Notes what waits, in this browser's other two stores; null removes the note. */
export const writeMarker = (marker: Marker | null): void => {
  const text = marker && JSON.stringify(marker);
  try {
    if (text === null) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, text);
  } catch {
    // Blocked or full: the cookie says it.
  }
  const held = document.cookie.includes(`${NAME}=`);
  if (text === null && !held) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in insecure contexts
  document.cookie = `${NAME}=${text === null ? "" : encodeURIComponent(text)}; path=/; samesite=lax; max-age=${text === null ? 0 : LIFE}`;
};
