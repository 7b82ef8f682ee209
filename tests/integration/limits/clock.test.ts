import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openSession, viewerOfSession } from "@/lib/access";
import { db } from "@/lib/db";
import { countUse } from "@/lib/limits";
import { dailyPass } from "@/lib/notices";
import { makeUser } from "@/tests/support/database";

const DAY = 24 * 60 * 60_000;
const JUMP = 400 * DAY;

/** Only the clock is a false one: the drivers of the databases go on. */
const setClock = (at: number) => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(at);
};

afterEach(() => vi.useRealTimers());

describe("fault 12: a clock that was 400 days ahead for a minute leaves nothing stuck", () => {
  it("an account is due again after it was set back", async () => {
    const ownerId = await makeUser();
    const now = Date.now();
    const dueAt = async () =>
      (await db().profile.findFirst({ where: { ownerId }, select: { dailyDueAt: true } }))?.dailyDueAt;
    setClock(now + JUMP);
    await dailyPass();
    expect((await dueAt())?.getTime()).toBeGreaterThan(now + 399 * DAY);
    setClock(now + 60_000);
    await dailyPass();
    expect((await dueAt())?.getTime()).toBeLessThan(now + 3 * DAY);
  });

  it("a mail that waited for its next try is tried, and one that was being sent is given up", async () => {
    const ownerId = await makeUser();
    const now = Date.now();
    const at = new Date(now + JUMP);
    const mail = { ownerId, kind: "alerts", attempts: 1, messageId: "<1@x>", createdAt: at, updatedAt: at };
    await db().mail.createMany({
      data: [
        { ...mail, id: "waiting", state: "waiting", nextAt: new Date(now + JUMP + 60_000) },
        { ...mail, id: "sending", state: "sending", nextAt: new Date(now + JUMP + 300_000) },
      ],
    });
    setClock(now);
    const { dueMails, giveUpLostMails } = await import("@/lib/mail/store");
    expect((await dueMails(["alerts"], new Date(), 100)).map(({ id }) => id)).toEqual(["waiting"]);
    await giveUpLostMails(new Date());
    const left = await db().mail.findFirst({ where: { ownerId, id: "sending" }, select: { state: true } });
    expect(left).toEqual({ state: "unknown" });
  });

  it("a session says when it was last seen, and ends when others do", async () => {
    const ownerId = await makeUser();
    const now = Date.now();
    setClock(now + JUMP);
    const id = await openSession(ownerId, { address: "127.0.0.1", userAgent: null });
    setClock(now + 60_000);
    expect(await viewerOfSession(ownerId, id)).not.toBeNull();
    const session = await db().session.findFirst({ where: { ownerId, id } });
    expect(session?.lastSeenAt.getTime()).toBeLessThan(now + DAY);
    expect(session?.expiresAt.getTime()).toBeLessThan(now + 31 * DAY);
  });
});

describe("fault 6: a clock that is set does not stretch a limit", () => {
  const used = async (key: string) => {
    const limit = () =>
      countUse("testMail", key).then(
        () => true,
        () => false,
      );
    return [await limit(), await limit(), await limit(), await limit()];
  };

  it("one that a clock filled which was ahead is over", async () => {
    const key = randomUUID();
    expect(await used(key)).toEqual([true, true, true, false]);
    await expect(countUse("testMail", key)).rejects.toMatchObject({ code: "rate_limited" });
    // As if it had been counted 400 days later.
    await db().limitUse.updateMany({ data: { endsAt: Date.now() + JUMP } });
    expect(await used(key)).toEqual([true, true, true, false]);
  });

  it("says at most its own window, and goes on as long as it lasts", async () => {
    const key = randomUUID();
    await used(key);
    const refusal = await countUse("testMail", key).catch((error: unknown) => error);
    const { retryAfterSeconds } = refusal as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBeGreaterThan(3590);
    expect(retryAfterSeconds).toBeLessThanOrEqual(3600);
    await db().limitUse.updateMany({ data: { endsAt: Date.now() - 60_000 } });
    expect(await used(key)).toEqual([true, true, true, false]);
  });

  it("one in memory tells no wait that a clock made", async () => {
    const key = randomUUID();
    const now = Date.now();
    setClock(now);
    await Promise.all(Array.from({ length: 100 }, () => countUse("bearer", key)));
    setClock(now - DAY);
    const refusal = await countUse("bearer", key).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "rate_limited" });
    expect((refusal as { retryAfterSeconds: number }).retryAfterSeconds).toBeLessThanOrEqual(900);
  });
});
