import { describe, expect, it } from "vitest";
import { DEFAULT_ALERT_SETTINGS } from "@/lib/insights/schemas";
import { reviewEmailContent } from "@/lib/notices/review-email";
import { reviewView } from "@/lib/notices/schemas";
import { aReview } from "../pages/review/review-fixtures";

const quiet = { ...DEFAULT_ALERT_SETTINGS, mail: "weekly" as const };
const detailed = { ...quiet, mailDetails: true };
const spaced = (text: string) => text.replaceAll("\u00A0", " ");

describe("the mail about a week", () => {
  it("says without details only that it is ready, and how many days count", () => {
    const words = reviewEmailContent(aReview(), quiet);
    expect(words?.paragraphs.map(spaced)).toEqual([
      "The review of the week 4 – 10 May is ready.",
      "6 of its 7 days count.",
    ]);
    expect(words).toMatchObject({ items: [], path: "/review/2026-W19" });
  });

  it("says of few days that they are too few to compare", () => {
    const review = aReview();
    const few = reviewEmailContent({ ...review, days: { ...review.days, counted: 1 } }, quiet);
    expect(few?.paragraphs[1]).toBe("1 of its 7 days counts: too few to compare them with the weeks before.");
    expect(reviewEmailContent({ ...review, hideScores: true }, quiet)?.paragraphs).toHaveLength(1);
  });

  it("has the main lines with details, and no figure", () => {
    expect(reviewEmailContent(aReview(), detailed)?.items).toEqual([
      "Magnesium: more than in the four weeks before.",
      "Potassium: less than in the four weeks before.",
      "No longer so: Your usual zinc is probably below your need.",
      "Still open: Your usual iron is probably below your need.",
      "One thing to try: Lentils, cooked, for iron.",
    ]);
  });

  it("leaves out what is switched off", () => {
    expect(reviewEmailContent(aReview(), { ...detailed, offMinerals: ["magnesium", "iron"] })?.items).toEqual(
      [
        "Potassium: less than in the four weeks before.",
        "No longer so: Your usual zinc is probably below your need.",
      ],
    );
    expect(
      reviewEmailContent(aReview(), { ...detailed, mailOffTypes: ["intake"] })?.items,
    ).not.toContainEqual(expect.stringMatching(/^(Still open|No longer)/));
  });

  it("says each thing to try, and none where there is none", () => {
    const lastOf = (oneThing: ReturnType<typeof aReview>["oneThing"]) =>
      spaced(reviewEmailContent({ ...aReview(), oneThing }, detailed)?.items.at(-1) ?? "");
    expect(lastOf({ kind: "log-days", counted: 0, needed: 3 })).toBe("One thing to try: log 3 days in full.");
    expect(lastOf({ kind: "complete-day", date: "2026-05-08" })).toBe(
      "One thing to try: log what is missing on Friday 8 May, or mark it complete.",
    );
    expect(lastOf({ kind: "missing-value", mineral: "zinc", food: { food: "own:a", name: "Bread" } })).toBe(
      "One thing to try: fill in the zinc of Bread.",
    );
    expect(
      lastOf({
        kind: "alert",
        alert: { id: "x", rule: "poor-pairing", nutrients: [], finding: "Tea comes with meals." },
        note: null,
      }),
    ).toBe("One thing to try: Tea comes with meals.");
    expect(lastOf({ kind: "nothing", reason: "nothing-missing" })).toMatch(/^Still open/);
  });

  it("is none of a week in which nothing was logged", () => {
    const review = aReview();
    const items = review.days.items.map((item) => ({ ...item, state: "none" as const, counts: false }));
    expect(reviewEmailContent({ ...review, days: { ...review.days, items } }, quiet)).toBeNull();
  });

  it("is tested on a review as the API answers it", () => {
    expect(reviewView.parse(aReview())).toEqual(aReview());
  });
});
