import { describe, expect, test } from "vitest";
import {
  emptyLabel,
  type LabelDraft,
  labelHint,
  type TypedAmount,
  toFoodLabel,
  withConvention,
} from "@/app/(app)/foods/_components/label-draft";
import { readFoodForm } from "@/app/(app)/foods/_components/own-food";
import { browserName } from "@/app/(app)/settings/_components/browser-name";
import { ownFoodInput } from "@/lib/foods/schemas";
import type { NutrientId } from "@/lib/nutrition";

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

const draft = (
  typed: { readonly [N in NutrientId]?: string | TypedAmount },
  more: Partial<LabelDraft> = {},
): LabelDraft => {
  const empty = emptyLabel("metric");
  const amounts = Object.fromEntries(
    Object.entries(typed).map(([id, text]) => [id, typeof text === "string" ? { text, as: null } : text]),
  );
  return { ...empty, ...more, amounts: { ...empty.amounts, ...amounts } };
};

const problems = (food: unknown): string[] =>
  (ownFoodInput.safeParse(food).error?.issues ?? []).map(({ path }) => path.join(".")).sort();

describe("a food as its label has it", () => {
  test("blank is left out, 0 is 0", () => {
    const typed = readFoodForm(
      form({ name: " Bread ", barcode: " 4006381333931 " }),
      draft({ iron: "2,4", zinc: " ", calcium: "0", sodium: "1.2" }),
      [],
    );
    expect(typed).toEqual({
      food: {
        name: "Bread",
        barcode: "4006381333931",
        estimateFood: null,
        label: {
          convention: "eu",
          basis: { per: "100g" },
          source: null,
          amounts: {
            iron: { value: 2.4, as: "amount" },
            calcium: { value: 0, as: "amount" },
            sodium: { value: 1.2, as: "salt" },
          },
        },
        portions: [],
      },
      rows: [],
    });
  });

  test("1,000 is a thousand, as Assay writes it", () => {
    expect(toFoodLabel(draft({ magnesium: "1,000", calcium: "1.250,5" }))).toMatchObject({
      amounts: { magnesium: { value: 1000 }, calcium: { value: 1250.5 } },
    });
  });

  test("the serving becomes a portion, and “less than” stays one", () => {
    const typed = readFoodForm(
      form({ name: "Bar" }),
      draft(
        { magnesium: "<2", iron: { text: "10", as: "percent" } },
        { convention: "us", per: "serving", grams: "40" },
      ),
      [],
    );
    expect(typed).toMatchObject({
      food: {
        label: {
          basis: { per: "serving", grams: 40 },
          amounts: {
            magnesium: { value: 2, as: "amount", lessThan: true },
            iron: { value: 10, as: "percent" },
          },
        },
        portions: [{ label: "1 serving", grams: 40 }],
      },
      rows: [null],
    });
  });

  test("a portion of the serving's weight stands for it; empty rows go", () => {
    const fields = { name: "Bar", "a.label": "1 bar", "a.grams": "40", "b.label": "", "b.grams": "" };
    expect(readFoodForm(form(fields), draft({}, { per: "serving", grams: "40" }), ["a", "b"])).toMatchObject({
      food: { portions: [{ label: "1 bar", grams: 40 }] },
      rows: ["a"],
    });
  });

  test.each([
    [draft({}, { per: "serving" }), {}, "label.basis.grams"],
    [draft({}, { per: "100ml" }), {}, "label.basis.grams"],
    [draft({}, { per: "serving", grams: "0" }), {}, "label.basis.grams"],
    [draft({}, { per: "serving", grams: "-5" }), {}, "label.basis.grams"],
    [draft({ iron: "lots" }), {}, "label.amounts.iron.value"],
    [draft({ iron: "1e308" }), {}, "label.amounts.iron.value"],
    [draft({ iron: "<" }), {}, "label.amounts.iron.value"],
    [draft({}), { "a.label": "1 slice", "a.grams": "" }, "portions.0.grams"],
  ])("what cannot be read is refused, and nothing else (%#)", (label, fields, path) => {
    expect(problems(readFoodForm(form({ name: "x", ...fields }), label, ["a"]).food)).toEqual([path]);
  });

  test("everything that is wrong is said at once", () => {
    const label = draft({ calcium: "lots", iron: "-3", potassium: "200000", zinc: "1" });
    const typed = readFoodForm(form({ name: " ", "a.label": "1 slice", "a.grams": "x" }), label, ["a"]);
    expect(problems(typed.food)).toEqual([
      "label.amounts.calcium.value",
      "label.amounts.iron.value",
      "label.amounts.potassium.value",
      "name",
      "portions.0.grams",
    ]);
  });

  test.each([
    [
      { name: "x", per100g: { iron: 8000 } },
      "makes 8,000 mg in 100 g, more than any food holds (500 mg): did you mean µg?",
    ],
    [{ name: "x", per100g: { vitaminD: 40_000_000 } }, "check the figure and its unit"],
    [{ name: "x", per100g: { vitaminD: 40_000 } }, "did you mean IU?"],
    [{ name: "x", per100g: { energy: 1900 } }, "did you mean kJ?"],
    [readFoodForm(form({ name: "x" }), draft({ iron: "8000" }), []).food, "did you mean µg?"],
    [
      readFoodForm(form({ name: "x" }), draft({ iron: "8" }, { per: "serving", grams: "1" }), []).food,
      "does the serving weigh more, or is this the amount in 100 g?",
    ],
  ])("fault 14: more than any food holds is refused with what was probably meant (%#)", (food, words) => {
    const issues = ownFoodInput.safeParse(food).error?.issues ?? [];
    expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining(words)]);
  });

  test("a figure in next to no weight, which no number can say, is refused like any other that is too large", () => {
    const basis = { per: "100ml", grams: Number.MIN_VALUE };
    const label = { convention: "eu", basis, amounts: { vitaminC: { value: 1e-15 } } };
    const issues = ownFoodInput.safeParse({ name: "x", label }).error?.issues ?? [];
    expect(issues.map(({ message }) => message)).toEqual([
      expect.stringContaining("makes too much in 100 g, more than any food holds"),
    ]);
  });

  test("fault 14: the strongest foods are accepted", () => {
    const strong = [
      { iron: 124 },
      { selenium: 25_300 },
      { vitaminD: 250, vitaminA: 30_000, energy: 902 },
      { potassium: 52_400 },
      { sodium: 16_667, potassium: 3333, magnesium: 1000 },
      { folate: 5881 },
      { vitaminB12: 22_728 },
    ];
    for (const per100g of strong) expect(problems({ name: "x", per100g })).toEqual([]);
  });

  test("the parts do not weigh more than the whole", () => {
    const heavy = readFoodForm(form({ name: "x" }), draft({ protein: "90", fibre: "89" }), []);
    expect(ownFoodInput.safeParse(heavy.food).error?.issues).toMatchObject([
      { path: ["label", "amounts", "protein", "value"], message: expect.stringContaining("weigh 179 g") },
    ]);
    const serving = { per: "serving", grams: "5" } as const;
    expect(
      problems(readFoodForm(form({ name: "x" }), draft({ protein: "3", fibre: "2" }, serving), []).food),
    ).toEqual([]);
    expect(
      problems(readFoodForm(form({ name: "x" }), draft({ protein: "3", fibre: "3" }, serving), []).food),
    ).toEqual(["label.amounts.fibre.value"]);
    expect(problems({ name: "x", per100g: { protein: 60, fibre: 50 } })).toEqual(["per100g.protein"]);
    // Salt, and protein with its own phosphorus and phytate: nothing is counted twice.
    expect(problems({ name: "Salt", per100g: { sodium: 39_340, potassium: 8 } })).toEqual([]);
    expect(problems({ name: "x", per100g: { protein: 90, fibre: 9, phytate: 4000 } })).toEqual([]);
  });

  test.each([
    [draft({ calcium: { text: "6", as: "percent" } }, { convention: "us" }), "calcium", /Of 1,300.mg: 78.mg/],
    [draft({ potassium: "0" }, { convention: "us" }), "potassium", /Less than 94.mg: a bound/],
    [draft({ sodium: "1.25" }), "sodium", /^500.mg\.$/],
    [draft({ energy: { text: "418.4", as: "kilojoules" } }), "energy", /^100.kcal\.$/],
  ] as const)("what a figure comes to is said (%#)", (label, id, words) => {
    expect(labelHint(label, id)).toMatch(words);
  });

  test("fault 13: vitamin D takes international units, and says what they come to", () => {
    const label = draft({ vitaminD: { text: "400", as: "iu" } });
    expect(labelHint(label, "vitaminD")).toMatch(/^10\.0.µg\.$/);
    expect(problems(readFoodForm(form({ name: "x" }), label, []).food)).toEqual([]);
  });

  test("fault 13: a US label begins with a serving, whose household measure is the first portion", () => {
    expect(emptyLabel("us")).toMatchObject({ convention: "us", per: "serving" });
    expect(withConvention(emptyLabel("metric"), "us")).toMatchObject({ convention: "us", per: "serving" });
    expect(withConvention(draft({ iron: "2" }), "us")).toMatchObject({ convention: "us", per: "100g" });
    const { food, rows } = readFoodForm(
      form({ name: "Granola" }),
      { ...emptyLabel("us"), grams: "55", household: " 2/3 cup " },
      [],
    );
    expect(food.portions).toEqual([{ label: "2/3 cup", grams: 55 }]);
    expect(rows).toEqual([null]);
  });

  test.each([draft({ iron: "2" }), draft({ iron: "x" }), draft({})])("what is plain is not", (label) => {
    expect(labelHint(label, "iron")).toBeUndefined();
  });

  test("what a product says is its own until it is changed", () => {
    const source = {
      name: "openfoodfacts",
      code: "4006381333931",
      retrievedAt: "2026-11-23T12:00:00.000Z",
    } as const;
    const found = { text: "112", as: "amount", from: "openfoodfacts" } as const;
    const kept = toFoodLabel(draft({ magnesium: found, iron: "3" }, { source }));
    expect(kept).toMatchObject({
      source,
      amounts: { magnesium: { value: 112, from: "openfoodfacts" }, iron: { value: 3 } },
    });
    expect(toFoodLabel(draft({ magnesium: "112" }, { source }))).toMatchObject({ source: null });
  });
});

describe("the name of a browser", () => {
  test.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
      "Firefox on Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
      "Edge on Linux",
    ],
    ["curl/8.5.0", "curl/8.5.0"],
    ["", "Unknown browser"],
    [null, "Unknown browser"],
  ])("%s", (agent, name) => {
    expect(browserName(agent)).toBe(name);
  });
});
