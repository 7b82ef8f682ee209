import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aboveLimit } from "@/app/(app)/_features/diary/after-adding";
import { applyChange, type BatchStep, type DayChange } from "@/app/(app)/_features/diary/day-change";
import { toEntryInput } from "@/app/(app)/_features/diary/entry-input";
import { dayWords, mealAt } from "@/app/(app)/_features/diary/meal-words";
import { type EntryView, type FoodEntry, MEALS } from "@/lib/diary/schemas";
import { groupWords } from "@/lib/format";
import { mineralDays } from "@/lib/insights/assessment/mineral-day";
import type { DoseView } from "@/lib/insights/schemas";
import { addTotals, MINERALS, NUTRIENTS, totalOf } from "@/lib/nutrition";
import type { TargetsView } from "@/lib/profile/schemas";
import { aDay, anEntry, TODAY } from "../day-fixtures";

const put = (after = anEntry({ id: "new" })): DayChange => ({
  kind: "put",
  before: null,
  after,
  input: toEntryInput(after),
});
const magnesium = (day: ReturnType<typeof aDay>) =>
  day.minerals.find(({ mineral }) => mineral === "magnesium");
const ids = (day: ReturnType<typeof aDay>) => day.meals.flatMap(({ entries }) => entries.map(({ id }) => id));

describe("a change shown before it is saved", () => {
  it("adds the entry to its meal and its amounts to the totals", () => {
    const day = applyChange(aDay([anEntry({ id: "old" })]), put());
    expect(ids(day)).toEqual(["old", "new"]);
    expect(magnesium(day)).toMatchObject({
      total: { amount: 200, known: 2, entries: 2 },
      short: 120,
      percent: 62.5,
    });
  });

  it("counts an entry without a value as unknown, never as 0", () => {
    const bread = anEntry({ id: "new", nutrients: { magnesium: null } });
    const day = applyChange(aDay([]), put(bread));
    expect(magnesium(day)?.total).toMatchObject({ amount: null, known: 0, entries: 1 });
    expect(magnesium(day)?.short).toBe(320);
    const gone = applyChange(aDay([anEntry({ id: "a" }), bread]), {
      kind: "remove",
      entry: anEntry({ id: "a" }),
    });
    expect(magnesium(gone)?.total).toMatchObject({ amount: null, known: 0, entries: 1 });
  });

  it("adds a lower bound without counting its entry as known, and takes it away again", () => {
    const stew = anEntry({ id: "new", lowerBounds: ["magnesium"] });
    const held = applyChange(aDay([anEntry({ id: "old" })]), put(stew));
    expect(magnesium(held)?.total).toMatchObject({ amount: 200, known: 1, entries: 2 });
    const left = applyChange(held, { kind: "remove", entry: anEntry({ id: "old" }) });
    expect(magnesium(left)?.total).toMatchObject({ amount: 100, known: 0, entries: 1 });
    const none = applyChange(left, { kind: "remove", entry: stew });
    expect(magnesium(none)?.total).toMatchObject({ amount: null, known: 0, entries: 0 });
  });

  it("leaves a day alone that the change is not about", () => {
    const day = aDay([anEntry({ id: "old" })]);
    expect(applyChange(day, put(anEntry({ id: "new", date: "2026-11-22" })))).toBe(day);
    expect(applyChange(day, { kind: "mark", date: "2026-11-22", to: "complete", before: null })).toBe(day);
    expect(applyChange(day, { kind: "remove", entry: anEntry({ id: "elsewhere" }) })).toBe(day);
  });

  it("moves an entry to another meal, and away to another day", () => {
    const entry = anEntry({ id: "a" });
    const day = aDay([entry]);
    const moved = applyChange(day, { kind: "move", entry, to: { date: entry.date, meal: "snack" } });
    expect(moved.meals.find(({ meal }) => meal === "snack")?.entries).toHaveLength(1);
    expect(magnesium(moved)?.total.amount).toBe(100);
    const away = applyChange(day, { kind: "move", entry, to: { date: "2026-11-20", meal: "snack" } });
    expect(ids(away)).toEqual([]);
    expect(magnesium(away)?.total).toMatchObject({ amount: null, entries: 0 });
  });

  it("keeps a changed portion in its place", () => {
    const first = anEntry({ id: "a" });
    const day = aDay([first, anEntry({ id: "b" })]);
    const after = { ...first, grams: 200, nutrients: { ...first.nutrients, magnesium: 200 } };
    const changed = applyChange(day, { ...put(after), before: first } as DayChange);
    expect(ids(changed)).toEqual(["a", "b"]);
    expect(magnesium(changed)?.total.amount).toBe(300);
  });

  it("applied twice is applied once, and undone leaves the totals as they were", () => {
    const amount = fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null });
    const entry = fc.record({ magnesium: amount, meal: fc.constantFrom(...MEALS) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), entry, (logged, added) => {
        const make = ({ magnesium: value, meal }: typeof added, id: string) =>
          anEntry({ id, meal, nutrients: { magnesium: value } });
        const day = aDay(logged.map((item, index) => make(item, `${index}`)));
        const fresh = make(added, "new");
        const once = applyChange(day, put(fresh));
        expect(applyChange(once, put(fresh))).toEqual(once);
        const back = applyChange(once, { kind: "remove", entry: fresh });
        expect(magnesium(back)?.total).toEqual(magnesium(day)?.total);
        expect(ids(back)).toEqual(ids(day));
      }),
    );
  });
});

