// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DayBoard } from "@/app/(app)/_features/day/day-board";
import type { DayChange } from "@/app/(app)/_features/diary/day-change";
import { DiaryProvider } from "@/app/(app)/_features/diary/diary-provider";
import { useQuickAdd } from "@/app/(app)/_features/diary/quick-add";
import type { ReadyFood } from "@/app/(app)/_features/diary/ready-food";
import { undoneFigure, undoneWords } from "@/app/(app)/_features/diary/undone";
import { LogHost } from "@/app/(app)/_features/palette/log-host";
import { ShortcutProvider } from "@/components/layout/shortcut-provider";
import { dismissToasts, ToastHost } from "@/components/ui/toast";
import { composition } from "@/lib/nutrition";
import { aDay, anEntry, TODAY } from "../day-fixtures";
import { serveDiary, diaryWrites as writes } from "../diary-actions";

vi.mock("@/app/(app)/diary/actions", async () => (await import("../diary-actions")).diaryActions);
vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }),
  usePathname: () => "/today",
}));
vi.mock("@/app/(app)/_features/food/food-table", () => ({ useFoodTable: () => null }));

const almonds: ReadyFood = {
  food: "ndb:12061",
  name: "Almonds",
  portion: { id: "1-oz", label: "1 oz", count: 1 },
  grams: 28.35,
  words: "1 oz",
  per100g: composition({ magnesium: 270 }),
};
const OtherPage = () => {
  const add = useQuickAdd(TODAY);
  return (
    <button type="button" onClick={() => add(almonds)}>
      Add almonds
    </button>
  );
};
const DAY = aDay([anEntry({ id: "3b8e6c9a-0000-4000-8000-000000000001" })]);
const pageOf = (day: typeof DAY | null) => (
  <DiaryProvider account="anna" revision={1} today={TODAY}>
    <ShortcutProvider>
      <LogHost version="test">
        {day ? <DayBoard page={day} group={null} quick={[]} limitNotice="" /> : <OtherPage />}
      </LogHost>
      <ToastHost />
    </ShortcutProvider>
  </DiaryProvider>
);

beforeEach(async () => {
  vi.resetAllMocks();
  await serveDiary();
  Element.prototype.setPointerCapture = vi.fn();
});

// What is still to be said belongs to its own test.
afterEach(() => {
  dismissToasts();
  vi.unstubAllGlobals();
});

