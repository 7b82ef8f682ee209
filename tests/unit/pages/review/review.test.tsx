// @vitest-environment jsdom
import { render, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Improved, StillOpen } from "@/app/(app)/review/_components/findings";
import { MineralsTable } from "@/app/(app)/review/_components/minerals-table";
import { basisWords, isCompared, leftOutWords, whyWords } from "@/app/(app)/review/_components/review-words";
import type { OneThing } from "@/lib/notices/schemas";
import { aReview } from "./review-fixtures";

const spaced = (text: string | null | undefined) => (text ?? "").replaceAll("\u00A0", " ");
const rowOf = (name: RegExp) => screen.getByRole("row", { name });
const cellsOf = (name: RegExp) =>
  within(rowOf(name))
    .getAllByRole("cell")
    .map(({ textContent }) => spaced(textContent));

describe("the table of a week", () => {
  const shown = (more: { compared?: boolean; shares?: boolean } = {}) =>
    render(<MineralsTable minerals={aReview().minerals} span={aReview()} compared shares {...more} />);

  it("has the average, its share of the target, and what can be said beside the weeks before", () => {
    shown();
    expect(screen.getByRole("table", { name: "An average day of the week" })).toBeDefined();
    expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual([
      "Mineral",
      "Average a day",
      "Against the four weeks before",
    ]);
    expect(screen.getAllByRole("rowheader").map(({ textContent }) => spaced(textContent))[0]).toContain(
      "Magnesiumtarget 320 mg",
    );
    // What the week's average is made of.
    const { from, to } = aReview();
    expect(within(rowOf(/Magnesium/)).getByRole("link")).toHaveAttribute(
      "href",
      `/minerals/magnesium/average?from=${from}&to=${to}`,
    );
    // A lower bound is rounded down, and so is its share: 300.9 of 320.
    expect(cellsOf(/Magnesium/)).toEqual([
      "at least300mg94 % of target",
      "About 90 mg more a day210 mg → at least 300 mgbetween +80 and +100 mg, from 24 and 6 days",
    ]);
    expect(cellsOf(/Potassium/)[1]).toContain("About 1,000 mg less a day");
    expect(cellsOf(/Zinc/)[1]).toMatch(/^Cannot tell/);
  });

  it("has no figure where nothing is known, and no zero", () => {
    shown();
    expect(cellsOf(/Selenium/)).toEqual([
      "no data",
      "Cannot tellno data → no datatoo few days: 0 and 0 days count",
    ]);
  });

  it("draws supplements and what foods without a value may hold apart from food", () => {
    shown();
    const parts = [...rowOf(/Magnesium/).querySelectorAll("[data-part]")].map((part) =>
      part.getAttribute("data-part"),
    );
    expect(parts).toEqual(expect.arrayContaining(["food", "supplement", "hatch"]));
  });

  it("names an upper limit that is passed beside the figure, shares or not", () => {
    const minerals = aReview().minerals.map((item) =>
      item.mineral === "zinc"
        ? {
            ...item,
            now: { days: 6, mean: 60.1, coverageOfMean: 1 },
            aboveLimit: { limit: 40, scope: "total" as const, words: "very probably above the upper limit" },
          }
        : item,
    );
    render(<MineralsTable minerals={minerals} span={aReview()} compared shares={false} />);
    expect(spaced(rowOf(/Zinc/).textContent ?? "")).toContain("Very probably above the upper limit: 40 mg");
    expect(spaced(rowOf(/Magnesium/).textContent ?? "")).not.toContain("limit");
  });

  it("leaves the comparison out where there is none, and shares where they weigh on the person", () => {
    shown({ compared: false, shares: false });
    expect(screen.getAllByRole("columnheader")).toHaveLength(2);
    expect(cellsOf(/Magnesium/)).toEqual(["at least300mg"]);
    expect(rowOf(/Magnesium/).querySelector(".bar")).toBeNull();
  });
});

