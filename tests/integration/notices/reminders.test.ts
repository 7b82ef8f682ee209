import { randomUUID } from "node:crypto";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import { isIP } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as openStop, POST as stopFromMessage } from "@/app/(public)/reminders/[token]/stop/route";
import { accountChanged, openSession, revokeSession, type Viewer } from "@/lib/access";
import { db } from "@/lib/db";
import { markDay, takeDose } from "@/lib/diary";
import { putSupplement } from "@/lib/foods";
import { supplementInput } from "@/lib/foods/schemas";
import {
  dailyPass,
  endReminders,
  putReminders,
  readAlert,
  reminders,
  renewReminders,
  sendTestReminder,
} from "@/lib/notices";
import { reminderInput } from "@/lib/notices/schemas";
import { addDays } from "@/lib/nutrition";
import { type Api, makeApi } from "@/tests/support/api";
import { eat } from "@/tests/support/eating";
import { type PushBrowser, type PushServer, startPushServer } from "@/tests/support/push-server";

/*
 * Reminders to a push service on this machine, which checks the signature and decrypts with the browser's keys. The
 * clock is set; 14 May 2026 is a Thursday.
 */

const DAY = "2026-05-14";
const at = (time: string, date = DAY) => new Date(`${date}T${time}:00Z`);
const pass = async (now: Date) => {
  vi.setSystemTime(now);
  await dailyPass(now);
};

let server: PushServer;
let api: Api;
let viewer: Viewer;
let browser: PushBrowser;

beforeAll(async () => {
  process.env.PUSH_TO_LOOPBACK = "on";
  process.env.PUBLIC_URL = "https://assay.example.org";
});
beforeEach(async () => {
  server = await startPushServer();
  vi.useFakeTimers({ toFake: ["Date"], now: at("00:00") });
  await db().user.deleteMany({});
  api = await makeApi({ birthDate: "1985-06-15" });
  viewer = {
    ...api.viewer,
    sessionId: await openSession(api.userId, { address: null, userAgent: "Firefox" }),
  };
  browser = server.browser();
});
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
});
afterAll(() => {
  delete process.env.PUSH_TO_LOOPBACK;
});

const choices = {
  name: "Firefox on Windows",
  nothingHour: 20,
  doses: true,
  alerts: true,
  details: false,
  quietFrom: 22,
  quietTo: 7,
};
const switchOn = (part: object = {}, by = viewer, on = browser) =>
  putReminders(by, by.userId, reminderInput.parse({ ...choices, subscription: on.subscription, ...part }));
const titles = (of = browser) => of.received.map(({ payload }) => payload.title);
const devices = async () => (await reminders(viewer, viewer.userId)).items;
const messages = () =>
  db().pushMessage.findMany({ where: { ownerId: viewer.userId }, orderBy: { createdAt: "asc" } });
const capsule = (time: string | null, name = "Magnesium citrate") =>
  putSupplement(
    viewer,
    viewer.userId,
    supplementInput.parse({
      name,
      doseLabel: "capsule",
      contents: [{ nutrient: "magnesium", amount: 100 }],
      schedule: { days: [1, 2, 3, 4, 5, 6, 7], times: [{ time, count: 2 }] },
    }),
  );

