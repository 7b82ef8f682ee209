import { describe, expect, it } from "vitest";
import { compile } from "@/data/build/compile";
import { densitiesByClass, densityFile, rangeOf } from "@/data/build/densities";
import table from "@/data/reference/volume-density.json";
import { chooseAmount } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { densityClass } from "@/lib/catalogue/quick-add/density";
import { measuresOf } from "@/lib/catalogue/quick-add/portion-labels";

const { foods } = compile();
const byClass = densitiesByClass(foods);
const catalogue = loadCatalogue();
const cups = (count: number, unit = "cup") => ({
  quantity: count,
  unit,
  size: null,
  words: "",
  weight: null,
});

describe("fault 5: density by class of food", () => {
  it("fault 5: has the figures that the food table gives", () => {
    expect(JSON.parse(densityFile(foods))).toEqual(table);
  });

  it.each(table.classes)(
    "fault 5: $what: $low to $high g/ml hold at least 80 % of the foods that did not make the range",
    ({ id, n, low, typical, high }) => {
      const densities = byClass.get(id) ?? [];
      expect(densities).toHaveLength(n);
      expect(n).toBeGreaterThanOrEqual(10);
      expect(low).toBeLessThan(typical);
      expect(high).toBeGreaterThan(typical);
      // A wider class would say nothing.
      expect(high / low).toBeLessThan(3.5);
      const inside = densities.filter((density, at) => {
        const others = rangeOf(densities.filter((_, other) => other !== at));
        return density >= others.low && density <= others.high;
      });
      expect(inside.length / n).toBeGreaterThanOrEqual(0.8);
    },
  );

  it("fault 5: weighs a cup of kefir and two spoons of chia, with the range", () => {
    const kefir = catalogue.food("ndb:01289");
    const chia = catalogue.food("ndb:12006");
    if (!kefir || !chia) throw new Error("no kefir or chia");
    const cup = chooseAmount(kefir, cups(1));
    expect(cup).toMatchObject({
      assumed: "density",
      problem: null,
      density: { what: "yogurt, kefir and skyr" },
    });
    expect(cup.choice?.grams).toBeCloseTo(245, 0);
    expect("density" in cup && cup.density?.low).toBeCloseTo(230, 0);
    expect("density" in cup && cup.density?.high).toBeCloseTo(260, 0);
    const spoons = chooseAmount(chia, cups(2, "tbsp"));
    expect(spoons.assumed).toBe("density");
    expect(spoons.choice?.grams).toBeGreaterThan(14);
    expect(spoons.choice?.grams).toBeLessThan(21);
  });

  it("fault 5: is never used for a food with a measure of volume, of no class, or of one's own", () => {
    for (const [index, id] of catalogue.ids.entries()) {
      const food = catalogue.at(index);
      const chosen = chooseAmount(food, cups(1));
      if (chosen.assumed !== "density") continue;
      expect(densityClass(food.name, food.group), id).not.toBeNull();
      expect(
        measuresOf(food.portions).filter(({ millilitres }) => millilitres !== null),
        id,
      ).toEqual([]);
    }
    const bagel = catalogue.food("ndb:18001");
    expect(bagel && chooseAmount(bagel, cups(1)).problem).toBe("no-volume-for-this-food");
    expect(chooseAmount({ name: "Kefir", portions: [], group: null }, cups(1)).problem).toBe(
      "no-volume-for-this-food",
    );
  });
});
