// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchReminders } from "@/app/(app)/_features/shell/reminder-opened";
import { showToast } from "@/components/ui/toast";

vi.mock("@/components/ui/toast", () => ({ showToast: vi.fn() }));

const said = () => vi.mocked(showToast).mock.calls;
const button = (): (() => void) => said().at(-1)?.[1]?.action?.onClick ?? (() => {});
let stop: () => void = () => {};
let worker: EventTarget;

beforeEach(() => {
  vi.mocked(showToast).mockClear();
  worker = new EventTarget();
  vi.stubGlobal("navigator", { serviceWorker: worker });
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  window.history.replaceState(null, "", "/");
});

describe("a page that a reminder has opened", () => {
  it("offers to end these reminders, and its address forgets the token", async () => {
    window.history.replaceState({ kept: true }, "", "/today?log=x#reminder=o.i.s");
    const asked: unknown[] = [];
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      asked.push([url, init.method]);
      return new Response(null, { status: 200 });
    });
    stop = watchReminders();
    expect(said()).toMatchObject([["Opened from a reminder", { action: { label: "Stop these reminders" } }]]);
    expect([window.location.href, window.history.state]).toEqual([
      "http://localhost:3000/today?log=x",
      { kept: true },
    ]);
    button()();
    await vi.waitFor(() => expect(said()).toHaveLength(2));
    expect(asked).toEqual([["/reminders/o.i.s/stop", "POST"]]);
    expect(said()[1]?.[0]).toBe("This device gets no more of these reminders");
  });

  it("offers it when the page was there already", () => {
    stop = watchReminders();
    expect(said()).toEqual([]);
    worker.dispatchEvent(new MessageEvent("message", { data: { kind: "reminder-opened", stop: "o.i.s" } }));
    worker.dispatchEvent(new MessageEvent("message", { data: { kind: "queue" } }));
    expect(said()).toHaveLength(1);
  });

  it("says when the server did not answer", async () => {
    window.history.replaceState(null, "", "/today#reminder=o.i.s");
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("Failed to fetch");
    });
    stop = watchReminders();
    button()();
    await vi.waitFor(() => expect(said()).toHaveLength(2));
    expect(said()[1]?.[0]).toBe("The server did not answer. Try again.");
  });
});
