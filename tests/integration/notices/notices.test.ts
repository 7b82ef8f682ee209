import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import type { AlertsView } from "@/lib/insights/schemas";
import { alertSummary, readAlert, readNotices, resolvedLately } from "@/lib/notices";
import { recordNotices } from "@/lib/notices/notices";
import { addDays } from "@/lib/nutrition";
import { type Api, makeApi } from "@/tests/support/api";
import { eat } from "@/tests/support/eating";

const LOW = "low-usual-intake:magnesium";
const today = new Date().toISOString().slice(0, 10);
const ago = (days: number) => addDays(today, -days);

let api: Api;
const notices = (by = api) =>
  db().notice.findMany({ where: { ownerId: by.userId }, orderBy: [{ key: "asc" }, { episode: "asc" }] });
const notice = async () => (await notices()).filter(({ key }) => key === LOW);
/** The look that the server takes after a change and once a day. */
const look = (by = api) => recordNotices(by.viewer, by.userId);
const lately = async (day: string) =>
  resolvedLately(api.viewer, api.userId, day, await readNotices(api.viewer, api.userId));
const unread = async () => (await alertSummary(api.viewer, api.userId)).count;
const change = (data: object) => db().notice.updateMany({ where: { ownerId: api.userId, key: LOW }, data });

/** Nine days of 160 mg: 86 % sure that the usual intake is below the need (see the unit tests). */
const eatLittle = async (by = api, days = 9) => {
  for (let n = 1; n <= days; n += 1) await eat(by.userId, ago(n), { energy: 2000, magnesium: 160 });
};
/** Thirty days each with so much more of it that the need is met: 160 + 300 mg on nine of them, 460 on the others. */
const eatEnough = async () => {
  for (let n = 1; n <= 29; n += 1)
    await eat(api.userId, ago(n), n <= 9 ? { energy: 1, magnesium: 300 } : { energy: 2000, magnesium: 460 });
};

beforeEach(async () => {
  api = await makeApi({ birthDate: "1985-06-15" });
});

describe("a finding", () => {
  it("is remembered with its figures at the first look, and then left alone", async () => {
    await eatLittle();
    expect(await notices()).toEqual([]);
    await look();
    const [first, ...others] = await notices();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      key: LOW,
      episode: 1,
      rule: "low-usual-intake",
      severity: 1,
      firstSeen: today,
      lastSeen: today,
      mean: 160,
      days: 9,
      resolvedOn: null,
      readAt: null,
      mailId: null,
    });
    expect(first?.probability).toBeCloseTo(0.8615, 3);
    await look();
    expect(await notices()).toEqual([first]);
  });

  it("makes one notice when twenty look at once", async () => {
    await eatLittle();
    await Promise.all(Array.from({ length: 20 }, () => look()));
    expect(await notices()).toHaveLength(1);
  });

  it("is counted until it is opened, and again when it escalates", async () => {
    await eatLittle();
    expect(await unread()).toBe(1);
    await readAlert(api.viewer, api.userId, LOW);
    expect(await unread()).toBeNull();
    expect((await alertSummary(api.viewer, api.userId)).open).toBe(1);
    // Eleven days of mean 194: 97 % sure, see alerts.test.ts.
    for (const n of [10, 11]) await eat(api.userId, ago(n), { energy: 2000, magnesium: 50 });
    expect(await unread()).toBe(1);
    await look();
    expect(await unread()).toBe(1);
    expect(await notice()).toMatchObject([{ severity: 2, readAt: null }]);
  });

  it("is counted no more when it is handled or snoozed", async () => {
    await eatLittle();
    expect(await unread()).toBe(1);
    await api.call("PATCH", `/alerts/${LOW}`, { acknowledged: true });
    expect(await unread()).toBeNull();
    await api.call("PATCH", `/alerts/${LOW}`, { acknowledged: false });
    expect(await unread()).toBe(1);
    await api.call("PATCH", `/alerts/${LOW}`, { mutedDays: 7 });
    expect(await unread()).toBeNull();
  });

  it("that no longer holds is resolved, with what it was and what it is", async () => {
    await eatLittle();
    await look();
    await eatEnough();
    await look();
    // Twenty-nine days of 460 mg.
    expect(await notice()).toMatchObject([
      { resolvedOn: today, resolvedBy: "changed", resolvedMean: 460, resolvedWords: "very probably meets" },
    ]);
    expect(await lately(today)).toMatchObject([
      {
        id: LOW,
        by: "changed",
        resolvedOn: today,
        was: { mean: 160, days: 9 },
        now: { mean: 460, words: "very probably meets" },
      },
    ]);
    // It stands for two weeks.
    expect(await lately(addDays(today, 13))).toHaveLength(1);
    expect(await lately(addDays(today, 14))).toEqual([]);
  });

  it("says so when its days have passed, or the profile no longer has it judged", async () => {
    await eatLittle();
    await look();
    await db().diaryEntry.updateMany({ where: { ownerId: api.userId }, data: { deletedAt: new Date() } });
    await look();
    expect(await notice()).toMatchObject([{ resolvedBy: "too-few-days", resolvedMean: null }]);

    const zinc = await makeApi({ birthDate: "1985-06-15" });
    for (let n = 1; n <= 20; n += 1) await eat(zinc.userId, ago(n), { energy: 2000, zinc: 1 });
    await look(zinc);
    await db().profile.update({
      where: { ownerId: zinc.userId },
      data: { conditions: JSON.stringify(["wilsons-disease"]) },
    });
    await look(zinc);
    expect((await notices(zinc)).find(({ key }) => key === "low-usual-intake:zinc")).toMatchObject({
      resolvedBy: "not-judged",
    });
  });

  it("of too little data ends well only when there is enough", async () => {
    const ended = async (by: Api) =>
      (await notices(by)).filter(({ rule }) => rule === "not-enough-data").map((found) => found.resolvedBy);
    const eaten = {
      energy: 2000,
      magnesium: 160,
      zinc: 9,
      calcium: 900,
      iron: 12,
      selenium: 60,
      potassium: 3000,
    };
    await eat(api.userId, ago(1), eaten);
    await look();
    expect(await ended(api)).toEqual([null]);
    await db().diaryEntry.updateMany({ where: { ownerId: api.userId }, data: { deletedAt: new Date() } });
    await look();
    expect(await ended(api)).toEqual(["too-few-days"]);

    const patient = await makeApi({ birthDate: "1985-06-15" });
    await eat(patient.userId, ago(1), eaten);
    await look(patient);
    for (let n = 2; n <= 90; n += 1) await eat(patient.userId, ago(n), eaten);
    await look(patient);
    expect(await ended(patient)).toEqual(["changed"]);
  });

  it("that returns within a fortnight is the old one; later it is told anew", async () => {
    await eatLittle();
    await look();
    await readAlert(api.viewer, api.userId, LOW);
    await change({ resolvedOn: ago(13), resolvedBy: "changed", lastSeen: ago(14) });
    await look();
    expect(await notice()).toMatchObject([
      { episode: 1, resolvedOn: null, resolvedBy: null, lastSeen: today },
    ]);
    expect(await unread()).toBeNull();
    await change({ resolvedOn: ago(14), resolvedBy: "changed" });
    await look();
    expect(await notice()).toMatchObject([
      { episode: 1, resolvedOn: ago(14) },
      { episode: 2, resolvedOn: null, firstSeen: today, readAt: null },
    ]);
    expect(await unread()).toBe(1);
  });

  it("is nobody else's, and goes with the account", async () => {
    const other = await makeApi({ birthDate: "1985-06-15" });
    await eatLittle();
    await eatLittle(other);
    await Promise.all([look(), look(other)]);
    await readAlert(api.viewer, api.userId, LOW);
    expect((await notices(other)).map(({ readAt }) => readAt)).toEqual([null]);
    await expect(readNotices(other.viewer, api.userId)).rejects.toMatchObject({ code: "not_found" });
    await expect(readAlert(other.viewer, api.userId, LOW)).rejects.toMatchObject({ code: "not_found" });
    await db().user.delete({ where: { id: api.userId } });
    expect(await notices()).toEqual([]);
    expect(await notices(other)).toHaveLength(1);
  });
});

