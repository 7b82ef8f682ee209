// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { POLL_MS, type Shown, watchFresh } from "@/app/(app)/_features/shell/fresh-watch";
import { endOfDay, today } from "@/lib/time";

/* When a page is read anew. The clock, the server's answer and what the browser says are the test's own. */

const ACCOUNT = "nora";
const HOUR = 3_600_000;
const NOON = new Date("2026-11-30T12:00:00Z");

let server: { status: number; revision: number; today: string } | null;
let asked: { account: string | null; at: number }[];
let shown: Shown;
let busy: boolean;
let changed: () => void;
let refreshed: number;
let stop: () => void;
let visibility: DocumentVisibilityState;
let channels: { listeners: ((event: { data: unknown }) => void)[] }[];

/** As the page looks when it was read from the server now. */
const read = (dayEnds = shown.dayEnds): void => {
  if (server) shown = { revision: server.revision, today: server.today, dayEnds };
};
const start = () => {
  stop = watchFresh({
    account: ACCOUNT,
    shown: () => shown,
    isBusy: () => busy,
    watchBusy: (callback) => {
      changed = callback;
      return () => {};
    },
    refresh: () => {
      refreshed += 1;
    },
  });
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const show = (state: DocumentVisibilityState) => {
  visibility = state;
  document.dispatchEvent(new Event("visibilitychange"));
};

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  vi.spyOn(Math, "random").mockReturnValue(0);
  visibility = "visible";
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility);
  server = { status: 200, revision: 5, today: "2026-11-30" };
  shown = { revision: 5, today: "2026-11-30", dayEnds: NOON.getTime() + 12 * HOUR };
  asked = [];
  busy = false;
  refreshed = 0;
  channels = [];
  vi.stubGlobal("fetch", async (url: string, { headers }: { headers: Record<string, string> }) => {
    expect(url).toBe("/api/v1/changes");
    asked.push({ account: headers["assay-account"] ?? null, at: Date.now() });
    if (server === null) throw new TypeError("Failed to fetch");
    const { status, ...body } = server;
    return Response.json(body, { status });
  });
  vi.stubGlobal(
    "BroadcastChannel",
    class {
      listeners: ((event: { data: unknown }) => void)[] = [];
      constructor(readonly name: string) {
        expect(name).toBe("assay");
        channels.push(this);
      }
      addEventListener(_: string, listener: (event: { data: unknown }) => void) {
        this.listeners.push(listener);
      }
      close() {
        this.listeners = [];
      }
    },
  );
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const tell = (data: unknown) => {
  for (const { listeners } of channels) for (const listener of listeners) listener({ data });
};

describe("a page that is seen", () => {
  it("asks every few seconds, names its account, and is left alone while nothing was changed", async () => {
    start();
    await pass(POLL_MS * 3);
    expect(asked.map(({ at }) => (at - NOON.getTime()) / POLL_MS)).toEqual([1, 2, 3]);
    expect(asked[0]?.account).toBe(ACCOUNT);
    expect(refreshed).toBe(0);
  });

  it("is read anew once when another device changed something", async () => {
    start();
    server = { status: 200, revision: 6, today: "2026-11-30" };
    await pass(POLL_MS);
    expect(refreshed).toBe(1);
    read();
    await pass(POLL_MS * 5);
    expect(refreshed).toBe(1);
  });

  it("is asked again when it could not be read, and not each time", async () => {
    start();
    server = { status: 200, revision: 6, today: "2026-11-30" };
    await pass(POLL_MS);
    await pass(POLL_MS);
    expect(refreshed).toBe(1);
    await pass(POLL_MS * 2);
    expect(refreshed).toBe(2);
  });

  it("is read anew when a tab beside it changed something, and not for another account", async () => {
    start();
    tell({ kind: "revision", account: "somebody else", revision: 9 });
    tell({ kind: "queue" });
    tell(null);
    expect(refreshed).toBe(0);
    tell({ kind: "revision", account: ACCOUNT, revision: 6 });
    expect(refreshed).toBe(1);
    expect(asked).toEqual([]);
  });

  it("asks less often while the server cannot be reached, and at once when there is a network again", async () => {
    start();
    server = null;
    await pass(POLL_MS * 40);
    expect(asked.length).toBeLessThan(10);
    server = { status: 200, revision: 6, today: "2026-11-30" };
    window.dispatchEvent(new Event("online"));
    await pass(0);
    expect(refreshed).toBe(1);
  });

  it.each([401, 403])("asks no more once it is answered %i, until the person comes back", async (status) => {
    start();
    server = { status, revision: 0, today: "" };
    await pass(POLL_MS * 5);
    expect([asked.length, refreshed]).toEqual([1, 0]);
    server = { status: 200, revision: 6, today: "2026-11-30" };
    window.dispatchEvent(new Event("focus"));
    await pass(0);
    expect(refreshed).toBe(1);
  });

  it("says nothing once it is left", async () => {
    start();
    stop();
    server = { status: 200, revision: 6, today: "2026-11-30" };
    tell({ kind: "revision", account: ACCOUNT, revision: 6 });
    await pass(POLL_MS * 3);
    show("visible");
    await pass(0);
    expect([asked.length, refreshed]).toEqual([0, 0]);
  });
});

