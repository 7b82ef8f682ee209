// @vitest-environment jsdom
import { fireEvent, render, screen, within } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { dailyPoints, MineralChart } from "@/app/(app)/minerals/[mineral]/_components/mineral-chart";
import { DailyChart } from "@/components/charts/daily-chart";
import { MealChart } from "@/components/charts/meal-chart";
import { WeeklyChart } from "@/components/charts/weekly-chart";
import { pointsOfWeeks } from "@/components/charts/weekly-scale";
import { foodAndSupplements, mealsSentence } from "@/components/nutrition/meal-share-words";
import type { AdequacyItem, DaySeries, MealsView, WeekSeries } from "@/lib/insights/schemas";
import { openTable, plain } from "./fixtures";

/** The charts of a mineral's page hold the figures of its view, and draw no zero for what is not known. */

const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole("row", { hidden: true })
    .slice(1)
    .map((row) => [...row.children].map((cell) => plain(cell.textContent)));

const REFS = { target: 320, ear: 265, ul: 350, ulScope: "supplements" } as const;

const AVERAGES = { base: "/minerals", from: "2026-04-22" };

describe("the days of a mineral", () => {
  const SERIES: DaySeries = {
    from: "2026-05-01",
    states: "cnipc",
    amounts: [342, null, 148.9, null, 0],
    supplements: [100, null, null, null, null],
    known: [4, 0, 2, 0, 3],
    entries: [4, 0, 3, 2, 3],
  };

  it("have a table that equals the series, with gaps and unknown days in words", () => {
    render(<DailyChart hrefBase="/diary" mineral="magnesium" points={dailyPoints(SERIES)} {...REFS} />);
    expect(rowsOf(openTable())).toEqual([
      ["Fri 1 May", "complete", "342", "100"],
      ["Sat 2 May", "not logged", "–", "–"],
      ["Sun 3 May", "not everything logged, at least", "148", "–"],
      ["Mon 4 May", "logged, no data", "no data", "–"],
      ["Tue 5 May", "complete", "0", "–"],
    ]);
  });
});

