import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompiledFood } from "@/data/build/compile";
import { encode } from "@/data/build/encode";
import { NUTRIENT_TERMS } from "@/data/build/pins";
import {
  type ColumnNutrient,
  decodeCatalogue,
  FOOD_GROUP_IDS,
  type FoodTraits,
  PICKS,
  packTraits,
  provenanceOf,
  unpackTraits,
} from "@/lib/catalogue";
import { ASSUMED_PORTION } from "@/lib/catalogue/decode";
import { CONTENTS, type Content, OXALATE_CLASSES } from "@/lib/nutrition";

const entry = {
  id: "bean",
  name: "Bean",
  state: "cooked",
  low: 1,
  typical: 2,
  high: 4,
  confidence: "low",
  note: null,
} as const;
const phytate = { source: "a review", entries: [entry] };

const traits: fc.Arbitrary<FoodTraits> = fc.record({
  contains: fc.record(
    Object.fromEntries(CONTENTS.map((content) => [content, fc.constantFrom(true, false, null)])) as Record<
      Content,
      fc.Arbitrary<boolean | null>
    >,
  ),
  pick: fc.constantFrom(null, ...PICKS),
  oxalate: fc.constantFrom(null, ...OXALATE_CLASSES),
  highOxalate: fc.boolean(),
  plain: fc.boolean(),
});

/** What a source may write: nothing, or a decimal of up to three places without an exponent. */
const cell = fc.oneof(
  fc.constant(""),
  fc.constant("0"),
  fc.integer({ min: 0, max: 1_900_000 }).map((thousandths) => String(thousandths / 1000)),
);
const grams = fc.integer({ min: 1, max: 2_000_000 }).map((thousandths) => thousandths / 1000);
const text = fc.stringMatching(/^[A-Za-z0-9 ,"%()/&'.-]{1,30}$/);

const foodOf = fc.record({
  name: text,
  group: fc.constantFrom(...FOOD_GROUP_IDS),
  values: fc.record(
    Object.fromEntries(Object.keys(NUTRIENT_TERMS).map((nutrient) => [nutrient, cell])) as Record<
      ColumnNutrient,
      fc.Arbitrary<string>
    >,
  ),
  refuse: fc.constantFrom("", "0", "36", "100"),
  measures: fc.uniqueArray(fc.record({ label: text, grams }), {
    selector: ({ label }) => label,
    maxLength: 4,
  }),
  phytate: fc.constantFrom(null, "bean"),
  traits,
  suggested: fc.option(fc.record({ label: text, grams })),
});

const table: fc.Arbitrary<CompiledFood[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 12 }),
    fc.infiniteStream(foodOf),
  )
  .map(([numbers, foods]) =>
    numbers
      .sort((a, b) => a - b)
      .map((number) => ({
        ...(foods.next().value as Omit<CompiledFood, "ndb" | "title" | "nameFrom" | "waterG">),
        ndb: String(number).padStart(5, "0"),
        title: "",
        nameFrom: "sr28" as const,
        waterG: null,
      })),
  );

describe("a food table", () => {
  it("reads back as what was written, every number the very same", () => {
    fc.assert(
      fc.property(table, (foods) => {
        const catalogue = decodeCatalogue(encode(foods, phytate));
        expect(catalogue.size).toBe(foods.length);
        for (const food of foods) {
          const read = catalogue.food(`ndb:${food.ndb}`);
          expect(read).toBeDefined();
          if (read === undefined) continue;
          expect(read.name).toBe(food.name);
          expect(read.group).toBe(food.group);
          expect(read.traits).toEqual(food.traits);
          expect(read.suggestedPortion).toEqual(food.suggested);
          expect(read.refusePercent).toBe(food.refuse === "" ? null : Number(food.refuse));
          const measured = read.portions.filter(({ id }) => id !== ASSUMED_PORTION);
          expect(measured.map(({ label, grams }) => ({ label, grams }))).toEqual(food.measures);
          if (food.measures.length > 0) expect(measured).toHaveLength(read.portions.length);
          expect(read.defaultPortion).toEqual(read.portions[0] ?? null);
          expect(read.phytate?.entry ?? null).toBe(food.phytate);
          expect(read.per100g.phytate).toBe(food.phytate === null ? null : 2);
          for (const [nutrient, written] of Object.entries(food.values)) {
            const expected = written === "" ? null : Number(written);
            expect(read.per100g[nutrient as ColumnNutrient]).toBe(expected);
            expect(provenanceOf(catalogue, read.id, nutrient as ColumnNutrient)?.value).toBe(expected);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gets another version when anything in it changes", () => {
    fc.assert(
      fc.property(table, (foods) => {
        const [first, ...rest] = foods as [CompiledFood, ...CompiledFood[]];
        const version = (changed: readonly CompiledFood[]) =>
          decodeCatalogue(encode(changed, phytate)).version;
        expect(version(foods)).toBe(version([...foods]));
        expect(version([{ ...first, name: `${first.name}x` }, ...rest])).not.toBe(version(foods));
      }),
      { numRuns: 20 },
    );
  });

  it("will not be written with what it could not give back", () => {
    const food = fc.sample(table, { numRuns: 1, seed: 1 })[0]?.[0] as CompiledFood;
    const writing = (changed: Partial<CompiledFood>) => () => encode([{ ...food, ...changed }], phytate);
    expect(writing({ values: { ...food.values, iron: "1e-3" } })).toThrow(/decimal/);
    expect(writing({ values: { ...food.values, iron: "-1" } })).toThrow(/decimal/);
    expect(writing({ measures: [{ label: "1 cup", grams: 1 / 3 }] })).toThrow(/exactly/);
    expect(writing({ phytate: "unheard of" })).toThrow(/no phytate entry/);
    expect(writing({ name: "two\nlines" })).toThrow(/Cannot store/);
    expect(writing({ name: "" })).toThrow(/Cannot store/);
  });
});

describe("traits", () => {
  it("11.10 contents: all of them fit in the packing and come out again", () => {
    fc.assert(
      fc.property(traits, (some) => {
        expect(unpackTraits(packTraits(some))).toEqual(some);
      }),
    );
  });
});
