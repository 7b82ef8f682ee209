// @vitest-environment jsdom
import { fireEvent, render, screen, within } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { DailyChart } from "@/components/charts/daily-chart";
import { DailyPlot } from "@/components/charts/daily-plot";
import {
  type DailyPoint,
  describeDays,
  labelledDays,
  placeLabels,
  stateWords,
  yScale,
} from "@/components/charts/daily-scale";
import { openTable, plain } from "./fixtures";

const point = (
  day: number,
  state: DailyPoint["state"],
  amount: number | null,
  more: Partial<DailyPoint> = {},
) => ({
  date: `2026-05-${String(day).padStart(2, "0")}`,
  state,
  amount,
  supplement: null,
  ...more,
});

const POINTS: readonly DailyPoint[] = [
  point(1, "none", null),
  point(2, "incomplete", 148.9),
  point(3, "complete", 212),
  point(4, "complete", 342, { supplement: 100 }),
  point(5, "partial", null, { known: 0, entries: 2 }),
  point(6, "complete", 0),
  point(7, "complete", 150, { known: 3, entries: 4 }),
];
const REFS = { target: 320, ear: 265, ul: 350, ulScope: "supplements" } as const;

describe("scale", () => {
  it("starts at 0 with at most five round ticks that cover everything drawn", () => {
    for (const highest of [0, 0.4, 1.1, 7, 42, 342, 999, 12_345]) {
      const { ticks, top } = yScale([point(1, "complete", highest)], { ...REFS, target: null, ear: null });
      expect(ticks[0]).toBe(0);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(top).toBeGreaterThanOrEqual(highest);
    }
  });

  it("draws an upper limit only where the total counts and it is near", () => {
    expect(yScale(POINTS, REFS).limit).toBeNull();
    expect(yScale(POINTS, { ...REFS, ul: 600, ulScope: "total" }).limit).toBe(600);
    expect(yScale(POINTS, { ...REFS, ul: 600, ulScope: "total" }).top).toBeGreaterThanOrEqual(600);
    expect(yScale(POINTS, { ...REFS, ul: 4000, ulScope: "total" }).limit).toBeNull();
  });

  it("labels weeks and the last day, few enough to read", () => {
    const days = (count: number) =>
      labelledDays(
        Array.from({ length: count }, (_, index) => ({ ...point(1, "none", null), date: String(index) })),
      );
    expect(days(14)).toEqual(["0", "7", "13"]);
    expect(days(30)).toEqual(["0", "7", "14", "21", "29"]);
    expect(days(1)).toEqual(["0"]);
    for (const count of [60, 90, 365]) expect(days(count).length).toBeLessThanOrEqual(8);
  });

  it("moves labels apart without leaving the plot", () => {
    const at = (y: number) => ({ key: String(y), name: "", value: "", y });
    expect(placeLabels([at(100), at(105)], 17, 230).map((label) => label.y)).toEqual([100, 117]);
    expect(placeLabels([at(228), at(229)], 17, 230).map((label) => label.y)).toEqual([213, 230]);
  });

  it("describes the days in words and leaves unsure ones out of the average", () => {
    expect(plain(describeDays("magnesium", POINTS, REFS))).toBe(
      "3 days are complete, with 185 mg on average. 1 day is complete but for foods without data. 1 day is not marked complete. Of 1 day not everything is logged. 1 day is not logged. Target 320 mg. Average need 265 mg. Upper limit for supplements 350 mg.",
    );
    expect(
      plain(describeDays("potassium", [point(1, "none", null)], { ...REFS, target: 2600, ear: null })),
    ).toBe("1 day is not logged. Target 2,600 mg.");
  });
});

