// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { PairingCard } from "@/app/(app)/minerals/[mineral]/_components/pairing-card";
import { ownWords } from "@/app/(app)/minerals/[mineral]/_components/pairing-words";
import type { PairingView } from "@/lib/insights/schemas";
import { gatesFor } from "@/lib/nutrition";
import { OPEN_GATES } from "../../../support/nutrition";
import { plain } from "../../components/fixtures";

const VIEW: PairingView = {
  days: 30,
  any: true,
  vitaminD: { days: 23, mean: 2.57, coverageOfMean: 0.9, coverage: 0.9, enough: true, target: 15 },
  iron: {
    meals: 56,
    open: 4,
    vitaminC: { meals: 10, open: 9 },
    vitaminCFrom: [
      { name: "Broccoli, boiled", meals: 8 },
      { name: "Oranges, raw", meals: 2 },
    ],
    teaOrCoffee: 12,
    muchCalcium: { meals: 8, open: 0 },
    ironWithoutVitaminC: [{ name: "Lentils, boiled", meals: 6 }],
  },
  calciumIron: { first: 9, second: 6, both: 4, together: 2, apart: 1, unsaid: 1 },
  ironZinc: { first: 0, second: 0, both: 0, together: 0, apart: 0, unsaid: 0 },
  highZincDays: 16,
  step: { food: "ndb:09148", name: "a kiwi", grams: 69, vitaminC: 64, beside: "Lentils, boiled" },
};
const said = (claim: string, over: Partial<PairingView> = {}) =>
  ownWords(claim, { ...VIEW, ...over }).map(plain);

describe("what the diary says beside a statement", () => {
  it("counts meals and names what brought the vitamin C", () => {
    expect(said("vitamin-c-iron")).toEqual([
      "10 of 56 meals with 1 mg or more of iron from plants in the last 30 days had 25 mg of vitamin C or more, most of it from Broccoli, boiled (8); Oranges, raw (2). Of 9 it is not known.",
    ]);
    expect(said("tea-coffee-iron")).toEqual([
      "Tea or coffee was logged in 12 of 56 meals with iron from plants in the last 30 days.",
    ]);
    expect(said("calcium-iron-meal")).toEqual([
      "8 of 56 meals with iron from plants in the last 30 days held 300 mg of calcium or more.",
      "Supplements with calcium and with iron fell on the same day on 4 of the last 30 days: together or within two hours on 2, further apart on 1, on 1 no time says.",
    ]);
  });

  it("says that too little is logged where too few meals tell", () => {
    const iron = (meals: number, open: number) => ({ iron: VIEW.iron && { ...VIEW.iron, meals, open } });
    expect(said("vitamin-c-iron", iron(2, 1))).toEqual([
      "Only 2 meals of the last 30 days are known to hold 1 mg or more of iron from plants, 1 meal left open by foods that do not say: not enough logged to say.",
    ]);
    expect(said("tea-coffee-iron", iron(0, 0))).toEqual([
      "No meal of the last 30 days is known to hold 1 mg or more of iron from plants: not enough logged to say.",
    ]);
  });

  it("counts days with supplements, none of them included", () => {
    expect(said("zinc-iron-tablets")).toEqual([
      "No supplement with 25 mg of iron or more was logged in the last 30 days, and none with zinc.",
    ]);
    expect(
      said("zinc-iron-tablets", { ironZinc: { ...VIEW.calciumIron, both: 0 } as PairingView["ironZinc"] }),
    ).toEqual([
      "Supplements with 25 mg of iron or more (9 days) and with zinc (6 days) never fell on the same day in the last 30 days.",
    ]);
    expect(said("zinc-copper")[0]).toMatch(
      /on 16 of the last 30 days. That is weeks of it: ask a pharmacist/,
    );
    expect(said("zinc-copper", { highZincDays: 3 })[0]).not.toMatch(/weeks/);
    expect(said("zinc-copper", { highZincDays: 0 })).toEqual([
      "On none of the last 30 days did logged supplements hold 50 mg of zinc.",
    ]);
    expect(said("zinc-copper", { highZincDays: null })).toEqual([]);
  });

  it("says at least where foods lack vitamin D, and does not compare what is known of too little", () => {
    expect(said("vitamin-d-calcium")).toEqual([
      "Food and supplements gave at least 2.5 µg of vitamin D a day over 23 days; the reference is 15 µg. Sunlight on the skin makes some too, which no diary sees.",
    ]);
    const vitaminD = (over: object) => ({ vitaminD: VIEW.vitaminD && { ...VIEW.vitaminD, ...over } });
    expect(
      said("vitamin-d-calcium", vitaminD({ coverage: 0.6, coverageOfMean: 0.6, enough: false }))[0],
    ).toMatch(
      /Foods with a value give 60 % of the energy: not enough logged to say how far that is from it\./,
    );
    expect(said("vitamin-d-calcium", vitaminD({ mean: null, days: 0, coverage: null }))[0]).toMatch(
      /^No day that counts has a food with a value for vitamin D: not enough logged to say\./,
    );
  });
});

describe("the card", () => {
  const show = (over: Partial<Parameters<typeof PairingCard>[0]> = {}) =>
    render(<PairingCard mineral="iron" gates={OPEN_GATES} medicineNotes={[]} own={VIEW} {...over} />);

  it("sets the diary beside each statement and offers one food with a way to log it", () => {
    const { container } = show();
    expect(screen.getAllByText("In your diary")).toHaveLength(4);
    expect(plain(container.textContent)).toContain(
      "A kiwi (69 g) in a meal like the one with Lentils, boiled would bring 64 mg of vitamin C.",
    );
    expect(screen.getByRole("link", { name: "Log a kiwi" })).toHaveAttribute("href", "/today?log=ndb:09148");
    expect(container.textContent).not.toMatch(/you absorb|deficien/i);
  });

  it("offers nothing where a condition asks for no more iron, and is silent of zinc where that is a doctor's", () => {
    const { container } = show({
      gates: gatesFor({ conditions: ["iron-overload", "wilsons-disease"], age: 40, lifeStage: "none" }),
    });
    expect(screen.queryByRole("link", { name: /^Log/ })).toBeNull();
    expect(container.textContent).not.toMatch(/vitamin C in the same meal|zinc/i);
    expect(container.textContent).not.toMatch(/an hour apart/);
    expect(screen.getAllByText("In your diary")).toHaveLength(1);
  });

  it("says once that nothing is logged yet", () => {
    show({ own: { ...VIEW, any: false } });
    expect(screen.queryByText("In your diary")).toBeNull();
    expect(screen.getByText(/Not enough is logged to say anything yet/)).toBeInTheDocument();
  });
});
