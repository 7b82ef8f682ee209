import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allClaims } from "@/lib/nutrition/claims";
import {
  CONDITION_LABELS,
  CONDITIONS,
  type GateProfile,
  type Gates,
  gatesFor,
  gateTextsAbout,
  MEDICINE_LABELS,
  MEDICINES,
} from "@/lib/nutrition/safety/gates";
import { canSuggestIncrease, maySay } from "@/lib/nutrition/safety/permissions";

const adult: GateProfile = { conditions: [], age: 40, lifeStage: "none", sex: "female" };
const codes = (gates: Gates) => gates.texts.map((text) => text.code);

describe("conditions", () => {
  test("every condition and medicine has a label and a row of its own", () => {
    expect(Object.keys(CONDITION_LABELS).sort()).toEqual([...CONDITIONS].sort());
    expect(Object.keys(MEDICINE_LABELS).sort()).toEqual([...MEDICINES].sort());
  });

  test("a healthy adult has everything open", () => {
    const gates = gatesFor(adult);
    expect(gates.noTips.size + gates.noSupplementTips.size).toBe(0);
    expect(gates.caps.size + gates.avoid.size + gates.texts.length).toBe(0);
    expect(gates).toMatchObject({ noProbability: false, referenceOnly: false, hideScores: false });
  });

  test.each([
    "chronic-kidney-disease",
    "potassium-affecting-medicine",
    "heart-failure",
    "addisons-disease",
  ] as const)("%s switches the potassium target and tips off and caps a portion at 200 mg", (condition) => {
    const gates = gatesFor({ ...adult, conditions: [condition] });
    expect(gates.noTips.has("potassium")).toBe(true);
    expect(gates.noSupplementTips.has("potassium")).toBe(true);
    expect(gates.caps.get("potassium")).toBe(200);
    expect(codes(gates)).toEqual([condition]);
  });

  test("kidney disease leaves calcium to the care team and prompts for no magnesium supplement", () => {
    const gates = gatesFor({ ...adult, conditions: ["chronic-kidney-disease"] });
    expect(gates.noTips.has("calcium")).toBe(true);
    expect(gates.noSupplementTips.has("magnesium")).toBe(true);
    expect(gates.noTips.has("magnesium")).toBe(false);
  });

  test("iron overload switches iron and vitamin C tips off and raw shellfish out", () => {
    const gates = gatesFor({ ...adult, conditions: ["iron-overload"] });
    expect(gates.noTips.has("iron")).toBe(true);
    expect(gates.noSupplementTips.has("vitaminC")).toBe(true);
    expect(gates.avoid.has("raw-shellfish")).toBe(true);
  });

  test("a doubt about iron overload holds for men and after the menopause, not for a woman of 40", () => {
    const doubt = (sex: "female" | "male" | null, age: number | null) =>
      gatesFor({ conditions: ["iron-overload-uncertain"], age, lifeStage: "none", sex }).noTips.has("iron");
    expect([doubt("male", 40), doubt("female", 51), doubt("female", 50), doubt("female", 40)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([doubt(null, 40), doubt("female", null)]).toEqual([true, true]);
  });

  test("11.3 a doubt about iron overload goes by menstruation where it is told", () => {
    const doubt = (age: number, menstruating: boolean | null) =>
      gatesFor({
        conditions: ["iron-overload-uncertain"],
        age,
        lifeStage: "none",
        sex: "female",
        menstruating,
      }).noTips.has("iron");
    expect([doubt(53, true), doubt(53, null), doubt(45, false), doubt(45, null)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("kidney stones keep calcium in food and leave oxalate-rich foods out", () => {
    const gates = gatesFor({ ...adult, conditions: ["kidney-stones"] });
    expect(gates.noTips.has("calcium")).toBe(false);
    expect(gates.noSupplementTips.has("calcium")).toBe(true);
    expect(gates.avoid.has("high-oxalate")).toBe(true);
  });

  test("high blood calcium, Wilson's disease and low copper switch their minerals off", () => {
    expect(gatesFor({ ...adult, conditions: ["high-blood-calcium"] }).noTips.has("calcium")).toBe(true);
    expect(gatesFor({ ...adult, conditions: ["low-copper"] }).noTips.has("zinc")).toBe(true);
    const wilson = gatesFor({ ...adult, conditions: ["wilsons-disease"] });
    expect(wilson.noTips.has("zinc") && wilson.noTips.has("copper")).toBe(true);
    expect(wilson.caps.get("copper")).toBe(0.18);
    expect([...wilson.noComparison].sort()).toEqual(["copper", "zinc"]);
  });

  test("a history of an eating disorder hides scores and names somebody to talk to", () => {
    const gates = gatesFor({ ...adult, conditions: ["eating-disorder-history"] });
    expect(gates.hideScores).toBe(true);
    expect(gates.texts[0]?.text).toContain("beateatingdisorders.org.uk");
  });

  test("a listed medicine that raises potassium acts as the condition does", () => {
    const gates = gatesFor({ ...adult, medicines: ["potassium-raising"] });
    expect(gates.noTips.has("potassium")).toBe(true);
    expect(gatesFor({ ...adult, medicines: ["levothyroxine"] }).texts).toEqual([]);
  });
});

describe("texts beside one nutrient", () => {
  const about = (profile: Partial<GateProfile>, nutrient: "magnesium" | "iron") =>
    gateTextsAbout(gatesFor({ ...adult, ...profile }), nutrient, "advice").map(({ code }) => code);

  test("those of conditions that concern it, and those that concern all", () => {
    const conditions = [
      "chronic-kidney-disease",
      "iron-overload",
      "absorption-condition",
      "eating-disorder-history",
    ] as const;
    expect(about({ conditions }, "magnesium")).toEqual(["chronic-kidney-disease", "absorption-condition"]);
    expect(about({ conditions }, "iron")).toEqual(["iron-overload", "absorption-condition"]);
    expect(about({ age: 13 }, "iron")).toEqual(["under-18"]);
  });
});

describe("statements", () => {
  const left = (conditions: GateProfile["conditions"]) => {
    const gates = gatesFor({ ...adult, conditions, sex: "male" });
    return allClaims()
      .filter((claim) => !maySay(gates, claim))
      .map(({ id }) => id)
      .sort();
  };

  test("all of them to somebody who told nothing", () => expect(left([])).toEqual([]));

  test("kidney disease: no normal blood pressure by potassium, nothing that lets calcium in", () => {
    expect(left(["chronic-kidney-disease"])).toEqual([
      "calcium-dose",
      "calcium-magnesium-ratio",
      "potassium-blood-pressure",
      "potassium-sodium-ratio",
      "vitamin-d-2024",
      "vitamin-d-calcium",
    ]);
  });

  test("iron overload: nothing that lets more iron in or calls it harmless", () => {
    expect(left(["iron-overload"])).toEqual([
      "iron-adult-gut",
      "iron-alternate-days",
      "phytate-iron",
      "tea-coffee-iron",
      "vitamin-c-iron",
    ]);
    for (const claim of allClaims()) {
      const helps = /vitamin c|need(s)? iron|iron you need|meat or fish/i.test(claim.statement);
      if (helps) expect([claim.id, claim.asksFor]).toEqual([claim.id, ["iron"]]);
    }
  });

  test("Wilson's disease: not a word on zinc or copper", () => {
    const gates = gatesFor({ ...adult, conditions: ["wilsons-disease"] });
    const told = allClaims().filter((claim) => maySay(gates, claim) && claim.topic !== "testing");
    for (const { id, topic, statement } of told) {
      // How grain is milled, what surveys found: of many minerals, and asking for none.
      if (topic === "refined" || id === "illness-direction" || topic === "research") continue;
      expect([id, /\bzinc\b|\bcopper\b/i.test(statement)]).toEqual([id, false]);
    }
  });
});

describe("helplines", () => {
  test("are links, and only there for whom scores are hidden by a history of an eating disorder", () => {
    const gates = gatesFor({ ...adult, conditions: ["eating-disorder-history"] });
    expect(gates.helplines.map(({ url }) => new URL(url).protocol)).toEqual(["https:", "https:"]);
    expect(gatesFor(adult).helplines).toEqual([]);
  });
});

describe("age and life stage", () => {
  const at = (age: number | null) => gatesFor({ conditions: [], age, lifeStage: "none" });

  test("under 18: no supplement prompts, a parent's wording; 18 is an adult", () => {
    expect(at(17).noSupplementTips.has("iron")).toBe(true);
    expect(at(17).wording).toBe("parent");
    expect(at(17).noProbability).toBe(false);
    expect(at(18)).toMatchObject({ wording: "self", noProbability: false });
    expect(at(18).noSupplementTips.size).toBe(0);
  });

  test("under 14: no likelihood; 14 has one", () => {
    expect([at(13).noProbability, at(14).noProbability]).toEqual([true, false]);
    expect(codes(at(13))).toEqual(["under-18", "under-14"]);
  });

  test("under 5 no whole nuts; in the first year reference values only", () => {
    expect([at(4).avoid.has("choking-hazard"), at(5).avoid.has("choking-hazard")]).toEqual([true, false]);
    expect([at(1).avoid.has("reduced-fat-dairy"), at(2).avoid.has("reduced-fat-dairy")]).toEqual([
      true,
      false,
    ]);
    expect([at(0).referenceOnly, at(1).referenceOnly]).toEqual([true, false]);
    expect([at(0).hideScores, at(1).hideScores]).toEqual([true, false]);
    expect([at(1).halfPortions, at(13).halfPortions, at(14).halfPortions]).toEqual([true, true, false]);
  });

  test("an unknown age takes the cautious side", () => {
    expect(at(null).noProbability).toBe(true);
    expect(at(null).noSupplementTips.has("zinc")).toBe(true);
  });

  test("11.7 pregnancy leaves out liver, pâté, high-mercury fish, raw animal food and sprouts, soft cheese, cold meat", () => {
    const gates = gatesFor({ conditions: [], age: 30, lifeStage: "pregnant" });
    expect([...gates.avoid].sort()).toEqual([
      "cured-meat",
      "high-mercury-fish",
      "liver",
      "pate",
      "raw-fish-meat-egg",
      "raw-shellfish",
      "raw-sprouts",
      "soft-cheese",
    ]);
    expect(gates.texts[0]?.text).toContain("midwife");
  });

  test("a negative or infinite age is refused", () => {
    expect(() => at(-1)).toThrow(RangeError);
    expect(() => at(Number.NaN)).toThrow(RangeError);
  });
});

const profiles = fc.record({
  conditions: fc.uniqueArray(fc.constantFrom(...CONDITIONS)),
  age: fc.option(fc.integer({ min: 0, max: 110 })),
  lifeStage: fc.constantFrom("none" as const, "pregnant" as const, "lactating" as const),
  sex: fc.constantFrom("female" as const, "male" as const, null),
  medicines: fc.uniqueArray(fc.constantFrom(...MEDICINES)),
});
const includes = <T>(outer: ReadonlySet<T>, inner: ReadonlySet<T>) => [...inner].every((x) => outer.has(x));

describe("properties", () => {
  test("one condition more never switches anything back on", () => {
    fc.assert(
      fc.property(profiles, fc.constantFrom(...CONDITIONS), (profile, extra) => {
        const fewer = gatesFor(profile);
        const more = gatesFor({ ...profile, conditions: [...profile.conditions, extra] });
        expect(includes(more.noTips, fewer.noTips)).toBe(true);
        expect(includes(more.noSupplementTips, fewer.noSupplementTips)).toBe(true);
        expect(includes(more.avoid, fewer.avoid)).toBe(true);
        for (const [nutrient, cap] of fewer.caps) expect(more.caps.get(nutrient)).toBeLessThanOrEqual(cap);
        expect(more.hideScores || !fewer.hideScores).toBe(true);
      }),
    );
  });

  test("the order of what was told does not matter", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const reversed = { ...profile, conditions: [...profile.conditions].reverse() };
        expect(gatesFor(reversed)).toEqual(gatesFor(profile));
      }),
    );
  });

  test("a nutrient without comparison has no tips either, and nothing is suggested of either", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const gates = gatesFor(profile);
        expect(includes(gates.noTips, gates.noComparison)).toBe(true);
        for (const nutrient of gates.noTips) expect(canSuggestIncrease(gates, nutrient)).toBe(false);
      }),
    );
  });
});