describe("what a person wants to be told", () => {
  const settings = {
    offTypes: [],
    offMinerals: [],
    quietDays: [],
    hour: 7,
    reviewDay: 1,
    reviewHour: 8,
    mail: "none",
    mailOffTypes: ["data"],
    mailDetails: false,
  };
  const put = async (part: object) => api.call("PUT", "/settings/alerts", { ...settings, ...part });
  const low = async () =>
    ((await api.call("GET", "/alerts")).body as AlertsView).items.find(({ id }) => id === LOW);
  const summary = () => alertSummary(api.viewer, api.userId);

  it("is everything, in the app only, until they say otherwise", async () => {
    expect(await api.call("GET", "/settings/alerts")).toMatchObject({
      status: 200,
      body: { ...settings, mailReach: "no-server" },
    });
  });

  it("leaves out kinds and minerals, which stay on the list, handled or not", async () => {
    await eatLittle();
    expect(await low()).toMatchObject({ told: true, state: "open" });
    for (const part of [{ offTypes: ["intake"] }, { offMinerals: ["magnesium"] }]) {
      expect((await put(part)).status).toBe(200);
      expect(await low()).toMatchObject({ told: false, state: "open", acknowledgedAt: null });
      expect(await summary()).toEqual({ open: 0, count: null, first: null });
    }
    await put({ offTypes: ["limit"], offMinerals: ["zinc"] });
    expect(await low()).toMatchObject({ told: true });
    expect((await summary()).count).toBe(1);
  });

  it("has quiet days, on which safety alarms are told all the same", async () => {
    await eatLittle();
    await put({ quietDays: [1, 2, 3, 4, 5, 6, 7] });
    expect(await summary()).toEqual({ open: 0, count: null, first: null });
    await eat(api.userId, ago(1), { energy: 1, zinc: 200 });
    await put({
      quietDays: [1, 2, 3, 4, 5, 6, 7],
      offTypes: ["limit", "intake", "pairing", "absorption", "data"],
      offMinerals: ["magnesium", "zinc", "calcium", "iron", "selenium", "potassium"],
    });
    expect(await summary()).toMatchObject({ open: 1, count: 1, first: { rule: "single-day-alarm" } });
  });

  it("is kept with the account, once", async () => {
    await put({ hour: 21, mail: "weekly", offMinerals: ["iron", "iron"] });
    const { body } = await put({ hour: 21, mail: "weekly", offMinerals: ["iron", "iron"] });
    expect(body).toMatchObject({ hour: 21, mail: "weekly", offMinerals: ["iron"] });
    expect(await db().alertSettings.count({ where: { ownerId: api.userId } })).toBe(1);
  });

  it.each([
    { offTypes: ["day"] },
    { hour: 24 },
    { hour: 7.5 },
    { reviewDay: 0 },
    { quietDays: [8] },
    { mail: "daily" },
    { more: 1 },
    { offMinerals: ["gold"] },
    { mailDetails: "yes" },
  ])("does not take %j", async (part) => {
    expect((await put(part)).status).toBe(422);
  });
});
