// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { type ProfileDraft, toProfileDraft, toProfileInput } from "@/app/_profile/draft";
import { IronFields, SinceField } from "@/app/_profile/iron-fields";
import { previewTargets } from "@/app/_profile/target-preview";
import type { ProfileView } from "@/lib/profile/schemas";

const TODAY = "2026-11-22";
const saved: ProfileView = {
  birthDate: "1996-03-09",
  sex: "female",
  lifeStage: "none",
  menstruating: null,
  hormonalContraception: false,
  hormoneTherapy: false,
  growthSpurt: false,
  standard: "nasem",
  timeZone: "UTC",
  weightKg: 60,
  diet: "everything",
  exclusions: [],
  excludedFoods: [],
  conditions: [],
  medicines: [],
  units: "metric",
  periods: [],
  version: "v1",
};
const woman = toProfileDraft(saved);
const aged = (years: number, told: Partial<ProfileDraft> = {}): ProfileDraft => ({
  ...woman,
  birthDate: `${2026 - years}-03-09`,
  ...told,
});

afterEach(cleanup);
const asked = (draft: ProfileDraft): string[] => {
  render(<IronFields draft={draft} change={() => {}} state={null} today={TODAY} />);
  const names = screen.queryAllByRole("radiogroup").map((group) => {
    const label = document.getElementById(group.getAttribute("aria-labelledby") ?? "");
    return label?.textContent ?? "";
  });
  cleanup();
  return names;
};

describe("11.3 the questions about iron", () => {
  test("are asked of girls and women from 8 years, and of nobody else", () => {
    expect(asked(aged(7))).toEqual([]);
    expect(asked({ ...aged(30), sex: "male" })).toEqual([]);
    expect(asked({ ...aged(30), sex: null })).toEqual([]);
    expect(asked(aged(30, { lifeStage: "pregnant" }))).toEqual([]);
    expect(asked({ ...woman, birthDate: "" })).toEqual([]);
  });

  test("are those that matter at an age and after an answer", () => {
    expect(asked(aged(13))).toEqual(["Menstruation", "Growth spurt"]);
    expect(asked(aged(30))).toEqual(["Menstruation", "Hormonal contraception"]);
    expect(asked(aged(30, { menstruating: false }))).toEqual(["Menstruation"]);
    expect(asked(aged(48, { menstruating: false }))).toEqual([
      "Menstruation",
      "Hormone therapy after menopause",
    ]);
  });

  test("change the targets at once", () => {
    const iron = (draft: ProfileDraft) => {
      const preview = previewTargets(draft, TODAY);
      if (!preview.ok) throw new Error(preview.reason);
      return preview.targets.iron.target;
    };
    expect(iron(aged(48, { menstruating: false }))).toBe(8);
    expect(iron(aged(53, { menstruating: true }))).toBe(18);
    expect(iron(aged(30, { hormonalContraception: true }))).toBe(10.9);
    expect(iron({ ...aged(30, { menstruating: false }), sex: "male" })).toBe(8);
  });
});

describe("11.16 since when a change holds", () => {
  const field = (draft: ProfileDraft) => {
    render(<SinceField draft={draft} change={() => {}} state={null} saved={saved} today={TODAY} />);
    return screen.queryByLabelText("Changed since");
  };

  test("is asked once something that has a history differs from what is saved", () => {
    expect(field(woman)).toBeNull();
    expect(field({ ...woman, diet: "vegan" })).toBeNull();
    expect(field({ ...woman, lifeStage: "pregnant" })).toBeTruthy();
    cleanup();
    expect(field({ ...woman, weightKg: "61" })).toBeTruthy();
  });

  test("11.16 is not asked of a weight that is written otherwise than it is saved", () => {
    expect(field({ ...woman, weightKg: "60,0" })).toBeNull();
  });

  test("is sent when it is told, and else left to the server", () => {
    expect(toProfileInput({ ...woman, from: "2026-05-01" })).toMatchObject({ from: "2026-05-01" });
    expect(toProfileInput(woman)).not.toHaveProperty("from");
  });
});
