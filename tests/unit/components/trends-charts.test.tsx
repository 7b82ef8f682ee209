// @vitest-environment jsdom
import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { CalendarChart } from "@/components/charts/calendar-chart";
import { calendarDays, chooseMark, monthsFromFirstLogged, moveBy } from "@/components/charts/calendar-scale";
import { ComparisonChart } from "@/components/charts/comparison-chart";
import { ShareChart } from "@/components/charts/share-chart";
import { WeeklyChart } from "@/components/charts/weekly-chart";
import { weekPoints } from "@/components/charts/weekly-scale";
import type { ComparisonItem, ComparisonView, TrendCalendar, TrendWeeks } from "@/lib/insights/schemas";
import { MINERALS, type Mineral } from "@/lib/nutrition";
import { plain as unbroken } from "./fixtures";

/** The text of an element, with plain spaces. */
const plain = (element: Element): string => unbroken(element.textContent);

const perMineral = <T,>(value: T, others: T) =>
  Object.fromEntries(MINERALS.map((mineral) => [mineral, mineral === "magnesium" ? value : others])) as {
    [M in Mineral]: T;
  };

// Thursday 30 April to Wednesday 6 May 2026.
const CALENDAR: TrendCalendar = {
  from: "2026-04-30",
  states: "cincpcp",
  minerals: perMineral(
    { amounts: [320, 79.9, null, 250.4, null, 0, 161], known: "kknankk" },
    { amounts: [null, null, null, null, null, null, null], known: "nnnnnnn" },
  ),
};
const TARGETS = { magnesium: 320, zinc: 8, calcium: 1000, iron: 18, selenium: 55, potassium: null };

const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole("row")
    .slice(1)
    .map((row) => [...row.children].map(plain));

/** A toggle event is not sent by jsdom when a details element is opened by a click. */
const openTable = (name: RegExp) => {
  const summary = screen.getByText(name, { selector: "summary" });
  const details = summary.closest("details") as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event("toggle"));
};

const AVERAGES = { base: "/minerals", from: "2026-04-22" };

