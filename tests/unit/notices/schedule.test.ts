import { describe, expect, it } from "vitest";
import { nextDue, reviewDue } from "@/lib/notices/schedule";
import { addDays, eachDay, weekday } from "@/lib/nutrition";
import { daysOfWeek, instantOf, lastWeek, localTime, weekOf } from "@/lib/time";

const at = (text: string) => new Date(text);
const hours = { hour: 7, reviewDay: 1, reviewHour: 8 };

describe("the hour of a person", () => {
  it("is that of their time zone, across the date line", () => {
    const now = at("2026-11-23T23:30:00Z");
    expect(localTime(now, "UTC")).toEqual({ date: "2026-11-23", hour: 23 });
    expect(localTime(now, "Pacific/Auckland")).toEqual({ date: "2026-11-24", hour: 12 });
    expect(localTime(now, "America/Los_Angeles")).toEqual({ date: "2026-11-23", hour: 15 });
  });

  it("exists on the days on which the clock is changed", () => {
    // Berlin skips 02:00–03:00 on 29 March 2026, and has it twice on 25 October.
    expect(instantOf("2026-03-28", 2, "Europe/Berlin")).toEqual(at("2026-03-28T01:00:00Z"));
    expect(instantOf("2026-03-29", 2, "Europe/Berlin")).toEqual(at("2026-03-29T01:00:00Z"));
    expect(instantOf("2026-03-29", 7, "Europe/Berlin")).toEqual(at("2026-03-29T05:00:00Z"));
    expect(instantOf("2026-10-25", 7, "Europe/Berlin")).toEqual(at("2026-10-25T06:00:00Z"));
  });
});

describe("the next turn", () => {
  it("is today before the hour, tomorrow from it on", () => {
    expect(nextDue(at("2026-11-24T06:59:59Z"), "UTC", hours)).toEqual(at("2026-11-24T07:00:00Z"));
    expect(nextDue(at("2026-11-24T07:00:00Z"), "UTC", hours)).toEqual(at("2026-11-25T07:00:00Z"));
  });

  it("is the review's where that is sooner", () => {
    // 23 November 2026 is a Monday.
    expect(nextDue(at("2026-11-23T07:30:00Z"), "UTC", hours)).toEqual(at("2026-11-23T08:00:00Z"));
    expect(nextDue(at("2026-11-23T08:00:00Z"), "UTC", hours)).toEqual(at("2026-11-24T07:00:00Z"));
    expect(nextDue(at("2026-11-22T23:00:00Z"), "UTC", { ...hours, reviewHour: 0 })).toEqual(
      at("2026-11-23T00:00:00Z"),
    );
  });
});

describe("the review", () => {
  it("is due from its hour, and for two days more, of the week before", () => {
    const due = (text: string) => reviewDue(at(text), "UTC", hours);
    expect(due("2026-11-23T07:59:59Z")).toBeNull();
    expect(due("2026-11-23T08:00:00Z")).toBe("2026-W47");
    expect(due("2026-11-25T23:00:00Z")).toBe("2026-W47");
    expect(due("2026-11-26T00:00:00Z")).toBeNull();
  });

  it("on a Sunday is of the last week that is over", () => {
    expect(reviewDue(at("2026-11-22T20:00:00Z"), "UTC", { ...hours, reviewDay: 7 })).toBe("2026-W46");
  });
});

describe("weeks", () => {
  it.each([
    ["2026-11-23", "2026-W48"],
    ["2026-11-22", "2026-W47"],
    // ISO 8601: 1 January 2027 is a Friday of the last week of 2026, which has 53.
    ["2027-01-01", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2024-12-30", "2025-W01"],
  ])("%s lies in %s", (date, week) => {
    expect(weekOf(date)).toBe(week);
    const days = daysOfWeek(week);
    expect(days && eachDay(days.from, days.to)).toContain(date);
    expect(days && weekday(days.from)).toBe(1);
    expect(lastWeek(addDays(date, 7))).toBe(week);
  });

  it.each(["2026-W00", "2026-W54", "2025-W53", "2026-47", "x", "", "9999-W01", "0000-W01"])(
    "%s is none",
    (week) => expect(daysOfWeek(week)).toBeNull(),
  );
});
