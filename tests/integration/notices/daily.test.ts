import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { accountChanged } from "@/lib/access";
import { db } from "@/lib/db";
import { dailyPass } from "@/lib/notices";
import { dueAccounts, endTurn, takeAccount } from "@/lib/notices/store";
import { addDays } from "@/lib/nutrition";
import { makeApi } from "@/tests/support/api";
import { makeUser } from "@/tests/support/database";
import { eat } from "@/tests/support/eating";

/* The daily look, with the clock set: 14 May 2026 is a Thursday. */

const DAY = "2026-05-14";
const at = (time: string, date = DAY) => new Date(`${date}T${time}:00Z`);
const pass = async (now: Date) => {
  vi.setSystemTime(now);
  return dailyPass(now);
};
/** Somebody with nine days of 160 mg of magnesium before the day. */
const somebody = async (timeZone = "UTC", last = DAY) => {
  const id = await makeUser({ birthDate: "1985-06-15", timeZone });
  for (let n = 1; n <= 9; n += 1) await eat(id, addDays(last, -n), { energy: 2000, magnesium: 160 });
  return id;
};
const lookedAt = async (ownerId: string) =>
  (await db().profile.findUniqueOrThrow({ where: { ownerId } })).dailyDay;
const dueAt = async (ownerId: string) =>
  (await db().profile.findUniqueOrThrow({ where: { ownerId } })).dailyDueAt;
