import { describe, expect, it } from "vitest";
import { adequacyOf, type Profile, personOn, referenceIntake } from "@/lib/nutrition";
import { days, ON } from "@/tests/support/nutrition";

const woman30: Profile = { birthDate: "1996-01-15", sex: "female", lifeStage: "none" };

const ironOf = (mg: number, allowance: "mixed" | "vegetarian") => {
  const person = personOn(woman30, ON);
  if (person === null) throw new Error("The woman is born by then");
  return adequacyOf(
    referenceIntake("iron", woman30, ON, "nasem", { allowance }),
    days(21, { iron: mg }),
    person,
  );
};

describe("11.2 the vegetarian allowance in a verdict on iron", () => {
  it.each([
    [12, 0.277],
    [16, 0.602],
  ])("21 days of %d mg meet the need of a vegetarian woman of 30 with %d", (mg, probability) => {
    const judged = ironOf(mg, "vegetarian");
    expect(judged.probability).toBeCloseTo(probability, 3);
    expect(judged.caveats).toContain("vegetarian-allowance");
  });

  it("is what the verdict was without it, said beside it", () => {
    expect(ironOf(12, "mixed").probability).toBeCloseTo(0.838, 3);
    expect(ironOf(12, "mixed").caveats).not.toContain("vegetarian-allowance");
  });

  it("tells the values that it multiplies", () => {
    const raised = referenceIntake("iron", woman30, ON, "nasem", { allowance: "vegetarian" });
    expect(raised.target).toBeCloseTo(32.4, 10);
    expect(raised.withoutAllowance).toEqual({ target: 18, ear: 8.1 });
    expect(referenceIntake("iron", woman30, ON, "nasem").withoutAllowance).toBeNull();
    expect(
      referenceIntake("zinc", woman30, ON, "nasem", { allowance: "vegetarian" }).withoutAllowance,
    ).toBeNull();
  });

  it("is not made by EFSA, and that is said", () => {
    const efsa = referenceIntake("iron", woman30, ON, "efsa", { allowance: "vegetarian" });
    expect(efsa).toMatchObject({ target: 16, ear: 7, requirementFactor: 1, withoutAllowance: null });
    expect(efsa.note).toContain("EFSA publishes no allowance for vegetarian diets");
    expect(referenceIntake("iron", woman30, ON, "efsa").note).not.toContain("vegetarian");
  });
});
