import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  lifeStageOf,
  MINERALS,
  type Profile,
  REFERENCE_NUTRIENTS,
  type ReferenceIntake,
  referenceIntake,
  targetsFor,
} from "@/lib/nutrition";

const woman: Profile = { birthDate: "1984-05-01", sex: "female", lifeStage: "none" };
const ON = "2026-07-01";
const groupKey = (profile: Profile, on: string) => {
  const stage = lifeStageOf(profile, on);
  return stage.ok ? stage.group.key : stage.reason;
};

describe("lifeStageOf", () => {
  it.each([
    ["2007-06-15", "2026-06-14", "female-14-18"],
    ["2007-06-15", "2026-06-15", "female-19-30"],
    ["1955-01-01", "2025-12-31", "female-51-70"],
    ["1955-01-01", "2026-01-01", "female-71-plus"],
    ["2004-02-29", "2035-02-28", "female-19-30"],
    ["2004-02-29", "2035-03-01", "female-31-50"],
    ["2026-01-10", "2026-07-09", "infant-0-6-months"],
    ["2026-01-10", "2026-07-10", "infant-7-12-months"],
    ["2026-01-10", "2027-01-10", "child-1-3"],
    ["2026-01-10", "2026-01-10", "infant-0-6-months"],
  ])("born %s, on %s: %s", (birthDate, on, key) => {
    expect(groupKey({ birthDate, sex: "female", lifeStage: "none" }, on)).toBe(key);
  });

  it("refuses with a reason", () => {
    expect(groupKey(woman, "1984-04-30")).toBe("before-birth");
    expect(groupKey({ ...woman, sex: "male", lifeStage: "pregnant" }, ON)).toBe("life-stage-needs-female");
    expect(groupKey({ birthDate: "2020-01-01", sex: "female", lifeStage: "lactating" }, ON)).toBe(
      "too-young-for-life-stage",
    );
    expect(() => lifeStageOf({ ...woman, birthDate: "1984-02-30" }, ON)).toThrow(RangeError);
  });

  it("takes the nearest group outside 14–50 years and says so", () => {
    const young = lifeStageOf({ birthDate: "2013-07-01", sex: "female", lifeStage: "pregnant" }, ON);
    const late = lifeStageOf({ birthDate: "1974-07-01", sex: "female", lifeStage: "lactating" }, ON);
    expect(young).toMatchObject({ ok: true, group: { key: "pregnancy-14-18" } });
    expect(late).toMatchObject({ ok: true, group: { key: "lactation-31-50" } });
    for (const stage of [young, late]) expect(stage.ok && stage.note).toMatch(/nearest group/);
  });

  it("finds a group, or a reason, for everybody on every day", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 45_000 }),
        fc.constantFrom("female" as const, "male" as const),
        fc.constantFrom("none" as const, "pregnant" as const, "lactating" as const),
        (days, sex, lifeStage) => {
          const stage = lifeStageOf({ birthDate: "1910-03-07", sex, lifeStage }, addDays("1910-03-07", days));
          if (!stage.ok) {
            expect(lifeStage).not.toBe("none");
            expect(stage.message).not.toBe("");
          } else {
            expect(stage.group.lifeStage).toBe(lifeStage);
            expect(stage.group.sex ?? sex).toBe(sex);
          }
        },
      ),
    );
  });
});

