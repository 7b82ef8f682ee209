import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Adequacy,
  addDays,
  adequacyOf,
  composition,
  coverageOfDay,
  type DayIntake,
  type DayMark,
  dayIntakeOf,
  energyUsedKcal,
  type IntakeEntry,
  isAboveLimit,
  NUTRIENT_IDS,
  REFERENCE_NUTRIENTS,
  referenceIntake,
  sumDay,
  upperLimitOf,
  usableDays,
} from "@/lib/nutrition";
import { ON, person, woman40 } from "../../support/nutrition";

/* An entry without values: a name of which neither amounts nor energy are known. Decision record 031. */

const TEXT: IntakeEntry = { kind: "food", amounts: composition() };
const usedKcal = energyUsedKcal(person(woman40));

type Entries = readonly IntakeEntry[];
const dayOf = (date: string, entries: Entries, mark: DayMark): DayIntake => ({
  ...dayIntakeOf(date, entries, mark),
  usedKcal,
});

const amount = fc.oneof(fc.constant(null), fc.constant(0), fc.double({ min: 0, max: 2000, noNaN: true }));
const food = fc.record({
  kind: fc.constant("food" as const),
  value: amount,
  energy: fc.constantFrom(null, 0, 300, 950, 2600),
});
const dose = fc.record({
  kind: fc.constant("supplement" as const),
  value: amount,
  energy: fc.constant(null),
});
const logged = fc.record({
  entries: fc.array(fc.oneof({ weight: 4, arbitrary: food }, { weight: 1, arbitrary: dose }), {
    maxLength: 4,
  }),
  mark: fc.constantFrom<DayMark>(null, "complete", "incomplete"),
  texts: fc.constantFrom(0, 0, 1, 3),
});
const diary = fc.record({
  nutrient: fc.constantFrom(...REFERENCE_NUTRIENTS),
  days: fc.oneof(
    fc.array(logged, { minLength: 1, maxLength: 10 }),
    // Many equal days, so that there are verdicts.
    fc
      .tuple(logged, logged, fc.constantFrom(5, 14, 40))
      .map(([one, other, n]) => Array.from({ length: n }, (_, i) => (i % 7 === 3 ? other : one))),
  ),
});
type Diary = typeof diary extends fc.Arbitrary<infer T> ? T : never;

/** The days as they are logged, and the same days with their entries without values. */
const both = ({ nutrient, days }: Diary) => {
  const of = (withTexts: boolean): DayIntake[] =>
    days.flatMap(({ entries, mark, texts }, i) => {
      const known = entries.map(
        ({ kind, value, energy }): IntakeEntry => ({
          kind,
          amounts: composition({ energy, [nutrient]: value }),
        }),
      );
      // A complete day without food is a fast, and no fast any more with such an entry (record 031).
      const fast = mark === "complete" && entries.every(({ kind }) => kind === "supplement");
      const all = withTexts && !fast ? [...known, ...Array.from({ length: texts }, () => TEXT)] : known;
      // A day without entries is there only when the person calls it complete: a fast.
      return all.length === 0 && mark !== "complete" ? [] : [dayOf(addDays("2026-01-01", i), all, mark)];
    });
  return [of(false), of(true)] as const;
};

const SURENESS: Partial<Record<Adequacy["verdict"], number>> = {
  "probably-below": 1,
  "very-probably-below": 2,
};
const belowOf = ({ verdict }: Adequacy): number => SURENESS[verdict] ?? 0;

