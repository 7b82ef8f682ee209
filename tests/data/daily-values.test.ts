import { describe, expect, it } from "vitest";
import table from "@/data/reference/daily-values.json";
import { dailyValue, isNutrientId } from "@/lib/nutrition";

/** Regulation (EU) 1169/2011 Annex XIII and 21 CFR 101.9(c)(8)(iv) and (c)(9), typed here by hand. */
const ROWS = `
  nutrient    eu    us
  magnesium   375   420
  zinc        10    11
  calcium     800   1300
  iron        14    18
  selenium    55    55
  potassium   2000  4700
  vitaminD    5     20
  vitaminC    80    90
  phosphorus  700   1250
  copper      1     0.9
  vitaminB12  2.5   2.4
  folate      200   400
  vitaminA    800   900
  retinol     -     -
  vitaminK    75    120
  manganese   2     2.3
  protein     50    50
  fibre       -     28
  energy      2000  -
  phytate     -     -`
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.trim().split(/\s+/));

describe("daily values of labels", () => {
  it.each(ROWS)("%s: %s in the EU, %s in the US", (nutrient, eu, us) => {
    if (nutrient === undefined || !isNutrientId(nutrient)) throw new Error(`${nutrient} is no nutrient`);
    expect(dailyValue("eu", nutrient)).toBe(eu === "-" ? null : Number(eu));
    expect(dailyValue("us", nutrient)).toBe(us === "-" ? null : Number(us));
    expect(dailyValue("none", nutrient)).toBeNull();
  });

  it("6 g salt of the EU are 2,400 mg sodium; the US daily value is 2,300 mg", () => {
    expect(dailyValue("eu", "sodium")).toBe((6 / table.saltPerSodium.value) * 1000);
    expect(dailyValue("us", "sodium")).toBe(2300);
  });

  it("cites every source it has, and only those", () => {
    const { conventions, saltPerSodium, kilojoulesPerKilocalorie, unitsPerMicrogramVitaminD, sources } =
      table;
    const cited = [
      saltPerSodium.source,
      kilojoulesPerKilocalorie.source,
      unitsPerMicrogramVitaminD.source,
      ...Object.values(conventions).flatMap(({ source, zeroSource }) => [source, zeroSource]),
    ];
    expect([...new Set(cited)].toSorted()).toEqual(Object.keys(sources).toSorted());
    for (const { citation, url } of Object.values(sources)) {
      expect(citation.length).toBeGreaterThan(40);
      expect(url).toMatch(/^https:\/\//);
    }
  });
});
