import { describe, expect, it } from "vitest";
import {
  boundParts,
  capitalise,
  countNoun,
  formatBound,
  formatBoundFigure,
  formatCount,
  formatEstimate,
  formatShortfall,
  joinList,
  uncapitalise,
} from "@/lib/format";

const shown = (text: string): string => text.replaceAll("\u00A0", "_");

describe("English", () => {
  it.each([
    [[], ""],
    [["Mg"], "Mg"],
    [["Mg", "Zn"], "Mg and Zn"],
    [["Mg", "Zn", "Se"], "Mg, Zn and Se"],
    [["Mon", "Tue", "Wed", "Thu"], "Mon, Tue, Wed and Thu"],
  ])("joins %j", (parts, text) => expect(joinList(parts)).toBe(text));

  it.each([
    [0, "0 days"],
    [1, "1 day"],
    [2, "2 days"],
    [11, "11 days"],
    [21, "21 days"],
    [101, "101 days"],
    [1204, "1,204 days"],
  ])("counts %d", (count, text) => expect(countNoun(count, "day")).toBe(text));

  it.each([
    [0, "0 entries have"],
    [1, "1 entry has"],
    [2, "2 entries have"],
  ])("takes the plural it is given for %d", (count, text) =>
    expect(countNoun(count, "entry has", "entries have")).toBe(text),
  );

  it.each([
    [0, "0"],
    [999, "999"],
    [1204, "1,204"],
    [1_000_000, "1,000,000"],
  ])("writes %d", (count, text) => expect(formatCount(count)).toBe(text));

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("refuses to write %d as a count", (count) =>
    expect(() => formatCount(count)).toThrow(RangeError),
  );

  it.each([
    ["today after adding", "Today after adding"],
    ["14 May", "14 May"],
    ["", ""],
  ])("capitalises %j", (text, capital) => expect(capitalise(text)).toBe(capital));

  it.each([
    ["Vitamin D", "vitamin D"],
    ["", ""],
  ])("uncapitalises %j", (text, small) => expect(uncapitalise(text)).toBe(small));
});

describe("lower bounds", () => {
  it("rounds a lower bound down and says so", () => {
    expect(shown(formatBound("magnesium", 241.9, true))).toBe("at least 241_mg");
    expect(shown(formatBound("magnesium", 241.9, false))).toBe("242_mg");
    expect(formatBoundFigure("zinc", 9.68, true)).toBe("at least 9.6");
    expect(formatBoundFigure("zinc", 9.68, false)).toBe("9.7");
    expect(shown(formatEstimate("magnesium", 241.9, true))).toBe("at least 241_mg");
    expect(shown(formatEstimate("magnesium", 241.9, false))).toBe("about 242_mg");
  });

  it("says 'more than 0' where rounding down leaves nothing, and 'at least 0' of a known 0", () => {
    expect(boundParts("magnesium", 0.6, true)).toEqual({ prefix: "more than", figure: "0" });
    expect(boundParts("magnesium", 0, true)).toEqual({ prefix: "at least", figure: "0" });
    expect(boundParts("magnesium", 0.3, false)).toEqual({ prefix: "", figure: "<1" });
  });

  it("rounds up what a lower bound leaves open to the target", () => {
    expect(shown(formatShortfall("magnesium", 78.1, true))).toBe("up to 79_mg");
    expect(shown(formatShortfall("magnesium", 78.1, false))).toBe("78_mg");
  });
});
