import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compile } from "@/data/build/compile";
import { isComparable, measureRetention, quantile, ratioOf } from "@/data/build/retention";
import { evidenceFile, retentionFile } from "@/data/build/retention-files";
import { stateOf } from "@/data/build/retention-pairs";
import { isNutrientId, MEASURED_RETENTIONS, type NutrientId, PREPARATIONS } from "@/lib/nutrition";
import evidence from "../../data/generated/retention-evidence.json";

const retention = measureRetention(compile().foods);

/** The extract, read here by other means than the compiler's. */
const [header = [], ...lines] = gunzipSync(readFileSync("data/sources/sr28.tsv.gz"))
  .toString("utf8")
  .split("\n")
  .map((line) => line.split("\t"));
const rows = new Map(lines.map((cells) => [cells[0] as string, cells]));
const cell = (ndb: string, column: string): number => {
  const text = rows.get(ndb)?.[header.indexOf(column)];
  return text === undefined || text === "" ? Number.NaN : Number(text);
};

const pairOf = (raw: string, cooked: string) => {
  const pair = retention.pairs.find((p) => p.raw.ndb === raw && p.cooked.ndb === cooked);
  if (pair === undefined) throw new Error(`${raw} and ${cooked} are no pair`);
  return pair;
};
const measured = (group: string, method: string, subgroup: string | null = null) => {
  const row = retention.measured.find(
    (r) => r.group === group && r.method === method && r.subgroup === subgroup,
  );
  if (row === undefined) throw new Error(`${group} ${method} is not measured`);
  return row;
};
const median = (group: string, method: string, nutrient: "potassium" | "iron" | "magnesium"): number =>
  measured(group, method).nutrients[nutrient]?.median as number;

describe("the files", () => {
  it("are what the table gives, byte for byte", () => {
    expect(readFileSync("data/reference/retention.json", "utf8")).toBe(retentionFile(retention));
    expect(readFileSync("data/generated/retention-evidence.json", "utf8")).toBe(evidenceFile(retention));
  });
});

describe("which foods are a pair", () => {
  it.each([
    ["Spinach, raw", { raw: true, method: null, food: "spinach" }],
    [
      "Spinach, cooked, boiled, drained, without salt",
      { raw: false, method: "boiled, drained", food: "spinach" },
    ],
    ["Spinach, cooked, boiled, drained, with salt", null],
    ["Spinach, frozen, chopped or leaf, unprepared", null],
    [
      "Squash, winter, hubbard, baked, without salt",
      { raw: false, method: "baked or roasted", food: "squash, winter, hubbard" },
    ],
    [
      "Potatoes, baked, skin, without salt",
      { raw: false, method: "baked or roasted", food: "potatoes, skin" },
    ],
    [
      "Squash, winter, spaghetti, cooked, boiled, drained, or baked, without salt",
      { raw: false, method: "boiled, drained", food: "squash, winter, spaghetti, or baked" },
    ],
    [
      "Nuts, chestnuts, European, boiled and steamed",
      { raw: false, method: null, food: "nuts, chestnuts, european, boiled and steamed" },
    ],
    ["Nuts, almonds, dry roasted, with salt added", null],
    [
      "Nuts, almonds, dry roasted, without salt added",
      { raw: false, method: "baked or roasted", food: "nuts, almonds" },
    ],
    [
      "Pasta, cooked, enriched, without added salt",
      { raw: false, method: "cooked", food: "pasta, enriched" },
    ],
    ["Lentils, sprouted, cooked, stir-fried, without salt", null],
  ])("%s", (name, state) => {
    expect(stateOf(name)).toEqual(state);
  });

  it("never mixes parts, salt, or enriched with plain", () => {
    for (const { raw, cooked } of [...retention.pairs, ...retention.incomparable]) {
      expect(cooked.name).not.toMatch(/(?<!without )(?<!added )\bwith (added )?salt/i);
      expect(/\bskin\b/i.test(raw.name), cooked.name).toBe(/\bskin\b/i.test(cooked.name));
      expect(/\blean only\b/i.test(raw.name), cooked.name).toBe(/\blean only\b/i.test(cooked.name));
      expect(/\bunenriched\b/i.test(raw.name), cooked.name).toBe(/\bunenriched\b/i.test(cooked.name));
      expect(raw.group).toBe(cooked.group);
    }
    const cooked = [...retention.pairs, ...retention.incomparable].map((pair) => pair.cooked.ndb);
    expect(new Set(cooked).size).toBe(cooked.length);
  });

  it("leaves out raw and cooked samples that cannot be the same food", () => {
    // Dishcloth gourd: 6.15 % of solids raw, 15.71 % cooked, protein 1.2 and 0.66 g.
    const gourd = retention.incomparable.find(({ raw }) => raw.ndb === "11220");
    expect(gourd && isComparable(gourd)).toBe(false);
    expect(retention.pairs.some(({ raw }) => raw.ndb === "11220")).toBe(false);
  });
});

