// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { EntryPart } from "@/app/(app)/diary/[date]/[mineral]/_components/entry-part";
import type { ExplainedEntry } from "@/lib/insights/schemas";

const entry: ExplainedEntry = {
  id: "3b8e6c9a-0000-4000-8000-000000000001",
  kind: "food",
  meal: "lunch",
  time: null,
  food: "own:1",
  name: "Bread",
  grams: 100,
  portion: null,
  preparation: null,
  amount: 20,
  share: 1,
  mightHold: null,
  loggedAt: "2026-11-23T10:00:00.000Z",
  origin: {
    kind: "gone",
    source: null,
    row: null,
    column: null,
    note: null,
    bound: false,
    licence: null,
    value: null,
    retained: null,
    unmeasuredLoss: false,
    amountNow: null,
    changed: false,
  },
};
const shown = (part: Partial<ExplainedEntry>) => {
  render(<EntryPart mineral="magnesium" entry={{ ...entry, ...part }} />);
  return (screen.getByRole("listitem").textContent ?? "").replaceAll("\u00a0", " ");
};

describe("an entry of the sum", () => {
  it.each([
    [{ portion: { label: "1 slice", count: 2 }, grams: 64 }, "2 slices · 64 g"],
    [{ portion: { label: "1 cup", count: 0.75 }, grams: 150 }, "¾ cup · 150 g"],
    [{ portion: { label: "1 oz", count: 1 }, grams: 28.35 }, "1 oz · 28 g"],
    [{ portion: null, grams: 180 }, "180 g"],
  ])("names its portion once (%#)", (part, words) => {
    expect(shown(part)).toContain(`Bread ${words}`);
  });
});
