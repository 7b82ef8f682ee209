import { describe, expect, it } from "vitest";
import { type Adequacy, adequacyOf, type Profile, personOn, referenceIntake } from "@/lib/nutrition";
import { days, ON } from "@/tests/support/nutrition";

const aWoman = (birthDate: string, told: Partial<Profile> = {}): Profile => ({
  birthDate,
  sex: "female",
  lifeStage: "none",
  ...told,
});
const aged = (years: number, told: Partial<Profile> = {}) => aWoman(`${2026 - years}-01-15`, told);

const ironOf = (profile: Profile, allowance: "mixed" | "vegetarian" = "mixed") =>
  referenceIntake("iron", profile, ON, "nasem", { allowance });

const judge = (profile: Profile, mg: number, n: number): Adequacy => {
  const person = personOn(profile, ON);
  if (person === null) throw new Error("Born by then");
  return adequacyOf(ironOf(profile), days(n, { iron: mg }), person);
};

describe("11.3 what a woman says of her menstruation decides her iron", () => {
  it.each([
    ["a woman of 53 who still menstruates", aged(53, { menstruating: true }), 9, 14, 0.6],
    ["a woman of 53 who does not say", aged(53), 9, 14, 0.98],
    ["a woman of 48 past menopause", aged(48, { menstruating: false }), 9, 14, 0.96],
    ["a woman of 48 who does not say", aged(48), 9, 14, 0.58],
    ["a woman of 30 on hormonal contraception", aged(30, { hormonalContraception: true }), 10, 21, 0.93],
    ["a woman of 30 without", aged(30), 10, 21, 0.7],
  ])("%s", (_, profile, mg, n, probability) => {
    expect(judge(profile, mg, n).probability).toBeCloseTo(probability, 1.7);
  });

  it("asks 2.5 mg more of a girl who menstruates before 14", () => {
    expect(ironOf(aged(13))).toMatchObject({ ear: 5.7, target: 8 });
    const girl = ironOf(aged(13, { menstruating: true }));
    expect(girl.ear).toBeCloseTo(8.2, 10);
    expect(girl.target).toBeCloseTo(10.5, 10);
    expect(girl.ul).toBe(40);
    expect(girl.note).toContain("2.5 mg");
    const vegetarian = ironOf(aged(13, { menstruating: true }), "vegetarian");
    expect(vegetarian.target).toBeCloseTo(10.5, 10);
  });

  it("asks 1.1 mg more of a girl in her growth spurt, whether or not she menstruates", () => {
    expect(ironOf(aged(12, { growthSpurt: true })).target).toBeCloseTo(9.1, 10);
    expect(ironOf(aged(13, { growthSpurt: true, menstruating: true })).ear).toBeCloseTo(9.3, 10);
    expect(ironOf(aged(15, { growthSpurt: true })).target).toBeCloseTo(16.1, 10);
    expect(ironOf(aged(25, { growthSpurt: true })).target).toBe(18);
  });

  it("moves the percentiles of the need with the growth spurt, and multiplies both for a vegetarian", () => {
    const values = (profile: Profile, allowance: "mixed" | "vegetarian") => {
      const person = personOn(profile, ON);
      if (person === null) throw new Error("Born by then");
      const judged = adequacyOf(ironOf(profile, allowance), days(14, { iron: 10 }), person);
      return judged.iron?.distribution.values.at(6) ?? Number.NaN;
    };
    expect(values(aged(15), "mixed")).toBeCloseTo(7.722, 10);
    expect(values(aged(15, { growthSpurt: true }), "mixed")).toBeCloseTo(8.822, 10);
    expect(values(aged(15, { growthSpurt: true }), "vegetarian")).toBeCloseTo(8.822 * 1.8, 10);
  });

  it("takes hormonal contraception for nothing where there is no menstruation to lessen", () => {
    const told = { hormonalContraception: true };
    expect(ironOf(aged(30, told))).toMatchObject({ ear: 6.4, target: 10.9 });
    expect(ironOf(aged(30, { ...told, menstruating: false })).target).toBe(8);
    expect(ironOf(aged(60, told)).target).toBe(8);
    expect(ironOf(aged(53, { ...told, menstruating: true })).target).toBe(10.9);
    expect(ironOf({ ...aged(30, told), lifeStage: "pregnant" }).target).toBe(27);
    expect(ironOf({ ...aged(30, told), sex: "male" }).target).toBe(8);
  });

  it("says that the values under hormonal contraception were not checked, and a girl's are kept", () => {
    const judged = judge(aged(30, { hormonalContraception: true }), 10, 21);
    expect(judged.caveats).toContain("iron-distribution-not-read-in-source");
    expect(judged.reference.note).toContain("not checked");
    const girl = ironOf(aged(16, { hormonalContraception: true }));
    expect(girl).toMatchObject({ ear: 7.9, target: 15 });
    expect(girl.note).toContain("11.4 mg");
  });

  it("tells of hormone therapy in words, as the report gives no value for it", () => {
    const therapy = ironOf(aged(55, { hormoneTherapy: true }));
    expect(therapy).toMatchObject({ ear: 5, target: 8 });
    expect(therapy.note).toContain("cyclic hormone therapy");
    expect(ironOf(aged(55)).note).not.toContain("hormone therapy");
  });

  it("leaves EFSA's values where EFSA has none of its own, and says so", () => {
    const efsa = (told: Partial<Profile>) => referenceIntake("iron", aged(30, told), ON, "efsa");
    expect(efsa({ hormonalContraception: true })).toMatchObject({ ear: 7, target: 16 });
    expect(efsa({ hormonalContraception: true }).note).toContain("no iron value of its own");
    expect(efsa({ menstruating: false })).toMatchObject({ ear: 6, target: 11 });
  });
});
