import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import {
  confirm,
  createAccount,
  createToken,
  deleteAccount,
  openSession,
  type Viewer,
  viewerOfSession,
} from "@/lib/access";
import { db } from "@/lib/db";
import { openSampleAccount } from "@/lib/diary";

const PASSWORD = "correct horse battery";
const MINUTE = 60_000;
const token = { name: "laptop", scopes: ["read" as const] };

let userId: string;
let sid: string;
beforeEach(async () => {
  userId = await createAccount({ email: `${randomUUID()}@example.org`, password: PASSWORD });
  sid = await openSession(userId, { address: null, userAgent: "Firefox" });
});

const viewer = async (id = sid): Promise<Viewer> => {
  const found = await viewerOfSession(userId, id);
  if (!found) throw new Error("The session is gone.");
  return found;
};

/** Makes the session one that was confirmed some time ago. */
const age = (milliseconds: number) =>
  db().session.updateMany({
    where: { ownerId: userId },
    data: { confirmedAt: new Date(Date.now() - milliseconds) },
  });

describe("fault 11: what a session left open must not do", () => {
  it("a token is made after signing in, and not eleven minutes later", async () => {
    await createToken(await viewer(), userId, token);
    await age(11 * MINUTE);
    await expect(createToken(await viewer(), userId, token)).rejects.toMatchObject({
      code: "confirmation_required",
      status: 403,
      means: ["password"],
    });
    expect(await db().token.count({ where: { ownerId: userId } })).toBe(1);
  });

  it("the account is not deleted without confirming", async () => {
    await age(11 * MINUTE);
    await expect(deleteAccount(await viewer(), userId, undefined)).rejects.toMatchObject({
      code: "confirmation_required",
    });
    expect(await db().user.count({ where: { id: userId } })).toBe(1);
    await age(9 * MINUTE);
    await deleteAccount(await viewer(), userId, undefined);
    expect(await db().user.count({ where: { id: userId } })).toBe(0);
  });

  it("a session from before confirmations were kept, and one confirmed in the future, are not confirmed", async () => {
    await db().session.updateMany({ where: { ownerId: userId }, data: { confirmedAt: null } });
    await expect(createToken(await viewer(), userId, token)).rejects.toMatchObject({
      code: "confirmation_required",
    });
    await age(-5 * MINUTE);
    await expect(createToken(await viewer(), userId, token)).rejects.toMatchObject({
      code: "confirmation_required",
    });
  });
});

describe("confirming", () => {
  it("holds on this session only, which gets another id", async () => {
    const other = await openSession(userId, { address: null, userAgent: "Safari" });
    await age(11 * MINUTE);
    const { sessionId, confirmedUntil } = await confirm(await viewer(), userId, { password: PASSWORD });
    expect(sessionId).not.toBe(sid);
    expect(await viewerOfSession(userId, sid)).toBeNull();
    expect(Date.parse(confirmedUntil)).toBeGreaterThan(Date.now() + 9 * MINUTE);
    await createToken(await viewer(sessionId), userId, token);
    await expect(createToken(await viewer(other), userId, token)).rejects.toMatchObject({
      code: "confirmation_required",
    });
  });

  it("keeps the reminders of the browser", async () => {
    const now = new Date();
    await db().pushSubscription.create({
      data: {
        ownerId: userId,
        id: randomUUID(),
        sessionId: sid,
        endpoint: "https://push.example.org/x",
        p256dh: "x",
        auth: "x",
        name: "Firefox",
        doses: true,
        alerts: true,
        details: false,
        quietFrom: 22,
        quietTo: 7,
        createdAt: now,
        updatedAt: now,
        failures: 0,
      },
    });
    const { sessionId } = await confirm(await viewer(), userId, { password: PASSWORD });
    expect(await db().pushSubscription.findMany({ where: { ownerId: userId } })).toMatchObject([
      { sessionId },
    ]);
  });

  it("is refused with a wrong password, by somebody else, and twice with one session", async () => {
    const me = await viewer();
    await expect(confirm(me, userId, { password: "wrong" })).rejects.toMatchObject({
      code: "forbidden",
      fields: { password: "is not right" },
    });
    await expect(confirm(me, randomUUID(), { password: PASSWORD })).rejects.toMatchObject({
      code: "not_found",
    });
    const tries = await Promise.allSettled([1, 2].map(() => confirm(me, userId, { password: PASSWORD })));
    expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db().session.count({ where: { ownerId: userId } })).toBe(1);
  });

  it("is not asked of a sample account, and impossible with a token", async () => {
    const id = await openSampleAccount("UTC");
    const sample = await viewerOfSession(id, await openSession(id, { address: null, userAgent: null }));
    await db().session.updateMany({ where: { ownerId: id }, data: { confirmedAt: null } });
    expect(sample && (await createToken({ ...sample, confirmedAt: null }, id, token))).toBeTruthy();
    const byToken = { ...(await viewer()), sessionId: null };
    await expect(confirm(byToken, userId, { password: PASSWORD })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
