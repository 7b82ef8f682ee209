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
import { dismissToasts } from "@/components/ui/toast";
import { aDay, anEntry, TODAY } from "../day-fixtures";

const server = vi.hoisted(() => ({ putEntry: vi.fn() }));
vi.mock("@/app/(app)/diary/actions", () => server);

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
  const { pending, failed, canUndo } = useDiaryState();
  return (
    <p role="status">
      {pending.length} pending, {failed.length} failed, {canUndo ? "undo" : "no undo"}
    </p>
  );
};

const entry = anEntry({ id: "3b8e6c9a-0000-4000-8000-000000000001" });
const begin = () =>
  render(
    <DiaryProvider today={TODAY}>
      <OfActions />
      <OfToday />
      <OfShownDay />
      <OfState />
    </DiaryProvider>,
  );
const state = () => screen.getByRole("status").textContent;

beforeEach(() => {
  vi.resetAllMocks();
  Object.assign(renders, { actions: 0, today: 0, shownDay: 0 });
});
afterEach(dismissToasts);

describe("the diary's contexts", () => {
  it("do not render again what uses the actions alone when a change is sent, fails and is given up", async () => {
    let answer: (result: unknown) => void = () => {};
    server.putEntry.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    begin();
    const before = { ...renders };
    const first = actions;
    act(() => actions.add(entry, toEntryInput(entry)));
    expect(state()).toBe("1 pending, 0 failed, undo");
    // What sends it is loaded with the first change.
    await waitFor(() => expect(server.putEntry).toHaveBeenCalledTimes(1));
    await act(async () => answer({ ok: false, error: { code: "invalid", message: "No." } }));
    await waitFor(() => expect(state()).toBe("0 pending, 1 failed, no undo"));
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
