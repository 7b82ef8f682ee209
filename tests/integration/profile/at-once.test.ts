import { expect, it } from "vitest";
import { getProfile, setFoodExcluded, updateHealth, updateProfile } from "@/lib/profile";
import { makeApi } from "@/tests/support/api";

/* 11.16: changes of one profile at once lose nothing of each other. */

const PERSON = { birthDate: "1994-01-15", sex: "female", lifeStage: "none", standard: "efsa" } as const;
const exclude = (food: string) => ({ food, excluded: true });

it("11.16 foods that are excluded at once are all kept", async () => {
  const { viewer, userId } = await makeApi();
  const foods = ["ndb:11165", "ndb:09003", "ndb:11457"];
  await Promise.all(foods.map((food) => setFoodExcluded(viewer, userId, exclude(food))));
  expect((await getProfile(viewer, userId)).excludedFoods.toSorted()).toEqual(foods.toSorted());
});

it("11.16 a food, conditions and the profile that are saved at once are all kept", async () => {
  const { viewer, userId } = await makeApi();
  await Promise.all([
    updateProfile(viewer, userId, { ...PERSON, diet: "vegan", weightKg: 61 }),
    setFoodExcluded(viewer, userId, exclude("ndb:11165")),
    updateHealth(viewer, userId, { conditions: ["kidney-stones"], medicines: [] }),
  ]);
  expect(await getProfile(viewer, userId)).toMatchObject({
    standard: "efsa",
    diet: "vegan",
    weightKg: 61,
    excludedFoods: ["ndb:11165"],
    conditions: ["kidney-stones"],
  });
});

it("11.16 weights that are saved at once stay one at a time", async () => {
  const { viewer, userId } = await makeApi();
  await Promise.all([60, 61, 62].map((weightKg) => updateProfile(viewer, userId, { ...PERSON, weightKg })));
  const { periods } = await getProfile(viewer, userId);
  expect(periods.filter(({ kind, to }) => kind === "weight" && to === null)).toHaveLength(1);
});