type Generated<A> = A extends fc.Arbitrary<infer T> ? T : never;

const TARGETS: TargetsView = {
  items: aDay([]).minerals.map(({ mineral, target, kind, ear, ul, ulScope, state }) => ({
    mineral,
    unit: NUTRIENTS[mineral].unit,
    target,
    kind,
    ear,
    withoutAllowance: null,
    ul,
    ulScope,
    state,
    version: "0",
    group: null,
    source: null,
    note: null,
  })),
  vitamins: [],
};

/** A day of some entries as the server counts it. */
const served = (entries: readonly EntryView[]): ReturnType<typeof aDay> => ({
  ...aDay(entries.filter((entry): entry is FoodEntry => entry.kind === "food")),
  doses: entries.flatMap((entry) => (entry.kind === "supplement" ? [doseOf(entry)] : [])),
  minerals: mineralDays(TARGETS, entries, true),
});

const doseOf = (entry: EntryView): DoseView => ({
  supplement: entry.food,
  slot: null,
  taken: true,
  asNeeded: true,
  entry,
});

describe("changes shown one by one", () => {
  const IDS = ["a", "b", "c", "d", "e", "f"] as const;
  const amount = fc.option(fc.integer({ min: 0, max: 500 }), { nil: null });
  const written = fc.record({
    id: fc.constantFrom(...IDS),
    kind: fc.constantFrom("food", "food", "supplement"),
    meal: fc.constantFrom(...MEALS),
    date: fc.constantFrom(TODAY, TODAY, TODAY, "2026-11-22"),
    nutrients: fc.record({ magnesium: amount, zinc: amount, energy: amount }),
    lowerBounds: fc.option(fc.subarray(["magnesium", "zinc"] as const), { nil: undefined }),
    prescribed: fc.option(fc.subarray(["magnesium", "zinc"] as const), { nil: undefined }),
  });
  const step = fc.record({
    op: fc.constantFrom("put", "put", "remove", "restore", "move", "copy", "take", "untake"),
    entry: written,
    to: fc.record({ date: fc.constantFrom(TODAY, "2026-11-22"), meal: fc.constantFrom(...MEALS) }),
  });

  /** The entry of a generated record. A food is never prescribed; a supplement's label states whole amounts. */
  const entryFrom = ({ kind, prescribed, lowerBounds, ...given }: Generated<typeof written>): EntryView => {
    const entry = anEntry(given);
    return kind === "food"
      ? { ...entry, ...(lowerBounds && { lowerBounds }) }
      : {
          ...entry,
          id: `dose ${given.id}`,
          kind,
          meal: "snack",
          grams: null,
          ...(prescribed && { prescribed }),
        };
  };

  /** What the person does, and what is in the diary afterwards. */
  const done = (logged: ReadonlyMap<string, EntryView>, { op, entry: raw, to }: Generated<typeof step>) => {
    const dosing = op === "take" || op === "untake";
    const entry = entryFrom({ ...raw, kind: dosing ? "supplement" : "food" });
    const held = logged.get(entry.id);
    const next = new Map(logged);
    const change = ((): DayChange | null => {
      switch (op) {
        case "put":
          next.set(entry.id, entry);
          return { kind: "put", before: null, after: entry as FoodEntry, input: {} as never };
        case "copy":
        case "restore":
          if (held) return null;
          next.set(entry.id, entry);
          return op === "restore"
            ? { kind: "restore", entry: entry as FoodEntry }
            : batch({ kind: "copy", after: entry as FoodEntry, from: "x" });
        case "remove":
          if (!held) return null;
          next.delete(entry.id);
          return batch({ kind: "remove", entry: held as FoodEntry });
        case "move":
          if (!held) return null;
          next.set(entry.id, { ...held, ...to });
          return { kind: "move", entry: held as FoodEntry, to };
        case "take":
          if (held) return null;
          next.set(entry.id, entry);
          return { kind: "take", dose: doseOf(entry) };
        case "untake":
          if (!held) return null;
          next.delete(entry.id);
          return { kind: "untake", dose: doseOf(held) };
      }
    })();
    return { next, change };
  };
  const batch = (...steps: BatchStep[]): DayChange => ({ kind: "batch", id: "batch", steps, label: "" });
  const onDay = (logged: ReadonlyMap<string, EntryView>) =>
    [...logged.values()].filter(({ date }) => date === TODAY);

  it("add up to the sum that the server makes of the entries, unknowns and lower bounds included", () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 6 }), fc.array(step, { maxLength: 12 }), (first, steps) => {
        let logged: ReadonlyMap<string, EntryView> = new Map(
          first.map(entryFrom).map((entry) => [entry.id, entry]),
        );
        let shown = served(onDay(logged));
        for (const one of steps) {
          const { next, change } = done(logged, one);
          if (change) shown = applyChange(shown, change);
          logged = next;
        }
        expect(shown.minerals).toEqual(served(onDay(logged)).minerals);
      }),
      { numRuns: 500 },
    );
  });
});

