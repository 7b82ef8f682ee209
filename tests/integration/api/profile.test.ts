import { beforeAll, describe, expect, it } from "vitest";
import { setFoodExcluded } from "@/lib/profile";
import type { ProfileView, TargetsView, TargetView } from "@/lib/profile/schemas";
import { type Api, makeApi } from "@/tests/support/api";

const PROFILE = { birthDate: "1988-03-02", sex: "female", lifeStage: "none", standard: "nasem" };

let api: Api;
beforeAll(async () => {
  api = await makeApi({ birthDate: null, sex: null });
});

const targetsOf = async (by: Api) =>
  Object.fromEntries(
    ((await by.call("GET", "/targets")).body as TargetsView).items.map((target) => [target.mineral, target]),
  ) as Record<string, TargetView>;

describe("a profile", () => {
  it("has no targets before birth date and sex are set", async () => {
    const targets = await targetsOf(api);
    expect(targets.magnesium).toMatchObject({ target: null, kind: null });
    expect(Object.keys(targets)).toEqual(["magnesium", "zinc", "calcium", "iron", "selenium", "potassium"]);
  });

  it("keeps what is optional and left out", async () => {
    await api.call("PUT", "/profile", { ...PROFILE, weightKg: 61.5, diet: "vegan", exclusions: ["gluten"] });
    const { status, body } = await api.call("PUT", "/profile", PROFILE);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...PROFILE, weightKg: 61.5, diet: "vegan", exclusions: ["gluten"] });
    expect((await api.call("PUT", "/profile", { ...PROFILE, weightKg: null })).body).toMatchObject({
      weightKg: null,
    });
  });

  it("keeps single foods that are never to be suggested, each once, until they are replaced", async () => {
    const excludedFoods = ["ndb:11165", "ndb:09003", "ndb:11165", "own:0b0f3c1e-8a1d-4c1e-9a55-3f5d8e0b7a10"];
    const { status, body } = await api.call("PUT", "/profile", { ...PROFILE, excludedFoods });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      excludedFoods: ["ndb:11165", "ndb:09003", "own:0b0f3c1e-8a1d-4c1e-9a55-3f5d8e0b7a10"],
    });
    await api.call("PUT", "/profile", PROFILE);
    expect((await api.call("GET", "/profile")).body).toMatchObject({
      excludedFoods: ["ndb:11165", "ndb:09003", "own:0b0f3c1e-8a1d-4c1e-9a55-3f5d8e0b7a10"],
    });
    await api.call("PUT", "/profile", { ...PROFILE, excludedFoods: [] });
    expect((await api.call("GET", "/profile")).body).toMatchObject({ excludedFoods: [] });
  });

  it("keeps one food from suggestions and lets it in again, each as often as it is asked", async () => {
    const set = (food: string, excluded: boolean, by: Api = api) =>
      setFoodExcluded(by.viewer, api.userId, { food, excluded });
    const kept = async () => ((await api.call("GET", "/profile")).body as ProfileView).excludedFoods;
    await set("ndb:11165", true);
    await set("ndb:09003", true);
    await set("ndb:11165", true);
    expect(await kept()).toEqual(["ndb:09003", "ndb:11165"]);
    await set("ndb:11165", false);
    await set("ndb:11165", false);
    expect(await kept()).toEqual(["ndb:09003"]);
    await expect(set("ndb:99999", true)).rejects.toMatchObject({ code: "not_found" });
    await expect(set("ndb:09003", false, await makeApi())).rejects.toMatchObject({ code: "not_found" });
    expect(await kept()).toEqual(["ndb:09003"]);
    await set("ndb:09003", false);
  });

  it("decides the targets, by life stage and by standard", async () => {
    await api.call("PUT", "/profile", { ...PROFILE, diet: "everything" });
    // DRI, woman 31–50: Mg RDA 320, EAR 265, UL 350 of supplements; K AI 2600 without an upper limit.
    let targets = await targetsOf(api);
    expect(targets.magnesium).toMatchObject({
      target: 320,
      kind: "RDA",
      ear: 265,
      ul: 350,
      ulScope: "supplements",
    });
    expect(targets.potassium).toMatchObject({ target: 2600, kind: "AI", ear: null, ul: null });
    expect(targets.iron).toMatchObject({ target: 18, kind: "RDA" });
    await api.call("PUT", "/profile", { ...PROFILE, lifeStage: "pregnant" });
    targets = await targetsOf(api);
    expect(targets.iron).toMatchObject({ target: 27, kind: "RDA" });
    await api.call("PUT", "/profile", { ...PROFILE, standard: "efsa" });
    targets = await targetsOf(api);
    expect(targets.magnesium).toMatchObject({ target: 300, kind: "AI", ear: null });
    await api.call("PUT", "/profile", PROFILE);
  });

  it("11.19 follows the authority that was chosen, by its own terms", async () => {
    await api.call("PUT", "/profile", { ...PROFILE, standard: "anz" });
    const targets = await targetsOf(api);
    expect(targets.zinc).toMatchObject({
      target: 8,
      kind: "RDI",
      ear: 6.5,
      ul: 40,
      group: "Women 31–50 years",
    });
    expect(targets.potassium).toMatchObject({ target: 2800, kind: "AI", ear: null, ul: null });
    expect((await api.call("GET", "/adequacy")).body).toMatchObject({ standard: "anz" });
    const refused = await api.call("PUT", "/profile", { ...PROFILE, standard: "atlantis" });
    expect(refused.status).toBe(422);
    await api.call("PUT", "/profile", PROFILE);
  });

  it("takes a condition's target away, but leaves one of the person's own", async () => {
    await api.call("PUT", "/profile", { ...PROFILE, conditions: ["chronic-kidney-disease"] });
    expect((await targetsOf(api)).potassium).toMatchObject({ target: null, kind: null });
    await api.call("PUT", "/targets/potassium", { target: 2000, reason: "Set by my kidney clinic" });
    expect((await targetsOf(api)).potassium).toMatchObject({ target: 2000, kind: "custom" });
    await api.call("DELETE", "/targets/potassium");
    await api.call("PUT", "/profile", { ...PROFILE, conditions: [] });
    expect((await targetsOf(api)).potassium).toMatchObject({ target: 2600, kind: "AI" });
  });

  it("is the owner's only", async () => {
    const other = await makeApi({ sex: "male" });
    await other.call("PUT", "/targets/zinc", { target: 30, reason: "Mine" });
    expect((await targetsOf(api)).zinc).toMatchObject({ kind: "RDA" });
    expect((await other.call("GET", "/profile")).body).toMatchObject({ sex: "male" });
  });
});

