// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { QuickFoods } from "@/app/(app)/_features/day/get-started";

vi.mock("@/app/(app)/_features/diary", () => ({ useQuickAdd: () => () => {} }));
vi.mock("@/app/(app)/_features/palette", () => ({ useLog: () => ({ open: () => {} }) }));

it("11.1 the first foods of an empty day stand beside the reason for what is left out of them", () => {
  const reason = "Warfarin: foods rich in vitamin K, such as greens, are left out.";
  render(<QuickFoods foods={[]} date="2026-11-22" leftOut={[reason]} />);
  expect(screen.getByRole("region", { name: "Quick first foods" }).textContent).toContain(reason);
});
