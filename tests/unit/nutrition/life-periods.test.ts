import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  answerFrom,
  type LifePeriod,
  lastChangeWithin,
  lifeOn,
  periodsCollide,
  trackOf,
} from "@/lib/nutrition";

const period = (
  kind: LifePeriod["kind"],
  from: string | null,
  to: string | null,
  weightKg: number | null = null,
): LifePeriod => ({ kind, weightKg, from, to });

const apply = (
  periods: readonly LifePeriod[],
  track: Parameters<typeof answerFrom>[1],
  answer: Parameters<typeof answerFrom>[2],
  from: string | null,
): LifePeriod[] => {
  const { removed, cut, added } = answerFrom(periods, track, answer, from);
  const changed = (old: LifePeriod) =>
    cut.find((next) => next.kind === old.kind && next.from === old.from) ?? old;
  return [...periods.filter((old) => !removed.includes(old)).map(changed), ...(added ? [added] : [])];
};

describe("11.16 what held on a day", () => {
  const history = [
    period("pregnant", "2026-01-10", "2026-09-30"),
    period("lactating", "2026-10-01", null),
    period("weight", null, "2026-02-28", 62),
    period("weight", "2026-03-01", null, 70),
    period("not-menstruating", "2026-01-10", null),
  ];

  it("is told by the periods, their last day included", () => {
    expect(lifeOn(history, "2026-01-09")).toEqual({
      lifeStage: "none",
      menstruating: null,
      hormonalContraception: false,
      hormoneTherapy: false,
      growthSpurt: false,
      weightKg: 62,
    });
    expect(lifeOn(history, "2026-09-30")).toMatchObject({ lifeStage: "pregnant", menstruating: false });
    expect(lifeOn(history, "2026-10-01")).toMatchObject({ lifeStage: "lactating", weightKg: 70 });
  });

  it("changed last on the first day of the present state, weight apart", () => {
    expect(lastChangeWithin(history, "2026-09-01", "2026-11-01")).toBe("2026-10-01");
    expect(lastChangeWithin(history, "2026-10-01", "2026-11-01")).toBeNull();
    expect(lastChangeWithin(history, "2026-02-01", "2026-05-01")).toBeNull();
    expect(lastChangeWithin([period("pregnant", null, "2026-05-31")], "2026-05-01", "2026-06-30")).toBe(
      "2026-06-01",
    );
  });

  it("collides where two periods answer the same on one day", () => {
    const pregnant = period("pregnant", "2026-01-10", "2026-09-30");
    expect(periodsCollide(pregnant, period("lactating", "2026-09-30", null))).toBe(true);
    expect(periodsCollide(pregnant, period("lactating", "2026-10-01", null))).toBe(false);
    expect(periodsCollide(pregnant, period("lactating", null, null))).toBe(true);
    expect(periodsCollide(pregnant, period("weight", null, null, 60))).toBe(false);
  });
});

describe("11.16 an answer from a day on", () => {
  it("ends what held on the day before and leaves earlier days as they were", () => {
    const before = [period("pregnant", "2026-01-10", null)];
    expect(apply(before, "lifeStage", { kind: "lactating", weightKg: null }, "2026-10-01")).toEqual([
      period("pregnant", "2026-01-10", "2026-09-30"),
      period("lactating", "2026-10-01", null),
    ]);
    expect(apply(before, "lifeStage", null, "2026-10-01")).toEqual([
      period("pregnant", "2026-01-10", "2026-09-30"),
    ]);
  });

  it("changes nothing when it holds already, and goes on where it stopped the day before", () => {
    const before = [period("pregnant", "2026-01-10", null)];
    expect(apply(before, "lifeStage", { kind: "pregnant", weightKg: null }, "2026-05-01")).toEqual(before);
    const stopped = [period("pregnant", "2026-01-10", "2026-04-30")];
    expect(apply(stopped, "lifeStage", { kind: "pregnant", weightKg: null }, "2026-05-01")).toEqual(before);
  });

  it("takes the place of what began on that day or later", () => {
    const before = [period("weight", null, "2026-04-30", 60), period("weight", "2026-05-01", null, 61)];
    expect(apply(before, "weightKg", { kind: "weight", weightKg: 59 }, "2026-05-01")).toEqual([
      period("weight", null, "2026-04-30", 60),
      period("weight", "2026-05-01", null, 59),
    ]);
    expect(apply(before, "weightKg", { kind: "weight", weightKg: 58 }, null)).toEqual([
      period("weight", null, null, 58),
    ]);
  });

  const kinds = fc.constantFrom("pregnant" as const, "lactating" as const, null);
  const dayOf = (n: number) => addDays("2026-01-01", n);

  it("holds from that day, leaves all days before, and never lets two share a day", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), kinds), { maxLength: 12 }),
        (answers) => {
          let periods: LifePeriod[] = [];
          for (const [n, kind] of answers) {
            const next = apply(periods, "lifeStage", kind && { kind, weightKg: null }, dayOf(n));
            for (let day = 0; day <= 70; day += 1) {
              const now = lifeOn(next, dayOf(day)).lifeStage;
              expect(now).toBe(day < n ? lifeOn(periods, dayOf(day)).lifeStage : (kind ?? "none"));
            }
            periods = next;
            for (const [i, a] of periods.entries())
              for (const b of periods.slice(i + 1)) expect(periodsCollide(a, b)).toBe(false);
          }
        },
      ),
    );
    expect(trackOf("lactating")).toBe("lifeStage");
  });
});
