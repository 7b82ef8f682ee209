import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import type { AdequacyItem, AdequacyView, DayView } from "@/lib/insights/schemas";
import { addDays } from "@/lib/nutrition";
import type { PeriodView, ProfileView, TargetsView } from "@/lib/profile/schemas";
import { type Api, makeApi } from "@/tests/support/api";
import { eaten, store } from "@/tests/support/eating";

/* 11.16: pregnancy, menstruation and weight hold from a day to a day, and a day is judged by what held on it. */

const today = new Date().toISOString().slice(0, 10);
const ago = (days: number) => addDays(today, -days);
const PROFILE = { birthDate: "1994-01-15", sex: "female", standard: "nasem" };

let api: Api;
beforeEach(async () => {
  api = await makeApi({ birthDate: PROFILE.birthDate });
});

const put = (body: object, id: string = randomUUID(), by: Api = api) =>
  by.call("PUT", `/profile/periods/${id}`, body);
const periodsOf = async (by: Api = api) =>
  ((await by.call("GET", "/profile/periods")).body as { items: PeriodView[] }).items;
const profileOf = async (by: Api = api) => (await by.call("GET", "/profile")).body as ProfileView;
const ironOn = async (date: string): Promise<number | null> => {
  const day = (await api.call("GET", `/days/${date}`)).body as DayView;
  return day.targets.iron.target;
};
const fieldsOf = ({ body }: { body: unknown }) => (body as { error: { fields: object } }).error.fields;

describe("a profile that changes", () => {
  it("11.16 changes from today on, and earlier days keep what held on them", async () => {
    await api.call("PUT", "/profile", { ...PROFILE, lifeStage: "pregnant", weightKg: 60 });
    expect(await profileOf()).toMatchObject({ lifeStage: "pregnant", weightKg: 60 });
    expect([await ironOn(ago(1)), await ironOn(today)]).toEqual([18, 27]);
    await api.call("PUT", "/profile", { ...PROFILE, lifeStage: "none", weightKg: 58 });
    expect([await ironOn(ago(1)), await ironOn(today)]).toEqual([18, 18]);
    expect((await periodsOf()).map(({ kind, weightKg, from, to }) => [kind, weightKg, from, to])).toEqual([
      ["weight", 60, null, ago(1)],
      ["weight", 58, today, null],
    ]);
  });

  it("11.16 changes from the day that is given", async () => {
    await api.call("PUT", "/profile", { ...PROFILE, lifeStage: "pregnant", from: ago(100) });
    await api.call("PUT", "/profile", { ...PROFILE, lifeStage: "lactating", from: ago(20) });
    expect([await ironOn(ago(101)), await ironOn(ago(100)), await ironOn(ago(21))]).toEqual([18, 27, 27]);
    expect([await ironOn(ago(20)), await ironOn(today)]).toEqual([9, 9]);
    const future = await api.call("PUT", "/profile", {
      ...PROFILE,
      lifeStage: "none",
      from: addDays(today, 2),
    });
    expect(future.status).toBe(422);
    expect(fieldsOf(future)).toEqual({ from: "must not be in the future" });
  });

  it("11.16 the first answers of a new profile hold on every day", async () => {
    const fresh = await makeApi({ birthDate: null, sex: null });
    await fresh.call("PUT", "/profile", { ...PROFILE, lifeStage: "pregnant", weightKg: 70 });
    expect((await periodsOf(fresh)).map(({ kind, from, to }) => [kind, from, to]).sort()).toEqual([
      ["pregnant", null, null],
      ["weight", null, null],
    ]);
  });

  it("11.16 keeps the same life stage as one period, whatever else is saved", async () => {
    await api.call("PUT", "/profile", { ...PROFILE, lifeStage: "pregnant", from: ago(50) });
    const before = await periodsOf();
    await api.call("PUT", "/profile", { ...PROFILE, lifeStage: "pregnant", diet: "vegan" });
    expect(await periodsOf()).toEqual(before);
  });

  it("11.3 takes the answers on menstruation, each optional, and targets follow", async () => {
    expect(await profileOf()).toMatchObject({ menstruating: null, hormonalContraception: false });
    await api.call("PUT", "/profile", { ...PROFILE, menstruating: false });
    expect(await ironOn(today)).toBe(8);
    await api.call("PUT", "/profile", { ...PROFILE, menstruating: true, hormonalContraception: true });
    expect(await ironOn(today)).toBe(10.9);
    // What is left out stays.
    await api.call("PUT", "/profile", PROFILE);
    expect(await profileOf()).toMatchObject({ menstruating: true, hormonalContraception: true });
    await api.call("PUT", "/profile", { ...PROFILE, menstruating: null, hormonalContraception: false });
    expect(await ironOn(today)).toBe(18);
  });

  it("asks nothing of a man, and forgets nothing where the sex was mistaken", async () => {
    const man = { ...PROFILE, sex: "male" };
    for (const answer of [{ menstruating: true }, { hormonalContraception: true }, { lifeStage: "pregnant" }])
      expect((await api.call("PUT", "/profile", { ...man, ...answer })).status).toBe(422);
    await api.call("PUT", "/profile", { ...PROFILE, lifeStage: "pregnant", from: ago(30) });
    expect((await api.call("PUT", "/profile", man)).body).toMatchObject({ lifeStage: "none" });
    expect(await ironOn(ago(10))).toBe(8);
    await api.call("PUT", "/profile", PROFILE);
    expect(await ironOn(ago(10))).toBe(27);
  });
});

