import type { PushAddressInput } from "@/lib/notices/schemas";

// Web push in this browser: whether there is any, and its subscription.

/** install: an iPhone or iPad, where only the installed app takes messages. */
export type PushSupport = "yes" | "no" | "install" | "blocked";

const isApplePhone = ({ userAgent, maxTouchPoints }: Navigator): boolean =>
  /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);

/** Whether this browser can take reminders. */
export const pushSupport = (): PushSupport => {
  const has = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  if (!has) return isApplePhone(navigator) ? "install" : "no";
  return Notification.permission === "denied" ? "blocked" : "yes";
};

const toBase64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const WAIT_MS = 15_000;

const registration = async (): Promise<ServiceWorkerRegistration> => {
  if (!(await navigator.serviceWorker.getRegistration("/")))
    await navigator.serviceWorker.register("/sw.js", { scope: "/" });
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("The part of Assay that shows reminders did not start.")), WAIT_MS);
  });
  return Promise.race([navigator.serviceWorker.ready, late]);
};

/** Whether this browser has a subscription under a public key. */
export const hasSubscription = async (publicKey: string): Promise<boolean> => {
  if (pushSupport() !== "yes") return false;
  const found = await (await navigator.serviceWorker.getRegistration("/"))?.pushManager.getSubscription();
  const key = found?.options.applicationServerKey;
  return key !== undefined && key !== null && toBase64url(key) === publicKey;
};

/**
 * Asks the person for permission, and the browser's push service for an address. To be called from a press.
 * @param publicKey the server's, base64url.
 * @throws Error with a sentence for the person.
 */
export const subscribe = async (publicKey: string): Promise<PushAddressInput> => {
  if ((await Notification.requestPermission()) !== "granted")
    throw new Error(
      "This browser may not show messages of Assay. Allow it in the browser's settings for this site.",
    );
  const { pushManager } = await registration();
  if (!(await hasSubscription(publicKey))) await (await pushManager.getSubscription())?.unsubscribe();
  const made = await pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
    .catch(() => {
      throw new Error("This browser's push service could not be reached. Try again later.");
    });
  const { endpoint, keys } = made.toJSON();
  return { endpoint: endpoint ?? "", keys: { p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" } };
};

/** Takes no messages any more; where that fails the server ends the subscription at the next one. */
export const unsubscribe = async (): Promise<void> => {
  const found = await (await navigator.serviceWorker.getRegistration("/"))?.pushManager.getSubscription();
  await found?.unsubscribe();
};
