// @vitest-environment jsdom
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { BestSourcesList } from "@/app/(app)/minerals/[mineral]/_components/best-sources-list";
import { basisWords, eatenWords, splitByPick } from "@/app/(app)/minerals/[mineral]/_components/source-words";
import type { BestSourcesView, SourceView } from "@/lib/insights/schemas";

const { open } = vi.hoisted(() => ({ open: vi.fn() }));
vi.mock("@/app/(app)/_features/palette/log-host", () => ({ useLog: () => ({ open }) }));
beforeEach(() => open.mockClear());

const spaced = (text: string | null | undefined) => text?.replaceAll("\u00A0", " ") ?? null;

const spinach: SourceView = {
  food: "ndb:11458",
  name: "Spinach, cooked, boiled, drained, without salt",
  short: "Spinach, boiled",
  group: "Vegetables",
  portion: { id: "1-cup", label: "1 cup", count: 1 },
  grams: 180,
  energyKcal: 41.4,
  amount: 244.8,
  per100Kcal: 591.3,
  share: 0.2448,
  pick: "leafy-green",
  first: false,
  eatenDays: 2,
  eatenForms: 2,
  notes: [{ code: "calcium-bound", text: "Oxalate binds most of this calcium, so do not rely on it." }],
};
const yogurt: SourceView = {
  ...spinach,
  food: "ndb:01117",
  name: "Yogurt, plain, low fat",
  short: "Yogurt, plain, low fat",
  portion: { id: null, label: "1 cup", count: 1 },
  grams: 245,
  energyKcal: 154.35,
  amount: 448.35,
  per100Kcal: 290.5,
  pick: "yogurt",
  first: true,
  eatenDays: 0,
  eatenForms: 0,
  notes: [],
};
const portion: BestSourcesView = {
  mineral: "calcium",
  unit: "mg",
  by: "portion",
  energyHidden: false,
  forChild: false,
  offered: true,
  reasons: [],
  leftOut: [],
  target: 1000,
  ul: 2500,
  ulScope: "total",
  count: 47,
  items: [yogurt, spinach],
  groups: [],
  permitted: 435,
  unknown: 2,
};
const lists = { portion, energy: { ...portion, by: "energy" as const, items: [spinach] } };
const show = (both: typeof lists = lists) =>
  render(<BestSourcesList lists={both} headingId="best-sources" />);
const rowOf = (name: string) => screen.getByRole("link", { name }).closest("li") as HTMLElement;

describe("the card of best sources", () => {
  it("says portion, weight, energy, amount and share of the target", () => {
    show();
    const row = spaced(rowOf("Yogurt, plain, low fat").textContent);
    for (const words of ["1 cup · 245 g · 154 kcal", "448 mg", "45 % of your target", "From the article"])
      expect(row).toContain(words);
    expect(row).not.toMatch(/You ate/);
  });

  it("marks what was eaten and what is badly absorbed", () => {
    show();
    const row = spaced(rowOf("Spinach, boiled").textContent);
    expect(row).toContain("You ate this on at least 2 of the last 30 days");
    expect(row).toContain("Oxalate binds most of this calcium");
  });

  it("puts the picks that are rich in a part of their own", () => {
    show();
    expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      "The article’s picks rich in calcium",
      "Then all others",
    ]);
    const picks = screen.getByRole("region", { name: /picks/ });
    expect(within(picks).getAllByRole("listitem")).toHaveLength(1);
  });

  it("switches to 100 kcal and back without asking anybody", async () => {
    show();
    await userEvent.click(screen.getByRole("radio", { name: /100.kcal/ }));
    expect(spaced(rowOf("Spinach, boiled").textContent)).toContain("591 mg per 100 kcal");
    expect(spaced(rowOf("Spinach, boiled").textContent)).toContain("1 cup · 180 g · 41 kcal: 245 mg");
    expect(screen.queryByRole("link", { name: "Yogurt, plain, low fat" })).toBeNull();
    expect(screen.getByRole("link", { name: "All 47 sources" }).getAttribute("href")).toBe(
      "/minerals/calcium/sources?by=energy",
    );
    await userEvent.click(screen.getByRole("radio", { name: "A portion" }));
    expect(screen.getByRole("link", { name: "Yogurt, plain, low fat" })).toBeTruthy();
  });

  it("opens the palette with the food and its portion, or its weight where it has no such measure", async () => {
    show();
    await userEvent.click(screen.getByRole("button", { name: "Log Spinach, boiled" }));
    expect(open).toHaveBeenLastCalledWith({
      food: "ndb:11458",
      choice: { portion: { id: "1-cup", label: "1 cup", grams: 180 }, count: 1 },
    });
    await userEvent.click(screen.getByRole("button", { name: "Log Yogurt, plain, low fat" }));
    expect(open).toHaveBeenLastCalledWith({ food: "ndb:01117", choice: { portion: null, count: 245 } });
  });

  it("states no energy and offers no such order where energy is hidden", () => {
    const hidden = {
      ...portion,
      energyHidden: true,
      items: portion.items.map((item) => ({ ...item, energyKcal: null, per100Kcal: null })),
    };
    const { container } = show({ portion: hidden, energy: { ...hidden, by: "energy" } });
    expect(container.textContent).not.toMatch(/kcal/);
    expect(screen.queryByRole("radio")).toBeNull();
  });

  it("says so when nothing is left", () => {
    show({ portion: { ...portion, items: [], count: 0 }, energy: { ...lists.energy, items: [], count: 0 } });
    expect(screen.getByText(/No plain food that fits your diet and settings/)).toBeTruthy();
    expect(screen.queryByRole("radio")).toBeNull();
  });
});

describe("its words", () => {
  it("say what is unknown, and that it is not ranked", () => {
    expect(basisWords(portion)).toContain("From 435 plain foods");
    expect(basisWords(portion)).toContain("2 have no value for calcium; what is unknown is not ranked.");
    expect(basisWords({ ...portion, unknown: 1 })).toContain("One has no value");
    expect(basisWords({ ...portion, unknown: 0 })).not.toMatch(/no value/);
  });

  it("say at least only where several forms were eaten", () => {
    expect(eatenWords(3, 1)).toBe("on 3 of the last 30 days");
    expect(eatenWords(3, 2)).toBe("on at least 3 of the last 30 days");
  });

  it("name no part where there is only one", () => {
    expect(splitByPick({ mineral: "iron", items: [spinach] }).map(({ title }) => title)).toEqual([null]);
    expect(splitByPick({ mineral: "iron", items: [yogurt] }).map(({ title }) => title)).toEqual([
      "The article’s picks rich in iron",
    ]);
  });
});
