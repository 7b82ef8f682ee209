// @vitest-environment jsdom
import { render, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { SecondLineCard } from "@/app/(app)/_features/day/second-line-card";
import type { SecondLineDay } from "@/lib/insights/schemas";
import { NUTRIENTS, SECOND_LINE } from "@/lib/nutrition";

const items = SECOND_LINE.map(
  (nutrient): SecondLineDay => ({
    nutrient,
    unit: NUTRIENTS[nutrient].unit,
    standard: "nasem",
    target: 10,
    kind: "AI",
    limit: null,
    portionCap: null,
    state: "usual",
    group: null,
    source: "A report",
    year: 2001,
    note: null,
    total: { amount: null, unit: NUTRIENTS[nutrient].unit, known: 0, entries: 2 },
    fromSupplements: null,
    aboveLimit: null,
  }),
);

describe("11.20 the card of nutrients beside the six", () => {
  it("shows sodium at once, the others folded, and says that iodine is unknown", () => {
    render(<SecondLineCard items={items} />);
    const card = screen.getByRole("region", { name: "Also in this day" });
    const folded = card.querySelector("details");
    const shown = within(card)
      .getAllByRole("listitem")
      .filter((item) => !folded?.contains(item));
    expect(shown.map((item) => item.textContent)).toEqual([expect.stringContaining("Sodiumno data")]);
    expect(folded?.open).toBe(false);
    expect(folded?.querySelectorAll("li")).toHaveLength(SECOND_LINE.length - 1);
    expect(folded?.textContent).toMatch(/Iodine is missing: .* unknown, not zero/);
    // A value that nobody reports is never a 0.
    expect(card.textContent).not.toMatch(/\b0[\s\u00a0](mg|µg|g)\b/);
  });
});
