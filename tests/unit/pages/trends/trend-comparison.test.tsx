// @vitest-environment jsdom
import { render, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { Comparison } from "@/app/(app)/trends/_components/comparison-card";
import type { ComparisonItem, ComparisonView } from "@/lib/insights/schemas";
import { readSpans, spanBefore } from "@/lib/insights/trends/trend-spans";
import { plain as unbroken } from "../../components/fixtures";

// The form at once, as the server sends it.
vi.mock("@/app/(app)/trends/_components/later", () => import("@/app/(app)/trends/_components/span-choice"));

const TODAY = "2026-05-14";
const SHOWN = { from: "2026-04-15", to: TODAY };

const choose = (asked: Parameters<typeof readSpans>[0]) => {
  const before = spanBefore(SHOWN);
  if (before === null) throw new Error("no day before");
  return readSpans(asked, { before, now: SHOWN }, TODAY);
};

const item: ComparisonItem = {
  mineral: "magnesium",
  unit: "mg",
  target: 320,
  before: { days: 20, mean: 212.4, coverageOfMean: 1 },
  now: { days: 9, mean: 246.9, coverageOfMean: 0.9 },
  change: { difference: 34.5, low: 12.2, high: 56.8 },
  verdict: "more",
  reason: null,
};
const view = (counted: readonly [number, number]): ComparisonView => ({
  before: { from: "2025-05-01", to: "2025-05-14", counted: counted[0] },
  now: { from: "2026-05-01", to: "2026-05-14", counted: counted[1] },
  confidence: 0.95,
  items: [item],
});
const A_YEAR_APART = {
  from: "2026-05-01",
  to: "2026-05-14",
  againstFrom: "2025-05-01",
  againstTo: "2025-05-14",
};

/** @param comparison null where the address names no two spans. */
const show = async (asked: Parameters<typeof readSpans>[0], comparison: ComparisonView | null) => {
  render(
    await Comparison({
      span: 30,
      choice: choose(asked),
      comparison: comparison && Promise.resolve(comparison),
    }),
  );
};
const text = (element: Element | null): string => unbroken(element?.textContent);
const field = (group: string, label: string) =>
  within(screen.getByRole("group", { name: group })).getByLabelText<HTMLInputElement>(label);

describe("two chosen spans", () => {
  it("are named with their years in the sentence, the legend, the pictures and the table", async () => {
    await show(A_YEAR_APART, view([20, 9]));
    const card = screen.getByRole("region", { name: "Two spans compared" });
    expect(text(card)).toContain(
      "1 – 14 May 2026 (9 days count) against 1 – 14 May 2025 (20 days). Days differ by chance",
    );
    const legend = within(screen.getByRole("list", { name: "Legend" })).getAllByRole("listitem");
    expect(legend.slice(0, 2).map(text)).toEqual(["1 – 14 May 2025", "1 – 14 May 2026"]);
    expect(unbroken(screen.getByRole("img", { name: /^Magnesium: 212/ }).getAttribute("aria-label"))).toBe(
      "Magnesium: 212 mg a day in 1 – 14 May 2025, at least 246 mg a day in 1 – 14 May 2026. About 35 mg more a day, between +12 and +57 mg, from 20 and 9 days.",
    );
    const table = screen.getByRole("table", { hidden: true });
    expect(text(table.querySelector("caption"))).toBe(
      "Averages a day, 1 – 14 May 2026 against 1 – 14 May 2025",
    );
    // Each figure of the view, under the days it is of.
    expect([...table.querySelectorAll("tr")].map((row) => [...row.children].map(text))).toEqual([
      [
        "Mineral",
        "1 – 14 May 2025",
        "1 – 14 May 2026",
        "Difference",
        "95 % range",
        "Days",
        "What can be said",
      ],
      ["Magnesium, mg", "212", "at least 246", "+35", "+12 to +57", "20, 9", "About 35 mg more a day"],
    ]);
  });

  it("say which of them has no day that counts, and draw nothing", async () => {
    await show(A_YEAR_APART, view([0, 9]));
    expect(text(screen.getByRole("region"))).toContain(
      "No day counts in 1 – 14 May 2025: there is nothing to compare yet.",
    );
    expect(screen.queryByRole("img")).toBeNull();
  });

  it("are compared even where the page itself shows less than a week", async () => {
    await show(A_YEAR_APART, view([20, 3]));
    expect(screen.getByRole("img", { name: /^Magnesium/ })).toBeInTheDocument();
  });

  it("are not there for somebody with less than a week, who asked for nothing", async () => {
    expect(
      await Comparison({ span: 30, choice: choose({}), comparison: Promise.resolve(view([20, 6])) }),
    ).toBeNull();
  });
});

describe("the choice of spans", () => {
  it("has the usual pairs as links that name their days, the current one marked", async () => {
    await show({}, view([20, 9]));
    const links = within(screen.getByRole("list", { name: "What to compare" })).getAllByRole("link");
    expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["The 30 days before", "/trends?days=30"],
      [
        "The same days a year ago",
        "/trends?days=30&from=2026-04-15&to=2026-05-14&againstFrom=2025-04-15&againstTo=2025-05-14",
      ],
      [
        "This month against last month",
        "/trends?days=30&from=2026-05-01&to=2026-05-14&againstFrom=2026-04-01&againstTo=2026-04-30",
      ],
      [
        "Last month against the one before",
        "/trends?days=30&from=2026-04-01&to=2026-04-30&againstFrom=2026-03-01&againstTo=2026-03-31",
      ],
    ]);
    expect(links.map((link) => link.getAttribute("aria-current"))).toEqual(["true", null, null, null]);
    expect(screen.getByRole("region", { name: "Compared with before" })).toBeInTheDocument();
    expect(document.querySelector("details")).not.toHaveAttribute("open");
  });

  it("keeps what was typed, and says beside the field what is wrong with it", async () => {
    await show({ from: "2026-05-10", to: "2026-05-01", againstFrom: "soon", againstTo: "" }, null);
    const last = field("These days", "Last day");
    expect(last).toHaveValue("2026-05-01");
    expect(last).toHaveAccessibleDescription("The last day is before the first.");
    expect(last).toBeInvalid();
    expect(field("These days", "First day")).toHaveValue("2026-05-10");
    expect(field("These days", "First day")).not.toBeInvalid();
    expect(field("Against these", "First day")).toHaveAccessibleDescription(/^“soon” is not a day/);
    expect(field("Against these", "Last day")).toHaveAccessibleDescription("Give this day, too.");
    expect(document.querySelector("details")).toHaveAttribute("open");
    expect(screen.getByRole("status")).toHaveTextContent(/Nothing is compared/);
    expect(screen.queryByRole("img")).toBeNull();
  });

  it("sends plain fields by address, with the days that the page shows", async () => {
    await show({ around: "2026-05-10" }, view([20, 9]));
    const sent = [...document.querySelectorAll("form")].map((form) => [
      form.getAttribute("action"),
      Object.fromEntries(new FormData(form)),
    ]);
    expect(sent).toEqual([
      [
        "/trends",
        {
          days: "30",
          from: "2026-05-10",
          to: "2026-05-14",
          againstFrom: "2026-04-10",
          againstTo: "2026-05-09",
        },
      ],
      ["/trends", { days: "30", around: "2026-05-10" }],
    ]);
  });
});
