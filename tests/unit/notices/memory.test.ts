import { describe, expect, it } from "vitest";
import { type Finding, findChanges, RETURN_DAYS, type Remembered } from "@/lib/notices/memory";

const LOW = "low-usual-intake:magnesium";
const finding = (change: Partial<Finding> = {}): Finding => ({
  key: LOW,
  rule: "low-usual-intake",
  nutrients: ["magnesium"],
  finding: "Your usual magnesium is probably below your need.",
  severity: 1,
  mean: 226,
  probability: 0.84,
  days: 9,
  ...change,
});
const notice = (change: Partial<Remembered> = {}): Remembered => ({
  key: LOW,
  episode: 1,
  severity: 1,
  lastSeen: "2026-05-14",
  resolvedOn: null,
  ...change,
});
const kinds = (...args: Parameters<typeof findChanges>) => findChanges(...args).map(({ kind }) => kind);

describe("what is told", () => {
  it("is told once, and again when it escalates, never when it becomes milder", () => {
    expect(findChanges([finding()], [], "2026-05-14")).toEqual([
      { kind: "told", finding: finding(), episode: 1 },
    ]);
    expect(kinds([finding()], [notice()], "2026-05-14")).toEqual([]);
    expect(kinds([finding({ severity: 2 })], [notice()], "2026-05-14")).toEqual(["escalated"]);
    expect(kinds([finding({ severity: 0 })], [notice()], "2026-05-14")).toEqual([]);
  });

  it("is seen once a day", () => {
    expect(kinds([finding()], [notice()], "2026-05-15")).toEqual(["seen"]);
    expect(kinds([finding({ severity: 2 })], [notice()], "2026-05-15")).toEqual(["escalated", "seen"]);
  });

  it("is resolved when it no longer holds, once", () => {
    expect(kinds([], [notice()], "2026-05-15")).toEqual(["resolved"]);
    expect(kinds([], [notice({ resolvedOn: "2026-05-14" })], "2026-05-15")).toEqual([]);
  });

  it(`that returns is the same until it was gone for ${RETURN_DAYS} days, and new from then on`, () => {
    const gone = notice({ resolvedOn: "2026-05-14" });
    // 14 May and 13 days are 27 May.
    expect(kinds([finding()], [gone], "2026-05-14")).toEqual(["returned"]);
    expect(kinds([finding()], [gone], "2026-05-27")).toEqual(["returned", "seen"]);
    expect(kinds([finding({ severity: 2 })], [gone], "2026-05-27")).toEqual([
      "returned",
      "escalated",
      "seen",
    ]);
    expect(findChanges([finding()], [gone], "2026-05-28")).toEqual([
      { kind: "told", finding: finding(), episode: 2 },
    ]);
  });

  it("is kept apart by key", () => {
    const zinc = finding({ key: "low-usual-intake:zinc", nutrients: ["zinc"] });
    expect(kinds([zinc], [notice()], "2026-05-14")).toEqual(["told", "resolved"]);
  });
});
