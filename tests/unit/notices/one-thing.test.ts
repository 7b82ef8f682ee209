import { describe, expect, it } from "vitest";
import type { ReviewDays, ReviewGap, SuggestionView } from "@/lib/insights/schemas";
import { type OneThingInput, oneThing } from "@/lib/notices/one-thing";

const day = (n: number, state: "complete" | "incomplete" | "partial" | "none", counts: boolean) => ({
  date: `2026-05-0${n}`,
  state,
  counts,
  reason: state === "partial" && !counts ? ("implausible-energy" as const) : null,
});
const daysOf = (items: ReviewDays["items"]): ReviewDays => ({
  items,
  logged: items.filter(({ state }) => state !== "none").length,
  complete: items.filter(({ state }) => state === "complete").length,
  counted: items.filter(({ counts }) => counts).length,
});
const WHOLE = daysOf([4, 5, 6, 7].map((n) => day(n, "partial", true)));

const gap = (mineral: ReviewGap["mineral"], mean: number | null, target: number, more = {}): ReviewGap => ({
  mineral,
  mean,
  lower: false,
  target,
  sure: true,
  withoutValue: null,
  ...more,
});
const food = (name: string, mineral: ReviewGap["mineral"], share: number, eatenDays = 0): SuggestionView => ({
  food: `ndb:${name}`,
  name,
  group: "Nuts",
  portion: { id: null, label: "1 oz", count: 1 },
  grams: 28,
  adds: [
    { mineral: "potassium", amount: 100, unit: "mg", share: 1 },
    { mineral, amount: 50, unit: "mg", share },
  ],
  pick: null,
  eatenDays,
  why: "so",
  caution: null,
});
const alert = (rule: OneThingInput["alerts"][number]["rule"]): OneThingInput["alerts"][number] => ({
  id: `${rule}:x`,
  rule,
  nutrients: ["iron"],
  finding: "Tea comes with the meals.",
  eat: { suggestFor: null, notes: [{ text: "Wait an hour.", grade: "A", sources: [] }] },
  careful: [],
});
const input = (more: Partial<OneThingInput> = {}): OneThingInput => ({
  hasPerson: true,
  gates: { referenceOnly: false, hideScores: false },
  days: WHOLE,
  alerts: [],
  gaps: [gap("magnesium", 240, 320)],
  foodsFor: (mineral) => [food(`${mineral}-1`, mineral, 0.8), food(`${mineral}-2`, mineral, 0.5)],
  ...more,
});

describe("the gap that is looked at", () => {
  it("is the largest as a share of its target, whatever its place among the minerals", () => {
    const gaps = [gap("magnesium", 240, 320), gap("iron", 9, 18), gap("selenium", 30, 55)];
    expect(oneThing(input({ gaps }))).toMatchObject({ kind: "food", gap: { mineral: "iron" } });
    // Of two alike the first of the minerals.
    expect(oneThing(input({ gaps: [gap("zinc", 4, 8), gap("iron", 9, 18)] }))).toMatchObject({
      gap: { mineral: "zinc" },
    });
  });

  it("is a sure one, and one that a food closes", () => {
    const gaps = [gap("magnesium", 240, 320), gap("iron", 2, 18, { sure: false }), gap("selenium", 10, 55)];
    const foodsFor: OneThingInput["foodsFor"] = (mineral) =>
      mineral === "selenium" ? [] : [food("oats", mineral, 0.4)];
    expect(oneThing(input({ gaps, foodsFor }))).toMatchObject({ gap: { mineral: "magnesium" } });
    expect(oneThing(input({ gaps, foodsFor: () => [] }))).toEqual({ kind: "nothing", reason: "no-food" });
  });
});

describe("the food", () => {
  it("is the first that the suggestions name", () => {
    const found = oneThing(input());
    expect(found).toMatchObject({ because: "closes-most", food: { name: "magnesium-1" } });
    expect(found).not.toHaveProperty("food.why");
  });

  it.each([
    [0.4, "eaten", "known"],
    [0.39, "closes-most", "new"],
  ])("that is eaten already and closes %d of the gap beside 0.8 is chosen by %s", (share, because, name) => {
    const foodsFor = () => [food("new", "magnesium", 0.8), food("known", "magnesium", share, 3)];
    expect(oneThing(input({ foodsFor }))).toMatchObject({ because, food: { name } });
  });

  it("is the best of those eaten, not the one eaten most", () => {
    const foodsFor = () => [food("a", "magnesium", 0.8, 1), food("b", "magnesium", 0.7, 12)];
    expect(oneThing(input({ foodsFor }))).toMatchObject({ because: "eaten", food: { name: "a" } });
  });
});