describe("an entry without values", () => {
  it("lowers no total, adds to none, and is counted among the foods", () => {
    const entry = fc.record({
      kind: fc.constantFrom("food" as const, "supplement" as const),
      nutrients: fc
        .record(Object.fromEntries(NUTRIENT_IDS.map((id) => [id, amount])))
        .map((some) => composition(some)),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
        const before = sumDay(entries).totals;
        const after = sumDay([...entries, { kind: "food", nutrients: composition() }]).totals;
        for (const id of NUTRIENT_IDS)
          expect(after[id]).toEqual({ ...before[id], entries: before[id].entries + 1 });
      }),
    );
  });

  it("never raises the coverage of a day", () => {
    fc.assert(
      fc.property(diary, (logs) => {
        const [before, after] = both(logs);
        for (const day of after) {
          const same = before.find(({ date }) => date === day.date);
          const [was, is] = [same, day].map((one) => (one ? coverageOfDay(one, logs.nutrient) : null));
          if (was !== null && was !== undefined && is !== null && is !== undefined)
            expect(is).toBeLessThanOrEqual(was + 1e-12);
        }
      }),
    );
  });

  it("lets no day count that did not count without it", () => {
    fc.assert(
      fc.property(diary, (logs) => {
        const [before, after] = both(logs).map(
          (days) => new Set(usableDays(days, person(woman40)).usable.map(({ date }) => date)),
        );
        for (const date of after ?? []) expect(before?.has(date), date).toBe(true);
      }),
    );
  });

  it("never makes it surer that usual intake is below the need", () => {
    fc.assert(
      fc.property(diary, (logs) => {
        const [before, after] = both(logs).map((days) =>
          adequacyOf(referenceIntake(logs.nutrient, woman40, ON, "nasem"), days, person(woman40)),
        ) as [Adequacy, Adequacy];
        expect(belowOf(after)).toBeLessThanOrEqual(belowOf(before));
        if (belowOf(after) > 0)
          expect(after.range?.high).toBeGreaterThanOrEqual((before.range?.high ?? 1) - 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it("never raises the probability of being above an upper limit", () => {
    fc.assert(
      fc.property(diary, (logs) => {
        const [before, after] = both(logs).map((days) =>
          upperLimitOf(referenceIntake(logs.nutrient, woman40, ON, "nasem"), days, person(woman40)),
        );
        if (after && before && isAboveLimit(after)) expect(isAboveLimit(before)).toBe(true);
      }),
    );
  });
});

describe("a day with entries without values", () => {
  const meal = (energy: number, magnesium: number): IntakeEntry => ({
    kind: "food",
    amounts: composition({ energy, magnesium }),
  });

  it("may hold in them all that its other foods leave of the energy the person uses", () => {
    const day = dayOf("2026-06-01", [meal(500, 60), meal(500, 60), meal(505, 60), TEXT], null);
    expect(usedKcal).toBeGreaterThan(1900);
    expect(coverageOfDay(day, "magnesium")).toBeCloseTo(1505 / (usedKcal as number), 12);
    // By number of foods alone it would be three quarters.
    const full = dayOf("2026-06-01", [meal(900, 60), meal(900, 60), meal(900, 60), TEXT], null);
    expect(coverageOfDay(full, "magnesium")).toBe(0.75);
  });

  it("does not count without a mark where its other foods make no plausible day", () => {
    const breakfast = dayOf("2026-06-01", [meal(450, 80), TEXT], null);
    const only = dayOf("2026-06-02", [TEXT], null);
    const said = dayOf("2026-06-03", [meal(450, 80), TEXT], "complete");
    const { usable, excluded } = usableDays([breakfast, only, said], person(woman40));
    expect(usable.map(({ date }) => date)).toEqual(["2026-06-03"]);
    expect(excluded).toEqual([
      { date: "2026-06-01", reason: "unknown-energy" },
      { date: "2026-06-02", reason: "unknown-energy" },
    ]);
  });

  it("keeps a verdict from being given where the entries could hold what is missing", () => {
    const low = Array.from({ length: 28 }, (_, i) =>
      [meal(700, 75), meal(750, 75), i % 2 === 0 ? [TEXT] : []].flat(),
    );
    const judge = (all: readonly Entries[]) =>
      adequacyOf(
        referenceIntake("magnesium", woman40, ON, "nasem"),
        all.map((entries, i) => dayOf(addDays("2026-05-01", i), entries, null)),
        person(woman40),
      );
    expect(judge(low.map((entries) => entries.filter((entry) => entry !== TEXT))).verdict).toBe(
      "very-probably-below",
    );
    const open = judge(low);
    expect(open.verdict).not.toBe("very-probably-below");
    expect(open.caveats).toContain("lower-bound");
  });
});
