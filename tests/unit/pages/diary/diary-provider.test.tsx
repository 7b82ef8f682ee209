// @vitest-environment jsdom
import { act, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useDiaryActions } from "@/app/(app)/_features/diary/diary-actions";
import {
  DiaryProvider,
  useDiaryState,
  useShownDay,
  useToday,
} from "@/app/(app)/_features/diary/diary-provider";
import { toEntryInput } from "@/app/(app)/_features/diary/entry-input";
import { useQueue } from "@/app/(app)/_features/offline";
import { dismissToasts, ToastHost } from "@/components/ui/toast";
import { aDay, anEntry, TODAY } from "../day-fixtures";
import { serveDiary, diaryWrites as server } from "../diary-actions";

const router = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => router }));

const renders = { actions: 0, today: 0, shownDay: 0 };
let actions: ReturnType<typeof useDiaryActions>;
const OfActions = () => {
  actions = useDiaryActions();
  renders.actions += 1;
  return null;
};
const OfToday = () => {
  renders.today += 1;
  return <p>{useToday()}</p>;
};
const OfShownDay = () => {
  renders.shownDay += 1;
  return <p>{useShownDay()?.date ?? "no day"}</p>;
};
const OfState = () => {
  const { pending, canUndo } = useDiaryState();
  const refused = useQueue().items.filter((item) => item.state === "refused");
  return (
    <p role="status">
      {pending.length} pending, {refused.length} refused, {canUndo ? "undo" : "no undo"}
    </p>
  );
};

const entry = anEntry({ id: "3b8e6c9a-0000-4000-8000-000000000001" });
const pageOf = (revision: number) => (
  <DiaryProvider account="anna" revision={revision} today={TODAY}>
    <OfActions />
    <OfToday />
    <OfShownDay />
    <OfState />
    <ToastHost />
  </DiaryProvider>
);
const state = () => screen.getByText(/pending/).textContent;

beforeEach(async () => {
  vi.clearAllMocks();
  await serveDiary();
  Object.assign(renders, { actions: 0, today: 0, shownDay: 0 });
});
afterEach(() => {
  vi.useRealTimers();
  dismissToasts();
  vi.unstubAllGlobals();
});

describe("the diary's contexts", () => {
  it("do not render again what uses the actions alone when a change is sent and refused", async () => {
    let answer: (result: Awaited<ReturnType<typeof server.putEntry>>) => void = () => {};
    server.putEntry.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    render(pageOf(1));
    const before = { ...renders };
    const first = actions;
    act(() => actions.add(entry, toEntryInput(entry)));
    // It is drawn at once; what keeps and sends it is loaded with the first change.
    expect(state()).toMatch(/^1 pending, 0 refused/);
    await waitFor(() => expect(state()).toBe("1 pending, 0 refused, undo"));
    await waitFor(() => expect(server.putEntry).toHaveBeenCalledTimes(1));
    await act(async () => answer({ ok: false, error: { code: "conflict", message: "No." } }));
    await waitFor(() => expect(state()).toBe("0 pending, 1 refused, no undo"));
    expect(renders).toEqual(before);
    act(() => actions.showDay(aDay([])));
    expect(screen.getAllByText(TODAY)).toHaveLength(2);
    expect(renders).toEqual({ ...before, shownDay: before.shownDay + 1 });
    expect(actions).toBe(first);
  });

  it("name what is missing outside their provider", () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    expect(() => render(<OfActions />)).toThrow("DiaryProvider");
  });
});

describe("a change on a page whose day is over", () => {
  it("goes to the day that was on the screen, and what is said names it", async () => {
    const dayEnds = Date.parse(`${TODAY}T23:00:00Z`);
    // Half past midnight in Berlin.
    vi.useFakeTimers({ toFake: ["Date"], now: dayEnds + 1_800_000 });
    render(
      <DiaryProvider account="anna" revision={1} today={TODAY} dayEnds={dayEnds} timeZone="Europe/Berlin">
        <OfActions />
        <ToastHost />
      </DiaryProvider>,
    );
    act(() => actions.add(entry, toEntryInput(entry)));
    await screen.findByText(/^Logged to yesterday, Mon.23.Nov/);
    await waitFor(() => expect(server.putEntry).toHaveBeenCalledTimes(1));
    expect(JSON.stringify(server.putEntry.mock.calls)).toContain(`"date":"${TODAY}"`);
  });
});

describe("a change that is kept", () => {
  it("is told only when it is in the database", async () => {
    let open: () => void = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const real = indexedDB;
    // A device that takes its time.
    vi.stubGlobal("indexedDB", {
      open: (...args: Parameters<IDBFactory["open"]>) => {
        const request = real.open(...args);
        const listen = request.addEventListener.bind(request);
        request.addEventListener = ((type: string, run: (event: Event) => void) =>
          listen(type, (event) =>
            type === "success" ? void opened.then(() => run(event)) : run(event),
          )) as never;
        return request;
      },
    });
    render(pageOf(1));
    act(() => actions.add(entry, toEntryInput(entry)));
    expect(state()).toContain("1 pending");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByText(/added to lunch/)).toBeNull();
    expect(server.putEntry).not.toHaveBeenCalled();
    open();
    await screen.findByText(/added to lunch/);
    await waitFor(() => expect(server.putEntry).toHaveBeenCalledTimes(1));
  });

  it("is drawn on until the page holds it", async () => {
    vi.stubGlobal("fetch", async () =>
      Response.json({}, { status: 201, headers: { "assay-revision": "7" } }),
    );
    const { rerender } = render(pageOf(6));
    act(() => actions.add(entry, toEntryInput(entry)));
    await waitFor(() => expect(router.refresh).toHaveBeenCalledTimes(1));
    expect(state()).toContain("1 pending");
    rerender(pageOf(7));
    expect(state()).toContain("0 pending");
  });

  it("that was never sent is taken out again by Undo, and nothing is sent of either", async () => {
    const sent = vi.fn(async () => {
      throw new TypeError("fetch failed");
    });
    server.setDayMark.mockImplementation(sent);
    render(pageOf(1));
    // The first fails and holds up the second.
    act(() => actions.mark(aDay([]), "complete"));
    await waitFor(() => expect(sent).toHaveBeenCalled());
    act(() => actions.add(entry, toEntryInput(entry)));
    await screen.findByText(/added to lunch/);
    const tries = sent.mock.calls.length;
    expect(state()).toContain("2 pending");
    act(() => void actions.undoLast());
    await waitFor(() => expect(state()).toContain("1 pending"));
    await screen.findByText(/^Undone:/);
    expect(server.putEntry).not.toHaveBeenCalled();
    expect(server.removeEntry).not.toHaveBeenCalled();
    expect(sent.mock.calls.length).toBeGreaterThanOrEqual(tries);
  });
});