describe("nothing logged today", () => {
  it("is told once a day, at the hour of the person's clock, to this browser", async () => {
    await updateProfileZone("America/New_York");
    await switchOn();
    await pass(at("20:00"));
    await pass(at("23:59"));
    expect(titles()).toEqual([]);
    // 20:00 in New York.
    await pass(at("00:00", "2026-05-15"));
    expect(browser.received).toHaveLength(1);
    expect(browser.received[0]?.payload).toMatchObject({
      title: "Nothing logged today yet",
      tag: "nothing",
      url: "/today",
    });
    expect(browser.received[0]?.headers).toMatchObject({ ttl: String(4 * 60 * 60), urgency: "normal" });
    for (const time of ["00:01", "01:30", "03:59", "12:00"]) await pass(at(time, "2026-05-15"));
    expect(titles()).toHaveLength(1);
    await pass(at("00:00", "2026-05-16"));
    expect(titles()).toHaveLength(2);
    expect((await devices())[0]?.lastSentAt).toBe("2026-05-16T00:00:00.000Z");
  });

  it("is not told where something is logged, or the day is marked", async () => {
    await switchOn({ alerts: false });
    await eat(viewer.userId, DAY, { energy: 500 });
    await pass(at("20:00"));
    await markDay(viewer, viewer.userId, "2026-05-15", "complete");
    await pass(at("20:00", "2026-05-15"));
    expect(titles()).toEqual([]);
    expect(await messages()).toMatchObject([{ state: "dropped" }, { state: "dropped" }]);
    await pass(at("20:00", "2026-05-16"));
    expect(titles()).toHaveLength(1);
  });

  it("is told when only a dose is logged, and not to who did not ask for it", async () => {
    await switchOn({ doses: false });
    const { supplement } = await capsule("08:00");
    await takeDose(viewer, viewer.userId, { supplement: supplement.id, date: DAY, slot: 1 });
    const other = server.browser();
    const second = {
      ...viewer,
      sessionId: await openSession(viewer.userId, { address: null, userAgent: "Chrome" }),
    };
    await switchOn({ nothingHour: null }, second, other);
    await pass(at("20:00"));
    expect([titles(), titles(other)]).toEqual([["Nothing logged today yet"], []]);
  });

  it("is told once, however many processes look", async () => {
    await switchOn();
    vi.setSystemTime(at("20:00"));
    await Promise.all(Array.from({ length: 6 }, () => dailyPass(at("20:00"))));
    await pass(at("20:01"));
    expect(titles()).toHaveLength(1);
  });
});

const updateProfileZone = async (timeZone: string) => {
  await db().profile.update({ where: { ownerId: viewer.userId }, data: { timeZone } });
  await accountChanged(viewer);
};

describe("doses due", () => {
  beforeEach(() => switchOn({ nothingHour: null, alerts: false }));

  it("are told at their time, without a word of what, until they are taken", async () => {
    const { supplement } = await capsule("08:00");
    await capsule("08:00", "Iron");
    await pass(at("07:59"));
    expect(titles()).toEqual([]);
    await pass(at("08:00"));
    await pass(at("08:01"));
    expect(browser.received).toHaveLength(1);
    expect(browser.received[0]?.payload).toMatchObject({ title: "Planned for 08:00", url: "/today" });
    expect(JSON.stringify(browser.received[0]?.payload)).not.toMatch(/magnesium|iron|capsule|2 ×/i);
    expect(browser.received[0]?.headers).toMatchObject({ ttl: String(2 * 60 * 60), urgency: "high" });
    await takeDose(viewer, viewer.userId, { supplement: supplement.id, date: "2026-05-15", slot: 1 });
    await switchOn({ nothingHour: null, alerts: false, details: true });
    await pass(at("08:00", "2026-05-15"));
    expect(browser.received[1]?.payload).toMatchObject({ title: "Due at 08:00", body: "Iron, 2 × capsule" });
  });

  it("follow a schedule that is changed, within ten minutes", async () => {
    await pass(at("07:00"));
    const schedule = { days: [1, 2, 3, 4, 5, 6, 7], times: [{ time: "08:00", count: 1 }] };
    vi.setSystemTime(at("07:58"));
    const body = { name: "Zinc", doseLabel: "tablet", contents: [{ nutrient: "zinc", amount: 5 }], schedule };
    expect((await api.call("PUT", `/supplements/${randomUUID()}`, body)).status).toBe(201);
    for (const time of ["07:59", "08:00", "08:08"]) await pass(at(time));
    expect(titles()).toEqual(["Planned for 08:00"]);
  });

  it("are not told in the quiet hours, and follow the person to another time zone", async () => {
    await capsule("06:00");
    await pass(at("06:00"));
    await pass(at("07:30"));
    expect(titles()).toEqual([]);
    await updateProfileZone("Asia/Tokyo");
    await capsule("09:00", "Zinc");
    await pass(at("12:00"));
    // 09:00 in Tokyo.
    await pass(at("00:00", "2026-05-15"));
    expect(titles()).toEqual(["Planned for 09:00"]);
  });
});

