import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/lib/catalogue/load";
import { insertEntries } from "@/lib/diary/store";
import { adequacy, mineralPage } from "@/lib/insights";
import type { Period } from "@/lib/insights/schemas";
import {
  absorbedZinc,
  addDays,
  composition,
  eachDay,
  forGrams,
  MINERALS,
  type Mineral,
  type NutrientId,
  zincNeed,
} from "@/lib/nutrition";
import { today } from "@/lib/profile";
import { type Api, makeApi } from "@/tests/support/api";

/** What a mineral's page shows, from the database up, with figures worked out by hand. */

let api: Api;
beforeEach(async () => {
  api = await makeApi({ birthDate: "1984-01-15" });
});

const NOW = today("UTC");
const day = (back: number) => addDays(NOW, -back);

type Eaten = {
  readonly date: string;
  readonly food?: string;
  readonly name?: string;
  readonly meal?: "breakfast" | "lunch" | "dinner" | "snack";
  readonly grams?: number;
  readonly kind?: "food" | "supplement";
  readonly amounts: { readonly [N in NutrientId]?: number | null };
};

const eat = (...entries: readonly Eaten[]) =>
  insertEntries(
    api.userId,
    entries.map(
      ({ date, food = "own:x", name = "x", meal = "lunch", grams = 100, kind = "food", amounts }) => ({
        id: randomUUID(),
        date,
        time: null,
        meal,
        kind,
        foodId: food,
        foodName: name,
        grams,
        portionId: null,
        portionLabel: null,
        portionCount: null,
        preparation: null,
        note: null,
        amounts: composition(amounts),
      }),
    ),
    new Date(),
  );
/** The frame of a mineral's page and all its parts, each as its card gets it. */
const page = async (mineral: Mineral, period: Period = 30) => {
  const { days, foods, meals, pairing, ...frame } = await mineralPage(
    api.viewer,
    api.userId,
    mineral,
    period,
  );
  return { ...frame, ...(await days), ...(await foods), meals: await meals, pairing: await pairing };
};

describe("where it comes from", () => {
  it("adds up to the mean, over the days that count only", async () => {
    for (const back of [1, 2, 3]) {
      await eat(
        { date: day(back), food: "own:a", name: "Porridge", amounts: { energy: 1500, magnesium: 200 } },
        { date: day(back), food: "own:c", name: "Bakery bread", amounts: { energy: 100 } },
        { date: day(back), kind: "supplement", food: "sup:1", name: "Tablet", amounts: { magnesium: 30 } },
      );
    }
    await eat({ date: day(1), food: "own:b", name: "Almonds", amounts: { energy: 400, magnesium: 90 } });
    // Too little energy for a day: left out, and its food with it.
    await eat({ date: day(4), food: "own:d", name: "Cocoa", amounts: { energy: 90, magnesium: 500 } });
    const { sources, adequacy: item, days } = await page("magnesium");
    expect(item.days).toBe(3);
    expect(item.mean).toBeCloseTo(260, 9);
    expect(sources.foods.map(({ name, days: eaten }) => [name, eaten])).toEqual([
      ["Porridge", 3],
      ["Almonds", 1],
    ]);
    expect(sources.foods[0]?.amount).toBeCloseTo(200, 9);
    expect(sources.foods[1]?.amount).toBeCloseTo(30, 9);
    expect(sources.supplements).toBeCloseTo(30, 9);
    expect(sources.unknown).toMatchObject({ count: 1, names: ["Bakery bread"] });
    expect(days.leftOut).toEqual([{ reason: "implausible-energy", count: 1, dates: [day(4)] }]);
  });

  it("keeps the page and the API at one", async () => {
    for (const back of [1, 2, 3])
      await eat({ date: day(back), amounts: { energy: 1800, zinc: 9, iron: 14 } });
    const view = await adequacy(api.viewer, api.userId);
    for (const mineral of MINERALS) {
      expect((await page(mineral)).adequacy).toEqual(view.items.find((item) => item.mineral === mineral));
    }
  });
});

describe("the days", () => {
  it("leaves a gap where nothing is logged, and no zero where nothing is known", async () => {
    await eat(
      { date: day(2), amounts: { energy: 1800, magnesium: 300 } },
      { date: day(1), amounts: { energy: 1800 } },
    );
    const { series } = await page("magnesium", 7);
    expect(series?.states).toBe("nnnnppn");
    expect(series?.amounts).toEqual([null, null, null, null, 300, null, null]);
    expect(series?.known).toEqual([0, 0, 0, 0, 1, 0, 0]);
    expect(series?.entries).toEqual([0, 0, 0, 0, 1, 1, 0]);
  });
});