describe("a week in words", () => {
  const review = aReview();
  const counted = (week: number, before: number) =>
    basisWords({
      ...review,
      days: { ...review.days, counted: week },
      before: { ...review.before, counted: before },
    });

  it("says how many days count, and what follows", () => {
    expect(counted(6, 24)).toBe("6 of 7 days count (2 marked complete), and 24 of the four weeks before");
    expect(counted(3, 24)).toBe("3 of 7 days count (2 marked complete); no comparison");
    expect(counted(1, 24)).toBe("1 of 7 days counts (all marked complete); no comparison");
    expect(counted(6, 0)).toBe(
      "6 of 7 days count (2 marked complete); none of the four weeks before, so no comparison",
    );
    expect(counted(6, 4)).toBe(
      "6 of 7 days count (2 marked complete); only 4 of the four weeks before, so no comparison",
    );
    expect(isCompared(review)).toBe(true);
    expect(isCompared({ ...review, days: { ...review.days, counted: 4 } })).toBe(false);
    expect(basisWords({ ...review, hideScores: true })).not.toMatch(/of 7/);
  });

  it("says why a logged day does not count", () => {
    const [first, ...others] = review.days.items;
    if (!first) throw new Error("no day");
    const items = [{ ...first, counts: false, reason: "implausible-energy" as const }, ...others];
    expect(leftOutWords({ ...review.days, items }).map(spaced)).toEqual([
      "Monday 4 May holds too little energy for a whole day",
    ]);
  });

  it("says why this is the one thing", () => {
    const { oneThing } = review;
    if (oneThing.kind !== "food") throw new Error(oneThing.kind);
    expect(spaced(whyWords(oneThing, review))).toBe(
      "Of what is known well enough, iron is furthest below its target. A portion closes 73 % of it. Of the foods suggested for it, this one is eaten already: on 2 days of the 14 up to 10 May.",
    );
    const limit = { id: "x", rule: "supplement-above-limit", nutrients: ["zinc"], finding: "x" } as const;
    expect(whyWords({ kind: "alert", alert: { ...limit, nutrients: ["zinc"] }, note: null }, review)).toMatch(
      /limit that is passed comes before/,
    );
    expect(whyWords({ ...oneThing, because: "closes-most" }, review)).toMatch(/It comes first of the foods/);
    const few: OneThing = { kind: "log-days", counted: 1, needed: 3 };
    expect(whyWords(few, review)).toMatch(/1 counts so far\.$/);
    expect(whyWords(few, { ...review, openOn: "then" })).toMatch(/1 counts so far in that week\.$/);
  });
});

describe("findings of a week", () => {
  it("say what improved in plain words", () => {
    render(<Improved review={aReview()} />);
    const items = within(screen.getByRole("region", { name: "What improved" }))
      .getAllByRole("listitem")
      .map(({ textContent }) => spaced(textContent));
    expect(items[0]).toContain("Magnesium: about 90 mg more a day");
    expect(items[1]).toContain("Your usual zinc probably meets your need");
    expect(items.join(" ")).not.toMatch(/great|well done|congrat|!/i);
  });

  it("say that nothing can be told of a few days", () => {
    const review = aReview();
    const none = { ...review, improved: { more: [], resolved: [] } };
    const { rerender } = render(<Improved review={none} />);
    expect(screen.getByText(/of nothing that was short there is more with confidence/)).toBeDefined();
    rerender(<Improved review={{ ...none, days: { ...review.days, counted: 2 } }} />);
    expect(screen.getByText(/Too few days count to tell/)).toBeDefined();
  });

  it("lead to the alert that holds now, and only then", () => {
    const { open } = aReview();
    const { rerender } = render(<StillOpen open={open} openOn="now" />);
    expect(screen.getByRole("link").getAttribute("href")).toBe("/alerts#low-usual-intake:iron");
    rerender(<StillOpen open={open} openOn="then" />);
    expect(screen.queryByRole("link")).toBeNull();
    expect(screen.getByRole("region", { name: "Open when the week ended" })).toBeDefined();
  });
});
