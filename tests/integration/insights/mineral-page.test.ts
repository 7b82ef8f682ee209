import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/lib/catalogue/load";
import { adequacy, mineralPage, trends } from "@/lib/insights";
import type { Period } from "@/lib/insights/schemas";
import {
  absorbedZinc,
  addDays,
  eachDay,
  forGrams,
  MINERALS,
  type Mineral,
  type NutrientId,
  weekday,
  weekStart,
  zincNeed,
} from "@/lib/nutrition";
import { today } from "@/lib/time";
import { type Api, makeApi } from "@/tests/support/api";
import { type Amounts, eaten, store } from "@/tests/support/eating";

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
  readonly time?: string;
  readonly prescribed?: readonly NutrientId[];
  readonly amounts: Amounts;
};

const eat = (...entries: readonly Eaten[]) =>
  store(
    api.userId,
    entries.map(({ date, food = "own:x", name = "x", amounts, ...how }) =>
      eaten(date, amounts, { foodId: food, foodName: name, ...how }),
    ),
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

describe("by meal", () => {
  it("adds up to the mean, supplements apart, and names what no food tells as a share of the energy", async () => {
    for (const back of [1, 2]) {
      await eat(
        { date: day(back), meal: "breakfast", amounts: { energy: 600, magnesium: 100 } },
        { date: day(back), meal: "dinner", amounts: { energy: 300, magnesium: 60 } },
        { date: day(back), meal: "dinner", food: "own:y", amounts: { energy: 100 } },
        { date: day(back), kind: "supplement", food: "sup:1", meal: "snack", amounts: { magnesium: 30 } },
      );
    }
    await eat({ date: day(2), meal: "lunch", food: "own:z", amounts: { energy: 500 } });
    // A day whose food says nothing is in no mean, and its tablet with it.
    await eat(
      { date: day(3), meal: "lunch", amounts: { energy: 1500 } },
      { date: day(3), kind: "supplement", food: "sup:1", meal: "snack", amounts: { magnesium: 300 } },
    );
    // Too little for a day.
    await eat({ date: day(4), meal: "breakfast", amounts: { energy: 90, magnesium: 900 } });
    const { meals, adequacy: item, sources } = await page("magnesium");
    expect(item.mean).toBeCloseTo(190, 9);
    expect(meals.days).toBe(2);
    const [breakfast, lunch, dinner, snack] = meals.meals;
    expect(breakfast).toEqual({
      meal: "breakfast",
      days: 2,
      amount: 100,
      unknownShare: 0,
      possibleExtra: null,
    });
    // 320 mg in 1800 kcal of food that tells; 500 kcal do not, over two days.
    expect(lunch).toMatchObject({ meal: "lunch", days: 1, amount: null, unknownShare: 1 });
    expect(lunch?.possibleExtra).toBeCloseTo(((320 / 1800) * 500) / 2, 9);
    expect(dinner).toMatchObject({ meal: "dinner", days: 2, amount: 60, unknownShare: 0.25 });
    expect(dinner?.possibleExtra).toBeCloseTo((320 / 1800) * 100, 9);
    expect(snack).toEqual({ meal: "snack", days: 0, amount: null, unknownShare: null, possibleExtra: null });
    expect(meals.supplements).toEqual({ amount: 30, days: 2 });
    expect(sources.supplements).toBeCloseTo(30, 9);
  });

  it("counts nobody else's meals and none that was deleted", async () => {
    await eat({ date: day(1), meal: "lunch", amounts: { energy: 1500, zinc: 8 } });
    const id = randomUUID();
    await api.call("PUT", `/diary/${id}`, {
      date: day(1),
      meal: "dinner",
      food: "ndb:16070",
      amount: { grams: 200 },
    });
    expect((await page("zinc")).meals.meals[2]?.amount).toBeGreaterThan(1);
    await api.call("DELETE", `/diary/${id}`);
    const mine = (await page("zinc")).meals;
    expect(mine.meals.map(({ amount }) => amount)).toEqual([null, 8, null, null]);
    api = await makeApi({ birthDate: "1984-01-15" });
    expect((await page("zinc")).meals).toMatchObject({ days: 0, supplements: null });
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
        amounts: { energy: 700, calcium: 300 },
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

describe("a year", () => {
  it("is drawn by weeks that leave out what does not count, with gaps and lower bounds", async () => {
    const monday = weekStart(day(20));
    await eat(
      { date: monday, amounts: { energy: 1800, calcium: 600 } },
      { date: monday, kind: "supplement", food: "sup:1", amounts: { calcium: 200 } },
      { date: addDays(monday, 1), amounts: { energy: 1800, calcium: 400 } },
      // Too little energy to stand for a day.
      { date: addDays(monday, 2), amounts: { energy: 90, calcium: 9000 } },
      // Nothing known, which is not nothing.
      { date: addDays(monday, 3), amounts: { energy: 1800 } },
      { date: addDays(monday, 7), amounts: { energy: 1800 } },
      { date: addDays(monday, -7), amounts: { energy: 900, calcium: 500 } },
      { date: addDays(monday, -7), food: "own:y", amounts: { energy: 900 } },
    );
    const { series, weeks } = await page("calcium", 365);
    expect(series).toBeNull();
    if (!weeks) throw new Error("no weeks");
    expect(weeks.starts).toHaveLength(weeks.means.length);
    expect(new Set(weeks.starts.map(weekday))).toEqual(new Set([1]));
    const at = (start: string) => {
      const i = weeks.starts.indexOf(start);
      return [weeks.days[i], weeks.means[i], weeks.supplements[i], weeks.known[i]];
    };
    // (600 + 200 + 400) / 2, of it 200 / 2 from the tablet.
    expect(at(monday)).toEqual([2, 600, 100, "a"]);
    expect(at(addDays(monday, 7))).toEqual([0, null, null, "n"]);
    expect(at(addDays(monday, -7))).toEqual([1, 500, null, "a"]);
    expect(at(addDays(monday, -14))).toEqual([0, null, null, "n"]);
    expect(weeks.means.filter((mean) => mean !== null)).toHaveLength(2);
  });

  it("shows the same week as the trends do", async () => {
    for (const back of [1, 2, 3, 9, 10])
      await eat({ date: day(back), amounts: { energy: 1800, iron: back } });
    const { weeks } = await page("iron", 365);
    const view = await trends(api.viewer, api.userId, { from: day(364), to: NOW });
    expect(weeks?.starts).toEqual(view.weeks.starts);
    expect(weeks).toMatchObject(view.weeks.minerals.iron);
  });
});

describe("pairing beside the diary", () => {
  const lentils = (back: number, meal: Eaten["meal"] = "lunch"): Eaten => ({
    date: day(back),
    meal: meal ?? "lunch",
    food: "ndb:16070",
    name: "Lentils, mature seeds, cooked, boiled, without salt",
    amounts: { energy: 1200, iron: 6, vitaminC: 3, calcium: 38, phytate: 800 },
  });
  const zero = { iron: 0, vitaminC: 0, calcium: 0, phytate: 0 };
  const orange = (back: number): Eaten => ({
    date: day(back),
    food: "ndb:09200",
    name: "Oranges, raw, all commercial varieties",
    amounts: { ...zero, energy: 60, vitaminC: 70 },
  });
  const coffee = (back: number): Eaten => ({
    date: day(back),
    food: "ndb:14209",
    name: "Coffee",
    amounts: { ...zero, energy: 2 },
  });
  const milk = (back: number): Eaten => ({
    date: day(back),
    food: "ndb:01077",
    name: "Milk",
    amounts: { ...zero, energy: 300, calcium: 400, iron: 0.1 },
  });

  it("counts meals with iron from plants and what came with it", async () => {
    await eat(lentils(1), orange(1), lentils(2), coffee(2), lentils(3), milk(3));
    // Meat's iron is not that of plants.
    await eat({
      date: day(1),
      meal: "dinner",
      food: "ndb:13364",
      name: "Beef",
      amounts: { ...zero, energy: 200, iron: 2.5 },
    });
    const { pairing } = await page("iron");
    expect(pairing).toMatchObject({
      days: 30,
      any: true,
      vitaminD: null,
      iron: {
        meals: 3,
        open: 0,
        vitaminC: { meals: 1, open: 0 },
        teaOrCoffee: 1,
        muchCalcium: { meals: 1, open: 0 },
      },
      calciumIron: { both: 0 },
    });
    expect(pairing?.iron?.vitaminCFrom).toEqual([{ name: expect.stringMatching(/^Orange/), meals: 1 }]);
    // The orange is what this person eats anyway.
    expect(pairing?.step).toMatchObject({ food: "ndb:09200", grams: 131 });
    expect(pairing?.step?.beside).toMatch(/^Lentils/);
    expect(JSON.stringify(pairing)).not.toMatch(/percent|absorb/i);
    // Calcium's page counts the same meals and offers nothing to eat.
    const calcium = (await page("calcium")).pairing;
    expect(calcium?.iron).toEqual(pairing?.iron);
    expect(calcium?.step).toBeNull();
  });

  it("offers nothing to eat with iron where a condition asks for that, and only what a cap lets through", async () => {
    const asked = async (...conditions: string[]) => {
      api = await makeApi({ birthDate: "1984-01-15", conditions: JSON.stringify(conditions) });
      await eat(lentils(1), lentils(2), lentils(3));
      return (await page("iron")).pairing;
    };
    expect((await asked())?.step?.food).toBe("ndb:09148");
    expect((await asked("iron-overload"))?.step).toBeNull();
    // 200 mg of potassium at most: a kiwi and an orange hold more, a small red pepper does not.
    expect((await asked("chronic-kidney-disease"))?.step?.food).toBe("ndb:11821");
    expect((await asked("wilsons-disease"))?.ironZinc).toBeNull();
  });

  it("says how much vitamin D is known, and whether that is enough to compare", async () => {
    await eat(
      { date: day(1), amounts: { energy: 1000, calcium: 500, vitaminD: 4 } },
      { date: day(2), amounts: { energy: 1000, calcium: 500, vitaminD: 2 } },
      { date: day(2), food: "own:y", amounts: { energy: 1000, calcium: 100 } },
      { date: day(2), kind: "supplement", food: "sup:1", amounts: { vitaminD: 10 } },
    );
    const { pairing } = await page("calcium");
    // (4 + 2 + 10) / 2; foods with a value give all of one day's energy and half of the other's.
    expect(pairing?.vitaminD).toEqual({
      days: 2,
      mean: 8,
      coverageOfMean: 0.75,
      coverage: 0.75,
      enough: false,
      target: 15,
    });
    api = await makeApi({
      birthDate: "1984-01-15",
      conditions: JSON.stringify(["chronic-kidney-disease"]),
    });
    await eat({ date: day(1), amounts: { energy: 1000, calcium: 500, vitaminD: 4 } });
    expect((await page("calcium")).pairing?.vitaminD).toBeNull();
  });

  it("counts days on which supplements met, by their times", async () => {
    const tablet = (back: number, time: string | undefined, amounts: Eaten["amounts"]): Eaten => ({
      date: day(back),
      kind: "supplement",
      food: "sup:1",
      name: "Tablet",
      ...(time !== undefined && { time }),
      amounts,
    });
    await eat(
      tablet(1, "08:00", { iron: 30 }),
      tablet(1, "09:30", { calcium: 500, zinc: 25 }),
      tablet(2, "08:00", { iron: 30 }),
      tablet(2, "20:00", { calcium: 500, zinc: 50 }),
      tablet(3, undefined, { iron: 14 }),
      tablet(3, undefined, { calcium: 500, zinc: 50 }),
      // Beyond the month that is looked at.
      tablet(40, "08:00", { iron: 30, calcium: 500, zinc: 50 }),
      { ...tablet(4, "08:00", { zinc: 60 }), prescribed: ["zinc"] },
    );
    const iron = (await page("iron", 90)).pairing;
    expect(iron?.calciumIron).toEqual({ first: 3, second: 3, both: 3, together: 1, apart: 1, unsaid: 1 });
    expect(iron?.ironZinc).toEqual({ first: 2, second: 4, both: 2, together: 1, apart: 1, unsaid: 0 });
    const zinc = (await page("zinc", 90)).pairing;
    expect(zinc?.ironZinc).toEqual(iron?.ironZinc);
    // What a doctor prescribed is a doctor's matter.
    expect(zinc?.highZincDays).toBe(2);
  });

  it("has nothing to say to a newcomer, and nothing to count for what is not paired", async () => {
    expect((await page("iron")).pairing).toMatchObject({
      any: false,
      step: null,
      iron: { meals: 0, open: 0 },
    });
    expect((await page("magnesium")).pairing).toBeNull();
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

describe("a year of a varied diary", () => {
  it("fits in 30 kB", async () => {
    const table = loadCatalogue();
    let n = 0;
    const entries = eachDay(day(364), day(1)).flatMap((date) =>
      Array.from({ length: 6 }, (_, i) => {
        // 300 different foods: what a varied year holds. How often each was eaten adds no byte.
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