describe("something else", () => {
  it("is what the most pressing finding says, if that is about pairing or absorption", () => {
    for (const rule of ["poor-pairing", "poor-absorption"] as const)
      expect(oneThing(input({ alerts: [alert(rule), alert("not-enough-data")] }))).toMatchObject({
        kind: "alert",
        alert: { rule },
        note: { text: "Wait an hour." },
      });
    for (const rule of ["low-usual-intake", "single-day-alarm", "not-enough-data"] as const)
      expect(oneThing(input({ alerts: [alert(rule), alert("poor-pairing")] })).kind).toBe("food");
  });

  it("is a passed upper limit before all else, with its caution", () => {
    const caution = { text: "Ask a pharmacist or doctor.", grade: null, sources: [] };
    const passed = { ...alert("supplement-above-limit"), id: "limit", careful: [caution] };
    const alerts = [alert("low-usual-intake"), alert("poor-pairing"), passed];
    expect(oneThing(input({ alerts }))).toMatchObject({
      kind: "alert",
      alert: { id: "limit" },
      note: caution,
    });
    const few = daysOf([day(4, "partial", false)]);
    expect(oneThing(input({ alerts: [{ ...passed, rule: "high-usual-intake" }], days: few }))).toMatchObject({
      alert: { rule: "high-usual-intake" },
    });
  });

  it("has no note that only says the finding again", () => {
    const same = { ...alert("poor-pairing"), eat: { suggestFor: null, notes: [] } };
    const note = { text: same.finding, grade: null, sources: [] };
    expect(oneThing(input({ alerts: [{ ...same, careful: [note] }] }))).toMatchObject({ note: null });
  });

  it("is the last day that was begun, while fewer than three count; else more days", () => {
    const begun = daysOf([
      day(4, "partial", false),
      day(5, "partial", false),
      day(6, "partial", true),
      day(7, "none", false),
    ]);
    expect(oneThing(input({ days: begun }))).toEqual({ kind: "complete-day", date: "2026-05-05" });
    // Of this one the person has said already that something is missing.
    const said = daysOf([day(4, "partial", false), day(5, "incomplete", false), day(6, "partial", true)]);
    expect(oneThing(input({ days: said }))).toEqual({ kind: "complete-day", date: "2026-05-04" });
    const few = daysOf([day(4, "complete", true), day(5, "partial", true), day(6, "none", false)]);
    expect(oneThing(input({ days: few }))).toEqual({ kind: "log-days", counted: 2, needed: 3 });
  });

  it("is never about days for somebody who is not to be shown scores", () => {
    const gates = { referenceOnly: false, hideScores: true };
    const few = daysOf([day(4, "partial", false), day(5, "partial", true)]);
    expect(oneThing(input({ gates, days: few }))).toEqual({ kind: "nothing", reason: "too-few-days" });
    const begun = daysOf([...WHOLE.items, day(8, "partial", false)]);
    expect(oneThing(input({ gates, days: begun, gaps: [] }))).toEqual({
      kind: "nothing",
      reason: "nothing-missing",
    });
    expect(oneThing(input({ days: begun, gaps: [] }))).toEqual({ kind: "complete-day", date: "2026-05-08" });
  });

  it("is a missing value only where no sure gap has a food", () => {
    const open = gap("zinc", null, 8, { sure: false, withoutValue: { food: "own:a", name: "Bread" } });
    expect(oneThing(input({ gaps: [gap("magnesium", 240, 320), open] })).kind).toBe("food");
    expect(oneThing(input({ gaps: [open] }))).toEqual({
      kind: "missing-value",
      mineral: "zinc",
      food: { food: "own:a", name: "Bread" },
    });
    expect(oneThing(input({ gaps: [{ ...open, withoutValue: null }] }))).toEqual({
      kind: "nothing",
      reason: "not-sure",
    });
  });

  it("is nothing at all for an infant, whatever else holds", () => {
    const gates = { referenceOnly: true, hideScores: false };
    expect(oneThing(input({ gates, alerts: [alert("poor-pairing")], hasPerson: false }))).toEqual({
      kind: "nothing",
      reason: "reference-only",
    });
    expect(oneThing(input({ hasPerson: false }))).toEqual({ kind: "set-targets" });
  });
});