describe("the calendar", () => {
  const show = (onOpen = vi.fn()) => {
    render(<CalendarChart calendar={CALENDAR} targets={TARGETS} hrefBase="/diary" onOpen={onOpen} />);
    return onOpen;
  };
  const day = (name: RegExp) => screen.getByRole("link", { name });

  it("says of every day what is known, and never zero of what is not", () => {
    show();
    const names = screen
      .getAllByRole("link")
      .map((link) => link.getAttribute("aria-label")?.replaceAll("\u00a0", " "));
    expect(names).toEqual([
      "Thu 30 Apr: 320 mg, 100 % of target, complete",
      "Fri 1 May: at least 79 mg, 24 % of target, not everything logged",
      "Sat 2 May: not logged",
      "Sun 3 May: at least 250 mg, 78 % of target, complete",
      "Mon 4 May: no data, not marked complete",
      "Tue 5 May: 0 mg, 0 % of target, complete",
      "Wed 6 May: 161 mg, 50 % of target, not marked complete",
    ]);
    expect(day(/4.May/)).toHaveAttribute("href", "/diary/2026-05-04");
  });

  it("draws a day by its share of the target, an unknown one without a mark, a missing one as a dot", () => {
    const days = calendarDays(CALENDAR, "magnesium");
    expect(days.map((one) => chooseMark(one, 320))).toEqual([4, 0, "none", 3, "unknown", 0, 2]);
    expect(days.map((one) => chooseMark(one, null))).toEqual([
      "plain",
      "plain",
      "none",
      "plain",
      "unknown",
      "plain",
      "plain",
    ]);
    show();
    expect(day(/2.May/).querySelector(".cal-none")).not.toBeNull();
    const unknown = day(/4.May/);
    expect(unknown.querySelector(".cal-hatch")).not.toBeNull();
    expect(unknown.querySelector("b")).toBeNull();
    expect(day(/1.May/).querySelector(".cal-hatch > .cal-step-0")).not.toBeNull();
    expect(day(/5.May/).querySelector(".cal-hatch")).toBeNull();
  });

  it("has a table that equals the view", () => {
    show();
    openTable(/show as table/i);
    expect(rowsOf(screen.getByRole("table", { name: "Magnesium, each day" }))).toEqual([
      ["Thu 30 Apr", "complete", "320", "100 %"],
      ["Fri 1 May", "not everything logged", "at least 79", "24 %"],
      ["Sat 2 May", "not logged", "–", "–"],
      ["Sun 3 May", "complete", "at least 250", "78 %"],
      ["Mon 4 May", "not marked complete", "no data", "–"],
      ["Tue 5 May", "complete", "0", "0 %"],
      ["Wed 6 May", "not marked complete", "161", "50 %"],
    ]);
  });

  it("is one stop of the Tab key, in which arrow keys move by day and week", async () => {
    const onOpen = show();
    expect(screen.getAllByRole("link").filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    day(/6.May/).focus();
    await userEvent.keyboard("{ArrowLeft}");
    expect(day(/5.May/)).toHaveFocus();
    await userEvent.keyboard("{Home}");
    expect(day(/30.Apr/)).toHaveFocus();
    expect(day(/30.Apr/).tabIndex).toBe(0);
    await userEvent.keyboard("{ArrowUp}{ArrowRight}{Enter}");
    expect(onOpen).toHaveBeenCalledWith("/diary/2026-05-01");
    expect(moveBy("ArrowDown", 2, 0, 20)).toBe(9);
    expect(moveBy("PageUp", 2, 1, 20)).toBe(1);
    expect(moveBy("a", 2, 0, 20)).toBeNull();
  });

  it("shows another mineral, and one without a target as known or not", async () => {
    show();
    await userEvent.click(screen.getByRole("radio", { name: /Potassium/ }));
    expect(screen.getByText(/no target: a day shows only whether something is known/)).toBeInTheDocument();
    expect(day(/3.May/)).toHaveAccessibleName(/no data, complete/);
  });

  it("leaves out the months before the first logged day, and says so", () => {
    const calendar = {
      ...CALENDAR,
      from: "2026-02-10",
      states: `${"n".repeat(30)}p`,
      minerals: perMineral(
        { amounts: Array.from({ length: 31 }, () => null), known: "n".repeat(31) },
        { amounts: [], known: "" },
      ),
    };
    const { months, skippedTo } = monthsFromFirstLogged(calendarDays(calendar, "magnesium"));
    expect(months.map(({ key }) => key)).toEqual(["2026-03"]);
    expect(skippedTo).toBe("2026-02-28");
  });
});

describe("weekly averages", () => {
  const WEEKS: TrendWeeks = {
    starts: ["2026-04-20", "2026-04-27", "2026-05-04"],
    minerals: perMineral(
      { days: [5, 0, 2], means: [301.6, null, 210], known: "ank" },
      { days: [0, 0, 0], means: [null, null, null], known: "nnn" },
    ),
  };
  const points = weekPoints(WEEKS, "magnesium");

  it("draw a week without a day that counts as a gap, never as a bar of height 0", () => {
    const { container } = render(
      <WeeklyChart averages={AVERAGES} mineral="magnesium" points={points} target={320} ear={265} />,
    );
    const states = [...container.querySelectorAll("[data-week]")].map((week) =>
      week.getAttribute("data-state"),
    );
    expect(states).toEqual(["mean", "gap", "few"]);
    const gap = container.querySelector('[data-state="gap"]');
    expect(gap?.querySelector(".bg-mineral, .week-few")).toBeNull();
    expect(container.querySelectorAll(".week-hatch")).toHaveLength(1);
    expect(plain(screen.getByText(/Weekly averages between/))).toBe(
      "Weekly averages between 210 mg and at least 301 mg a day. 1 of 3 weeks is a gap. Target 320 mg. Average need 265 mg. A table follows.",
    );
  });

  it("have a table that equals the view, and are read week by week", async () => {
    render(<WeeklyChart averages={AVERAGES} mineral="magnesium" points={points} target={320} ear={265} />);
    openTable(/show as table/i);
    expect(rowsOf(screen.getByRole("table"))).toEqual([
      ["20 Apr – 26 Apr", "5 days", "at least 301"],
      ["27 Apr – 3 May", "no day counts", "no data"],
      ["4 May – 10 May", "2 days", "210"],
    ]);
    // Each week with an average leads to what it is made of; the first is of a part of its week.
    expect(
      within(screen.getByRole("table"))
        .getAllByRole("link")
        .map((link) => link.getAttribute("href")),
    ).toEqual([
      "/minerals/magnesium/average?from=2026-04-22&to=2026-04-26",
      "/minerals/magnesium/average?from=2026-05-04&to=2026-05-10",
    ]);
    screen.getByRole("img", { name: /Magnesium/ }).focus();
    await userEvent.keyboard("{ArrowLeft}");
    expect(plain(screen.getByText(/Week of 4.May/))).toBe("Week of 4 May: 210 mg a day, from 2 days");
    await userEvent.keyboard("{ArrowLeft}");
    expect(screen.getByText(/Week of 27.Apr: no day that counts/)).toBeInTheDocument();
  });

  it("say when nothing is known at all", () => {
    render(
      <WeeklyChart
        averages={AVERAGES}
        mineral="zinc"
        points={weekPoints(WEEKS, "zinc")}
        target={8}
        ear={null}
      />,
    );
    expect(screen.getByText(/No week has a day that counts for zinc/)).toBeInTheDocument();
  });
});

describe("two periods", () => {
  const item = (more: Partial<ComparisonItem>): ComparisonItem => ({
    mineral: "magnesium",
    unit: "mg",
    target: 320,
    before: { days: 20, mean: 212.4, coverageOfMean: 1 },
    now: { days: 23, mean: 246.9, coverageOfMean: 0.9 },
    change: { difference: 34.5, low: 12.2, high: 56.8 },
    verdict: "more",
    reason: null,
    ...more,
  });
  const view = (...items: ComparisonItem[]): ComparisonView => ({
    before: { from: "2026-03-01", to: "2026-03-30", counted: 20 },
    now: { from: "2026-03-31", to: "2026-04-29", counted: 23 },
    confidence: 0.95,
    items,
  });

  it("tell a change with its range, and have a table of the same figures", () => {
    render(<ComparisonChart comparison={view(item({}))} />);
    const text = plain(document.querySelector("[data-mineral=magnesium]") as Element);
    expect(text).toContain("About 35 mg more a day");
    expect(text).toContain("212 mg → at least 246 mg");
    expect(text).toContain("between +12 and +57 mg, from 20 and 23 days");
    expect(rowsOf(screen.getByRole("table", { hidden: true }))).toEqual([
      ["Magnesium, mg", "212", "at least 246", "+35", "+12 to +57", "20, 23", "About 35 mg more a day"],
    ]);
  });

  it("say that they cannot tell, and why", () => {
    render(
      <ComparisonChart
        comparison={view(
          item({
            verdict: "cannot-tell",
            reason: "interval-spans-zero",
            change: { difference: -5, low: -30, high: 20 },
          }),
          item({
            mineral: "zinc",
            verdict: "cannot-tell",
            reason: "too-few-days",
            change: null,
            before: { days: 2, mean: 8, coverageOfMean: 1 },
          }),
          item({
            mineral: "selenium",
            verdict: "cannot-tell",
            reason: "too-few-days",
            change: null,
            before: { days: 0, mean: null, coverageOfMean: null },
            now: { days: 0, mean: null, coverageOfMean: null },
          }),
        )}
      />,
    );
    const row = (mineral: Mineral) => plain(document.querySelector(`[data-mineral=${mineral}]`) as Element);
    expect(row("magnesium")).toContain("Cannot tell");
    expect(row("magnesium")).toContain("between −30 and +20 mg");
    expect(row("zinc")).toContain("too few days: 2 and 23 days count");
    expect(row("selenium")).toContain("no data → no data");
    expect(document.querySelectorAll("[data-mineral=selenium] [data-dot]")).toHaveLength(0);
  });
});

describe("shares", () => {
  it("hatch what is not known, and name every part with its share", () => {
    render(
      <ShareChart
        title="Share of the food energy"
        parts={[
          { name: "Sugar", share: 0.2, look: "solid" },
          { name: "Sweet drinks", share: 0, look: "solid" },
          { name: "Other", share: 0.5, look: "empty" },
          { name: "Not known", share: 0.3, look: "unknown" },
        ]}
      />,
    );
    const bar = screen.getByRole("img");
    expect(bar.getAttribute("aria-label")?.replaceAll("\u00a0", " ")).toBe(
      "Share of the food energy: Sugar 20 %, Other 50 %, Not known 30 %",
    );
    expect([...bar.children].map((part) => part.getAttribute("data-look"))).toEqual([
      "solid",
      "empty",
      "unknown",
    ]);
    expect(rowsOf(screen.getByRole("table", { hidden: true }))).toEqual([
      ["Sugar", "20 %"],
      ["Sweet drinks", "0 %"],
      ["Other", "50 %"],
      ["Not known", "30 %"],
    ]);
  });
});
