import { describe, expect, it } from "vitest";
import { loadCatalogue } from "@/lib/catalogue/load";
import {
  alertsPage,
  bestSources,
  mineralPage,
  readAlerts,
  readReviewDays,
  suggestions,
  todayPage,
} from "@/lib/insights";
import { sourcesQuery } from "@/lib/insights/schemas";
import { addDays, eachDay, MINERALS } from "@/lib/nutrition";
import type { AvoidedFood } from "@/lib/nutrition/safety/table";
import { avoidedKind } from "@/lib/nutrition/suggestions/food-kinds";
import { today } from "@/lib/time";
import { type Api, makeApi } from "@/tests/support/api";
import { eat } from "@/tests/support/eating";

/* Whatever names a food to eat respects what a person leaves out: the day, its gaps, the review, alerts, sources. */

const now = () => today("UTC");

const person = async (profile: Parameters<typeof makeApi>[0]): Promise<Api> => {
  const api = await makeApi({ birthDate: "1985-06-15", sex: "female", ...profile });
  for (const date of eachDay(addDays(now(), -20), addDays(now(), -1))) {
    await eat(api.userId, date, {
      energy: 2000,
      magnesium: 120,
      zinc: 3,
      calcium: 250,
      iron: 4,
      selenium: 15,
      potassium: 900,
      phytate: 900,
      vitaminC: 20,
    });
  }
  return api;
};

/** Every food that is named to a person anywhere, with where. */
const namedTo = async ({ viewer, userId }: Api): Promise<readonly { where: string; food: string }[]> => {
  const [day, set, alerts, review, iron] = await Promise.all([
    todayPage(viewer, userId),
    suggestions(viewer, userId),
    alertsPage(viewer, userId, await readAlerts(viewer, userId)),
    readReviewDays(viewer, userId, { from: addDays(now(), -7), to: addDays(now(), -1) }),
    mineralPage(viewer, userId, "iron", 30),
  ]);
  const sources = await Promise.all(
    MINERALS.map((mineral) => bestSources(viewer, userId, mineral, sourcesQuery.parse({ limit: 100 }))),
  );
  const step = (await iron.pairing)?.step ?? null;
  const from = (where: string, foods: readonly { readonly food: string }[]) =>
    foods.map(({ food }) => ({ where, food }));
  return [
    ...from("day", day.suggestions.items),
    ...from("set", set.items),
    ...day.gaps.flatMap((gap) => from(`gap ${gap.mineral}`, gap.suggestions)),
    ...Object.entries(alerts.foods).flatMap(([id, { items }]) => from(`alert ${id}`, items)),
    ...MINERALS.flatMap((mineral) => from(`review ${mineral}`, review.foodsFor(mineral))),
    ...sources.flatMap(({ mineral, items }) => from(`sources of ${mineral}`, items)),
    ...(step === null ? [] : from("pairing", [step])),
  ];
};

describe("11.10 single excluded foods", () => {
  it("are named nowhere, in none of their forms", async () => {
    const before = await namedTo(await person({}));
    const kinds = new Set(before.map(({ where }) => where.split(" ")[0]));
    expect([...kinds].sort()).toEqual(["alert", "day", "gap", "pairing", "review", "set", "sources"]);
    const excluded = [...new Set(before.map(({ food }) => food))];
    const api = await person({ excludedFoods: JSON.stringify(excluded) });
    const after = await namedTo(api);
    expect(after.filter(({ food }) => excluded.includes(food))).toEqual([]);
  });

  it("raw spinach leaves out boiled spinach as well", async () => {
    // NDB 11457 raw, 11458 boiled.
    const named = await namedTo(await person({ excludedFoods: JSON.stringify(["ndb:11457"]) }));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ food }) => ["ndb:11457", "ndb:11458"].includes(food))).toEqual([]);
  });
});

describe("foods that a condition or a life stage keeps out are named nowhere", () => {
  const birthDate = (years: number) => addDays(now(), -Math.round(years * 365.25));
  it.each<[string, Parameters<typeof makeApi>[0], AvoidedFood[]]>([
    ["11.5 with kidney stones", { conditions: JSON.stringify(["kidney-stones"]) }, ["high-oxalate"]],
    [
      "11.6 at 18 months",
      { birthDate: birthDate(1.5) },
      ["choking-hazard", "reduced-fat-dairy", "liver", "soft-cheese"],
    ],
    [
      "11.7 in pregnancy",
      { birthDate: birthDate(30), lifeStage: "pregnant" },
      ["liver", "pate", "soft-cheese", "raw-sprouts", "cured-meat", "high-mercury-fish", "raw-fish-meat-egg"],
    ],
  ])("%s", async (_who, profile, kinds) => {
    const table = loadCatalogue();
    const named = await namedTo(await person(profile));
    expect(named.length).toBeGreaterThan(20);
    const wrong = named.filter(({ food: id }) => {
      const food = table.food(id);
      return !food || avoidedKind({ name: food.name, ...food.traits }, new Set(kinds)) !== null;
    });
    expect(wrong).toEqual([]);
  });
});
