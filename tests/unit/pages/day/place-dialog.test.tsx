// @vitest-environment jsdom
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PlaceDialog } from "@/app/(app)/_features/day/place-dialog";
import { DiaryProvider } from "@/app/(app)/_features/diary/diary-provider";
import { dismissToasts } from "@/components/ui/toast";
import { anEntry, TODAY } from "../day-fixtures";
import { serveDiary, diaryWrites as server } from "../diary-actions";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const lunch = anEntry({ id: "3b8e6c9a-0000-4000-8000-000000000001", meal: "lunch" });
const dinner = anEntry({ id: "3b8e6c9a-0000-4000-8000-000000000002", meal: "dinner" });
const open = (dialog: Partial<Parameters<typeof PlaceDialog>[0]>) =>
  render(
    <DiaryProvider account="anna" revision={1} today={TODAY}>
      <PlaceDialog kind="move" entries={[lunch]} from={TODAY} onClose={() => {}} {...dialog} />
    </DiaryProvider>,
  );

beforeEach(serveDiary);
afterEach(dismissToasts);

describe("where entries go", () => {
  it("begins at the meal of one entry and moves it alone", async () => {
    const user = userEvent.setup();
    open({ single: true });
    expect(screen.getByRole("radio", { name: "Lunch" })).toHaveFocus();
    expect(screen.getByRole("button", { name: "Move" })).toBeDisabled();
    await user.click(screen.getByRole("radio", { name: "Snack" }));
    await user.click(screen.getByRole("button", { name: "Move to snack, today" }));
    await waitFor(() =>
      expect(server.moveEntry).toHaveBeenCalledWith({
        op: "move",
        id: lunch.id,
        date: TODAY,
        meal: "snack",
        ifMatch: lunch.version,
      }),
    );
  });

  it("keeps several each at its own meal, and copies them to tomorrow", async () => {
    const user = userEvent.setup();
    open({ kind: "copy", entries: [lunch, dinner] });
    expect(screen.getByRole("combobox", { name: "Meal" })).toHaveDisplayValue("Each at its own meal");
    await user.click(screen.getByRole("button", { name: "Copy to tomorrow" }));
    await waitFor(() => expect(server.changeEntries).toHaveBeenCalledTimes(1));
    expect(server.changeEntries.mock.lastCall?.[0].changes).toMatchObject([
      { op: "copy", from: lunch.id, date: "2026-11-24", meal: "lunch" },
      { op: "copy", from: dinner.id, date: "2026-11-24", meal: "dinner" },
    ]);
  });
});
