// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { OneThingCard } from "@/app/(app)/review/_components/one-thing-card";
import { aReview } from "./review-fixtures";

vi.mock("@/app/(app)/review/_components/try-food", () => ({ TryFood: () => <p>The food</p> }));

it("11.1 says beside a food to try what conditions and medicines leave out", () => {
  const leftOut = ["Foods rich in vitamin K are left out."];
  const { rerender } = render(<OneThingCard review={{ ...aReview(), leftOut }} />);
  const shown = screen.queryByText("The food") !== null;
  expect(screen.queryByText(leftOut[0] as string) !== null).toBe(shown);
  expect(shown).toBe(true);
  rerender(<OneThingCard review={aReview()} />);
  expect(screen.queryByText(leftOut[0] as string)).toBeNull();
});
