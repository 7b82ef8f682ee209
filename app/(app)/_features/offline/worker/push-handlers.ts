import type { PushPayload } from "@/lib/notices/schemas";

// Reminders in the service worker: shows a message, opens its page, ends reminders from the message itself, and tells
// the server a new address. The worker's types are those parts of the standard ones that are used here: the program is
// compiled with the types of a page.

type Waiting = { waitUntil(work: Promise<unknown>): void };
type Message = Waiting & { readonly data: { json(): unknown } | null };
type NotificationData = { readonly url: string; readonly stop: string | null };
type Click = Waiting & {
  readonly action: string;
  readonly notification: { readonly tag: string; readonly data: NotificationData | null; close(): void };
};
type Subscription = Pick<PushSubscription, "options" | "toJSON" | "unsubscribe">;
type Renewal = Waiting & {
  readonly oldSubscription?: Subscription | null;
  readonly newSubscription?: Subscription | null;
};
type Page = { readonly url: string; focus(): Promise<unknown>; postMessage(message: unknown): void };
type Options = NotificationOptions & { actions?: { action: string; title: string }[] };

/** What the handlers use of the service worker. */
export type PushScope = {
  addEventListener(type: "push", listener: (event: Message) => void): void;
  addEventListener(type: "notificationclick", listener: (event: Click) => void): void;
  addEventListener(type: "pushsubscriptionchange", listener: (event: Renewal) => void): void;
  readonly location: { readonly origin: string };
  readonly registration: {
    readonly pushManager: { subscribe(options: PushSubscriptionOptionsInit): Promise<Subscription> };
    showNotification(title: string, options: Options): Promise<void>;
  };
  readonly clients: {
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly Page[]>;
    openWindow(url: string): Promise<unknown>;
  };
};

/** Sent to a page that is brought to the front by a reminder: what ends these reminders. */
export type ReminderOpened = { readonly kind: "reminder-opened"; readonly stop: string };

const STOP = "stop";
const ICON = "/icon.svg";

const isPayload = (value: unknown): value is PushPayload =>
  typeof value === "object" &&
  value !== null &&
  ["title", "body", "tag", "url"].every((key) => typeof Reflect.get(value, key) === "string");

/** A browser that was sent a message has to show one: what cannot be read is shown as this. */
const UNREADABLE: PushPayload = {
  title: "Something new in Assay",
  body: "Open Assay to see what.",
  tag: "other",
  url: "/today",
  stop: null,
};

const read = ({ data }: Message): PushPayload => {
  try {
    const value: unknown = data?.json();
    return isPayload(value) ? value : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
};

const show = ({ registration }: PushScope, { title, body, tag, url, stop }: PushPayload): Promise<void> =>
  registration.showNotification(title, {
    body,
    tag,
    icon: ICON,
    data: { url, stop: stop ?? null } satisfies NotificationData,
    ...(stop && { actions: [{ action: STOP, title: "Stop these reminders" }] }),
  });

/** The address of one of our own pages; Today for anything else. */
const pageUrl = ({ location }: PushScope, path: string): URL => {
  const url = URL.canParse(path, location.origin) ? new URL(path, location.origin) : null;
  return url !== null && url.origin === location.origin ? url : new URL("/today", location.origin);
};

/**
 * Brings a page to the front that is there already, and opens another where there is none: a page with something typed
 * in it is not led away. The page offers to end these reminders, because some systems show no buttons on messages.
 */
const openPage = async (scope: PushScope, { url: path, stop }: NotificationData): Promise<void> => {
  const url = pageUrl(scope, path);
  const pages = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = pages.find((page) => {
    const { origin, pathname } = new URL(page.url);
    return origin === url.origin && pathname === url.pathname;
  });
  if (there) {
    if (stop) there.postMessage({ kind: "reminder-opened", stop } satisfies ReminderOpened);
    await there.focus();
    return;
  }
  if (stop) url.hash = `reminder=${stop}`;
  await scope.clients.openWindow(url.href);
};

/** Ends these reminders and says so; the page that asks for it opens where the server cannot be reached. */
const stopThese = async (scope: PushScope, tag: string, stop: string): Promise<void> => {
  const path = `/reminders/${encodeURIComponent(stop)}`;
  const answer = await fetch(`${path}/stop`, { method: "POST" }).catch(() => null);
  // 404: this device is reminded of nothing any more.
  if (answer?.ok || answer?.status === 404)
    await scope.registration.showNotification("These reminders are off", {
      body: "This device gets no more of them. Settings, Reminders has them again.",
      tag,
      icon: ICON,
      silent: true,
      data: { url: "/settings/reminders", stop: null } satisfies NotificationData,
    });
  else await scope.clients.openWindow(new URL(path, scope.location.origin).href);
};

const click = async (scope: PushScope, { action, notification: { tag, data } }: Click): Promise<void> => {
  if (action === STOP && data?.stop) return stopThese(scope, tag, data.stop);
  return openPage(scope, data ?? { url: "/today", stop: null });
};

/** The key that browsers subscribe with, as the server has it now; null where nobody is signed in. */
const publicKey = async (): Promise<string | null> => {
  const answer = await fetch("/api/v1/reminders");
  return answer.ok ? ((await answer.json()) as { publicKey: string }).publicKey : null;
};

/** Tells the server this browser's new address; where this browser is not reminded, the address is given up. */
const renew = async (
  { registration }: PushScope,
  { oldSubscription, newSubscription }: Renewal,
): Promise<void> => {
  let made = newSubscription ?? null;
  if (made === null) {
    const applicationServerKey = oldSubscription?.options.applicationServerKey ?? (await publicKey());
    if (applicationServerKey === null) return;
    made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  }
  const { endpoint, keys } = made.toJSON();
  const answer = await fetch("/api/v1/reminders/current/subscription", {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ endpoint, keys }),
  });
  if (answer.status === 404 || answer.status === 401) await made.unsubscribe();
};

/** Has a service worker show reminders. To be called while its script runs for the first time. */
export const addPushHandlers = (scope: PushScope): void => {
  scope.addEventListener("push", (event) => event.waitUntil(show(scope, read(event))));
  scope.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(click(scope, event));
  });
  scope.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(scope, event)));
};
