import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AskedSpans, readSpans, spanBefore } from "@/lib/insights/trends/trend-spans";
import { addDays, addDaysWithin, daysBetween, FIRST_DAY, isLocalDate } from "@/lib/nutrition";

const TODAY = "2026-05-14";

const choose = (asked: AskedSpans, today = TODAY, days = 30) => {
  const now = { from: addDays(today, 1 - days), to: today };
  const before = spanBefore(now);
  if (before === null) throw new Error("no day before");
  return readSpans(asked, { before, now }, today);
};
const presets = (today: string, days = 30) =>
  Object.fromEntries(
    choose({}, today, days).presets.map(({ id, before, now }) => [
      id,
      `${now.from}..${now.to} against ${before.from}..${before.to}`,
    ]),
  );
const four = (from: string, to: string, againstFrom: string, againstTo: string) => ({
  from,
  to,
  againstFrom,
  againstTo,
});

describe("two spans by the page's address", () => {
  it("are the days shown and those before them when nothing is asked for", () => {
    const choice = choose({});
    expect(choice).toMatchObject({
      spans: null,
      problems: {},
      typed: {
        from: "2026-04-15",
        to: "2026-05-14",
        againstFrom: "2026-03-16",
        againstTo: "2026-04-14",
        around: "",
      },
    });
    expect(choice.presets.filter(({ current }) => current).map(({ id }) => id)).toEqual(["before"]);
    // A form sent with every field empty asks for nothing.
    expect(choose({ ...four("", " ", "", ""), around: "" })).toEqual(choice);
  });

  it("may be any two that share no day, whichever is typed first", () => {
    const one = { from: "2026-05-01", to: "2026-05-10" };
    const other = { from: "2025-02-01", to: "2025-02-28" };
    const spans = { before: other, now: one };
    expect(choose(four(one.from, one.to, other.from, other.to)).spans).toEqual(spans);
    const swapped = choose(four(other.from, other.to, one.from, one.to));
    expect(swapped.spans).toEqual(spans);
    // The fields keep what was typed where it was typed.
    expect(swapped.typed).toMatchObject(four(other.from, other.to, one.from, one.to));
    expect(swapped.presets.some(({ current }) => current)).toBe(false);
    // One right after the other, and single days.
    expect(choose(four("2026-05-02", "2026-05-02", "2026-05-01", "2026-05-01")).problems).toEqual({});
  });

  it("say by field what is wrong, and keep what was typed", () => {
    const cases: [ReturnType<typeof four>, object][] = [
      [
        four("2026-05-10", "2026-05-01", "2026-04-01", "2026-04-10"),
        { to: "The last day is before the first." },
      ],
      [
        four("2026-05-01", "2026-05-10", "2026-04-11", "2026-04-10"),
        { againstTo: "The last day is before the first." },
      ],
      [
        four("2026-05-01", "2026-05-10", "2026-04-20", "2026-05-01"),
        { againstTo: "Both spans hold 1 May 2026; they must share no day." },
      ],
      [
        four("2026-05-01", "2026-05-10", "2026-05-01", "2026-05-10"),
        { againstTo: "Both spans hold 1 May 2026; they must share no day." },
      ],
      [
        four("2026-05-01", "2026-05-10", "", ""),
        { againstFrom: "Give this day, too.", againstTo: "Give this day, too." },
      ],
      [four("2026-05-01", "", "2026-04-01", "2026-04-10"), { to: "Give this day, too." }],
      [
        four("2026-05-15", "2026-05-20", "2026-04-01", "2026-04-10"),
        { from: "This lies after today; such days do not count yet." },
      ],
      [
        four("2026-02-30", "yesterday", "0001-01-01", "2201-01-01"),
        {
          from: "“2026-02-30” is not a day between 1 January 1900 and 31 December 2200.",
          to: "“yesterday” is not a day between 1 January 1900 and 31 December 2200.",
          againstFrom: "“0001-01-01” is not a day between 1 January 1900 and 31 December 2200.",
          againstTo: "“2201-01-01” is not a day between 1 January 1900 and 31 December 2200.",
        },
      ],
      [
        four("2026-05-01", "2026-05-10", "1900-01-01", "2026-04-01"),
        { againstTo: "These are 46,112 days; 400 are the most." },
      ],
    ];
    for (const [asked, problems] of cases) {
      const choice = choose(asked);
      const plain = Object.fromEntries(
        Object.entries(choice.problems).map(([field, text]) => [field, text.replaceAll("\u00a0", " ")]),
      );
      expect(plain).toEqual(problems);
      expect(choice.spans).toBeNull();
      expect(choice.typed).toMatchObject(asked);
      expect(choice.presets.some(({ current }) => current)).toBe(false);
    }
  });

  it("hold 400 days at most, also over a leap day", () => {
    // 2023-05-01 and 399 days more; the second span holds 29 February 2024 as well.
    expect(choose(four("2023-05-01", "2024-06-03", "2022-01-01", "2022-01-02")).problems).toEqual({});
    expect(choose(four("2023-05-01", "2024-06-04", "2022-01-01", "2022-01-02")).problems).toEqual({
      to: "These are 401 days; 400 are the most.",
    });
  });

  it("may end after today, as long as they began", () => {
    expect(choose(four("2026-05-14", "2026-05-20", "2026-04-01", "2026-04-10")).problems).toEqual({});
  });

  it("take a field given twice by its first value, and cut what is endless", () => {
    const choice = choose({ from: ["2026-05-01", "x"], to: "y".repeat(5000) });
    expect(choice.typed.from).toBe("2026-05-01");
    expect(choice.problems.to?.length).toBeLessThan(150);
  });

  it("never throw, and either have spans to compare or say what is wrong", () => {
    const text = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        "",
        "1900-01-01",
        "2200-12-31",
        TODAY,
        "2024-02-29",
        "2023-02-29",
        "9999-99-99",
        "\ud800",
      ),
      fc.integer({ min: -800, max: 20 }).map((days) => addDays(TODAY, days)),
    );
    const value = fc.option(fc.oneof(text, fc.array(text, { maxLength: 2 })), { nil: undefined });
    const asked = fc.record({ from: value, to: value, againstFrom: value, againstTo: value, around: value });
    fc.assert(
      fc.property(asked, (query) => {
        const { spans, problems } = choose(query);
        if (spans === null) return;
        expect(problems).toEqual({});
        for (const { from, to } of [spans.before, spans.now]) {
          expect(isLocalDate(from) && isLocalDate(to)).toBe(true);
          expect(daysBetween(from, to)).toBeGreaterThanOrEqual(0);
          expect(daysBetween(from, to)).toBeLessThan(400);
        }
        expect(spans.before.to < spans.now.from).toBe(true);
      }),
    );
  });
});

