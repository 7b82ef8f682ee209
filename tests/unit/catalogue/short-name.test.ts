import { describe, expect, it } from "vitest";
import { shortName } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";

describe("shortName", () => {
  it.each([
    ["Lentils, mature seeds, cooked, boiled, without salt", "Lentils, boiled"],
    ["Spinach, cooked, boiled, drained, without salt", "Spinach, boiled"],
    ["Nuts, almonds", "Almonds"],
    ["Fish, salmon, Atlantic, wild, cooked, dry heat", "Salmon, Atlantic, wild, cooked"],
    ["Beverages, coffee, brewed, prepared with tap water", "Coffee, brewed"],
    ["Bananas, raw", "Bananas, raw"],
    ["Spinach, cooked, boiled, drained, with salt", "Spinach, boiled, with salt"],
    ["Yogurt, plain, skim milk, 13 grams protein per 8 ounce", "Yogurt, plain, skim milk"],
    [
      'Beef, chuck, under blade pot roast, boneless, separable lean only, trimmed to 0" fat, all grades, cooked, braised',
      "Beef, chuck, under blade pot roast, braised",
    ],
    ["Beef, variety meats and by-products, liver, cooked, braised", "Beef, liver, braised"],
    ["Mollusks, scallop, (bay and sea), cooked, steamed", "Scallop, steamed"],
    ["Nuts", "Nuts"],
  ])("%s is %s", (name, short) => expect(shortName(name)).toBe(short));

  it("leaves every food of the table a name", () => {
    for (const name of loadCatalogue().names) expect(shortName(name)).toMatch(/\S/);
  });
});
