import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatAmount,
  formatDate,
  formatDayName,
  formatDelta,
  formatDense,
  formatFigure,
  formatGap,
  formatGrams,
  formatMeasure,
  formatOverLimit,
  formatPercent,
  formatPeriod,
  formatPortion,
  formatProbability,
  formatQuantity,
  formatReferenceAmount,
  formatTotal,
  tieUnits,
} from "@/lib/format";
import { addDays, composition, NUTRIENT_IDS, type NutrientId, type Total, totalOf } from "@/lib/nutrition";

const total = (nutrient: NutrientId, amount: number | null, known: number, entries: number): Total => ({
  ...totalOf(nutrient, [composition()]),
  amount,
  known,
  entries,
});
/** Non-breaking spaces as "_", so that their places show in the expectations. */
const shown = (text: string | null): string | null => text?.replaceAll("\u00A0", "_") ?? null;

const nutrient = fc.constantFrom(...NUTRIENT_IDS);
const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const digits = (text: string): number => Number(text.replaceAll(/[^\d.]/g, ""));

describe("amounts", () => {
  it.each([
    ["magnesium", 241.4, "241_mg"],
    ["zinc", 20.44, "20.4_mg"],
    ["iron", 9.7, "9.7_mg"],
    ["zinc", 15, "15.0_mg"],
    ["potassium", 1804, "1,804_mg"],
    ["selenium", 27, "27_µg"],
    ["calcium", 0, "0_mg"],
    ["magnesium", 0.3, "<1_mg"],
    ["iron", 0.04, "<0.1_mg"],
    ["energy", 1999.5, "2,000_kcal"],
    ["magnesium", null, "no data"],
  ] as const)("%s %s is %s", (id, value, text) => {
    expect(shown(formatAmount(id, value))).toBe(text);
  });

  it("survives the last bit of a binary sum", () => {
    expect(formatFigure("iron", 0.1 + 0.2, "down")).toBe("0.3");
    expect(formatFigure("iron", 0.1 + 0.2, "up")).toBe("0.3");
    expect(formatFigure("magnesium", 1.005 * 1000, "down")).toBe("1,005");
    expect(formatFigure("iron", 2.25, "nearest")).toBe("2.3");
  });

  it("refuses what is not a number", () => {
    expect(() => formatAmount("iron", Number.NaN)).toThrow(RangeError);
    expect(() => formatAmount("iron", Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it("never prints a figure for an unknown amount, nor 0 for a positive one", () => {
    fc.assert(
      fc.property(nutrient, positive, (id, value) => {
        expect(formatAmount(id, null)).toBe("no data");
        expect(formatDelta(id, null)).toBe("no data");
        expect(formatTotal(id, total(id, null, 0, 3))).toBe("no data");
        expect(formatDense(id, total(id, null, 0, 3))).toBeNull();
        for (const rounding of ["nearest", "down", "up"] as const) {
          expect(formatFigure(id, value, rounding)).not.toMatch(/^0(\.0)?$/);
        }
      }),
    );
  });

  it("rounds down to at most the amount and up to at least it", () => {
    fc.assert(
      fc.property(nutrient, amount, (id, value) => {
        const slack = 1e-6 * Math.max(1, value);
        const down = formatFigure(id, value, "down");
        const up = formatFigure(id, value, "up");
        if (!down.startsWith("<")) expect(digits(down)).toBeLessThanOrEqual(value + slack);
        expect(digits(up)).toBeGreaterThanOrEqual(value - slack);
      }),
    );
  });

  it("prints reference values as published", () => {
    expect(shown(formatReferenceAmount("zinc", 8))).toBe("8_mg");
    expect(shown(formatReferenceAmount("zinc", 6.8))).toBe("6.8_mg");
    expect(shown(formatReferenceAmount("iron", 0.27))).toBe("0.27_mg");
    expect(shown(formatReferenceAmount("calcium", 2500))).toBe("2,500_mg");
  });
});

describe("totals", () => {
  it("says at least when an entry does not report it, and rounds that down", () => {
    expect(shown(formatTotal("magnesium", total("magnesium", 241.9, 7, 8)))).toBe("at least 241_mg");
    expect(shown(formatTotal("magnesium", total("magnesium", 241.9, 8, 8)))).toBe("242_mg");
    expect(shown(formatTotal("magnesium", total("magnesium", 0.4, 1, 8)))).toBe("more than 0_mg");
    expect(formatTotal("magnesium", total("magnesium", null, 0, 0))).toBe("nothing logged yet");
  });

  it("is short in a table", () => {
    expect(formatDense("magnesium", total("magnesium", 48.7, 1, 2))).toBe("48+");
    expect(formatDense("magnesium", total("magnesium", 48.7, 2, 2))).toBe("49");
    expect(formatDense("iron", total("iron", 0.04, 1, 2))).toBe(">0");
  });

  it("says what is left, rounded up when it may be less", () => {
    expect(shown(formatGap("magnesium", 78.1, true))).toBe("up to 79_mg to go");
    expect(shown(formatGap("magnesium", 78.1, false))).toBe("78_mg to go");
    expect(shown(formatGap("magnesium", 0.2, false))).toBe("<1_mg to go");
    expect(shown(formatOverLimit("zinc", 3, "total"))).toBe("3.0_mg above the upper limit");
    expect(shown(formatOverLimit("magnesium", 50, "supplements"))).toBe(
      "50_mg above the upper limit for supplements",
    );
    expect(shown(formatDelta("iron", 6.4))).toBe("+6.4_mg");
    expect(shown(formatDelta("iron", 0.01))).toBe("<0.1_mg");
  });

  it("at least and up to never promise more than is known", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 5000 }), (value, target) => {
        fc.pre(value < target);
        const least = formatTotal("magnesium", total("magnesium", value, 1, 2));
        const gap = formatGap("magnesium", target - value, true);
        if (least.startsWith("at least")) expect(digits(least)).toBeLessThanOrEqual(value + 1e-6 * target);
        expect(digits(gap)).toBeGreaterThanOrEqual(target - value - 1e-6 * target);
      }),
    );
  });
});