describe("daily chart", () => {
  it("is a picture with a name, a description and a table of the same points", () => {
    render(<DailyChart hrefBase="/diary" mineral="magnesium" points={POINTS} {...REFS} />);
    const picture = screen.getByRole("img", { name: /^Magnesium per day/ });
    expect(plain(picture.getAttribute("aria-describedby"))).not.toBe("");
    expect(picture).toHaveAccessibleDescription(/3 days are complete.*A table follows\.$/s);

    const rows = within(openTable()).getAllByRole("row", { hidden: true }).slice(1);
    const table = rows.map((row) => [...row.children].map((cell) => plain(cell.textContent)));
    expect(table).toEqual([
      ["Fri 1 May", "not logged", "–", "–"],
      ["Sat 2 May", "not everything logged, at least", "148", "–"],
      ["Sun 3 May", "complete", "212", "–"],
      ["Mon 4 May", "complete", "342", "100"],
      ["Tue 5 May", "logged, no data", "no data", "–"],
      ["Wed 6 May", "complete", "0", "–"],
      ["Thu 7 May", "complete, some foods without data, at least", "150", "–"],
    ]);
    expect(table.map(([, words]) => words)).toEqual(POINTS.map(stateWords));
    // Each day that is logged leads to what it is made of.
    const links = rows.map((row) => within(row).queryByRole("link", { hidden: true })?.getAttribute("href"));
    expect(links).toEqual([
      undefined,
      "/diary/2026-05-02/magnesium",
      "/diary/2026-05-03/magnesium",
      "/diary/2026-05-04/magnesium",
      "/diary/2026-05-05/magnesium",
      "/diary/2026-05-06/magnesium",
      "/diary/2026-05-07/magnesium",
    ]);
    expect(stateWords(point(8, "partial", 405))).toBe("not marked complete");
    expect(stateWords(point(8, "partial", 405, { known: 1, entries: 2 }))).toBe(
      "not marked complete, some foods without data, at least",
    );
  });

  it("is read day by day with the arrow keys, which go no further", () => {
    const outside = vi.fn();
    render(
      // biome-ignore lint/a11y/noStaticElementInteractions: stands for the page's own shortcuts
      <div onKeyDown={outside}>
        <DailyChart hrefBase="/diary" mineral="magnesium" points={POINTS} {...REFS} />
      </div>,
    );
    const picture = screen.getByRole("img", { name: /^Magnesium/ });
    const said = () => plain(document.querySelector("[aria-live]")?.textContent);
    fireEvent.keyDown(picture, { key: "ArrowLeft" });
    expect(said()).toBe("Thu 7 May: at least 150 mg. Complete.");
    fireEvent.keyDown(picture, { key: "Home" });
    expect(said()).toBe("Fri 1 May: not logged.");
    fireEvent.keyDown(picture, { key: "ArrowRight" });
    expect(said()).toBe("Sat 2 May: at least 148 mg. Not everything logged.");
    fireEvent.keyDown(picture, { key: "End" });
    for (let press = 0; press < 3; press += 1) fireEvent.keyDown(picture, { key: "ArrowLeft" });
    expect(said()).toBe("Mon 4 May: 342 mg, of which 100 mg from supplements. Complete.");
    fireEvent.keyDown(picture, { key: "ArrowRight" });
    expect(said()).toBe("Tue 5 May: logged, no data.");
    fireEvent.keyDown(picture, { key: "Escape" });
    expect(said()).toBe("");
    expect(outside).not.toHaveBeenCalled();
    fireEvent.keyDown(picture, { key: "t" });
    expect(outside).toHaveBeenCalledOnce();
  });

  it("explains only the marks it shows, and names a limit beyond the scale", () => {
    render(
      <DailyChart
        hrefBase="/diary"
        mineral="zinc"
        points={[point(1, "complete", 9)]}
        target={8}
        ear={6.8}
        ul={40}
        ulScope="total"
      />,
    );
    expect(plain(screen.getByRole("list", { name: "Legend" }).textContent)).toBe(
      "CompleteUpper limit 40 mg, far above this scale",
    );
  });
});

