import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aboveLimit, afterAdding } from "@/app/(app)/_features/diary/after-adding";
import { applyChange, type DayChange } from "@/app/(app)/_features/diary/day-change";
import { dayWords, mealAt } from "@/app/(app)/_features/diary/meal-words";
import { MEALS } from "@/lib/diary/schemas";
import { groupWords } from "@/lib/format";
import { MINERALS } from "@/lib/nutrition";
import { aDay, anEntry } from "../day-fixtures";

const put = (after = anEntry({ id: "new" })): DayChange => ({
  kind: "put",
  before: null,
  after,
  input: { date: after.date, meal: after.meal, food: after.food, amount: { grams: after.grams } },
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
    expect(applyChange(day, { kind: "mark", date: "2026-11-22", to: "complete" })).toBe(day);
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

describe("what adding a food would do", () => {
  const [day] = aDay([anEntry({ id: "a" })]).minerals;
  it("stays a lower bound when the food has no value", () => {
    if (!day) throw new Error("The fixture has minerals");
    expect(afterAdding(day, null)).toEqual({ amount: 100, lowerBound: true });
    expect(afterAdding(day, 20)).toEqual({ amount: 120, lowerBound: false });
    expect(afterAdding({ ...day, total: { ...day.total, amount: null, known: 0 } }, null).amount).toBeNull();
  });
  it("speaks of limits that count food only", () => {
    const adds = anEntry({ id: "x", nutrients: { magnesium: 9000, zinc: 43 } }).nutrients;
    const above = aDay([]).minerals.flatMap((day) => {
      const over = aboveLimit(day, afterAdding(day, adds[day.mineral]));
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
