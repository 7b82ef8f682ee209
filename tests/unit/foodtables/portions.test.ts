import { describe, expect, it } from "vitest";
import { measuresOf } from "@/lib/catalogue/quick-add/portion-labels";
import { surveyLabel } from "@/lib/foodtables/readers/fndds-portions";
import { portionOf } from "@/lib/foodtables/readers/fooddata-portions";
import { quantityText, sentenceCase } from "@/lib/foodtables/readers/names";

/** Labels of readers are what quick add reads: "1 cup", "2 slices". */
const parsed = (label: string) => {
  const [measure] = measuresOf([{ id: "x", label, grams: 100 }]);
  return measure && { quantity: measure.quantity, noun: measure.noun, millilitres: measure.millilitres };
};

describe("household measures as quick add reads them", () => {
  it.each([
    ["1 cup", 1, "cup"],
    ["1 cup, cooked, diced", 1, "cup"],
    ["1 fl oz (no ice)", 1, "fl oz"],
    ["1 tablespoon", 1, "tbsp"],
    ["1 slice, NFS", 1, "slice"],
    ["1 piece/slice, any size", 1, "piece"],
    ["1 pretzel, NS as to size", 1, "pretzel"],
    ["1 6 oz container", 1, "container"],
    ["1 can (12 fl oz)", 1, "can"],
    ["1 large", 1, "large"],
    ["1 extra large egg", 1, "extra large"],
    ["Guideline amount on regular sandwich", 1, "serving"],
  ])("FNDDS: %s", (description, quantity, noun) => {
    expect(parsed(surveyLabel(description) ?? "")).toMatchObject({ quantity, noun });
  });

  it.each([
    ["1.0", "cup", "", "chopped", "1 cup, chopped"],
    ["0.5", "cup", "", "", "1/2 cup"],
    ["1.5", "cup", "", "", "1 1/2 cup"],
    ["", "undetermined", "", "cup, whole pieces", "1 cup, whole pieces"],
    ["1.0", "Banana", "", "", "1 banana"],
    ["1.0", "fruit", "", 'medium (2-2/3" dia)', '1 medium (2-2/3" dia)'],
    ["1.0", "each", "", "", "1 piece"],
    ["5.0", "tomatoes", "", "", "5 tomatoes"],
    ["1.0", "paired cooked w", "", "", null],
    ["0", "cup", "", "", null],
    ["1.0", "", "", "", null],
  ])("FoodData Central: %s %s %s %s", (amount, unit, description, modifier, label) => {
    expect(portionOf(amount, unit, description, modifier)).toBe(label);
    if (label !== null) expect(parsed(label)).toMatchObject({ quantity: expect.any(Number) });
  });

  it.each([
    ["1 medium", "medium", null],
    ["1 portion", "portion", null],
    ["100 ml", "ml", 100],
    ["1 tbsp", "tbsp", 15],
    ["1 tsp", "tsp", 5],
  ])("Fineli: %s", (label, noun, volume) => {
    expect(parsed(label)).toMatchObject({ noun });
    const millilitres = parsed(label)?.millilitres ?? null;
    expect(volume === null ? millilitres : Math.round(millilitres ?? 0)).toBe(volume);
  });

  it("writes quantities as people do", () => {
    expect([0.25, 0.333, 0.5, 0.75, 1, 1.5, 2, 0.2].map(quantityText)).toEqual([
      "1/4",
      "1/3",
      "1/2",
      "3/4",
      "1",
      "1 1/2",
      "2",
      "0.2",
    ]);
  });
});

describe("names that are printed in capitals", () => {
  it.each([
    ["MILK, UHT, VITAMIN D", "Milk, UHT, vitamin D"],
    ["SOYA DRINK, VITAMINS D AND B12", "Soya drink, vitamins D and B12"],
    ["CHEESE, EDAM, 17% FAT", "Cheese, Edam, 17% fat"],
    ["FINNISH RYE BREAD", "Finnish rye bread"],
    ["CAFÉ AU LAIT", "Café au lait"],
    ["ÄPPLE, INHEMSKT", "Äpple, inhemskt"],
    ["Milk, NFS", "Milk, NFS"],
  ])("%s is written %s", (name, written) => {
    expect(sentenceCase(name)).toBe(written);
  });
});
