import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { EntryView } from "@/lib/diary/schemas";
import type { FoodView } from "@/lib/foods/schemas";
import { MEASURED_RETENTIONS, MINERALS } from "@/lib/nutrition";
import { type Api, makeApi } from "@/tests/support/api";

/** Preparation of an entry, through the API: what is offered, what is stored, what is refused. */

const CHICKPEAS_RAW = "ndb:16056";
const SPINACH_RAW = "ndb:11457";
const BANANA = "ndb:09040";

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

const foodOf = async (id: string) => (await api.call("GET", `/foods/${id}`)).body as FoodView;
const put = (id: string, food: string, preparation?: string | null) =>
  api.call("PUT", `/diary/${id}`, {
    date: "2026-05-04",
    meal: "lunch",
    food,
    amount: { grams: 100 },
    ...(preparation === undefined ? {} : { preparation }),
  });

describe("what a food offers", () => {
  it("names soaking, sprouting and more for dry pulses, with what is left of the phytate", async () => {
    const { preparations } = await foodOf(CHICKPEAS_RAW);
    expect(preparations.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["soaked", "soaked-boiled", "sprouted-3-days"]),
    );
    expect(preparations.find(({ id }) => id === "soaked")).toMatchObject({
      label: "Soaked",
      phytate: { low: 0.65, typical: 0.82, high: 0.97 },
    });
    expect(preparations.map(({ id }) => id)).not.toContain("sourdough");
  });

  it("offers nothing for a banana or for one's own food", async () => {
    expect((await foodOf(BANANA)).preparations).toEqual([]);
    const own = (await api.call("POST", "/foods", { name: "Chickpeas, raw", per100g: { iron: 4 } }))
      .body as FoodView;
    expect(own.preparations).toEqual([]);
  });
});

describe("an entry with a preparation", () => {
  it("keeps a share of the phytate, and the minerals of what does not leach", async () => {
    const { per100g } = await foodOf(CHICKPEAS_RAW);
    expect(per100g.phytate).toBeGreaterThan(0);
    const { status, body } = await put(randomUUID(), CHICKPEAS_RAW, "sprouted-3-days");
    expect(status).toBe(201);
    const entry = body as EntryView;
    expect(entry.preparation).toBe("sprouted-3-days");
    expect(entry.nutrients.phytate).toBeCloseTo((per100g.phytate as number) * 0.45, 9);
    for (const mineral of MINERALS) {
      if (per100g[mineral] === null) expect(entry.nutrients[mineral]).toBeNull();
      else expect(entry.nutrients[mineral]).toBeCloseTo(per100g[mineral], 9);
    }
  });

  it("loses what measured pairs say that it loses in the water", async () => {
    const { per100g, preparations } = await foodOf(SPINACH_RAW);
    const measured = MEASURED_RETENTIONS.filter(
      ({ kind, preparation }) => kind === "vegetable" && preparation === "boiled-drained",
    );
    expect(measured.length).toBeGreaterThan(0);
    expect(preparations.map(({ id }) => id)).toContain("boiled-drained");
    const { nutrients } = (await put(randomUUID(), SPINACH_RAW, "boiled-drained")).body as EntryView;
    for (const { nutrient, typical } of measured) {
      const before = per100g[nutrient];
      if (before !== null) expect(nutrients[nutrient]).toBeCloseTo(before * typical, 9);
    }
    expect(nutrients.potassium).toBeLessThan(per100g.potassium as number);
  });

  it("is computed anew when the preparation changes, and kept when nothing does", async () => {
    const id = randomUUID();
    const plain = (await put(id, CHICKPEAS_RAW)).body as EntryView;
    expect(plain.preparation).toBeNull();
    const soaked = (await put(id, CHICKPEAS_RAW, "soaked")).body as EntryView;
    expect(soaked.nutrients.phytate).toBeCloseTo((plain.nutrients.phytate as number) * 0.82, 9);
    const again = await put(id, CHICKPEAS_RAW, "soaked");
    expect(again.status).toBe(200);
    expect((again.body as EntryView).updatedAt).toBe(soaked.updatedAt);
    const back = (await put(id, CHICKPEAS_RAW, null)).body as EntryView;
    expect(back.nutrients.phytate).toBeCloseTo(plain.nutrients.phytate as number, 9);
  });

  it.each([
    [BANANA, "soaked"],
    [CHICKPEAS_RAW, "sourdough"],
    [CHICKPEAS_RAW, "boiled twice"],
  ])("%s, %s is 422 on preparation", async (food, preparation) => {
    const { status, body } = await put(randomUUID(), food, preparation);
    expect(status).toBe(422);
    expect((body as { error: { fields: object } }).error.fields).toHaveProperty("preparation");
  });
});
