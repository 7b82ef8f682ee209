import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as stopByClick, GET as stopByOpening } from "@/app/(public)/mail/[token]/stop/route";
import { db } from "@/lib/db";
import { dailyPass, readAlert, sendTestMail } from "@/lib/notices";
import { addDays } from "@/lib/nutrition";
import { type Api, makeApi } from "@/tests/support/api";
import { eat } from "@/tests/support/eating";
import { freePort, headerOf, type MailServer, startMailServer, textOf } from "@/tests/support/mail-server";

/*
 * Mail to a real SMTP server. The clock is set to a Thursday at noon, UTC, unless a test is about the time; the
 * review is due on Mondays at 8, and two days later at the latest.
 */

const LOW = "low-usual-intake:magnesium";
const TODAY = "2026-05-14";
const MINUTE = 60_000;
const noon = (date: string) => new Date(`${date}T12:00:00Z`);
const later = (minutes: number) => new Date(noon(TODAY).getTime() + minutes * MINUTE);

let port: number;
let server: MailServer | undefined;
let api: Api;

beforeAll(async () => {
  port = await freePort();
  process.env.SMTP_URL = `smtp://assay:pass%20word@127.0.0.1:${port}`;
  process.env.MAIL_FROM = "Assay <assay@example.org>";
  process.env.PUBLIC_URL = "https://assay.example.org";
});
const stop = async () => {
  await server?.close();
  server = undefined;
};
const start = async (options: Parameters<typeof startMailServer>[1] = {}) => {
  await stop();
  server = await startMailServer(port, options);
};
const received = () => server?.received ?? [];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: noon(TODAY) });
  // Each test begins with nobody else to look after.
  await db().user.deleteMany({});
  api = await makeApi({ birthDate: "1985-06-15" });
  await start();
});
afterEach(async () => {
  vi.useRealTimers();
  await stop();
});

const settings = {
  offTypes: [],
  offMinerals: [],
  quietDays: [],
  hour: 7,
  reviewDay: 1,
  reviewHour: 8,
  mail: "at-once",
  mailOffTypes: ["data"],
  mailDetails: false,
};
const put = async (part: object = {}) => {
  const { status, body } = await api.call("PUT", "/settings/alerts", { ...settings, ...part });
  expect(status).toBe(200);
  return body as { mailReach: string };
};
/** Nine days of 160 mg: 86 % sure. */
const eatLittle = async (by = api) => {
  for (let n = 1; n <= 9; n += 1) await eat(by.userId, addDays(TODAY, -n), { energy: 2000, magnesium: 160 });
};
/** Two more of 50 mg: 97 % sure. */
const eatLess = async () => {
  for (const n of [10, 11]) await eat(api.userId, addDays(TODAY, -n), { energy: 2000, magnesium: 50 });
};
/** A change that leaves the findings as they are: today does not count yet. */
const logSomething = async () => {
  const entry = { date: TODAY, meal: "lunch", food: "ndb:09040", amount: { grams: 1 } };
  expect((await api.call("PUT", `/diary/${randomUUID()}`, entry)).status).toBe(201);
};
const pass = async (now = noon(TODAY)) => {
  vi.setSystemTime(now);
  await dailyPass(now);
};
const mails = () => db().mail.findMany({ where: { ownerId: api.userId }, orderBy: { createdAt: "asc" } });

