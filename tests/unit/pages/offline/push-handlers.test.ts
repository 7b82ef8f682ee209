import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addPushHandlers, type PushScope } from "@/app/(app)/_features/offline/worker/push-handlers";

/* Reminders in the service worker, with a scope of the test's own. */

const ORIGIN = "https://assay.example.org";

type Shown = { title: string; body?: string; tag?: string; data: unknown; actions?: unknown };
type Page = { url: string; focus: () => Promise<void>; postMessage: (message: unknown) => void };

const makeScope = (pages: Page[] = []) => {
  const listeners = new Map<string, (event: never) => void>();
  const shown: Shown[] = [];
  const opened: string[] = [];
  const subscribe = vi.fn(async () => subscription("https://push.example.org/new"));
  const scope = {
    addEventListener: (kind: string, listener: (event: never) => void) => listeners.set(kind, listener),
    location: { origin: ORIGIN },
    registration: {
      pushManager: { subscribe },
      showNotification: async (title: string, options: object) => {
        shown.push({ title, ...options } as Shown);
      },
    },
    clients: {
      matchAll: async () => pages,
      openWindow: async (url: string) => {
        opened.push(url);
      },
    },
  } as unknown as PushScope;
  addPushHandlers(scope);
  /** Sends an event and waits for what it waits for. */
  const send = async (kind: string, event: object): Promise<void> => {
    const work: Promise<unknown>[] = [];
    listeners.get(kind)?.({ ...event, waitUntil: (part: Promise<unknown>) => work.push(part) } as never);
    expect(work).toHaveLength(1);
    await Promise.all(work);
  };
  return { send, shown, opened, subscribe };
};

const subscription = (endpoint: string) => ({
  options: { applicationServerKey: new ArrayBuffer(65) },
  toJSON: () => ({ endpoint, keys: { p256dh: "p", auth: "a" }, expirationTime: null }),
  unsubscribe: vi.fn(async () => true),
});
const payload = {
  title: "Planned for 08:00",
  body: "Open Assay.",
  tag: "doses-08:00",
  url: "/today",
  stop: "o.i.s",
};
const message = (data: unknown) => ({ data: { json: () => data } });
const pressed = (action: string, data: unknown = { url: "/today", stop: "o.i.s" }) => ({
  action,
  notification: { tag: "doses-08:00", data, close: vi.fn() },
});

let answers: { status: number; body?: unknown }[];
let asked: { url: string; method: string; body: unknown }[];
beforeEach(() => {
  answers = [];
  asked = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    asked.push({ url, method: init.method ?? "GET", body: init.body ? JSON.parse(String(init.body)) : null });
    const answer = answers.shift();
    if (!answer) throw new TypeError("Failed to fetch");
    return Response.json(answer.body ?? {}, { status: answer.status });
  });
});
afterEach(() => vi.unstubAllGlobals());

describe("a message", () => {
  it("is shown with a way to end its kind", async () => {
    const { send, shown } = makeScope();
    await send("push", message(payload));
    expect(shown).toMatchObject([
      {
        title: "Planned for 08:00",
        body: "Open Assay.",
        tag: "doses-08:00",
        data: { url: "/today", stop: "o.i.s" },
        actions: [{ action: "stop", title: "Stop these reminders" }],
      },
    ]);
  });

  it.each([[null], [{ title: 5 }], ["text"]])(
    "is shown in general words where it cannot be read: %j",
    async (data) => {
      const { send, shown } = makeScope();
      await send("push", message(data));
      expect(shown).toMatchObject([{ title: "Something new in Assay", data: { url: "/today", stop: null } }]);
    },
  );
});

describe("a press", () => {
  it("opens the page, which offers to end these reminders", async () => {
    const { send, opened } = makeScope();
    await send("notificationclick", pressed("", { url: "/alerts", stop: "o.i.s" }));
    expect(opened).toEqual([`${ORIGIN}/alerts#reminder=o.i.s`]);
  });

  it("brings the page to the front that is there, and leads no other away", async () => {
    const focus = vi.fn(async () => {});
    const said = vi.fn();
    const form = { url: `${ORIGIN}/foods/new`, focus: vi.fn(), postMessage: vi.fn() };
    const { send, opened } = makeScope([form, { url: `${ORIGIN}/today?x=1`, focus, postMessage: said }]);
    await send("notificationclick", pressed(""));
    expect(focus).toHaveBeenCalledOnce();
    expect(said).toHaveBeenCalledWith({ kind: "reminder-opened", stop: "o.i.s" });
    expect(opened).toEqual([]);
    await send("notificationclick", pressed("", { url: "/alerts", stop: null }));
    expect(opened).toEqual([`${ORIGIN}/alerts`]);
    expect(form.focus).not.toHaveBeenCalled();
  });

  it("opens no page of anybody else", async () => {
    const { send, opened } = makeScope();
    for (const url of ["https://evil.example/x", "//evil.example/x"])
      await send("notificationclick", pressed("", { url, stop: null }));
    expect(opened).toEqual([`${ORIGIN}/today`, `${ORIGIN}/today`]);
  });

  it.each([200, 404])("on Stop ends these reminders and says so (%i)", async (status) => {
    answers = [{ status }];
    const { send, shown, opened } = makeScope();
    await send("notificationclick", pressed("stop"));
    expect(asked).toEqual([{ url: "/reminders/o.i.s/stop", method: "POST", body: null }]);
    expect(shown).toMatchObject([{ title: "These reminders are off", silent: true }]);
    expect(opened).toEqual([]);
  });

  it.each([[[]], [[{ status: 503 }]]])(
    "on Stop opens the page that asks, where the server is away",
    async (given) => {
      answers = given;
      const { send, shown, opened } = makeScope();
      await send("notificationclick", pressed("stop"));
      expect(shown).toEqual([]);
      expect(opened).toEqual([`${ORIGIN}/reminders/o.i.s`]);
    },
  );
});

describe("a new address", () => {
  it("is told the server", async () => {
    answers = [{ status: 204 }];
    // A Response with 204 has no body.
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      asked.push({ url, method: init.method ?? "GET", body: JSON.parse(String(init.body)) });
      return new Response(null, { status: 204 });
    });
    const { send, subscribe } = makeScope();
    await send("pushsubscriptionchange", { newSubscription: subscription("https://push.example.org/other") });
    expect(subscribe).not.toHaveBeenCalled();
    expect(asked).toEqual([
      {
        url: "/api/v1/reminders/current/subscription",
        method: "PUT",
        body: { endpoint: "https://push.example.org/other", keys: { p256dh: "p", auth: "a" } },
      },
    ]);
  });

  it("is asked for with the old key, or the server's, and given up where nobody is reminded", async () => {
    const made = subscription("https://push.example.org/new");
    answers = [{ status: 200, body: { publicKey: "KEY" } }, { status: 404 }];
    const { send, subscribe } = makeScope();
    subscribe.mockResolvedValueOnce(made);
    await send("pushsubscriptionchange", { oldSubscription: null, newSubscription: null });
    expect(subscribe).toHaveBeenCalledWith({ userVisibleOnly: true, applicationServerKey: "KEY" });
    expect(made.unsubscribe).toHaveBeenCalledOnce();
  });
});
