// @vitest-environment jsdom
import { render, screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { PlannedCard } from "@/app/(app)/_features/day/planned-card";
import { anEntry, TODAY } from "./day-fixtures";

vi.mock("@/app/(app)/_features/diary", () => ({
  useDiaryActions: () => ({ add: () => {}, unplan: () => {} }),
  toEntryInput: () => ({}),
}));

it("11.10 the row of a planned food says what speaks against it, and no other row does", () => {
  const note = "Not suggested any more: your profile rules out foods high in oxalate.";
  const plans = [anEntry({ id: "a", name: "Spinach" }), anEntry({ id: "b", name: "Milk" })];
  const day = { plans, planNotes: { a: note }, minerals: [], date: TODAY, today: TODAY };
  render(<PlannedCard day={day} />);
  const [spinach, milk] = screen.getAllByRole("listitem");
  expect(within(spinach as HTMLElement).getByText(note)).toBeDefined();
  expect(within(milk as HTMLElement).queryByText(note)).toBeNull();
});
