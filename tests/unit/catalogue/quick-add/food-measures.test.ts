import { describe, expect, it } from "vitest";
import table from "@/data/reference/food-measures.json";
import { UNITS } from "@/lib/catalogue/quick-add/food-measures";
import { tokensOf } from "@/lib/catalogue/quick-add/tokens";

const sources = Object.keys(table.sources);
const unit = (id: string) => UNITS.find((one) => one.id === id);

describe("words for amounts", () => {
  it.each(table.units)("$id has a source and what its kind needs", (row) => {
    expect(sources).toContain(row.source);
    expect("grams" in row).toBe(row.kind === "mass");
    expect("millilitres" in row).toBe(row.kind === "volume");
    if ("roughly" in row) expect(row.why).toMatch(/\S/);
  });
  it("mean one thing each", () => {
    const words = table.units.flatMap(({ words }) => words);
    expect(new Set(words).size).toBe(words.length);
    const refused = new Set(table.refused.flatMap(({ words: list }) => list));
    expect(words.filter((word) => refused.has(word))).toEqual([]);
  });
  it("keep the definitions: 16 ounces a pound, 3 teaspoons, 16 tablespoons, 8 fluid ounces a cup", () => {
    expect(16 * (unit("oz")?.grams as number)).toBeCloseTo(unit("lb")?.grams as number, 9);
    expect(3 * (unit("tsp")?.millilitres as number)).toBeCloseTo(unit("tbsp")?.millilitres as number, 9);
    for (const [id, count] of [
      ["tbsp", 16],
      ["fl oz", 8],
      ["pint", 1 / 2],
      ["quart", 1 / 4],
      ["gallon", 1 / 16],
      ["handful", 2],
    ] as const)
      expect(count * (unit(id)?.millilitres as number)).toBeCloseTo(unit("cup")?.millilitres as number, 6);
    expect(16 * (unit("pinch")?.millilitres as number)).toBeCloseTo(unit("tsp")?.millilitres as number, 9);
    expect(8 * (unit("dash")?.millilitres as number)).toBeCloseTo(unit("tsp")?.millilitres as number, 9);
  });
  it.each(table.joined)("$phrase stays one word", ({ phrase }) => {
    expect(tokensOf(phrase).map(({ kind }) => kind)).toEqual(["word"]);
  });
});
