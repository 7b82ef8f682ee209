import { browserTimeZone, providerAddress } from "./client";
import { startProvider } from "./provider-actions";

/** What the server keeps before this browser goes to the provider. @param next the path to come back to */
export const startAtProvider = (purpose: "sign-in" | "link" | "confirm", next: string) =>
  startProvider({ purpose, next, timeZone: browserTimeZone() });

/**
 * Goes to the provider, once `startAtProvider` has said what for.
 * @param again has the provider ask who it is, also where it knows
 * @returns what went wrong; null: the browser is leaving.
 */
export const goToProvider = async (name: string, next: string, again: boolean): Promise<string | null> => {
  const found = await providerAddress(
    next,
    again,
    `${name} does not answer. Try again later, or sign in another way.`,
  );
  if (!found.ok) return found.message;
  window.location.assign(found.url);
  return null;
};
