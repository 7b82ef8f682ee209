import "server-only";
import { env } from "../env";

/**
 * Whether a browser sent something from our own pages. The Host header is what the browser itself was pointed at, or the
 * proxy before us. Under an https address the http one is somebody else's: whoever sits in the network can write it.
 * @param origin the Origin header
 * @param hosts the Host header, and X-Forwarded-Host where a proxy writes one; a page of a stranger can set neither
 */
export const isOwnOrigin = (
  origin: string | null,
  hosts: readonly (string | null | undefined)[],
): boolean => {
  if (origin === null || !URL.canParse(origin)) return false;
  const { publicUrl } = env();
  if (origin === publicUrl) return true;
  const { host, protocol } = new URL(origin);
  if (publicUrl.startsWith("https://") && protocol !== "https:") return false;
  return hosts.includes(host);
};
