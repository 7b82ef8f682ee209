import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addDaysWithin,
  ageOn,
  daysBetween,
  eachDay,
  FIRST_DAY,
  isLocalDate,
  LAST_DAY,
  parseLocalDate,
  weekday,
} from "@/lib/nutrition";

const MS_A_DAY = 86_400_000;
/** An independent count of days: the platform's calendar, in UTC. */
const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);
const anyDay = fc
  .integer({ min: utc(FIRST_DAY) / MS_A_DAY, max: utc(LAST_DAY) / MS_A_DAY })
  .map((n) => new Date(n * MS_A_DAY).toISOString().slice(0, 10));

describe("isLocalDate", () => {
  it.each(["1900-01-01", "2200-12-31", "2024-02-29", "2000-02-29", "2026-11-22"])("accepts %s", (date) => {
    expect(isLocalDate(date)).toBe(true);
  });
  it.each([
    "2026-02-31",
    "2025-02-29",
    "1900-02-29",
    "2100-02-29",
    "2026-04-31",
    "2026-00-10",
    "2026-13-01",
    "2026-01-00",
    "0001-01-01",
    "1899-12-31",
    "2201-01-01",
    "2026-1-1",
    "2026-01-01T00:00:00Z",
    " 2026-01-01",
    "2026-01-01\n",
    "٢٠٢٦-٠١-٠١",
    "20260101",
    "",
  ])("refuses %j", (date) => {
    expect(isLocalDate(date)).toBe(false);
    expect(() => parseLocalDate(date)).toThrow(RangeError);
  });
});

describe("day arithmetic", () => {
  it("agrees with the platform's calendar on every pair of days", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(daysBetween(a, b)).toBe((utc(b) - utc(a)) / MS_A_DAY);
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(Math.sign(daysBetween(b, a))).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(weekday(a)).toBe(new Date(`${a}T00:00:00Z`).getUTCDay() || 7);
      }),
    );
  });
  it("crosses leap days and year ends", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2100-02-28", 1)).toBe("2100-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });
  it("refuses to leave the accepted range or to add part of a day", () => {
    expect(() => addDays(LAST_DAY, 1)).toThrow(RangeError);
    expect(() => addDays(FIRST_DAY, -1)).toThrow(RangeError);
    expect(() => addDays("2026-01-01", 0.5)).toThrow(RangeError);
  });
  it("lists the days of a period, both ends included", () => {
    expect(eachDay("2024-02-28", "2024-03-01")).toEqual(["2024-02-28", "2024-02-29", "2024-03-01"]);
    expect(eachDay("2024-03-01", "2024-02-28")).toEqual([]);
  });
});

describe("ageOn", () => {
  it.each([
    ["1990-06-15", "2026-06-14", 35],
    ["1990-06-15", "2026-06-15", 36],
    ["2004-02-29", "2025-02-28", 20],
    ["2004-02-29", "2025-03-01", 21],
    ["2004-02-29", "2024-02-29", 20],
    ["2026-01-01", "2026-01-01", 0],
  ])("born %s, on %s: %i years", (birth, on, years) => {
    expect(ageOn(birth, on)?.years).toBe(years);
  });
  it.each([
    ["2026-01-15", "2026-07-14", 5],
    ["2026-01-15", "2026-07-15", 6],
    ["2026-03-31", "2026-04-30", 0],
    ["2026-03-31", "2026-05-01", 1],
  ])("born %s, on %s: %i months", (birth, on, months) => {
    expect(ageOn(birth, on)?.months).toBe(months);
  });
  it("has no age before birth", () => {
    expect(ageOn("2026-01-02", "2026-01-01")).toBeNull();
  });
  it("never falls as days pass", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30_000 }), (birth, days) => {
        fc.pre(daysBetween(birth, LAST_DAY) > days);
        const today = ageOn(birth, addDays(birth, days));
        const tomorrow = ageOn(birth, addDays(birth, days + 1));
        expect((tomorrow?.months ?? -1) - (today?.months ?? 0)).toBeGreaterThanOrEqual(0);
        expect((tomorrow?.months ?? -1) - (today?.months ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("addDaysWithin", () => {
  it("stops at both ends of the calendar", () => {
    expect(addDaysWithin("1900-01-03", -14)).toBe("1900-01-01");
    expect(addDaysWithin("2200-12-30", 5)).toBe("2200-12-31");
    expect(addDaysWithin("2026-11-22", -7)).toBe("2026-11-15");
    expect(addDaysWithin("1900-01-01", 0)).toBe("1900-01-01");
  });
});