describe("percentages", () => {
  it.each([
    [99.6, 100, false, "99_%"],
    [99.999, 100, false, "99_%"],
    [100, 100, false, "100_%"],
    [100.2, 100, false, "100_%"],
    [9.7, 18, false, "54_%"],
    [9.7, 18, true, "53_%"],
    [0.2, 100, false, "<1_%"],
    [0, 100, false, "0_%"],
    [12_340, 100, false, "12,340_%"],
  ])("%s of %s (lower bound %s) is %s", (value, target, lower, text) => {
    expect(shown(formatPercent(value, target, lower))).toBe(text);
  });

  it("reads 100 % exactly from the target on", () => {
    fc.assert(
      fc.property(positive, positive, fc.boolean(), (value, target, lower) => {
        const percent = digits(formatPercent(value, target, lower));
        expect(percent >= 100).toBe(value >= target);
      }),
    );
  });

  it("needs a target", () => {
    expect(() => formatPercent(1, 0)).toThrow(RangeError);
  });

  it("is never surer than 95 % about a probability", () => {
    expect(shown(formatProbability(0.84))).toBe("84_%");
    expect(shown(formatProbability(0.999))).toBe(">_95_%");
    expect(shown(formatProbability(0.95))).toBe("95_%");
    expect(shown(formatProbability(0))).toBe("<_5_%");
    expect(() => formatProbability(1.1)).toThrow(RangeError);
  });
});