describe("a new alert", () => {
  /** Nine days of 160 mg: 86 % sure. */
  const eatLittle = async () => {
    for (let n = 1; n <= 9; n += 1)
      await eat(viewer.userId, addDays(DAY, -n), { energy: 2000, magnesium: 160 });
  };
  const LOW = "low-usual-intake:magnesium";

  it("is told once, with a link to the alerts, and without a word of what", async () => {
    await switchOn({ nothingHour: null });
    await eatLittle();
    await pass(at("07:00"));
    expect(browser.received).toHaveLength(1);
    expect(browser.received[0]?.payload).toMatchObject({
      title: "Something new in your alerts",
      url: "/alerts",
    });
    expect(JSON.stringify(browser.received[0]?.payload)).not.toMatch(/magnesium|160|deficien/i);
    for (const time of ["07:01", "12:00", "23:00"]) await pass(at(time));
    await pass(at("07:00", "2026-05-15"));
    expect(titles()).toHaveLength(1);
  });

  it("is not that something is missing to say more", async () => {
    await switchOn({ nothingHour: null });
    await eat(viewer.userId, addDays(DAY, -1), { energy: 2000, magnesium: 160 });
    await pass(at("07:00"));
    expect(await db().notice.findMany({ where: { ownerId: viewer.userId } })).toMatchObject([
      { rule: "not-enough-data" },
    ]);
    expect(titles()).toEqual([]);
  });

  it("says what was found to who asked for that, and waits until the quiet hours end", async () => {
    await switchOn({ nothingHour: null, details: true, quietFrom: 6, quietTo: 9 });
    await eatLittle();
    await pass(at("07:00"));
    await pass(at("08:59"));
    expect(titles()).toEqual([]);
    await pass(at("09:00"));
    expect(browser.received[0]?.payload.body).toBe("Your usual magnesium is probably below your need.");
  });

  it("is not told when it was read meanwhile, nor what held when alerts were switched on", async () => {
    await switchOn({ nothingHour: null, quietFrom: 6, quietTo: 9 });
    await eatLittle();
    await pass(at("07:00"));
    await readAlert(viewer, viewer.userId, LOW);
    await pass(at("09:00"));
    expect(titles()).toEqual([]);
    const other = server.browser();
    const second = {
      ...viewer,
      sessionId: await openSession(viewer.userId, { address: null, userAgent: "Chrome" }),
    };
    await db().notice.updateMany({ where: { ownerId: viewer.userId }, data: { readAt: null, pushId: null } });
    await switchOn({ nothingHour: null, quietFrom: 0, quietTo: 0 }, second, other);
    await pass(at("07:00", "2026-05-15"));
    expect([titles(), titles(other)]).toEqual([[], []]);
  });

  it("goes to every browser that wants it", async () => {
    const other = server.browser();
    const third = server.browser();
    await switchOn({ nothingHour: null });
    await switchOn(
      { nothingHour: null },
      { ...viewer, sessionId: await openSession(viewer.userId, { address: null, userAgent: "Chrome" }) },
      other,
    );
    await switchOn(
      { nothingHour: null, alerts: false },
      { ...viewer, sessionId: await openSession(viewer.userId, { address: null, userAgent: "Safari" }) },
      third,
    );
    await eatLittle();
    await pass(at("07:00"));
    expect([browser, other, third].map((each) => titles(each).length)).toEqual([1, 1, 0]);
  });
});