describe("a mail about an alert", () => {
  it("is not sent to who did not ask for it", async () => {
    await eatLittle();
    await pass();
    await put({ mail: "none" });
    await pass(later(24 * 60));
    await put({ mail: "weekly" });
    await pass(later(25 * 60));
    expect(received()).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  it("is sent once, with a password, to the account's address, and says little", async () => {
    expect(await put()).toMatchObject({ mailReach: "yes" });
    await eatLittle();
    await pass();
    const [mail, ...others] = received();
    expect(others).toEqual([]);
    if (!mail) throw new Error("Nothing came");
    expect(mail).toMatchObject({
      from: "assay@example.org",
      to: [`${api.userId}@example.org`],
      user: "assay",
    });
    expect(headerOf(mail, "From")).toBe("Assay <assay@example.org>");
    expect(headerOf(mail, "To")).toBe(`${api.userId}@example.org`);
    expect(headerOf(mail, "Subject")).toBe("Something new in your alerts");
    expect(headerOf(mail, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect(headerOf(mail, "List-Unsubscribe")).toMatch(
      /^<https:\/\/assay\.example\.org\/mail\/[\w.-]+\/stop>$/,
    );
    const text = textOf(mail);
    expect(text).toContain("https://assay.example.org/alerts");
    expect(text).toContain("multipart/alternative");
    expect(text).not.toMatch(/magnesium|160|<img|http:\/\//i);
    expect(await mails()).toMatchObject([
      { kind: "alerts", state: "sent", attempts: 1, messageId: headerOf(mail, "Message-ID"), problem: null },
    ]);
    // Nothing brings it again: not the next minute, not the next day, not other settings.
    for (const minutes of [1, 24 * 60, 2 * 24 * 60]) await pass(later(minutes));
    await put({ mailDetails: true });
    await pass(later(3 * 24 * 60));
    expect(received()).toHaveLength(1);
  });

  it("names the finding for who asked for that, without a figure", async () => {
    await put({ mailDetails: true });
    await eatLittle();
    await pass();
    const text = textOf(received()[0] ?? { from: "", to: [], raw: "", secure: false, user: null });
    expect(text).toContain("Your usual magnesium is probably below your need.");
    expect(text).not.toMatch(/\b226\b|\b84\b/);
  });

  it("comes again when the finding escalates", async () => {
    await put();
    await eatLittle();
    await pass();
    await eatLess();
    await pass(later(24 * 60));
    expect(received()).toHaveLength(2);
    await pass(later(2 * 24 * 60));
    expect(received()).toHaveLength(2);
  });

  it("waits for ten minutes after a change to the diary, and is not sent to who read it in the app", async () => {
    await put();
    await pass();
    await eatLittle();
    await logSomething();
    await pass(later(9));
    expect(received()).toEqual([]);
    await pass(later(11));
    expect(received()).toHaveLength(1);

    await eatLess();
    vi.setSystemTime(later(20));
    await logSomething();
    await readAlert(api.viewer, api.userId, LOW);
    await pass(later(40));
    expect(received()).toHaveLength(1);
  });

  it("is not about what is handled, snoozed or not wanted", async () => {
    await eatLittle();
    await put({ mailOffTypes: ["intake"] });
    await pass();
    await put({ quietDays: [4, 5, 6] });
    await pass(later(24 * 60));
    await put();
    await api.call("PATCH", `/alerts/${LOW}`, { mutedDays: 30 });
    await pass(later(2 * 24 * 60));
    expect(received()).toEqual([]);
  });

  it("is sent once by two servers at the same time", async () => {
    await put();
    await eatLittle();
    await Promise.all(Array.from({ length: 6 }, () => dailyPass(noon(TODAY))));
    expect(received()).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  it("goes to nobody when the account is deleted", async () => {
    await put();
    await eatLittle();
    await stop();
    await pass();
    expect(await mails()).toMatchObject([{ state: "waiting" }]);
    await db().user.delete({ where: { id: api.userId } });
    await start();
    await pass(later(60));
    expect(received()).toEqual([]);
    expect(await mails()).toEqual([]);
  });
});

describe("the weekly review", () => {
  const MONDAY = "2026-05-11";
  const at8 = new Date(`${MONDAY}T08:00:00Z`);
  const only = () => {
    expect(received()).toHaveLength(1);
    return textOf(received()[0] as never).replaceAll("\u00a0", " ");
  };
  /** Four weeks of 200 and 220 mg, and a week of 250 to 260 mg: more with confidence, and still short. */
  const eatMore = async () => {
    for (let n = 8; n <= 35; n += 1)
      await eat(api.userId, addDays(MONDAY, -n), { energy: 2000, magnesium: n % 2 === 0 ? 140 : 160 });
    for (let n = 1; n <= 6; n += 1)
      await eat(api.userId, addDays(MONDAY, -n), { energy: 2000, magnesium: n % 2 === 0 ? 180 : 190 });
  };

  it("is mailed once, on its day and hour, or when the server is back within two days", async () => {
    await put({ mail: "weekly" });
    await eatLittle();
    // Monday 11 May, of the week before: ISO week 19.
    await pass(new Date("2026-05-11T07:59:00Z"));
    expect(received()).toEqual([]);
    await pass(at8);
    expect(received()).toHaveLength(1);
    expect(textOf(received()[0] as never)).toContain("https://assay.example.org/review/2026-W19");
    await pass(new Date("2026-05-11T09:00:00Z"));
    await put({ mail: "weekly", reviewDay: 2 });
    await pass(noon("2026-05-12"));
    expect(received()).toHaveLength(1);

    await pass(noon("2026-05-20"));
    expect(received()).toHaveLength(2);
    expect(await mails()).toMatchObject([{ id: "review:2026-W19" }, { id: "review:2026-W20" }]);
  });

  it("is mailed once by several servers at the same time", async () => {
    await put({ mail: "weekly" });
    await eatMore();
    vi.setSystemTime(at8);
    await Promise.all(Array.from({ length: 6 }, () => dailyPass(at8)));
    await pass(new Date("2026-05-11T10:00:00Z"));
    expect(received()).toHaveLength(1);
    expect(await mails()).toMatchObject([{ id: "review:2026-W19", state: "sent", attempts: 1 }]);
  });

  it("says only how many days count to who did not ask for more", async () => {
    await put({ mail: "weekly" });
    await eatMore();
    await pass(at8);
    expect(headerOf(received()[0] as never, "Subject")).toBe("Your weekly review is ready");
    const text = only();
    // As text and as HTML, both with the address of the page.
    expect(text.match(/6 of its 7 days count\./g)).toHaveLength(2);
    expect(text.match(/https:\/\/assay\.example\.org\/review\/2026-W19/g)).toHaveLength(2);
    expect(text).toContain("The review of the week 4 – 10 May is ready.");
    expect(text).toContain("text/html");
    expect(text).not.toMatch(/magnesium|below|more than|to try|<img|\b2[0-9]{2} ?mg|http:\/\//i);
  });

  it("says the main lines, without figures, to who asked for them", async () => {
    await put({ mail: "weekly", mailDetails: true });
    await eatMore();
    await pass(at8);
    const text = only();
    expect(text.match(/Magnesium: more than in the four weeks before\./g)).toHaveLength(2);
    expect(text).toMatch(/Still open: Your usual magnesium is (very )?probably below your need\./);
    expect(text.match(/One thing to try: .+, for magnesium\./g)).toHaveLength(2);
    expect(text).not.toMatch(/\d ?mg\b|\d ?%/);
  });

  it("leaves out what is not to be mailed", async () => {
    await put({ mail: "weekly", mailDetails: true, offMinerals: ["magnesium"] });
    await eatMore();
    await pass(at8);
    expect(only()).not.toMatch(/magnesium/i);
  });

  it("counts no days for who is not to be shown scores", async () => {
    await db().profile.update({
      where: { ownerId: api.userId },
      data: { conditions: JSON.stringify(["eating-disorder-history"]) },
    });
    await put({ mail: "weekly" });
    await eatMore();
    await pass(at8);
    const text = only();
    expect(text).toContain("The review of the week 4 – 10 May is ready.");
    expect(text).not.toContain("days count");
  });

  it("is not mailed of a week in which nothing was logged", async () => {
    await put({ mail: "weekly" });
    // The week before that one, and the day of the review.
    await eat(api.userId, "2026-05-03", { energy: 2000, magnesium: 200 });
    await eat(api.userId, MONDAY, { energy: 2000, magnesium: 200 });
    await pass(at8);
    await pass(noon("2026-05-12"));
    expect(received()).toEqual([]);
    expect(await mails()).toMatchObject([{ id: "review:2026-W19", state: "dropped" }]);
  });
});

describe("a mail server", () => {
  it("that is down gets the mail later, once", async () => {
    await put();
    await eatLittle();
    await stop();
    await pass();
    expect(await mails()).toMatchObject([{ state: "waiting", attempts: 1, nextAt: later(1) }]);
    await pass(later(1));
    expect(await mails()).toMatchObject([{ state: "waiting", attempts: 2, nextAt: later(6) }]);
    await start();
    await pass(later(5));
    expect(received()).toEqual([]);
    await pass(later(6));
    expect(received()).toHaveLength(1);
    await pass(later(60));
    expect(received()).toHaveLength(1);
    const [mail] = await mails();
    expect(mail).toMatchObject({ state: "sent", attempts: 3 });
    expect(headerOf(received()[0] as never, "Message-ID")).toBe(mail?.messageId);
  });

  it("that stays down is given up after two days", async () => {
    await put();
    await eatLittle();
    await stop();
    for (const minutes of [0, 1, 6, 36, 156, 516, 1956, 4000]) await pass(later(minutes));
    expect(await mails()).toMatchObject([{ state: "failed", attempts: 7 }]);
  });

  it.each([
    [451, "waiting"],
    [552, "failed"],
  ])("that answers %d leaves the mail %s", async (responseCode, state) => {
    await put();
    await eatLittle();
    await start({
      onRcptTo: (_address, _session, callback) =>
        callback(Object.assign(new Error("Not like this"), { responseCode })),
    });
    await pass();
    expect(await mails()).toMatchObject([{ state, problem: expect.stringContaining(String(responseCode)) }]);
  });

  it("that wants another password gets the mail when that is mended", async () => {
    await put();
    await eatLittle();
    await start({ onAuth: (_auth, _session, callback) => callback(new Error("Wrong password")) });
    await pass();
    const [mail] = await mails();
    expect(mail).toMatchObject({ state: "waiting" });
    expect(mail?.problem).not.toContain("pass word");
    await start();
    await pass(later(1));
    expect(received()).toHaveLength(1);
  });

  it("that breaks off after the text was handed over gets it no second time", async () => {
    await put();
    await eatLittle();
    let handedOver = 0;
    await start({
      onData: (stream) => {
        stream.on("end", () => {
          handedOver += 1;
          server?.cut();
        });
        stream.resume();
      },
    });
    await pass();
    expect(handedOver).toBe(1);
    expect(await mails()).toMatchObject([{ state: "unknown" }]);
    await start();
    await pass(later(60));
    expect(received()).toEqual([]);
  });

  it("gets a mail no second time from a process that died while sending it", async () => {
    await put();
    await eatLittle();
    await stop();
    await pass();
    await db().mail.updateMany({ data: { state: "sending", nextAt: later(5) } });
    await start();
    await pass(later(4));
    expect(await mails()).toMatchObject([{ state: "sending" }]);
    await pass(later(5));
    expect(await mails()).toMatchObject([{ state: "unknown" }]);
    await pass(later(600));
    expect(received()).toEqual([]);
  });
});

describe("stopping mail", () => {
  const link = () =>
    /<https:\/\/assay\.example\.org\/mail\/([^/>]+)\/stop>/.exec(
      headerOf(received()[0] as never, "List-Unsubscribe") ?? "",
    )?.[1] ?? "";
  const click = (token: string) =>
    stopByClick(
      new Request(`https://assay.example.org/mail/${token}/stop`, {
        method: "POST",
        body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
      }),
      { params: Promise.resolve({ token }) },
    );
  const chosen = async () => ((await api.call("GET", "/settings/alerts")).body as { mail: string }).mail;

  it("takes one click and no signing in; opening the link alone does nothing", async () => {
    await put();
    await eatLittle();
    await pass();
    const token = link();
    const opened = await stopByOpening(new Request("https://assay.example.org/"), {
      params: Promise.resolve({ token }),
    });
    expect([opened.status, opened.headers.get("location")]).toEqual([303, `/mail/${token}`]);
    expect(await chosen()).toBe("at-once");
    expect((await click(token)).status).toBe(200);
    expect(await chosen()).toBe("none");
    expect((await click(token)).status).toBe(200);
    await eatLess();
    await pass(later(24 * 60));
    expect(received()).toHaveLength(1);
  });

  it("drops what waits to be sent", async () => {
    await put();
    await eatLittle();
    await pass();
    const token = link();
    await eatLess();
    await stop();
    await pass(later(24 * 60));
    await click(token);
    await start();
    await pass(later(25 * 60));
    expect(received()).toEqual([]);
    expect((await mails()).map(({ state }) => state)).toEqual(["sent", "dropped"]);
  });

  it("takes no other link", async () => {
    await put();
    await eatLittle();
    await pass();
    const token = link();
    const other = await makeApi();
    const signature = token.slice(token.lastIndexOf(".") + 1);
    for (const wrong of [
      `${other.userId}.${signature}`,
      `${api.userId}.${signature.slice(1)}`,
      api.userId,
      "",
      ".",
      `${api.userId}.`,
      "x".repeat(10_000),
    ]) {
      expect((await click(wrong)).status).toBe(404);
    }
    expect(await chosen()).toBe("at-once");
    // An account that is gone: the link is ours and there is nothing to stop.
    await db().user.delete({ where: { id: api.userId } });
    expect((await click(token)).status).toBe(200);
    expect(await db().alertSettings.count({ where: { ownerId: api.userId } })).toBe(0);
  });
});

describe("a test mail", () => {
  it("comes at once, or says why not", async () => {
    await sendTestMail(api.viewer, api.userId);
    expect(headerOf(received()[0] as never, "Subject")).toBe("A test mail from Assay");
    await stop();
    await expect(sendTestMail(api.viewer, api.userId)).rejects.toMatchObject({ code: "unavailable" });
    const other = await makeApi();
    await expect(sendTestMail(other.viewer, api.userId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes no headers from an address, even from one that should never have been stored", async () => {
    await db().user.update({
      where: { id: api.userId },
      data: { email: "nora@example.org\r\nBcc: all@example.org, more@example.org" },
    });
    await sendTestMail(api.viewer, api.userId).catch(() => undefined);
    for (const mail of received()) {
      expect(mail.to).toHaveLength(1);
      expect(headerOf(mail, "Bcc")).toBeNull();
    }
  });

  it("is the API's way to know whether mail reaches an account", async () => {
    await db().user.update({ where: { id: api.userId }, data: { email: null } });
    expect(await put()).toMatchObject({ mailReach: "no-address" });
    await eatLittle();
    await pass();
    expect(await mails()).toEqual([]);
  });
});