describe("a day that parts two spans", () => {
  it("is the first of the later one, which ends today at the latest", () => {
    const spans = (around: string) => choose({ around }).spans;
    expect(spans("2026-01-10")).toEqual({
      before: { from: "2025-12-11", to: "2026-01-09" },
      now: { from: "2026-01-10", to: "2026-02-08" },
    });
    expect(spans("2026-05-10")).toEqual({
      before: { from: "2026-04-10", to: "2026-05-09" },
      now: { from: "2026-05-10", to: TODAY },
    });
    expect(spans(TODAY)?.now).toEqual({ from: TODAY, to: TODAY });
    expect(choose({ around: "2024-03-01" }, TODAY, 365).spans?.before).toEqual({
      from: "2023-03-02",
      to: "2024-02-29",
    });
  });

  it("shows in the four fields what it comes to, and itself", () => {
    expect(choose({ around: "2026-05-10" }).typed).toEqual({
      from: "2026-05-10",
      to: TODAY,
      againstFrom: "2026-04-10",
      againstTo: "2026-05-09",
      around: "2026-05-10",
    });
  });

  it("stops at the first day there is", () => {
    expect(choose({ around: "1900-01-03" }).spans?.before).toEqual({ from: FIRST_DAY, to: "1900-01-02" });
    expect(choose({ around: FIRST_DAY }).problems).toEqual({ around: "There is no day before this one." });
  });

  it("says what is wrong with it", () => {
    expect(choose({ around: addDaysWithin(TODAY, 1) }).problems.around).toMatch(/after today/);
    expect(choose({ around: "soon" })).toMatchObject({
      spans: null,
      problems: { around: expect.stringMatching(/^“soon” is not a day/) },
      typed: { around: "soon", from: "2026-04-15" },
    });
  });
});

describe("the usual pairs", () => {
  it("know the ends of months and leap days", () => {
    expect(presets("2026-03-31")).toEqual({
      before: "2026-03-02..2026-03-31 against 2026-01-31..2026-03-01",
      "year-ago": "2026-03-02..2026-03-31 against 2025-03-02..2025-03-31",
      "this-month": "2026-03-01..2026-03-31 against 2026-02-01..2026-02-28",
      "last-month": "2026-02-01..2026-02-28 against 2026-01-01..2026-01-31",
    });
    expect(presets("2024-03-01")).toMatchObject({
      "this-month": "2024-03-01..2024-03-01 against 2024-02-01..2024-02-29",
      "last-month": "2024-02-01..2024-02-29 against 2024-01-01..2024-01-31",
    });
    expect(presets("2024-02-29")["year-ago"]).toBe("2024-01-31..2024-02-29 against 2023-01-31..2023-02-28");
    expect(presets("2026-01-15")).toMatchObject({
      "this-month": "2026-01-01..2026-01-15 against 2025-12-01..2025-12-31",
      "last-month": "2025-12-01..2025-12-31 against 2025-11-01..2025-11-30",
    });
    expect(presets("2025-02-28", 365)["year-ago"]).toBe(
      "2024-03-01..2025-02-28 against 2023-03-01..2024-02-28",
    );
  });

  it("can all be asked for by their address, which then is the current one", () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2020-01-01", days));
    fc.assert(
      fc.property(day, fc.constantFrom(30, 90, 365), (today, days) => {
        for (const { id, before, now } of choose({}, today, days).presets) {
          const chosen = choose(four(now.from, now.to, before.from, before.to), today, days);
          expect(chosen.problems).toEqual({});
          expect(chosen.spans).toEqual({ before, now });
          expect(chosen.presets.filter(({ current }) => current).map((preset) => preset.id)).toContain(id);
        }
      }),
    );
  });
});