describe("sending", () => {
  it("is tried again after an error, and given up when it is too late", async () => {
    await switchOn({ quietFrom: 0, quietTo: 0 });
    server.answers.push(500, "hang up");
    await pass(at("20:00"));
    await pass(at("20:01"));
    expect(titles()).toEqual([]);
    await pass(at("20:02"));
    await pass(at("20:03"));
    expect(titles()).toHaveLength(1);
    expect(await messages()).toMatchObject([{ state: "sent", attempts: 3 }]);
    server.answers.push(...Array.from({ length: 20 }, () => 503));
    for (const time of ["20:00", "20:01", "20:03", "20:08", "20:23", "20:53", "21:53", "23:53"])
      await pass(at(time, "2026-05-15"));
    await pass(at("00:30", "2026-05-16"));
    expect(titles()).toHaveLength(1);
    expect((await messages())[1]).toMatchObject({
      state: "failed",
      problem: "the push service answered 503",
    });
    expect(await devices()).toHaveLength(1);
  });

  it("waits as long as the push service asks for", async () => {
    await switchOn();
    server.answers.push(429);
    server.headers["retry-after"] = "1200";
    await pass(at("20:00"));
    await pass(at("20:19"));
    expect(server.requests()).toBe(1);
    await pass(at("20:20"));
    expect(titles()).toHaveLength(1);
  });

  it.each([404, 410])("ends the subscription when the push service answers %i", async (status) => {
    await switchOn();
    server.answers.push(status);
    await pass(at("20:00"));
    expect(await devices()).toEqual([]);
    expect(await messages()).toEqual([]);
    await pass(at("20:05"));
    expect(server.requests()).toBe(1);
  });

  it("ends a subscription whose messages are refused ten times in succession", async () => {
    await switchOn();
    for (let day = 1; day <= 10; day += 1) {
      expect(await devices()).toHaveLength(1);
      server.answers.push(403);
      await pass(at("20:00", addDays(DAY, day)));
    }
    expect(await devices()).toEqual([]);
  });

  it("is made up for after a process died while sending", async () => {
    await switchOn();
    await pass(at("19:00"));
    const id = randomUUID();
    const [device] = await devices();
    await db().pushMessage.create({
      data: {
        ownerId: viewer.userId,
        id,
        subscriptionId: device?.id ?? "",
        key: `nothing:${DAY}`,
        kind: "nothing",
        state: "sending",
        attempts: 1,
        nextAt: at("20:02"),
        expiresAt: at("23:00"),
        createdAt: at("20:00"),
        updatedAt: at("20:00"),
      },
    });
    await pass(at("20:01"));
    expect(titles()).toEqual([]);
    await pass(at("20:02"));
    await pass(at("20:03"));
    expect(titles()).toHaveLength(1);
  });
});

describe("ended from the message itself", () => {
  const stop = async (token: unknown) =>
    stopFromMessage(new Request("https://assay.example.org/", { method: "POST" }), {
      params: Promise.resolve({ token: String(token) }),
    });

  it("by a link that works once, for this kind on this browser", async () => {
    await switchOn();
    await pass(at("20:00"));
    const token = browser.received[0]?.payload.stop;
    const opened = await openStop(new Request("https://assay.example.org/"), {
      params: Promise.resolve({ token: String(token) }),
    });
    expect([opened.status, opened.headers.get("location")]).toEqual([303, `/reminders/${token}`]);
    expect((await devices())[0]).toMatchObject({ nothingHour: 20 });
    expect(await (await stop(token)).json()).toEqual({ kind: "nothing" });
    expect((await devices())[0]).toMatchObject({ nothingHour: null, doses: true, alerts: true });
    await pass(at("20:00", "2026-05-15"));
    expect(titles()).toHaveLength(1);
    // Switched on again, the old message ends nothing.
    await switchOn();
    expect((await stop(token)).status).toBe(200);
    expect((await devices())[0]).toMatchObject({ nothingHour: 20 });
  });

  it("by nobody who makes a link up", async () => {
    await switchOn();
    await pass(at("20:00"));
    const token = String(browser.received[0]?.payload.stop);
    const [owner, id] = token.split(".");
    for (const made of [
      "",
      "x",
      `${owner}.${id}`,
      `${owner}.${id}.AAAA`,
      `${token}x`,
      `${owner}.${randomUUID()}.${token.split(".")[2]}`,
    ])
      expect((await stop(made)).status).toBe(404);
    expect((await devices())[0]).toMatchObject({ nothingHour: 20 });
  });
});

