import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays } from "@/lib/nutrition";
import type { PeriodView, ProfileView } from "@/lib/profile/schemas";
import { type Api, makeApi } from "@/tests/support/api";

/* 11.16 and 11.3: what a hurried, mistaken or hostile client can send of life stages, answers and weights. */

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
const fieldsOf = ({ body }: { body: unknown }) => (body as { error: { fields: object } }).error.fields;

describe("answers that are sent twice at once", () => {
  it("11.16 become one period each, which a later answer ends", async () => {
    const body = { ...PROFILE, lifeStage: "pregnant", menstruating: false, weightKg: 61, from: ago(20) };
    await Promise.all([1, 2, 3, 4].map(() => api.call("PUT", "/profile", body)));
    expect((await periodsOf()).map(({ kind }) => kind).sort()).toEqual([
      "not-menstruating",
      "pregnant",
      "weight",
    ]);
    await api.call("PUT", "/profile", { ...PROFILE, lifeStage: "none" });
    expect((await api.call("GET", "/profile")).body).toMatchObject({ lifeStage: "none" });
  });

  it("11.16 are refused as periods where they would share days", async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => put({ kind: "pregnant", from: ago(9), to: null })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await periodsOf()).toHaveLength(1);
  });
});

describe("the first day of an answer", () => {
  it("11.16 is none before the birth date", async () => {
    for (const from of ["1900-01-01", "1994-01-14"]) {
      const answer = await api.call("PUT", "/profile", { ...PROFILE, lifeStage: "pregnant", from });
      expect(answer.status).toBe(422);
      expect(fieldsOf(answer)).toEqual({ from: "must not be before the birth date" });
    }
    expect(await periodsOf()).toEqual([]);
  });

  it("11.16 can be the first day of the calendar", async () => {
    const born = { ...PROFILE, birthDate: "1900-01-01" };
    await api.call("PUT", "/profile", { ...born, weightKg: 60 });
    const answer = await api.call("PUT", "/profile", { ...born, weightKg: 62, from: "1900-01-01" });
    expect(answer.status).toBe(200);
    expect((await periodsOf()).map(({ weightKg }) => weightKg)).toEqual([62]);
  });
});

describe("another person's periods", () => {
  it("11.16 are neither read, changed nor deleted by their id", async () => {
    const other = await makeApi({ birthDate: PROFILE.birthDate });
    const id = randomUUID();
    await put({ kind: "pregnant", from: ago(90), to: null }, id);
    const before = await periodsOf();
    expect(await periodsOf(other)).toEqual([]);
    expect((await put({ kind: "weight", from: null, to: null, weightKg: 90 }, id, other)).status).toBe(201);
    expect((await other.call("DELETE", `/profile/periods/${id}`)).status).toBe(204);
    expect(await periodsOf()).toEqual(before);
    expect(await periodsOf(other)).toEqual([]);
  });
});

describe("what is no period", () => {
  it.each([
    ["a day that is none", { kind: "pregnant", from: "2026-02-30", to: null }],
    ["the last day before the first", { kind: "pregnant", from: ago(2), to: ago(3) }],
    ["tomorrow's weight", { kind: "weight", from: addDays(today, 3), to: null, weightKg: 60 }],
    ["an end in the future", { kind: "pregnant", from: ago(3), to: addDays(today, 30) }],
    ["a weight without kilograms", { kind: "weight", from: null, to: null }],
    ["a pregnancy with kilograms", { kind: "pregnant", from: null, to: null, weightKg: 60 }],
    ["an unknown kind", { kind: "none", from: null, to: null }],
    ["kilograms beyond any person", { kind: "weight", from: null, to: null, weightKg: 1e300 }],
    ["another field", { kind: "pregnant", from: null, to: null, ownerId: "x" }],
  ])("11.16 %s is refused", async (_, body) => {
    expect((await put(body)).status).toBe(422);
    expect(await periodsOf()).toEqual([]);
  });
  it("11.16 an id that is none, or very long, is refused", async () => {
    for (const id of ["1", "a".repeat(10_000), "%00", "..%2f..%2fprofile"])
      expect([404, 422]).toContain((await put({ kind: "pregnant", from: null, to: null }, id)).status);
    expect(await periodsOf()).toEqual([]);
  });
  it("11.16 a pregnancy of a man, or of nobody known, is refused", async () => {
    for (const sex of ["male", null] as const) {
      const other = await makeApi({ sex });
      expect((await put({ kind: "pregnant", from: null, to: null }, randomUUID(), other)).status).toBe(422);
    }
  });
});

describe("local days", () => {
  it("11.16 a day that has begun where the person is can be told, and one that has not cannot", async () => {
    // 14 hours ahead and 11 behind never share a date.
    const ahead = { ...PROFILE, timeZone: "Pacific/Kiritimati" };
    await api.call("PUT", "/profile", ahead);
    const theirs = new Intl.DateTimeFormat("sv-SE", { timeZone: "Pacific/Kiritimati" }).format(new Date());
    const id = randomUUID();
    expect((await put({ kind: "pregnant", from: theirs, to: null }, id)).status).toBe(201);
    const behind = { ...PROFILE, timeZone: "Pacific/Pago_Pago" };
    const there = (await api.call("PUT", "/profile", behind)).body as ProfileView;
    expect(there.lifeStage).toBe("none");
    expect((await put({ kind: "pregnant", from: theirs, to: null }, id)).status).toBe(422);
    expect(there.periods).toHaveLength(1);
  });
});