describe("what adding a food would do", () => {
  it("speaks of limits that count food only", () => {
    const adds = anEntry({ id: "x", nutrients: { magnesium: 9000, zinc: 43 } }).nutrients;
    const above = aDay([]).minerals.flatMap((day) => {
      const over = aboveLimit(day, addTotals(day.total, totalOf(day.mineral, [adds])));
      return over === null ? [] : [[day.mineral, over]];
    });
    expect(above).toEqual([["zinc", 3]]);
  });
});

describe("words", () => {
  it.each([
    [7.6, "breakfast"],
    [12, "lunch"],
    [16, "snack"],
    [19, "dinner"],
    [23.5, "snack"],
    [2, "snack"],
  ])("at %d it is %s", (hour, meal) => expect(mealAt(hour)).toBe(meal));
  it("names days as seen from today", () => {
    expect(dayWords("2026-11-23", "2026-11-23")).toBe("today");
    expect(dayWords("2026-11-22", "2026-11-23")).toBe("yesterday");
    expect(dayWords("2026-11-24", "2026-11-23")).toBe("tomorrow");
    expect(dayWords("2026-11-17", "2026-11-23")).toBe("Tue 17\u00A0Nov");
  });
  it.each([
    ["Females 31–50 years", "woman, 31–50"],
    ["Males 14–18 years", "boy, 14–18"],
    ["Males 71 years and over", "man, 71 and over"],
    ["Pregnancy 19–30 years", "pregnancy 19–30"],
  ])("%s is %s", (label, words) => expect(groupWords(label)).toBe(words));
  it("has a day for each of the six minerals", () => {
    expect(aDay([]).minerals.map(({ mineral }) => mineral)).toEqual([...MINERALS]);
  });
});

describe("a plan", () => {
  const plan = anEntry({ id: "planned" });

  it("counts nowhere, is eaten by the entry with its id, and is shown once", () => {
    const planned = [plan, plan].reduce(
      (day, each) => applyChange(day, { kind: "plan", plan: each }),
      aDay([]),
    );
    expect(planned.plans.map(({ id }) => id)).toEqual(["planned"]);
    expect(magnesium(planned)?.total).toMatchObject({ amount: null, entries: 0 });
    const eaten = applyChange(planned, put(plan));
    expect([eaten.plans.length, ids(eaten)]).toEqual([0, ["planned"]]);
    expect(applyChange(eaten, { kind: "plan", plan })).toBe(eaten);
  });

  it("is taken back, and belongs to its own day", () => {
    const planned = applyChange(aDay([]), { kind: "plan", plan });
    expect(applyChange(planned, { kind: "unplan", plan }).plans).toEqual([]);
    const day = aDay([]);
    expect(applyChange(day, { kind: "plan", plan: { ...plan, date: "2026-11-22" } })).toBe(day);
  });
});