describe("what bad input gets", () => {
  it.each([
    ["a birth date in the future", { ...PROFILE, birthDate: "2199-01-01" }, "birthDate"],
    ["31 February", { ...PROFILE, birthDate: "1990-02-31" }, "birthDate"],
    ["another sex than the tables have", { ...PROFILE, sex: "x" }, "sex"],
    ["a pregnant man", { ...PROFILE, sex: "male", lifeStage: "pregnant" }, "lifeStage"],
    ["an unknown standard", { ...PROFILE, standard: "who" }, "standard"],
    ["a weight of 0", { ...PROFILE, weightKg: 0 }, "weightKg"],
    ["a weight of 1e308", { ...PROFILE, weightKg: 1e308 }, "weightKg"],
    ["an unknown condition", { ...PROFILE, conditions: ["x"] }, "conditions.0"],
    ["an unknown diet", { ...PROFILE, diet: "keto" }, "diet"],
    ["a food that can be none", { ...PROFILE, excludedFoods: ["ndb:1\u0000"] }, "excludedFoods.0"],
    [
      "more single foods than can be left out",
      { ...PROFILE, excludedFoods: Array.from({ length: 201 }, (_, n) => `fdc:${n}`) },
      "excludedFoods",
    ],
    ["an unknown key", { ...PROFILE, height: 170 }, "height"],
  ])("%s", async (_, body, field) => {
    const { status, body: answer } = await api.call("PUT", "/profile", body);
    expect(status).toBe(422);
    expect(Object.keys((answer as { error: { fields: object } }).error.fields)).toContain(field);
  });

  it("says a bound that has no words of its own as it says the others", async () => {
    const exclusions = Array.from({ length: 21 }, () => "nuts");
    const list = await api.call("PUT", "/profile", { ...PROFILE, exclusions });
    expect((list.body as { error: { fields: object } }).error.fields).toEqual({
      exclusions: "must have at most 20 items",
    });
  });

  it.each([
    ["magnesium", { target: 0, reason: "x" }],
    ["magnesium", { target: -1, reason: "x" }],
    ["magnesium", { target: 1e9, reason: "x" }],
    ["zinc", { target: 2000, reason: "more than can be meant for zinc" }],
    ["magnesium", { target: 300 }],
    ["magnesium", { target: 300, reason: "   " }],
    ["sodium", { target: 300, reason: "x" }],
  ])("a target for %s of %j", async (mineral, body) => {
    expect((await api.call("PUT", `/targets/${mineral}`, body)).status).toBe(422);
  });
});