describe("retention of a pair, worked by hand", () => {
  it.each([
    // (466 / 558) / ((100 − 91.21) / (100 − 91.4))
    ["spinach, boiled", "11457", "11458", "potassium", 0.81707],
    // (3.57 / 2.71) / (8.79 / 8.6): more iron than before, another sample
    ["spinach, boiled", "11457", "11458", "iron", 1.28887],
    // (291 / 718) / ((100 − 60.21) / (100 − 7.68))
    ["chickpeas, boiled", "16056", "16057", "potassium", 0.94036],
    // (44 / 223) / ((100 − 62.13) / (100 − 9.9))
    ["pasta, cooked", "20420", "20421", "potassium", 0.46944],
    // (535 / 425) / ((100 − 74.89) / (100 − 79.25))
    ["potatoes, baked", "11352", "11674", "potassium", 1.04025],
  ] as const)("%s: %s>%s, %s", (_food, raw, cooked, nutrient, expected) => {
    expect(ratioOf(pairOf(raw, cooked), nutrient)).toBeCloseTo(expected, 4);
  });

  it("takes protein for meat", () => {
    // Leg of pork, roasted: (373 / 369) / (29.41 / 20.48)
    expect(ratioOf(pairOf("10010", "10011"), "potassium")).toBeCloseTo(0.70391, 4);
  });

  it("is unknown where a value is unknown or mostly rounding", () => {
    // Chickpeas have 0 µg of selenium raw and 3.7 cooked, lentils 0.1 and 2.8.
    expect(ratioOf(pairOf("16056", "16057"), "selenium")).toBeNull();
    expect(ratioOf(pairOf("16069", "16070"), "selenium")).toBeNull();
    const unknown = retention.pairs.find(({ raw }) => raw.values.selenium === "");
    expect(unknown && ratioOf(unknown, "selenium")).toBeNull();
  });
});

