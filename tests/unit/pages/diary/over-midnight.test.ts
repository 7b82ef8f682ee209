import { afterEach, describe, expect, it, vi } from "vitest";
import type { DayChange } from "@/app/(app)/_features/diary/day-change";
import { localDay, overMidnightWords, withDay } from "@/app/(app)/_features/diary/over-midnight";

/* Half past midnight, on a page of the day before. */

const TODAY = "2026-12-01";
const on = (date: string) => ({ id: date, date, meal: "snack", name: "Kefir" });
const put = (date: string) => ({ kind: "put", before: null, after: on(date), input: {} });
const words = (change: object, today = TODAY) =>
  overMidnightWords(change as DayChange, today)?.replaceAll("\u00a0", " ") ?? null;

describe("what is said of a change across midnight", () => {
  it("names the day that was on screen, by what it is now", () => {
    expect(words(put("2026-11-30"))).toBe("Logged to yesterday, Mon 30 Nov");
    expect(words(put("2026-11-29"))).toBe("Logged to Sun 29 Nov");
    expect(words(put("2026-12-01"))).toBe("Logged to today, Tue 1 Dec");
    expect(words(put("2026-12-31"), "2027-01-01")).toBe("Logged to yesterday, Thu 31 Dec");
    expect(words(put("2026-12-30"), "2027-01-01")).toBe("Logged to Wed 30 Dec 2026");
  });

  it("names it for everything that can be done to a day", () => {
    const entry = on("2026-11-30");
    const yesterday = "Yesterday, Mon 30 Nov";
    expect(words({ kind: "take", dose: { entry } })).toBe(`Logged to yesterday, Mon 30 Nov`);
    expect(words({ kind: "untake", dose: { entry } })).toBe(yesterday);
    expect(words({ kind: "remove", entry })).toBe(yesterday);
    expect(words({ kind: "restore", entry })).toBe(yesterday);
    expect(words({ kind: "move", entry, to: { date: "2026-11-30", meal: "lunch" } })).toBe(yesterday);
    expect(words({ kind: "plan", plan: entry })).toBe(yesterday);
    expect(words({ kind: "unplan", plan: entry })).toBe(yesterday);
    expect(words({ kind: "mark", date: "2026-11-30", to: "complete" })).toBe(yesterday);
    expect(words({ kind: "batch", id: "b", steps: [put("2026-11-30"), put("2026-11-30")] })).toBe(
      "Logged to yesterday, Mon 30 Nov",
    );
    expect(
      words({
        kind: "batch",
        id: "b",
        steps: [put("2026-11-30"), { kind: "remove", entry: on("2026-12-01") }],
      }),
    ).toBe("Yesterday, Mon 30 Nov and today, Tue 1 Dec");
    expect(words({ kind: "batch", id: "b", steps: [{ kind: "replace", id: "x" }] })).toBeNull();
  });
});

describe("the local day", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("stands before what else is said", () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-30T23:30:00Z") });
    const said = (description?: string) =>
      withDay(put("2026-11-30") as unknown as DayChange, description, "Europe/Berlin")?.replaceAll(
        "\u00a0",
        " ",
      );
    expect(said("100 g")).toBe("Logged to yesterday, Mon 30 Nov · 100 g");
    expect(said()).toBe("Logged to yesterday, Mon 30 Nov");
  });

  it.each([
    ["2026-11-30T22:59:59Z", "2026-11-30"],
    ["2026-11-30T23:00:00Z", "2026-12-01"],
    // The clock is put on, and back.
    ["2026-03-29T21:59:59Z", "2026-03-29"],
    ["2026-03-29T22:00:00Z", "2026-03-30"],
    ["2026-10-25T22:59:59Z", "2026-10-25"],
    ["2026-10-25T23:00:00Z", "2026-10-26"],
  ])("of %s in Berlin is %s", (instant, date) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });
    expect(localDay("Europe/Berlin")).toBe(date);
  });
});
