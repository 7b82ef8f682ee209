import { describe, expect, test } from "vitest";
import {
  missingIn,
  type ProfileDraft,
  toProfileDraft,
  toProfileInput,
  typedNumber,
} from "@/app/_profile/draft";
import { previewTargets } from "@/app/_profile/target-preview";
import { profileInput } from "@/lib/profile/schemas";

const empty: ProfileDraft = toProfileDraft({
  birthDate: null,
  sex: null,
  lifeStage: "none",
  menstruating: null,
  hormonalContraception: false,
  hormoneTherapy: false,
  growthSpurt: false,
  periods: [],
  version: "v1",
  standard: "nasem",
  timeZone: "Europe/Berlin",
  weightKg: null,
  diet: "everything",
  exclusions: [],
  excludedFoods: [],
  conditions: [],
  medicines: [],
  units: "metric",
});
const woman: ProfileDraft = { ...empty, birthDate: "1988-03-09", sex: "female" };
const TODAY = "2026-11-22";

describe("the profile as it is typed", () => {
  test("birth date and sex are asked for; the rest is optional", () => {
    expect(Object.keys(missingIn(empty) ?? {})).toEqual(["birthDate", "sex"]);
    expect(missingIn(woman)).toBeNull();
    expect(profileInput.safeParse(toProfileInput(woman)).success).toBe(true);
  });

  test("pregnancy goes when the sex becomes male, so that nothing hidden is refused", () => {
    const man: ProfileDraft = { ...woman, sex: "male", lifeStage: "pregnant" };
    expect(profileInput.parse(toProfileInput(man))).toMatchObject({ sex: "male", lifeStage: "none" });
  });

  test.each([
    ["62,5", 62.5],
    ["1,000", 1000],
    ["-1,250.5", -1250.5],
    [" 62.5 ", 62.5],
    [".5", 0.5],
    ["-3", -3],
    ["1e6", 1_000_000],
    ["1e308", Number.NaN],
    ["0x10", Number.NaN],
    ["1,2,3", Number.NaN],
    ["", Number.NaN],
    ["Infinity", Number.NaN],
  ])("%j is read as %d", (text, value) => {
    expect(typedNumber(text)).toBe(value);
  });
});

describe("targets while answering", () => {
  const shown = (draft: ProfileDraft) => {
    const preview = previewTargets(draft, TODAY);
    if (!preview.ok) throw new Error(preview.reason);
    return preview;
  };

  test("wait for birth date and sex, and refuse a birth in the future", () => {
    expect(previewTargets(empty, TODAY)).toMatchObject({ ok: false });
    expect(previewTargets({ ...woman, birthDate: "2027-01-01" }, TODAY)).toMatchObject({
      ok: false,
      reason: "This birth date lies in the future.",
    });
    expect(previewTargets({ ...woman, birthDate: "1988-02-31" }, TODAY)).toMatchObject({ ok: false });
  });

  test("follow the standard: iron of a woman of 38 is 18 mg in the US and 16 mg in the EU", () => {
    expect(shown(woman).targets.iron.target).toBe(18);
    expect(shown({ ...woman, standard: "efsa" }).targets.iron.target).toBe(16);
  });

  test("11.2 a vegan diet raises the iron target of the US/Canada report and says from what", () => {
    const { iron } = shown({ ...woman, diet: "vegan" }).targets;
    expect(iron.target).toBeCloseTo(32.4, 10);
    expect(iron.withoutAllowance).toEqual({ target: 18, ear: 8.1 });
    expect(shown(woman).targets.iron.withoutAllowance).toBeNull();
    expect(shown({ ...woman, diet: "vegan", standard: "efsa" }).targets.iron.target).toBe(16);
  });

  test("kidney disease switches the potassium target off", () => {
    expect(shown({ ...woman, conditions: ["chronic-kidney-disease"] }).gates.noTips).toContain("potassium");
    expect(shown({ ...woman, medicines: ["potassium-raising"] }).gates.noTips).toContain("potassium");
  });
});