describe("plot", () => {
  it("draws a day without entries as a dot, never as a bar", () => {
    const { container } = render(
      <DailyPlot
        points={POINTS}
        refs={REFS}
        scale={yScale(POINTS, REFS)}
        today={undefined}
        width={640}
        height={260}
        right={150}
      />,
    );
    const marks = [...container.querySelectorAll("[data-date]")].map((node) => [
      node.getAttribute("data-date")?.slice(-2),
      node.getAttribute("data-state"),
      node.tagName,
    ]);
    expect(marks.sort((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual([
      ["01", "none", "circle"],
      ["02", "incomplete", "g"],
      ["03", "complete", "g"],
      ["04", "complete", "g"],
      ["05", "unknown", "g"],
      ["06", "complete", "g"],
      ["07", "complete", "g"],
    ]);
  });

  it("draws target and dots for somebody who has logged nothing yet", () => {
    const none = [1, 2, 3].map((date) => point(date, "none", null));
    const { container } = render(
      <DailyPlot
        points={none}
        refs={REFS}
        scale={yScale(none, REFS)}
        today={undefined}
        width={640}
        height={260}
        right={150}
      />,
    );
    expect(container.querySelectorAll('circle[data-state="none"]')).toHaveLength(3);
    expect(container.querySelectorAll('line[stroke="var(--m)"]')).toHaveLength(2);
  });

  it("draws amounts and lines to scale between the baseline and the top tick", () => {
    const days = [point(1, "complete", 400), point(2, "complete", 100), point(3, "incomplete", 200)];
    const { container } = render(
      <DailyPlot
        points={days}
        refs={{ target: 300, ear: 200, ul: null, ulScope: null }}
        scale={{ ticks: [0, 200, 400], top: 400, limit: null }}
        today="2026-05-03"
        width={46 + 300}
        height={10 + 200 + 26}
        right={0}
      />,
    );
    // The plot is 200 px high with its baseline at 210; round corners take 2 px off the straight sides.
    const bars = [...container.querySelectorAll("g[data-date] > path")].map((bar) => bar.getAttribute("d"));
    expect(
      bars.map((d) =>
        d
          ?.match(/^M([\d.]+) 210V([\d.]+)/)
          ?.slice(1)
          .map(Number),
      ),
    ).toEqual([
      [46 + 50 - 10, 10 + 2],
      [46 + 150 - 10, 160 + 2],
      // An amount that is only "at least" has no round corners, and its hatch above.
      [46 + 250 - 10, 110],
    ]);
    expect(container.querySelectorAll("g[data-date] > g[mask]")).toHaveLength(1);
    const lines = [...container.querySelectorAll('line[stroke="var(--m)"]')];
    expect(lines.map((line) => line.getAttribute("y1"))).toEqual(["110", "60"]);
    expect([...container.querySelectorAll("text")].map((text) => text.textContent)).toEqual([
      "0",
      "200",
      "400",
      "Today",
    ]);
  });
});

describe("supplement lane", () => {
  const taken = POINTS.filter(({ supplement }) => supplement !== null && supplement > 0);

  it("stands below where a limit counts supplements alone, with a bar for each day that had some", () => {
    const { container } = render(
      <DailyChart hrefBase="/diary" mineral="magnesium" points={POINTS} {...REFS} />,
    );
    const bars = [...container.querySelectorAll("i[data-date]")];
    expect(taken.length).toBeGreaterThan(0);
    expect(bars.map((bar) => bar.getAttribute("data-date"))).toEqual(taken.map(({ date }) => date));
  });

  it("is not there without supplements, or where everything counts", () => {
    const none = POINTS.map((each) => ({ ...each, supplement: null }));
    const { container, rerender } = render(
      <DailyChart hrefBase="/diary" mineral="magnesium" points={none} {...REFS} />,
    );
    expect(container.querySelector("i[data-date]")).toBeNull();
    rerender(
      <DailyChart hrefBase="/diary" mineral="zinc" points={POINTS} {...REFS} ul={40} ulScope="total" />,
    );
    expect(container.querySelector("i[data-date]")).toBeNull();
  });

  it("names the usual intake in the description", () => {
    render(
      <DailyChart
        hrefBase="/diary"
        mineral="magnesium"
        points={POINTS}
        {...REFS}
        usual={{ mean: 226, low: 179, high: 273, lowerBound: false }}
      />,
    );
    expect(
      screen.getByText(/Usual intake about 226 mg, most likely between 179 and 273 mg/, {
        normalizer: plain,
      }),
    ).toBeInTheDocument();
  });

  it("calls a usual intake at least so much, as its label does, where foods lack a value", () => {
    render(
      <DailyChart
        hrefBase="/diary"
        mineral="magnesium"
        points={POINTS}
        {...REFS}
        usual={{ mean: 305.6, low: 276, high: 335, lowerBound: true }}
      />,
    );
    expect(
      screen.getByText(/Usual intake at least 305 mg, most likely/, { normalizer: plain }),
    ).toBeInTheDocument();
  });
});

describe("the picture that the server sends", () => {
  it("is drawn for a wide screen and for a phone, in one image, before anything is measured", () => {
    const page = document.createElement("div");
    page.innerHTML = renderToString(
      <DailyChart hrefBase="/diary" mineral="magnesium" points={POINTS} {...REFS} />,
    );
    const pictures = page.querySelectorAll("[role=img]");
    expect(pictures).toHaveLength(1);
    const drawn = [...(pictures[0]?.querySelectorAll("svg") ?? [])].map((svg) => [
      svg.parentElement?.className.split(" ").find((name) => name.endsWith(":hidden")),
      svg.querySelectorAll("[data-date]").length,
      svg.getAttribute("viewBox"),
    ]);
    expect(drawn).toEqual([
      ["phone:hidden", POINTS.length, "0 0 710 260"],
      ["md:hidden", POINTS.length, "0 0 324 260"],
    ]);
  });
});