describe("periods", () => {
  const pregnancy = { kind: "pregnant", from: ago(300), to: ago(30) };

  it("11.16 are added, changed and taken back, each the same when it is sent again", async () => {
    const id = randomUUID();
    expect((await put(pregnancy, id)).status).toBe(201);
    expect((await put(pregnancy, id)).status).toBe(200);
    expect(await periodsOf()).toEqual([{ id, weightKg: null, ...pregnancy }]);
    expect([await ironOn(ago(30)), await ironOn(ago(29))]).toEqual([27, 18]);
    await put({ ...pregnancy, to: ago(20) }, id);
    expect(await ironOn(ago(29))).toBe(27);
    for (const _ of [1, 2]) expect((await api.call("DELETE", `/profile/periods/${id}`)).status).toBe(204);
    expect(await periodsOf()).toEqual([]);
  });

  it("11.16 judge a day and a span by what held, and say where it changed within", async () => {
    await put(pregnancy);
    await store(
      api.userId,
      Array.from({ length: 20 }, (_, n) => eaten(ago(40 - n), { energy: 2000, iron: 12, magnesium: 300 })),
    );
    const itemOf = async (from: string, to: string, mineral: string): Promise<AdequacyItem | undefined> =>
      ((await api.call("GET", `/adequacy?from=${from}&to=${to}`)).body as AdequacyView).items.find(
        (item) => item.mineral === mineral,
      );
    const during = await itemOf(ago(45), ago(31), "iron");
    expect(during).toMatchObject({ reason: "pregnancy-target-only", changedOn: null });
    const across = await itemOf(ago(45), ago(21), "iron");
    expect(across).toMatchObject({ reference: { target: 18 }, changedOn: ago(29) });
    expect(across?.caveats).toContain("life-stage-changed");
    expect((await itemOf(ago(29), ago(21), "iron"))?.changedOn).toBeNull();
    // Selenium's need changes with pregnancy too, potassium's limit does not exist: only what changed is said.
    expect((await itemOf(ago(45), ago(21), "selenium"))?.changedOn).toBe(ago(29));
  });

  it.each([
    ["a last day before the first", { kind: "pregnant", from: ago(10), to: ago(20) }, "to"],
    ["a first day in the future", { kind: "pregnant", from: addDays(today, 2), to: null }, "from"],
    ["a last day in the future", { kind: "pregnant", from: ago(10), to: addDays(today, 2) }, "to"],
    ["a day before birth", { kind: "pregnant", from: "1990-01-01", to: null }, "from"],
    ["31 February", { kind: "pregnant", from: "2026-02-31", to: null }, "from"],
    ["an unknown kind", { kind: "moody", from: null, to: null }, "kind"],
    ["a weight without kilograms", { kind: "weight", from: null, to: null }, "weightKg"],
    ["kilograms without a weight", { kind: "pregnant", from: null, to: null, weightKg: 60 }, "weightKg"],
    ["a weight of 1e308", { kind: "weight", from: null, to: null, weightKg: 1e308 }, "weightKg"],
    ["no first day", { kind: "pregnant", to: null }, "from"],
    ["an unknown key", { kind: "pregnant", from: null, to: null, note: "x" }, "note"],
  ])("refuse %s", async (_, body, field) => {
    const answer = await put(body);
    expect(answer.status).toBe(422);
    expect(Object.keys(fieldsOf(answer))).toContain(field);
    expect(await periodsOf()).toEqual([]);
  });

  it("refuse a day that another period of the same kind of answer has", async () => {
    await put(pregnancy);
    expect((await put({ kind: "lactating", from: ago(30), to: null })).status).toBe(409);
    expect((await put({ kind: "lactating", from: ago(29), to: null })).status).toBe(201);
    expect((await put({ kind: "pregnant", from: null, to: null })).status).toBe(409);
    expect((await put({ kind: "menstruating", from: null, to: null })).status).toBe(201);
  });

  it("refuse pregnancy of a man, not his weight", async () => {
    const man = await makeApi({ sex: "male" });
    const refused = await put({ kind: "pregnant", from: null, to: null }, randomUUID(), man);
    expect([refused.status, Object.keys(fieldsOf(refused))]).toEqual([422, ["kind"]]);
    expect(
      (await put({ kind: "weight", from: null, to: null, weightKg: 80 }, randomUUID(), man)).status,
    ).toBe(201);
    expect(await profileOf(man)).toMatchObject({ weightKg: 80 });
  });

  it("are the owner's only: another person's id makes, changes and deletes nothing of theirs", async () => {
    const id = randomUUID();
    await put(pregnancy, id);
    const other = await makeApi({ birthDate: PROFILE.birthDate });
    expect(await periodsOf(other)).toEqual([]);
    await other.call("DELETE", `/profile/periods/${id}`);
    expect((await put({ kind: "lactating", from: null, to: null }, id, other)).status).toBe(201);
    expect(await periodsOf()).toEqual([{ id, weightKg: null, ...pregnancy }]);
    expect((await api.call("DELETE", "/profile/periods/not-an-id")).status).toBe(204);
  });

  it("go with the account", async () => {
    await put(pregnancy);
    await db().user.delete({ where: { id: api.userId } });
    expect(await db().lifePeriod.count({ where: { ownerId: api.userId } })).toBe(0);
  });
});

it("11.16 targets are told for today", async () => {
  await put({ kind: "pregnant", from: ago(300), to: ago(1) });
  const { items } = (await api.call("GET", "/targets")).body as TargetsView;
  expect(items.find(({ mineral }) => mineral === "iron")?.target).toBe(18);
});
