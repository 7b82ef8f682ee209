import "server-only";
import { env } from "../env";

/** How long a browser keeps its session cookie, in seconds. */
export const sessionSeconds = (): number => env().sessionMaxDays * 24 * 60 * 60;

export const usesSecureCookies = (): boolean => env().publicUrl.startsWith("https://");