describe("what is measured", () => {
  it("has the median and the quartiles of its pairs, worked again from the extract", () => {
    expect([1, 2, 3, 4].map((n) => quantile([10, 20, 40, 80], (n - 1) / 3))).toEqual([10, 20, 40, 80]);
    expect(quantile([10, 20, 40, 80], 0.5)).toBe(30);
    const boiled = evidence.pairs["legumes, boiled"].split(" ").map((pair) => pair.split(">"));
    const ratios = boiled
      .map(
        ([raw = "", cooked = ""]) =>
          cell(cooked, "elMg") /
          cell(raw, "elMg") /
          ((100 - cell(cooked, "water")) / (100 - cell(raw, "water"))),
      )
      .sort((a, b) => a - b);
    expect(ratios).toHaveLength(32);
    const middle = ((ratios[15] as number) + (ratios[16] as number)) / 2;
    expect(median("legumes", "boiled", "magnesium")).toBeCloseTo(middle, 3);
  });

  it("refuses fewer than 8 pairs", () => {
    for (const row of retention.measured) {
      expect(row.pairs).toBeGreaterThanOrEqual(8);
      for (const summary of Object.values(row.nutrients)) {
        expect(summary.pairs).toBeGreaterThanOrEqual(8);
        expect(summary.pairs).toBeLessThanOrEqual(row.pairs);
        expect(summary.quartile1).toBeLessThanOrEqual(summary.median);
        expect(summary.median).toBeLessThanOrEqual(summary.quartile3);
      }
    }
    for (const { pairs } of retention.refused) expect(pairs).toBeLessThan(8);
    expect(retention.refused).toContainEqual({ group: "vegetables", method: "steamed", pairs: 5 });
  });

  it("makes sense: potassium goes with the water, iron stays", () => {
    expect(median("vegetables", "boiled, drained", "potassium")).toBeLessThan(0.95);
    expect(median("vegetables", "boiled, drained", "potassium")).toBeLessThan(
      median("vegetables", "baked or roasted", "potassium"),
    );
    expect(median("legumes", "boiled", "potassium")).toBeLessThan(0.85);
    expect(median("pasta", "cooked", "potassium")).toBeLessThan(
      median("grains", "cooked", "potassium") - 0.3,
    );
    expect(median("meat", "braised, stewed or simmered", "potassium")).toBeLessThan(
      median("meat", "baked or roasted", "potassium") - 0.1,
    );
    for (const { group, method, nutrients } of retention.measured) {
      const iron = nutrients.iron?.median;
      if (iron !== undefined) {
        expect(iron, `${group}, ${method}`).toBeGreaterThan(0.85);
        expect(iron, `${group}, ${method}`).toBeLessThan(1.05);
      }
    }
  });

  it("finds leaves, roots and the others alike, so that one figure may stand for them", () => {
    for (const nutrient of ["magnesium", "zinc", "potassium"] as const) {
      const medians = ["leafy", "roots", "other"].map(
        (part) => measured("vegetables", "boiled, drained", part).nutrients[nutrient]?.median as number,
      );
      expect(Math.max(...medians) - Math.min(...medians), nutrient).toBeLessThan(0.05);
    }
  });
});

describe("what the core applies", () => {
  it("is well-formed, and only what its preparation may lower", () => {
    expect(MEASURED_RETENTIONS).toEqual(retention.retentions);
    expect(MEASURED_RETENTIONS.length).toBeGreaterThan(50);
    const keys = MEASURED_RETENTIONS.map((r) => `${r.kind} ${r.preparation} ${r.nutrient}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const row of MEASURED_RETENTIONS) {
      expect(isNutrientId(row.nutrient)).toBe(true);
      expect(row.low).toBeGreaterThanOrEqual(0);
      expect(row.typical).toBeGreaterThanOrEqual(row.low);
      expect(row.high).toBeGreaterThanOrEqual(row.typical);
      expect(row.high).toBeLessThanOrEqual(1);
      expect(row.pairs).toBeGreaterThanOrEqual(8);
      const preparation = PREPARATIONS.find(({ id }) => id === row.preparation);
      expect(preparation?.kinds).toContain(row.kind);
      expect(preparation?.mayLose).toContain(row.nutrient);
    }
  });

  it("caps at 1 and keeps the median as it was beside it", () => {
    const applied = (nutrient: NutrientId) =>
      MEASURED_RETENTIONS.find((r) => r.kind === "vegetable" && r.nutrient === nutrient)?.typical;
    const row = evidence.measured.find((r) => r.group === "vegetables" && r.subgroup === null);
    expect(row?.nutrients.selenium?.median).toBeGreaterThan(1);
    expect(applied("selenium")).toBe(1);
    expect(applied("potassium")).toBe(row?.nutrients.potassium?.median);
  });
});