describe("whom this server posts to", () => {
  const PRIVATE = [
    "http://push.example.org/x",
    "https://10.0.0.1/x",
    "https://192.168.1.1/x",
    "https://[::2]/x",
    "https://[fe80::1]/x",
    "https://169.254.169.254/latest/meta-data",
    "https://8.8.8.8/x",
    "https://0x0a000001/x",
    "https://router/x",
    "https://push.example.org:8443/x",
    "https://me:secret@push.example.org/x",
    "file:///etc/passwd",
  ];

  it.each(PRIVATE)("not to %s", async (endpoint) => {
    const subscription = { ...browser.subscription, endpoint };
    await expect(switchOn({ subscription })).rejects.toMatchObject({ code: "invalid" });
    await switchOn();
    await expect(renewReminders(viewer, viewer.userId, subscription)).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("not to a public name that leads to a private address", async () => {
    await switchOn();
    await db().pushSubscription.updateMany({
      where: { ownerId: viewer.userId },
      data: { endpoint: "https://push.example.org/x" },
    });
    for (const address of ["127.0.0.1", "10.1.2.3", "::ffff:127.0.0.1", "64:ff9b::a00:1"]) {
      const answer = { address, family: isIP(address) };
      const lookup = ((_host: string, _options: object, callback: (error: null, found: object[]) => void) =>
        callback(null, [answer])) as unknown as typeof dns.lookup;
      const spy = vi.spyOn(dns, "lookup").mockImplementation(lookup as never);
      syncBuiltinESMExports();
      await pass(at("20:00"));
      expect(spy).toHaveBeenCalled();
      spy.mockRestore();
      syncBuiltinESMExports();
      expect(await messages()).toMatchObject([
        { state: "waiting", problem: expect.stringContaining(`${address}(family:`) },
      ]);
      await db().pushMessage.deleteMany({ where: { ownerId: viewer.userId } });
      await db().pushSubscription.updateMany({ where: { ownerId: viewer.userId }, data: { dueAt: null } });
    }
    expect(server.requests()).toBe(0);
  });

  it("refuses keys that nothing can be encrypted with", async () => {
    const keys = { ...browser.subscription.keys, p256dh: "B".repeat(87) };
    await expect(switchOn({ subscription: { ...browser.subscription, keys } })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("a browser", () => {
  it("is told nothing once it is signed out", async () => {
    await switchOn();
    await revokeSession(viewer, viewer.userId, viewer.sessionId ?? "");
    await pass(at("20:00"));
    expect(server.requests()).toBe(0);
  });

  it("tells one account only, the one that is signed in", async () => {
    const other = await makeApi();
    const otherViewer = {
      ...other.viewer,
      sessionId: await openSession(other.userId, { address: null, userAgent: "Firefox" }),
    };
    await switchOn();
    await switchOn({}, otherViewer);
    expect(await devices()).toEqual([]);
    await pass(at("20:00"));
    expect(titles()).toHaveLength(1);
  });

  it("is one, however often it is switched on, and has another address when its push service says so", async () => {
    await switchOn();
    await switchOn({ nothingHour: 21 });
    expect(await devices()).toMatchObject([{ nothingHour: 21, current: true }]);
    const moved = server.browser();
    await renewReminders(viewer, viewer.userId, moved.subscription);
    await pass(at("21:00"));
    expect([titles(), titles(moved)]).toEqual([[], ["Nothing logged today yet"]]);
  });

  it("can be tested, and ended by its owner only", async () => {
    const device = await switchOn({ quietFrom: 0, quietTo: 0 });
    await sendTestReminder(viewer, viewer.userId, device.id);
    expect(browser.received[0]?.payload).toMatchObject({ title: "A test message from Assay", stop: null });
    server.answers.push(500);
    vi.spyOn(console, "error").mockReturnValueOnce();
    await expect(sendTestReminder(viewer, viewer.userId, device.id)).rejects.toMatchObject({
      code: "unavailable",
    });
    const other = await makeApi();
    await endReminders(other.viewer, other.userId, device.id);
    await expect(endReminders(other.viewer, viewer.userId, device.id)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await devices()).toHaveLength(1);
    await endReminders(viewer, viewer.userId, device.id);
    await endReminders(viewer, viewer.userId, device.id);
    expect(await devices()).toEqual([]);
  });

  it("is asked for: a token cannot stand in for one", async () => {
    const body = { ...choices, subscription: browser.subscription };
    expect((await api.call("PUT", "/reminders/current", body)).status).toBe(403);
    const device = await switchOn();
    expect((await api.call("GET", "/reminders")).body).toMatchObject({
      timeZone: "UTC",
      items: [{ id: device.id, current: false }],
    });
    expect(JSON.stringify((await api.call("GET", "/reminders")).body)).not.toContain(
      browser.subscription.endpoint,
    );
    expect((await api.call("POST", `/reminders/${device.id}/test`)).status).toBe(204);
    expect((await api.call("DELETE", `/reminders/${device.id}`)).status).toBe(204);
    expect((await api.call("POST", `/reminders/${device.id}/test`)).status).toBe(404);
  });
});
