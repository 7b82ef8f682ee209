import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ADEQUACY_WORDS,
  type Adequacy,
  addDays,
  adequacyOf,
  composition,
  type DayIntake,
  dayIntakeOf,
  type Profile,
  personOn,
  REFERENCE_NUTRIENTS,
  referenceIntake,
  STANDARDS,
  UPPER_LIMIT_WORDS,
  upperLimitOf,
} from "@/lib/nutrition";
import { day, days, ON, person, woman40 } from "../../support/nutrition";

/* 11.11 to 11.14: what a verdict says must agree with itself and be made of numbers, whatever was logged. */

const amount = fc.oneof(
  fc.constant(null),
  fc.constant(0),
  fc.double({ min: 0, max: 3000, noNaN: true }),
  fc.constantFrom(1e-9, 1e9),
);

const logged = fc.record({
  food: amount,
  other: amount,
  dose: fc.option(amount, { nil: undefined }),
  energy: fc.constantFrom(null, 0, 400, 1000, 4000),
  mark: fc.constantFrom(null, "complete" as const, "incomplete" as const),
  empty: fc.boolean(),
});

const lifeOf = (sex: "female" | "male") =>
  sex === "male"
    ? fc.constant("none" as const)
    : fc.constantFrom("none" as const, "pregnant" as const, "lactating" as const);

const profiles: fc.Arbitrary<Profile> = fc.constantFrom("female" as const, "male" as const).chain((sex) =>
  fc.record({
    sex: fc.constant(sex),
    lifeStage: lifeOf(sex),
    birthDate: fc.constantFrom(
      "2025-12-01",
      "2018-01-01",
      "2013-07-02",
      "2012-07-01",
      "2009-01-01",
      "1986-03-01",
      "1950-01-01",
    ),
  }),
);

/** Every number that stands anywhere in an answer. */
const numbersIn = (value: unknown): number[] => {
  if (typeof value === "number") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(numbersIn);
};

const cases = fc.record({
  profile: profiles,
  nutrient: fc.constantFrom(...REFERENCE_NUTRIENTS),
  standard: fc.constantFrom(...STANDARDS),
  allowance: fc.constantFrom("mixed" as const, "vegetarian" as const),
  days: fc.oneof(
    fc.array(logged, { maxLength: 12 }),
    fc.tuple(logged, fc.constantFrom(1, 2, 30, 400)).map(([one, n]) => Array.from({ length: n }, () => one)),
  ),
});

const dayOf = (
  nutrient: string,
  { food, other, dose, energy, mark, empty }: typeof logged extends fc.Arbitrary<infer T> ? T : never,
  i: number,
): DayIntake =>
  dayIntakeOf(
    addDays("2025-05-01", i),
    [
      ...(empty
        ? []
        : [
            { kind: "food" as const, amounts: composition({ energy, [nutrient]: food }) },
            { kind: "food" as const, amounts: composition({ energy: 500, [nutrient]: other }) },
          ]),
      ...(dose === undefined
        ? []
        : [{ kind: "supplement" as const, amounts: composition({ [nutrient]: dose }) }]),
    ],
    mark,
  );

const agrees = ({
  verdict,
  words,
  probability,
  probabilityIfFilled,
  range,
  reason,
  furtherDays,
  z,
}: Adequacy) => {
  expect(words).toBe(ADEQUACY_WORDS[verdict]);
  const judged = !["cannot-be-judged", "not-enough-data"].includes(verdict);
  expect([probability !== null, probabilityIfFilled !== null, range !== null]).toEqual([
    judged,
    judged,
    judged,
  ]);
  if (!judged) {
    expect(reason).not.toBeNull();
    expect(z).toBeNull();
    return;
  }
  const { low, high } = range as NonNullable<typeof range>;
  for (const p of [low, high, probability, probabilityIfFilled]) {
    expect(p).toBeGreaterThanOrEqual(0);
    expect(p).toBeLessThanOrEqual(1);
  }
  expect(low).toBeLessThanOrEqual(high + 1e-12);
  if (verdict === "cannot-tell") expect(furtherDays !== null || reason !== null).toBe(true);
  else expect([furtherDays, reason]).toEqual([0, null]);
  if (verdict.endsWith("meets")) expect(low).toBeGreaterThanOrEqual(0.8);
  if (verdict.endsWith("below")) expect(high).toBeLessThanOrEqual(0.2);
  if (verdict.endsWith("meets")) expect(probability).toBeGreaterThan(0.5);
  if (verdict.endsWith("below")) expect(probability).toBeLessThan(0.5);
};

