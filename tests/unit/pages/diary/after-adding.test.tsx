// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { AfterAdding } from "@/app/(app)/_features/diary/after-adding";
import { composition } from "@/lib/nutrition";
import { aDay } from "../day-fixtures";

const rows = (amounts: Parameters<typeof composition>[0]) => {
  render(<AfterAdding days={aDay([]).minerals} adds={composition(amounts)} title="Today after adding" />);
  return screen.getAllByRole("row").map((row) => (row.textContent ?? "").replaceAll("\u00a0", " "));
};

describe("the day after adding", () => {
  it("says in red, not with a tick, what would lie above an upper limit", () => {
    const said = rows({ selenium: 1659, zinc: 20, magnesium: 900 });
    const excess = screen.getByText(/above the upper limit/);
    expect(said).toContain("Selenium would be 1,259 µg above the upper limit");
    expect(excess.closest("td")).toHaveClass("text-over");
    const selenium = said.find((text) => text.includes("3,016 %")) ?? "";
    expect(selenium).not.toContain("target reached");
    // Zinc is within its limit; magnesium's is for supplements only.
    expect(said.filter((text) => text.includes("target reached"))).toHaveLength(2);
  });
});