describe("absorption", () => {
  it("estimates the zinc absorbed from the average day, over the band of its phytate", async () => {
    for (const back of [1, 2, 3]) {
      await eat({ date: day(back), amounts: { energy: 2000, zinc: 10, phytate: 600 } });
    }
    const { absorption } = await page("zinc");
    // An own food's phytate may be off by a factor of two either way.
    expect(absorption.phytate?.band).toEqual({ low: 300, typical: 600, high: 1200 });
    const { zinc } = absorption;
    if (!zinc?.ok) throw new Error("no zinc estimate");
    expect(zinc.absorbedMg.typical).toBeCloseTo(3.378, 3);
    expect(zinc.absorbedMg.atHighPhytate).toBeCloseTo(absorbedZinc(10, 1200), 9);
    expect(zinc.needMg).toBeCloseTo(zincNeed("female", null), 9);
    // (600/660.04) ÷ (10/65.38) = 5.94: moderate, between 2.97 (high) and 11.9.
    expect(zinc.ratio).toMatchObject({ ok: true, availability: "moderate", availabilityAtLow: "high" });
  });

  it("says nothing of zinc where phytate is known of too little", async () => {
    for (const back of [1, 2, 3]) {
      await eat(
        { date: day(back), amounts: { energy: 1000, zinc: 8, phytate: 300 } },
        { date: day(back), food: "own:y", amounts: { energy: 900, zinc: 2 } },
      );
    }
    const { absorption } = await page("zinc");
    expect(absorption.phytate).toMatchObject({ enough: false });
    expect(absorption.zinc).toMatchObject({ ok: false, reason: "low-coverage" });
  });

  it("counts meals with enhancers and inhibitors, never a share", async () => {
    const lentils = { food: "ndb:16070", name: "Lentils", grams: 200 };
    const coffee = { food: "ndb:14209", name: "Coffee", grams: 237 };
    const zero = { energy: 2, iron: 0, vitaminC: 0, calcium: 0, phytate: 0 };
    await eat(
      // Lentils with coffee: phytate and coffee against, nothing for.
      {
        ...lentils,
        date: day(1),
        meal: "lunch",
        amounts: { energy: 900, iron: 6, vitaminC: 3, calcium: 38, phytate: 800 },
      },
      { ...coffee, date: day(1), meal: "lunch", amounts: zero },
      // Beef with an orange: flesh and vitamin C for, nothing against.
      {
        food: "ndb:13364",
        name: "Beef",
        date: day(1),
        meal: "dinner",
        grams: 100,
        amounts: { energy: 200, iron: 2.5, vitaminC: 0, calcium: 10, phytate: 0 },
      },
      {
        food: "ndb:09200",
        name: "Orange",
        date: day(1),
        meal: "dinner",
        amounts: { energy: 60, iron: 0.1, vitaminC: 70, calcium: 50, phytate: 0 },
      },
    );
    expect(loadCatalogue().food("ndb:13364")?.group).toBe("beef");
    const { iron } = (await page("iron")).absorption;
    expect(iron).toMatchObject({
      meals: 2,
      open: 0,
      directions: { more: 1, typical: 0, less: 1 },
      enhancers: { "vitamin-c": 1, "meat-fish-poultry": 1 },
      inhibitors: { phytate: 1, "tea-or-coffee": 1, calcium: 0 },
    });
    // 40 % of the beef's 2.5 mg, of 8.6 mg
    expect(iron?.hemeShare).toBeCloseTo(1 / 8.6, 9);
    expect(JSON.stringify(iron)).not.toMatch(/percent/i);
  });

  it("weighs calcium against milk, names what oxalate binds, and the usual sitting", async () => {
    await eat(
      {
        date: day(1),
        food: "ndb:01077",
        name: "Milk",
        meal: "breakfast",
        amounts: { energy: 600, calcium: 300 },
      },
      {
        date: day(1),
        food: "ndb:11458",
        name: "Spinach",
        meal: "dinner",
        amounts: { energy: 200, calcium: 100 },
      },
    );
    const { calcium } = (await page("calcium")).absorption;
    expect(calcium?.total).toBeCloseTo(400, 9);
    expect(calcium?.milkEquivalent).toBeCloseTo(300 + 16, 9);
    expect(calcium?.highOxalate).toBeCloseTo(100, 9);
    expect(calcium?.highOxalateFoods).toHaveLength(1);
    expect(calcium?.highOxalateFoods[0]).toMatch(/^Spinach/);
    // (300² + 100²)/400
    expect(calcium?.sitting).toBeCloseTo(250, 9);
  });
});

describe("a condition", () => {
  it("takes the references, the verdict and the gap away, and says why", async () => {
    api = await makeApi({
      birthDate: "1984-01-15",
      conditions: JSON.stringify(["chronic-kidney-disease"]),
    });
    for (const back of [1, 2]) await eat({ date: day(back), amounts: { energy: 1800, potassium: 2000 } });
    const potassium = await page("potassium");
    expect(potassium.references).toEqual([]);
    expect(potassium.target.target).toBeNull();
    expect(potassium.noTips).toBe(true);
    expect(potassium.adequacy.reason).toBe("switched-off");
    expect(potassium.cautions).toHaveLength(1);
    expect((await page("zinc")).cautions).toEqual([]);
  });
});

describe("a year", () => {
  it("fits in 30 kB", async () => {
    const table = loadCatalogue();
    let n = 0;
    const entries = eachDay(day(364), day(1)).flatMap((date) =>
      Array.from({ length: 15 }, (_, i) => {
        // 300 different foods: what a varied year holds.
        const food = table.at((n++ % 300) * 28);
        return {
          date,
          food: food.id,
          name: food.name,
          meal: (["breakfast", "lunch", "dinner"] as const)[i % 3] as "lunch",
          amounts: forGrams(food.per100g, 100),
        };
      }),
    );
    for (let at = 0; at < entries.length; at += 1000) await eat(...entries.slice(at, at + 1000));
    for (const mineral of MINERALS) {
      const bytes = Buffer.byteLength(JSON.stringify(await page(mineral, 365)));
      expect(bytes).toBeLessThan(30_000);
    }
  });
});