describe("whatever was logged", () => {
  it("11.11 a dose beside next to no food is judged by the dose", () => {
    const profile = { sex: "female", lifeStage: "none", birthDate: "1950-01-01" } as const;
    const reference = referenceIntake("magnesium", profile, ON, "nasem");
    const one = {
      food: 4.9e-152,
      other: null,
      dose: 1e9,
      energy: 4000,
      mark: null,
      empty: false,
    } as const;
    const intake = Array.from({ length: 400 }, (_, i) => dayOf("magnesium", one, i));
    const who = personOn(profile, ON);
    if (who === null) throw new Error("not born");
    const found = adequacyOf(reference, intake, who);
    agrees(found);
    expect(found.verdict).toBe("very-probably-meets");
  });

  it("11.11 verdict, words, range and reason agree, and every number is finite", () => {
    fc.assert(
      fc.property(cases, ({ profile, nutrient, standard, allowance, days: raw }) => {
        const who = personOn(profile, ON);
        if (who === null) throw new Error("not born");
        const reference = referenceIntake(nutrient, profile, ON, standard, { allowance });
        const intake = raw.map((one, i) => dayOf(nutrient, one, i));
        const found = adequacyOf(reference, intake, who);
        agrees(found);
        expect(
          numbersIn({ ...found, reference: null, iron: null }).filter((n) => !Number.isFinite(n)),
        ).toEqual([]);
        const limit = upperLimitOf(reference, intake, who);
        expect(limit.words).toBe(UPPER_LIMIT_WORDS[limit.verdict]);
        expect(numbersIn({ ...limit, reference: null }).filter((n) => !Number.isFinite(n))).toEqual([]);
        if (limit.verdict === "not-enough-data") expect(limit.reason).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});

describe("at the edges", () => {
  const judge = (nutrient: "magnesium" | "selenium" | "zinc" | "iron", intake: readonly DayIntake[]) =>
    adequacyOf(referenceIntake(nutrient, woman40, ON, "nasem"), intake, person(woman40));

  const longer = (n: number, magnesium: number) =>
    Array.from({ length: n }, (_, i) => day(addDays("2025-01-01", i), { magnesium }));

  it("11.13 coverage of four fifths counts over any number of days", () => {
    const partly = (n: number): DayIntake[] =>
      Array.from({ length: n }, (_, i) =>
        dayIntakeOf(addDays("2026-03-01", i), [
          { kind: "food", amounts: composition({ energy: 1600, magnesium: 900 }) },
          { kind: "food", amounts: composition({ energy: 400, magnesium: null }) },
        ]),
      );
    for (const n of [2, 3, 5, 6, 7, 10, 14, 30, 90])
      expect(judge("magnesium", partly(n)).reason).not.toBe("low-coverage");
  });

  it("11.11 nothing at all is no surer a verdict than next to nothing", () => {
    for (const nutrient of ["selenium", "zinc", "iron", "magnesium"] as const)
      for (const n of [2, 3, 4, 7]) {
        const zero = judge(nutrient, days(n, { [nutrient]: 0 }));
        const little = judge(nutrient, days(n, { [nutrient]: 1e-6 }));
        expect([nutrient, n, zero.verdict]).toEqual([nutrient, n, little.verdict]);
      }
  });

  it("11.11 the further days are the fewest of the same that give a verdict", () => {
    for (const [mg, n] of [
      [160, 2],
      [200, 3],
      [400, 2],
      [360, 7],
    ] as const) {
      const { furtherDays } = judge("magnesium", longer(n, mg));
      if (furtherDays === null || furtherDays === 0)
        throw new Error(`${mg} mg has a verdict or never gets one`);
      expect(judge("magnesium", longer(n + furtherDays, mg)).verdict).not.toBe("cannot-tell");
      expect(judge("magnesium", longer(n + furtherDays - 1, mg)).verdict).toBe("cannot-tell");
    }
  });

  it("11.11 a child of 13 has no verdict and one of 14 has; pregnancy shows the target of iron alone", () => {
    const born = (birthDate: string, lifeStage: Profile["lifeStage"] = "none"): Adequacy => {
      const profile: Profile = { birthDate, sex: "female", lifeStage };
      return adequacyOf(
        referenceIntake("iron", profile, ON, "nasem"),
        days(30, { iron: 40 }),
        person(profile, birthDate === "2012-07-02" ? 13 : 14),
      );
    };
    expect(born("2012-07-02").reason).toBe("under-14");
    expect(born("2012-07-01").verdict).toContain("meets");
    expect(born("2012-07-01", "pregnant").reason).toBe("pregnancy-target-only");
  });
});