describe("the weeks of a year", () => {
  const WEEKS: WeekSeries = {
    starts: ["2026-04-20", "2026-04-27", "2026-05-04", "2026-05-11"],
    days: [5, 0, 2, 4],
    means: [301.6, null, 210, 150],
    supplements: [100, null, null, 150],
    known: "ankk",
  };
  const show = (over: Partial<Parameters<typeof WeeklyChart>[0]> = {}) =>
    render(
      <WeeklyChart
        averages={AVERAGES}
        mineral="magnesium"
        points={pointsOfWeeks(WEEKS)}
        title="Week by week"
        {...REFS}
        usual={{ mean: 226, low: 179, high: 273, lowerBound: true }}
        {...over}
      />,
    );

  it("draw a gap for a week without days, a hatch for at least, and what supplements gave apart", () => {
    const { container } = show();
    const week = (start: string) => container.querySelector(`[data-week="${start}"]`);
    expect(week("2026-04-20")?.querySelector(".week-hatch")).not.toBeNull();
    expect(week("2026-04-20")?.querySelector<HTMLElement>('[data-part="supplement"]')?.style.height).toBe(
      `${(100 / 301.6) * 100}%`,
    );
    const gap = week("2026-04-27");
    expect(gap).toHaveAttribute("data-state", "gap");
    expect(gap?.querySelector(".bg-mineral, .week-few, .week-hatch, [data-part]")).toBeNull();
    expect(week("2026-05-04")?.querySelector(".week-few")).not.toBeNull();
    // All of it a supplement: no food below it.
    expect(week("2026-05-11")?.querySelector(".bg-mineral")).toBeNull();
    // The limit of magnesium counts supplements alone: a lane of its own, and no bracket over the total.
    expect(
      [...container.querySelectorAll("i[data-date]")].map((bar) => bar.getAttribute("data-date")),
    ).toEqual(["2026-04-20", "2026-05-11"]);
  });

  it("have a table that equals the view, and are read by arrow keys", () => {
    show();
    expect(rowsOf(openTable())).toEqual([
      ["20 Apr – 26 Apr", "5 days", "at least 301", "100"],
      ["27 Apr – 3 May", "no day counts", "no data", "–"],
      ["4 May – 10 May", "2 days", "210", "–"],
      ["11 May – 17 May", "4 days", "150", "150"],
    ]);
    const picture = screen.getByRole("img", { name: /^Week by week/ });
    expect(picture).toHaveAttribute("tabindex", "0");
    const said = () => plain(document.querySelector("[aria-live]")?.textContent);
    fireEvent.keyDown(picture, { key: "Home" });
    expect(said()).toBe("Week of 20 Apr: at least 301 mg a day, from 5 days, of it 100 mg from supplements");
    fireEvent.keyDown(picture, { key: "ArrowRight" });
    expect(said()).toBe("Week of 27 Apr: no day that counts");
    expect(plain(document.getElementById(picture.getAttribute("aria-describedby") ?? "")?.textContent)).toBe(
      "Weekly averages between 150 mg and at least 301 mg a day. 1 of 4 weeks is a gap. Target 320 mg. Average need 265 mg. Upper limit for supplements 350 mg. Usual intake at least 226 mg, most likely between 179 and 273 mg. A table follows.",
    );
  });

  it("show an upper limit of the total where it is near, and name it where it is far", () => {
    const { unmount } = show({ ul: 500, ulScope: "total" });
    expect(plain(document.body.textContent)).toContain("Upper limit 500 mg");
    unmount();
    show({ ul: 5000, ulScope: "total" });
    expect(plain(screen.getByRole("list", { name: "Legend" }).textContent)).toContain(
      "Upper limit 5,000 mg, far above this scale",
    );
  });
});

describe("a quarter, by days or on a phone by weeks", () => {
  const SERIES: DaySeries = {
    from: "2026-05-01",
    states: "cn",
    amounts: [342, null],
    supplements: [null, null],
    known: [4, 0],
    entries: [4, 0],
  };
  const WEEKS: WeekSeries = {
    starts: ["2026-04-27"],
    days: [1],
    means: [342],
    supplements: [null],
    known: "k",
  };

  it("is sent as both, since the server does not know the screen", () => {
    const page = document.createElement("div");
    page.innerHTML = renderToString(
      <MineralChart
        mineral="magnesium"
        series={SERIES}
        weeks={WEEKS}
        span="1 – 2 May"
        from="2026-05-01"
        today="2026-05-02"
        refs={REFS}
        usual={null}
      />,
    );
    const parts = [...page.children].map((part) => [
      part.className,
      part.querySelectorAll("figure").length,
      part.querySelector("[data-week]") !== null,
    ]);
    expect(parts).toEqual([
      ["phone:hidden", 1, false],
      ["md:hidden", 1, true],
    ]);
  });
});

describe("a table that is opened before its code is here", () => {
  it("is filled when it is", () => {
    const chart = <DailyChart hrefBase="/diary" mineral="magnesium" points={[]} {...REFS} />;
    const page = document.createElement("div");
    document.body.append(page);
    page.innerHTML = renderToString(chart);
    page.querySelector("details")?.setAttribute("open", "");
    render(chart, { container: page, hydrate: true });
    expect(within(page).getByRole("table")).toBeInTheDocument();
  });
});