describe("referenceIntake", () => {
  it("has a reason and no number before birth", () => {
    for (const standard of ["nasem", "efsa"] as const) {
      for (const nutrient of REFERENCE_NUTRIENTS) {
        expect(referenceIntake(nutrient, woman, "1984-04-30", standard)).toMatchObject({
          target: null,
          kind: null,
          ear: null,
          ul: null,
          ulScope: null,
          group: null,
          note: "This day is before the birth date in the profile.",
        });
      }
    }
  });

  it("keeps EAR ≤ target, and a scope exactly where there is a limit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 36_000 }),
        fc.constantFrom("female" as const, "male" as const),
        fc.constantFrom("nasem" as const, "efsa" as const),
        fc.constantFrom(...REFERENCE_NUTRIENTS),
        (days, sex, standard, nutrient) => {
          const birthDate = "1920-02-29";
          const r = referenceIntake(
            nutrient,
            { birthDate, sex, lifeStage: "none" },
            addDays(birthDate, days),
            standard,
          );
          if (r.ear !== null && r.target !== null) expect(r.ear).toBeLessThan(r.target);
          expect(r.ulScope === null).toBe(r.ul === null);
          expect(r.kind === null).toBe(r.target === null);
          if (r.kind === "AI") expect(r.ear).toBeNull();
        },
      ),
    );
  });

  it("follows what the profile says about menstruation, for iron only", () => {
    const iron = (profile: Profile) => referenceIntake("iron", profile, ON, "nasem");
    expect(iron({ ...woman, menstruating: false })).toMatchObject({ ear: 5, target: 8, ul: 45 });
    expect(iron({ ...woman, menstruating: true })).toMatchObject({ ear: 8.1, target: 18 });
    expect(iron({ ...woman, birthDate: "1970-01-01", menstruating: true })).toMatchObject({ target: 18 });
    expect(iron({ ...woman, birthDate: "2010-01-01", menstruating: false })).toMatchObject({
      ear: 5.7,
      target: 8,
      ul: 45,
    });
    expect(referenceIntake("iron", { ...woman, menstruating: false }, ON, "efsa").target).toBe(11);
    expect(referenceIntake("calcium", { ...woman, menstruating: false }, ON, "nasem").target).toBe(1000);
  });
});

describe("the vegetarian iron allowance", () => {
  it("is never applied unasked, and multiplies EAR and RDA by 1.8 when asked", () => {
    expect(referenceIntake("iron", woman, ON, "nasem")).toMatchObject({ target: 18, allowance: "mixed" });
    const raised = referenceIntake("iron", woman, ON, "nasem", { allowance: "vegetarian" });
    expect(raised).toMatchObject({ ul: 45, allowance: "vegetarian" });
    expect(raised.target).toBeCloseTo(32.4, 10);
    expect(raised.ear).toBeCloseTo(14.58, 10);
    expect(raised.note).toMatch(/1\.8/);
  });
  it("leaves other nutrients, pregnancy and EFSA alone", () => {
    const vegetarian = { allowance: "vegetarian" as const };
    expect(referenceIntake("zinc", woman, ON, "nasem", vegetarian).target).toBe(8);
    expect(referenceIntake("iron", { ...woman, lifeStage: "pregnant" }, ON, "nasem", vegetarian).target).toBe(
      27,
    );
    expect(referenceIntake("iron", woman, ON, "efsa", vegetarian).target).toBe(16);
  });
  it("has another type than the plain reference", () => {
    const raised = referenceIntake("iron", woman, ON, "nasem", { allowance: "vegetarian" });
    // @ts-expect-error a raised reference cannot be used where an absorption model expects a plain one
    const plain: ReferenceIntake<"mixed"> = raised;
    expect(plain.allowance).toBe("vegetarian");
  });
});

describe("targetsFor", () => {
  it("gives the six minerals, with the person's own target in place", () => {
    const targets = targetsFor(woman, ON, "nasem", { magnesium: { target: 400, reason: "my doctor" } });
    expect(Object.keys(targets)).toEqual([...MINERALS]);
    expect(targets.magnesium).toMatchObject({
      target: 400,
      kind: "custom",
      ear: 265,
      ul: 350,
      published: { target: 320, kind: "RDA" },
      note: "my doctor",
    });
    expect(targets.zinc).toMatchObject({ target: 8, kind: "RDA" });
  });
  it("refuses an override that is not above 0", () => {
    for (const target of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => targetsFor(woman, ON, "nasem", { zinc: { target, reason: "" } })).toThrow(RangeError);
    }
  });
});