describe("portions", () => {
  it.each([
    [1, "cup", 180, "1_cup · 180_g"],
    [0.5, "cup", 40, "½_cup · 40_g"],
    [1.5, "cup, chopped", 234, "1½_cups, chopped · 234_g"],
    [2, "slice", 78, "2_slices · 78_g"],
    [3, "medium", 354, "3_medium · 354_g"],
    [2, "tbsp", 18.2, "2_tbsp · 18_g"],
    [2, "berry", 2.25, "2_berries · 2.3_g"],
    [2, "loaf", 900, "2_loaves · 900_g"],
    [2, "tomato", 250, "2_tomatoes · 250_g"],
    [1, null, 180, "180_g"],
    [1, "capsule", null, "1_capsule"],
  ])("%s × %s, %s g is %s", (count, label, grams, text) => {
    expect(shown(formatPortion(count, label, grams))).toBe(text);
  });

  it("writes grams as precisely as they matter", () => {
    expect(shown(formatGrams(4.54))).toBe("4.5_g");
    expect(shown(formatGrams(5))).toBe("5_g");
    expect(shown(formatGrams(9.96))).toBe("10_g");
    expect(shown(formatGrams(1234.4))).toBe("1,234_g");
    expect(shown(formatGrams(0.02))).toBe("<0.1_g");
    expect(shown(formatGrams(0))).toBe("0_g");
  });

  it("writes fractions people use and decimals otherwise", () => {
    expect([0.25, 1 / 3, 0.5, 2 / 3, 0.75, 2.25, 1.4, 3].map(formatQuantity)).toEqual([
      "¼",
      "⅓",
      "½",
      "⅔",
      "¾",
      "2¼",
      "1.4",
      "3",
    ]);
    expect(formatQuantity(0.001)).toBe("<0.01");
    expect(formatMeasure(1, "cup")).toBe("1\u00A0cup");
  });

  it.each([
    [3, "avocado", "3_avocados"],
    [3, "carrot", "3_carrots"],
    [2, "lozenge", "2_lozenges"],
    [2, "cherry, without pit", "2_cherries, without pit"],
    [2, "peach", "2_peaches"],
    [3, "potato, large", "3_potatoes, large"],
    [2, "cup chopped", "2_cups chopped"],
    [2, "glass", "2_glasses"],
    [2, "leaf", "2_leaves"],
    [2, "egg white", "2_egg white"],
    [2, "medium (7 inches long)", "2_medium (7 inches long)"],
    [4, "cookies", "4_cookies"],
    [2, "tbsp", "2_tbsp"],
    [2, "fl oz", "2_fl oz"],
    [1, "avocado", "1_avocado"],
    [0.5, "avocado", "½_avocado"],
  ])("counts %d %s", (quantity, label, words) => {
    expect(shown(formatMeasure(quantity, label))).toBe(words);
  });
});

describe("dates", () => {
  it("are the days they name", () => {
    expect(shown(formatDate("2026-05-14"))).toBe("Thursday 14_May");
    expect(shown(formatDate("2026-05-14", "short"))).toBe("Thu 14_May");
    expect(shown(formatDate("2026-05-14", "day"))).toBe("14_May");
    expect(shown(formatDate("2026-05-14", "tick"))).toBe("14_May");
    expect(shown(formatDate("2026-09-01", "tick"))).toBe("1_Sep");
    expect(shown(formatDate("2024-02-29", "full"))).toBe("29_February 2024");
    expect(formatDate("2026-05-14", "letter")).toBe("T");
  });

  it("name days as seen from today and spans of days", () => {
    expect(formatDayName("2026-05-14", "2026-05-14")).toBe("Today");
    expect(formatDayName("2026-05-13", "2026-05-14")).toBe("Yesterday");
    expect(formatDayName("2026-06-01", "2026-05-31")).toBe("Tomorrow");
    expect(formatDayName("2026-05-04", "2026-05-14")).toBe("Monday");
    expect(shown(formatPeriod("2026-04-15", "2026-05-14"))).toBe("15_April – 14_May");
    expect(shown(formatPeriod("2026-05-01", "2026-05-14"))).toBe("1_– 14_May");
    expect(shown(formatPeriod("2025-12-25", "2026-01-02"))).toBe("25_December 2025 – 2_January 2026");
  });

  it("do not depend on the machine's time zone", () => {
    const before = process.env.TZ;
    try {
      for (const zone of ["Pacific/Kiritimati", "Pacific/Niue", "America/New_York", "Europe/Berlin"]) {
        process.env.TZ = zone;
        expect(shown(formatDate("2026-03-29"))).toBe("Sunday 29_March");
        expect(formatDayName("2026-03-29", "2026-03-30")).toBe("Yesterday");
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it("agree with the calendar of the platform", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
        const date = addDays("1920-01-01", days);
        const platform = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });
        expect(formatDate(date, "long").startsWith(platform.format(new Date(`${date}T12:00Z`)))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each(["2026-02-30", "26-05-14", "2026-5-14", "", "2026-05-14T00:00"])("refuse %j", (text) => {
    expect(() => formatDate(text)).toThrow(RangeError);
  });
});

describe("prose", () => {
  it("ties a number to its unit, and leaves other words free", () => {
    expect(shown(tieUnits("limits of 40 mg (US), 5 % in 3 meals, 9.7 µg, 25 mg/kg, 3 gs"))).toBe(
      "limits of 40_mg (US), 5_% in 3 meals, 9.7_µg, 25_mg/kg, 3 gs",
    );
  });
});