describe("the meals of an average day", () => {
  const VIEW: MealsView = {
    days: 20,
    meals: [
      { meal: "breakfast", days: 18, amount: 61.7, unknownShare: 0.25, possibleExtra: 20 },
      { meal: "lunch", days: 12, amount: null, unknownShare: 1, possibleExtra: 30 },
      { meal: "dinner", days: 20, amount: 120, unknownShare: 0, possibleExtra: null },
      { meal: "snack", days: 0, amount: null, unknownShare: null, possibleExtra: null },
    ],
    supplements: { amount: 18.3, days: 4 },
  };

  it("draw what no food tells as a hatch, and no bar for it", () => {
    const { container } = render(<MealChart mineral="magnesium" view={VIEW} />);
    const bars = (meal: string) => {
      const row = container.querySelector(`[data-meal="${meal}"]`);
      return [
        row?.querySelectorAll(".bg-mineral").length,
        row?.querySelectorAll('[data-look="unknown"]').length,
      ];
    };
    expect(bars("breakfast")).toEqual([1, 1]);
    expect(bars("lunch")).toEqual([0, 1]);
    expect(bars("dinner")).toEqual([1, 0]);
    expect(bars("snack")).toEqual([0, 0]);
    expect(plain(screen.getByRole("img").getAttribute("aria-label"))).toBe(
      "Magnesium by meal, average a day: breakfast at least 61 mg, 25 % of its energy without a value; lunch no data, no food of it has a value; dinner 120 mg; snack nothing logged; supplements 18 mg. A table follows.",
    );
  });

  it("have a table that equals the view", () => {
    render(<MealChart mineral="magnesium" view={VIEW} />);
    expect(rowsOf(screen.getByRole("table", { hidden: true }))).toEqual([
      ["Breakfast", "18 of 20", "at least 61", "31 %", "25 %"],
      ["Lunch", "12 of 20", "no data", "–", "100 %"],
      ["Dinner", "20 of 20", "120", "60 %", "0 %"],
      ["Snack", "0 of 20", "nothing logged", "–", "–"],
      ["Supplements", "4 of 20", "18", "9 %", "–"],
    ]);
  });

  it("are told in a sentence, food and supplements apart", () => {
    expect(plain(mealsSentence("magnesium", VIEW))).toBe(
      "Dinner brings the most, as far as the foods tell: 120 mg of at least 200 mg a day. Food gives at least 181 mg of it, supplements 18 mg (at most 9 %).",
    );
    const known = VIEW.meals.map((meal) => ({ ...meal, unknownShare: meal.days === 0 ? null : 0 }));
    expect(plain(mealsSentence("magnesium", { ...VIEW, meals: known, supplements: null }))).toBe(
      "Dinner brings the most: 120 mg of 182 mg a day. None of it comes from supplements.",
    );
    expect(
      plain(mealsSentence("magnesium", { ...VIEW, meals: known, supplements: { days: 9, amount: 300 } })),
    ).toBe("Supplements bring the most: 300 mg of 482 mg a day. Of the meals dinner brings most: 120 mg.");
    expect(mealsSentence("magnesium", { days: 0, meals: [], supplements: null })).toBe(
      "No day that counts has a value for magnesium yet.",
    );
    const nothing = VIEW.meals.map((meal) => ({ ...meal, amount: null }));
    expect(mealsSentence("magnesium", { ...VIEW, meals: nothing, supplements: null })).toBe(
      "No meal of these days has a value for magnesium.",
    );
  });

  it("tell food and supplements of the mean apart, as bounds where foods lack values", () => {
    const item = (mean: number | null, fromFood: number | null, coverageOfMean: number | null) =>
      foodAndSupplements({ mineral: "magnesium", mean, fromFood, coverageOfMean } as AdequacyItem);
    const words = (split: ReturnType<typeof item>) => split && [plain(split.food), plain(split.supplements)];
    expect(words(item(226.4, 215.2, 1))).toEqual(["215 mg", "11 mg, 5 %"]);
    expect(words(item(226.9, 215.7, 0.9))).toEqual(["at least 215 mg", "11 mg, at most 5 %"]);
    expect(words(item(200, 200, 1))).toEqual(["200 mg", "none"]);
    expect(item(null, null, null)).toBeNull();
  });
});