describe("a page that comes back", () => {
  it("asks at once, and nothing while it was hidden", async () => {
    start();
    show("hidden");
    server = { status: 200, revision: 6, today: "2026-11-30" };
    await pass(HOUR);
    tell({ kind: "revision", account: ACCOUNT, revision: 6 });
    expect([asked.length, refreshed]).toEqual([0, 0]);
    show("visible");
    await pass(0);
    expect([asked.length, refreshed]).toEqual([1, 1]);
  });

  it("asks at once when it comes out of the browser's cache of pages", async () => {
    start();
    server = { status: 200, revision: 6, today: "2026-11-30" };
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
    await pass(0);
    expect(asked).toEqual([]);
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    await pass(0);
    expect(refreshed).toBe(1);
  });
});

describe("midnight", () => {
  it("is not waited for longer than a moment, and read once", async () => {
    vi.setSystemTime("2026-11-30T23:59:57Z");
    shown = { ...shown, dayEnds: Date.parse("2026-12-01T00:00:00Z") };
    start();
    server = { status: 200, revision: 5, today: "2026-12-01" };
    await pass(2999);
    expect(asked).toEqual([]);
    await pass(1);
    expect([asked.length, refreshed]).toEqual([1, 1]);
    read(Date.parse("2026-12-02T00:00:00Z"));
    await pass(POLL_MS * 5);
    expect(refreshed).toBe(1);
  });

  it("is asked for again where the server's clock is behind", async () => {
    vi.setSystemTime("2026-11-30T23:59:59Z");
    shown = { ...shown, dayEnds: Date.parse("2026-12-01T00:00:00Z") };
    start();
    await pass(1000);
    expect([asked.length, refreshed]).toEqual([1, 0]);
    server = { status: 200, revision: 5, today: "2026-12-01" };
    await pass(POLL_MS);
    expect(refreshed).toBe(1);
  });

  it("waits until nothing is being typed", async () => {
    vi.setSystemTime("2026-11-30T23:59:59Z");
    shown = { ...shown, dayEnds: Date.parse("2026-12-01T00:00:00Z") };
    start();
    busy = true;
    server = { status: 200, revision: 7, today: "2026-12-01" };
    await pass(HOUR);
    expect(refreshed).toBe(0);
    busy = false;
    changed();
    await pass(0);
    expect(refreshed).toBe(1);
  });

  it("is followed back, too: another time zone was chosen", async () => {
    shown = { ...shown, today: "2026-12-01" };
    start();
    await pass(POLL_MS);
    expect(refreshed).toBe(1);
    read();
    await pass(POLL_MS * 4);
    expect(refreshed).toBe(1);
  });

  it("does not take the page back that was read by itself meanwhile", async () => {
    start();
    await pass(POLL_MS);
    // A write of its own brought the new day before the next look.
    shown = { revision: 8, today: "2026-12-01", dayEnds: shown.dayEnds + 24 * HOUR };
    changed();
    await pass(0);
    expect(refreshed).toBe(0);
  });

  it.each([
    // Berlin puts the clock on: a day of 23 hours; and back: one of 25.
    ["2026-03-29T00:30:00Z", "2026-03-29T22:00:00.000Z"],
    ["2026-03-28T23:00:00Z", "2026-03-29T22:00:00.000Z"],
    ["2026-10-25T00:30:00Z", "2026-10-25T23:00:00.000Z"],
    ["2026-10-24T22:00:00Z", "2026-10-25T23:00:00.000Z"],
  ])("comes when the local day ends, also when the clock is changed (%s)", (now, end) => {
    vi.setSystemTime(now);
    expect(endOfDay(today("Europe/Berlin"), "Europe/Berlin").toISOString()).toBe(end);
    stop = () => {};
  });

  it("comes where the clock is put on at midnight itself", () => {
    // Beirut, 29 March 2026: 00:00 does not exist, the day begins at 01:00.
    vi.setSystemTime("2026-03-28T20:00:00Z");
    expect(endOfDay(today("Asia/Beirut"), "Asia/Beirut").toISOString()).toBe("2026-03-28T22:00:00.000Z");
    stop = () => {};
  });
});