describe("one tap that logs", () => {
  it("logs once for a double click, and again when it is meant", async () => {
    render(pageOf(null));
    const button = screen.getByText("Add almonds");
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalledTimes(1));
    // Long after it was drawn; jsdom counts the time of events from the epoch.
    await act(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const now = Date.now();
    vi.spyOn(Date, "now").mockReturnValue(now + 1500);
    fireEvent.click(button);
    await waitFor(() => expect(writes.putEntry).toHaveBeenCalledTimes(2));
    const ids = writes.putEntry.mock.calls.map(([{ id }]) => id);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe("undo", () => {
  it("takes back with Ctrl Z what was logged on another page, and its toast with it", async () => {
    const user = userEvent.setup();
    // The toast does not go by itself, which it does after eight seconds.
    const native = setTimeout;
    vi.stubGlobal("setTimeout", (run: () => void, after = 0) =>
      native(run, after < 8000 ? after : 2 ** 31 - 1),
    );
    render(pageOf(null));
    await user.click(screen.getByText("Add almonds"));
    await screen.findByText(/^Almonds added to/);
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(writes.removeEntry).toHaveBeenCalledTimes(1));
    await screen.findByText(/^Undone: Almonds is not in (breakfast|lunch|dinner|snack) any more$/);
    await waitFor(() => expect(screen.queryByText(/^Almonds added to/)).toBeNull());
    // A change is taken back once.
    await user.keyboard("{Control>}z{/Control}");
    expect(writes.removeEntry).toHaveBeenCalledTimes(1);
  });

  it("remembers changes when another day is opened, and stands in the day's menu", async () => {
    const user = userEvent.setup();
    const { rerender } = render(pageOf(DAY));
    await user.click(screen.getByRole("button", { name: "Day complete" }));
    await waitFor(() => expect(writes.setDayMark).toHaveBeenCalledTimes(1));
    rerender(pageOf({ ...DAY, date: "2026-11-20" }));
    await user.click(screen.getByRole("button", { name: "More for this day" }));
    await user.click(await screen.findByRole("menuitem", { name: "Undo the last change" }));
    await waitFor(() => expect(writes.setDayMark).toHaveBeenCalledTimes(2));
    expect(writes.setDayMark.mock.lastCall?.[0]).toMatchObject({ date: TODAY, mark: null });
    await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
    await user.click(screen.getByRole("button", { name: "More for this day" }));
    await screen.findByRole("menuitem", { name: /Copy this day/ });
    expect(screen.queryByRole("menuitem", { name: "Undo the last change" })).toBeNull();
  });
});

describe("fault 12: what an Undo says", () => {
  const entry = anEntry({ id: "3b8e6c9a-0000-4000-8000-000000000002", name: "Kefir" });
  const day = aDay([anEntry({ id: "3b8e6c9a-0000-4000-8000-000000000001" }), entry]);

  it.each<[string, DayChange, string, string | undefined]>([
    ["an added food", { kind: "remove", entry }, "Kefir is not in lunch any more", "Today: 100 mg magnesium"],
    ["a deleted food", { kind: "restore", entry }, "Kefir is in lunch again", "Today: 200 mg magnesium"],
    [
      "a moved food",
      { kind: "move", entry: { ...entry, meal: "dinner" }, to: { date: "2026-11-24", meal: "lunch" } },
      "Kefir is in lunch, tomorrow again",
      "Today: 100 mg magnesium",
    ],
    [
      "a meal",
      {
        kind: "batch",
        id: "b",
        label: "",
        steps: day.meals.flatMap(({ entries }) => entries).map((each) => ({ kind: "remove", entry: each })),
      },
      "2 foods are not in lunch any more",
      "Today: nothing logged yet",
    ],
    [
      "a mark",
      { kind: "mark", date: TODAY, to: null, before: "complete" },
      "the day is not marked any more",
      undefined,
    ],
  ])("is how things stand after %s was taken back", (_, back, words, figure) => {
    expect(undoneWords(back, TODAY)).toBe(words);
    expect(undoneFigure(back, day, TODAY)?.replaceAll("\u00a0", " ")).toBe(figure);
  });

  it("is said after the toast's own Undo, too, with the figure of the day", async () => {
    const user = userEvent.setup();
    render(pageOf(day));
    await user.click(screen.getByRole("button", { name: "Change Kefir" }));
    await user.click(await screen.findByRole("menuitem", { name: "Delete" }));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await screen.findByText("Undone: Kefir is in lunch again");
    await screen.findByText(/^Today: 200.mg magnesium$/);
  });
});

describe("copying a day", () => {
  const copying = async () => {
    const user = userEvent.setup();
    render(pageOf(DAY));
    await user.click(screen.getByRole("button", { name: "More for this day" }));
    await user.click(await screen.findByRole("menuitem", { name: /^Copy this day to/ }));
    return { user, day: await screen.findByLabelText("Day") };
  };
  it("refuses an empty date in words, and copies nothing", async () => {
    const { user, day } = await copying();
    await user.clear(day);
    await user.click(screen.getByRole("button", { name: "Copy" }));
    expect(day).toHaveAccessibleDescription(/Choose a day/);
    expect(screen.getByRole("dialog")).toBeInTheDocument();
    const made = writes.changeEntries.mock.calls.flatMap(([{ changes }]) => changes);
    expect(made.filter(({ op }) => op === "copy")).toEqual([]);
  });

  it("names a year that is not this one, and asks about one far away", async () => {
    const { user, day } = await copying();
    fireEvent.change(day, { target: { value: "2099-01-01" } });
    expect(day).toHaveAccessibleDescription(/More than a year from today: 1.January 2099/);
    await user.click(screen.getByRole("button", { name: /^Copy to .*Thu 1.Jan 2099$/ }));
    await waitFor(() => expect(writes.changeEntries).toHaveBeenCalledTimes(1));
    await screen.findByText(/copied to .*2099/);
  });
});
