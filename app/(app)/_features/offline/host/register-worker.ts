import type { PageMessage } from "../messages";

/** A version of the app that is installed and waits to take over. */
export type WaitingVersion = { readonly takeOver: () => void };

type ConnectionHints = Navigator & { connection?: { saveData?: boolean } };

/** How often a page that stays open asks for a new version, in milliseconds. */
const ASK_EVERY_MS = 60 * 60_000;

/** Says something to the service worker; nobody hears where there is none. */
export const tellWorker = (message: PageMessage): void =>
  navigator.serviceWorker?.controller?.postMessage(message);

/** Whether the browser asks to save data; then nothing is fetched ahead, except for an app that was installed. */
export const savesData = (): boolean =>
  (navigator as ConnectionHints).connection?.saveData === true &&
  !matchMedia("(display-mode: standalone)").matches;

/**
 * Registers the service worker, where the browser has one: not on plain http beyond this device. In development there
 * is none to be had.
 * @param onActive the worker answers for this page.
 * @param onWaiting a new version is installed and waits; not called for the first one.
 */
export const registerWorker = async (
  onActive: () => void,
  onWaiting: (version: WaitingVersion) => void,
  signal: AbortSignal,
): Promise<void> => {
  const { serviceWorker } = navigator;
  if (!serviceWorker || savesData()) return;
  const found: ServiceWorkerRegistration | undefined = await serviceWorker.register("/sw.js", {
    scope: "/",
    updateViaCache: "none",
  });
  // A browser that is told to block it registers nothing.
  if (!found || signal.aborted) return;
  const look = () => {
    const { waiting } = found;
    if (!waiting || !serviceWorker.controller) return;
    onWaiting({
      takeOver: () => {
        serviceWorker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
        waiting.postMessage({ kind: "take-over" } satisfies PageMessage);
      },
    });
  };
  look();
  found.addEventListener(
    "updatefound",
    () => found.installing?.addEventListener("statechange", look, { signal }),
    { signal },
  );
  if (serviceWorker.controller) onActive();
  serviceWorker.addEventListener("controllerchange", onActive, { signal });
  const timer = setInterval(() => void found.update().catch(() => {}), ASK_EVERY_MS);
  signal.addEventListener("abort", () => clearInterval(timer));
};
