import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readProduct } from "@/lib/foods/product";
import { NUTRIENT_IDS } from "@/lib/nutrition";
import { CODES, PRODUCTS } from "@/tests/support/open-food-facts";

const at = new Date("2026-11-23T12:00:00Z");
const read = (code: string) => {
  const product = readProduct(PRODUCTS[code], code, at);
  if (!product) throw new Error(`no product ${code}`);
  return product;
};
const values = (code: string) =>
  Object.fromEntries(
    Object.entries(read(code).label.amounts).map(([id, amount]) => [
      id,
      amount?.lessThan ? `<${amount.value}` : amount?.value,
    ]),
  );
const remarked = (code: string) => read(code).remarks.map(({ nutrient }) => nutrient);

describe("a product of Open Food Facts", () => {
  it("is read in grams, whatever the unit beside says; what is not there stays unknown", () => {
    expect(values(CODES.granola)).toEqual({
      magnesium: 112,
      zinc: 2.4,
      iron: 2.9,
      selenium: 12,
      vitaminD: 2.5,
      fibre: 6.1,
      energy: 471,
      protein: 10.9,
      sodium: 40,
    });
    expect(read(CODES.granola)).toMatchObject({
      name: "Crunchy granola",
      brand: "Test Mill",
      label: { convention: "none", basis: { per: "100g", grams: 100 }, source: { code: CODES.granola } },
      portions: [{ label: "40 g", grams: 40 }],
      categories: ["breakfast cereals", "granolas"],
      licence: expect.stringContaining("Open Database License"),
    });
  });

  it("keeps a 0 that was entered, and leaves out what cannot be", () => {
    expect(values(CODES.pizza)).toEqual({ calcium: 180, potassium: 0, energy: 251, protein: 10.4 });
    expect(remarked(CODES.pizza)).toEqual(["magnesium"]);
    expect(read(CODES.pizza).portions).toEqual([{ label: "1 pizza (330 g)", grams: 330 }]);
  });

  it("by volume has no weight until somebody tells it; a “less than” is a bound", () => {
    expect(read(CODES.water).label.basis).toEqual({ per: "100ml", grams: null });
    expect(values(CODES.water)).toEqual({ magnesium: 1.1, iron: "<0.002" });
    expect(read(CODES.water).portions).toEqual([]);
  });

  it("is the product as sold: not the prepared one, and no estimate", () => {
    expect(values(CODES.powder)).toEqual({
      magnesium: 152,
      calcium: 580,
      iron: 7.992,
      selenium: 22,
      vitaminD: 5,
      sodium: 200,
      energy: 400,
    });
    expect(remarked(CODES.powder)).toEqual(["iron", "potassium", "copper"]);
  });

  it("of which only a serving is told asks for its weight", () => {
    expect(read(CODES.serving).label.basis).toEqual({ per: "serving", grams: null });
    expect(values(CODES.serving)).toEqual({ iron: 2 });
    expect(read(CODES.serving).portions).toEqual([]);
  });

  it("11.20 says that folic acid counts for more than is stated", () => {
    const granola = PRODUCTS[CODES.granola] as { product: { nutriments: object } };
    const fortified = (grams: number) => {
      const nutriments = { ...granola.product.nutriments, "vitamin-b9_100g": grams };
      return readProduct({ ...granola, product: { ...granola.product, nutriments } }, CODES.granola, at);
    };
    expect(fortified(0.0002)?.label.amounts.folate?.value).toBe(200);
    expect(fortified(0.0002)?.remarks.map(({ nutrient, text }) => [nutrient, text])).toEqual([
      ["folate", expect.stringContaining("may be too low")],
    ]);
    expect(fortified(0)?.remarks).toEqual([]);
  });

  it.each([
    [
      "vitamin-d_100g",
      40,
      "vitaminD",
      "40,000,000 µg in 100 g, more than any food holds, so it is left out.",
    ],
    [
      "iron_100g",
      8,
      "iron",
      "8,000 mg in 100 g, more than any food holds, so it is left out. It may have been meant in µg.",
    ],
    ["energy-kcal_100g", 1971, "energy", "It may have been meant in kJ."],
  ])("fault 14: leaves out %s of %d", (key, value, nutrient, words) => {
    const granola = PRODUCTS[CODES.granola] as { product: { nutriments: object } };
    const nutriments = { ...granola.product.nutriments, [key]: value };
    const odd = readProduct({ ...granola, product: { ...granola.product, nutriments } }, CODES.granola, at);
    expect(odd?.label.amounts[nutrient as "iron"]).toBeUndefined();
    expect(odd?.label.amounts.magnesium?.value).toBe(112);
    expect(odd?.remarks).toEqual([{ nutrient, text: expect.stringContaining(words) }]);
  });

  it("fault 14: does not hold a serving of unknown weight for one of 100 g", () => {
    const nutriments = { "energy-kcal_serving": 1240, iron_serving: 8 };
    const meal = readProduct({ status: 1, product: { code: CODES.granola, nutriments } }, CODES.granola, at);
    expect(meal?.label.amounts.energy?.value).toBe(1240);
    expect(meal?.label.amounts.iron).toBeUndefined();
  });

  it("says nothing where the package says nothing", () => {
    const answer = {
      status: 1,
      product: { code: CODES.granola, no_nutrition_data: "on", nutriments: { iron_100g: 0 } },
    };
    const product = readProduct(answer, CODES.granola, at);
    expect(product?.label.amounts).toEqual({});
    expect(product?.name).toBe("");
  });

  it.each([
    { status: 0, code: CODES.granola },
    { status: "failure", result: { id: "product_not_found" }, errors: [{}] },
    { status: 0, product: { nutriments: { iron_100g: 1 } } },
  ])("is not there: %j", (answer) => {
    expect(readProduct(answer, CODES.granola, at)).toBeNull();
  });

  it.each([null, "x", 5, [], {}, { status: 1 }, { product: null }, PRODUCTS[CODES.granola]])(
    "is not read out of %j",
    (answer) => {
      expect(() => readProduct(answer, CODES.pizza, at)).toThrow();
    },
  );

  it("never makes a number out of what is none, whatever is sent", () => {
    const junk = fc.oneof(
      fc.constantFrom(
        null,
        "",
        " ",
        "n/a",
        "<0.1",
        "NaN",
        "1,5",
        "-1",
        Number.NaN,
        -3,
        true,
        [],
        {},
        "0x10",
        1e305,
      ),
      fc.anything(),
    );
    const key = fc.constantFrom("magnesium", "zinc", "iron", "selenium", "energy-kcal", "salt", "vitamin-d");
    fc.assert(
      fc.property(fc.dictionary(key, junk), junk, junk, (fields, quantity, unit) => {
        const nutriments = Object.fromEntries(Object.entries(fields).map(([k, v]) => [`${k}_100g`, v]));
        const product = { code: CODES.granola, nutriments, serving_quantity: quantity, quantity: unit };
        const got = readProduct({ status: 1, product }, CODES.granola, at);
        for (const id of NUTRIENT_IDS) {
          const amount = got?.label.amounts[id];
          if (amount === undefined) continue;
          expect(Number.isFinite(amount.value) && amount.value >= 0).toBe(true);
        }
        for (const [k, v] of Object.entries(fields)) {
          const plain =
            (typeof v === "number" && v < 1e15) ||
            (typeof v === "string" && /^\s*[+]?[\d.]+(e[+-]?\d+)?\s*$/i.test(v));
          const id = { "vitamin-d": "vitaminD", "energy-kcal": "energy", salt: "sodium" }[k] ?? k;
          if (!plain) expect(got?.label.amounts[id as "iron"]).toBeUndefined();
        }
      }),
    );
  });
});