const notices = (ownerId: string) => db().notice.findMany({ where: { ownerId } });

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: at("00:00") });
  await db().user.deleteMany({});
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the daily look", () => {
  it("is taken once on each local day, from the chosen hour on", async () => {
    const id = await somebody();
    await pass(at("06:59"));
    expect(await lookedAt(id)).toBeNull();
    expect(await notices(id)).toEqual([]);
    await pass(at("07:00"));
    expect(await lookedAt(id)).toBe(DAY);
    const told = await notices(id);
    expect(told).toMatchObject([{ key: "low-usual-intake:magnesium", firstSeen: DAY }]);
    expect(await pass(at("07:01"))).toBe(0);
    expect(await pass(at("23:59"))).toBe(0);
    await pass(at("07:00", "2026-05-15"));
    expect(await notices(id)).toMatchObject([{ firstSeen: DAY, lastSeen: "2026-05-15" }]);
  });

  it("goes by each person's own clock and hour", async () => {
    const [utc, auckland, angeles] = [
      await somebody(),
      await somebody("Pacific/Auckland"),
      await somebody("America/Los_Angeles"),
    ];
    const late = await makeApi({ birthDate: "1985-06-15" });
    await eat(late.userId, addDays(DAY, -1), { energy: 2000 });
    const {
      mailReach: _,
      version: __,
      ...settings
    } = (await late.call("GET", "/settings/alerts")).body as {
      mailReach: string;
      version: string;
    };
    await late.call("PUT", "/settings/alerts", { ...settings, hour: 22 });
    // 19:00 UTC is 07:00 of the 15th in Auckland, and noon of the 14th in Los Angeles.
    await pass(at("19:00"));
    expect(await Promise.all([utc, auckland, angeles, late.userId].map(lookedAt))).toEqual([
      DAY,
      "2026-05-15",
      DAY,
      null,
    ]);
    await pass(at("22:00"));
    expect(await lookedAt(late.userId)).toBe(DAY);
  });

  it("does what it has to once, however many processes look", async () => {
    const ids = [await somebody(), await somebody(), await somebody()];
    const done = await Promise.all(Array.from({ length: 8 }, () => dailyPass(at("08:00"))));
    expect(done.some((count) => count > 0)).toBe(true);
    for (const id of ids) {
      expect(await notices(id)).toHaveLength(1);
      expect(await lookedAt(id)).toBe(DAY);
      expect(await dueAt(id)).toEqual(at("07:00", "2026-05-15"));
    }
  });

  it("is made up for after a crash in the middle of it", async () => {
    const id = await somebody();
    // What a process leaves behind that took the account at 08:00 and died.
    await db().profile.update({ where: { ownerId: id }, data: { dailyDueAt: at("08:15") } });
    await pass(at("08:14"));
    expect(await notices(id)).toEqual([]);
    await pass(at("08:15"));
    expect(await notices(id)).toHaveLength(1);
    expect(await lookedAt(id)).toBe(DAY);
  });

  it("does not wait for an account that cannot be looked after", async () => {
    const broken = await somebody();
    const id = await somebody();
    await db().profile.update({ where: { ownerId: broken }, data: { timeZone: "Nowhere/At_All" } });
    const complaint = vi.spyOn(console, "error").mockReturnValue();
    await pass(at("08:00"));
    expect(complaint).toHaveBeenCalled();
    complaint.mockRestore();
    expect(await lookedAt(id)).toBe(DAY);
    expect(await lookedAt(broken)).toBeNull();
    expect(await dueAt(broken)).toEqual(at("08:15"));
  });

  it("leaves alone who logged nothing for a month, and is back when they are", async () => {
    const id = await somebody("UTC", addDays(DAY, -31));
    const nothing = await makeUser();
    await pass(at("08:00"));
    expect([await lookedAt(id), await lookedAt(nothing)]).toEqual([null, null]);
    expect([await dueAt(id), await dueAt(nothing)]).toEqual([
      at("07:00", "2026-05-15"),
      at("07:00", "2026-05-15"),
    ]);
    await eat(id, DAY, { energy: 2000, magnesium: 300 });
    await pass(at("07:00", "2026-05-15"));
    expect(await lookedAt(id)).toBe("2026-05-15");
  });

  it("reaches everybody, a batch at a time", async () => {
    const ids = Array.from({ length: 450 }, (_, i) => `many-${String(i).padStart(4, "0")}`);
    const now = at("00:00");
    await db().user.createMany({ data: ids.map((id) => ({ id, createdAt: now })) });
    await db().profile.createMany({
      data: ids.map((ownerId) => ({
        ownerId,
        standard: "nasem",
        timeZone: "UTC",
        diet: "everything",
        exclusions: "[]",
        conditions: "[]",
        medicines: "[]",
        units: "metric",
        updatedAt: now,
      })),
    });
    expect(await pass(at("08:00"))).toBe(450);
    expect(await db().profile.count({ where: { dailyDueAt: at("07:00", "2026-05-15") } })).toBe(450);
    expect(await pass(at("08:01"))).toBe(0);
  });

  it("comes within ten minutes of a change, and of nothing that only reads", async () => {
    const api = await makeApi({ birthDate: "1985-06-15" });
    await eat(api.userId, addDays(DAY, -1), { energy: 2000, magnesium: 160 });
    await pass(at("08:00"));
    const before = await notices(api.userId);
    expect(await dueAt(api.userId)).toEqual(at("07:00", "2026-05-15"));
    await api.call("GET", "/alerts");
    expect(await dueAt(api.userId)).toEqual(at("07:00", "2026-05-15"));

    for (let n = 2; n <= 9; n += 1) await eat(api.userId, addDays(DAY, -n), { energy: 2000, magnesium: 160 });
    vi.setSystemTime(at("08:01"));
    const mark = { mark: "complete" };
    expect((await api.call("PUT", `/days/${addDays(DAY, -1)}`, mark)).status).toBe(200);
    expect(await dueAt(api.userId)).toEqual(at("08:11"));
    // Another one within these minutes does not put it off.
    vi.setSystemTime(at("08:05"));
    await api.call("PUT", `/days/${addDays(DAY, -2)}`, mark);
    expect(await dueAt(api.userId)).toEqual(at("08:11"));
    expect(await notices(api.userId)).toEqual(before);
    await pass(at("08:11"));
    expect((await notices(api.userId)).map(({ key }) => key)).toContain("low-usual-intake:magnesium");
    expect(await dueAt(api.userId)).toEqual(at("07:00", "2026-05-15"));
  });

  it("comes again when something is changed while it is taken", async () => {
    const api = await makeApi({ birthDate: "1985-06-15" });
    await pass(at("08:00"));
    const taken = at("08:15");
    const [account] = await dueAccounts(at("07:00", "2026-05-15"), 1);
    if (!account) throw new Error("Nobody's turn comes");
    expect(await takeAccount(account, taken)).toBe(true);
    await accountChanged(api.viewer);
    await endTurn(api.userId, taken, at("07:00", "2026-05-15"), DAY);
    expect([await dueAt(api.userId), await lookedAt(api.userId)]).toEqual([at("08:10"), DAY]);
  });

  it("has another hour when the time zone is changed", async () => {
    const api = await makeApi({ birthDate: "1985-06-15" });
    await eat(api.userId, addDays(DAY, -1), { energy: 2000, magnesium: 160 });
    await pass(at("06:00"));
    expect(await dueAt(api.userId)).toEqual(at("07:00"));
    // 06:01 UTC is 08:01 in Berlin.
    await api.call("PUT", "/profile", { birthDate: "1985-06-15", sex: "female", timeZone: "Europe/Berlin" });
    await pass(at("06:01"));
    expect(await lookedAt(api.userId)).toBe(DAY);
    expect(await dueAt(api.userId)).toEqual(at("05:00", "2026-05-15"));
  });
});
