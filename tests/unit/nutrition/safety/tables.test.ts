import { describe, expect, test } from "vitest";
import claims from "@/data/reference/claims.json";
import safety from "@/data/reference/safety.json";
import seleniumVariation from "@/data/reference/selenium-variation.json";
import { isMineral, isNutrientId } from "@/lib/nutrition/nutrients";
import { safetyRows } from "@/lib/nutrition/safety/rows";
import { SAFETY } from "@/lib/nutrition/safety/table";

/** Every text of a table that a person could read. */
const textsOf = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (node === null || typeof node !== "object") return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string" &&
    ["text", "label", "statement", "euWording", "above", "meaning", "magnesium"].includes(key)
      ? [value]
      : key === "sources"
        ? []
        : textsOf(value),
  );
};

const texts = [...textsOf(safety), ...textsOf(seleniumVariation), ...textsOf(claims)];

describe("what is said", () => {
  test("there is something to check", () => expect(texts.length).toBeGreaterThan(70));

  test.each(texts)("is no diagnosis, promise, dose or scolding: %s", (text) => {
    expect(text).not.toMatch(/deficien|leaky gut|detox|boost|steal|anti-nutrient|\bheals?\b|\bcure[sd]?\b/i);
    expect(text).not.toMatch(/\b(you should take|we recommend|take \d+ ?(mg|µg))/i);
    expect(text.length).toBeLessThan(600);
  });
});

describe("safety table", () => {
  const rows = [
    ...safety.conditions,
    ...safety.lifeStages,
    ...safety.medicines,
    ...safety.supplementPairs,
    ...safety.alarms,
  ];
  const known = new Set(Object.keys(safety.sources));

  test("every row has a code of its own, a text and a source that is listed", () => {
    for (const row of rows) {
      expect(row.text.length, row.code).toBeGreaterThan(20);
      expect(row.sources.length, row.code).toBeGreaterThan(0);
      for (const id of row.sources) expect(known.has(id), id).toBe(true);
    }
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
  });

  test("every source is used", () => {
    const rest = JSON.stringify({ ...safety, sources: {} });
    for (const id of known) expect(rest.includes(`"${id}"`), id).toBe(true);
  });

  test("every nutrient is one of ours and every cap is above 0", () => {
    for (const row of safety.conditions) {
      for (const id of [
        ...row.noTips,
        ...row.noSupplementTips,
        ...Object.keys(row.caps ?? {}),
        ...Object.keys(row.setCaps ?? {}),
      ]) {
        expect(isNutrientId(id), id).toBe(true);
      }
      for (const cap of Object.values({ ...row.caps })) expect(cap).toBeGreaterThan(0);
    }
    for (const id of [
      ...safety.medicines.flatMap((row) => row.nutrients),
      ...safety.alarms.map((a) => a.nutrient),
    ]) {
      expect(isNutrientId(id), id).toBe(true);
    }
  });

  test("11.1 every condition and medicine changes what is named or suggested, or says why it changes no food", () => {
    for (const row of safetyRows()) {
      const foods = row.caps || row.setCaps || row.avoid.length > 0 || row.avoidContents.length > 0;
      const has = [foods !== undefined && foods !== false, row.implies !== null, row.reason !== null];
      expect([row.code, has.some(Boolean)]).toEqual([row.code, true]);
      // A reason why no food is left out stands only where none is.
      expect([row.code, Boolean(foods) && row.reason !== null]).toEqual([row.code, false]);
      if (row.reason !== null) expect(row.reason.length, row.code).toBeGreaterThan(40);
    }
  });

  test("11.1 what is left out of foods is said in a sentence, and only where something is", () => {
    for (const row of [...SAFETY.conditions, ...SAFETY.medicines, ...SAFETY.lifeStages]) {
      const amounts = Object.keys({ ...row.caps, ...row.setCaps }).length;
      const rules = amounts + (row.avoid ?? []).length + (row.avoidContents ?? []).length;
      expect([row.code, row.foods !== undefined]).toEqual([row.code, rules > 0]);
    }
  });

  test("11.9 a nutrient capped for a portion is capped for a set, at no less than a portion may hold", () => {
    for (const { code, caps = {}, setCaps = {} } of [
      ...SAFETY.conditions,
      ...SAFETY.medicines,
      ...SAFETY.lifeStages,
    ]) {
      const portion = caps as Record<string, number>;
      const set = setCaps as Record<string, number>;
      expect([code, Object.keys(set).sort()]).toEqual([code, Object.keys(portion).sort()]);
      for (const [nutrient, cap] of Object.entries(portion))
        expect(set[nutrient], code).toBeGreaterThanOrEqual(cap);
    }
  });

  test("11.8 new conditions rest on a source with a DOI or an official address", () => {
    for (const code of ["hypertension", "diabetes", "gout", "coeliac-disease", "irritable-bowel"]) {
      const sources = safetyRows().find((row) => row.code === code)?.sources ?? [];
      expect(
        sources.some(({ url }) => /doi\.org|nice\.org\.uk|ecfr\.gov/.test(url ?? "")),
        code,
      ).toBe(true);
    }
  });

  test("a medicine implies a condition that exists", () => {
    const conditions = new Set(safety.conditions.map((row) => row.code));
    for (const row of safety.medicines) {
      if (row.condition !== null) expect(conditions.has(row.condition), row.condition).toBe(true);
    }
  });

  test("alarm levels are those agreed", () => {
    const levels = Object.fromEntries(safety.alarms.map((row) => [row.code, row.level]));
    expect(levels).toEqual({
      "iron-child": 10,
      "potassium-dose": 1000,
      "selenium-day": 800,
      "vitamin-d-day": 250,
      "zinc-day": 150,
      "magnesium-supplement-day": 2000,
    });
  });

  test("the iron notice names children and the numbers to call", () => {
    for (const part of ["children under 6", "1-800-222-1222", "112", "999"]) {
      expect(safety.ironNotice.text).toContain(part);
    }
  });
});

describe("evidence table", () => {
  const known = new Set(Object.keys(claims.sources));

  test("every claim has an id of its own, a grade, a known mineral or none, and listed sources", () => {
    for (const claim of claims.claims) {
      expect(Object.keys(claims.grades)).toContain(claim.grade);
      expect(claim.mineral === null || isMineral(claim.mineral), claim.id).toBe(true);
      expect([
        "gut",
        "absorption",
        "upper-limit",
        "general",
        "illness",
        "refined",
        "preparation",
        "pairing",
        "testing",
        "research",
      ]).toContain(claim.topic);
      expect(claim.sources.length, claim.id).toBeGreaterThan(0);
      for (const id of claim.sources) expect(known.has(id), id).toBe(true);
    }
    expect(new Set(claims.claims.map((claim) => claim.id)).size).toBe(claims.claims.length);
  });

  test("every source is cited and has an identifier or a full reference", () => {
    const cited = new Set(claims.claims.flatMap((claim) => claim.sources));
    for (const id of known) expect(cited.has(id), id).toBe(true);
  });

  test("a claim of grade D says that something is not shown", () => {
    for (const claim of claims.claims.filter((row) => row.grade === "D")) {
      expect(claim.statement, claim.id).toMatch(/not (been shown|supported)/);
    }
  });

  test("EU wording speaks of no gut, lining or microbiome", () => {
    for (const { euWording } of claims.claims)
      expect(euWording ?? "").not.toMatch(/gut|lining|microb|leaky/i);
  });
});
