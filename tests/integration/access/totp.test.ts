import { randomUUID } from "node:crypto";
import { TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  beginTotp,
  confirm,
  confirmTotp,
  createAccount,
  hasSecondFactor,
  listMethods,
  openSession,
  readTicket,
  removeTotp,
  renewRecoveryCodes,
  secondFactorTicket,
  takeCode,
  type Viewer,
  viewerOfSession,
} from "@/lib/access";
import { db } from "@/lib/db";

const PASSWORD = "correct horse battery";
const STEP_MS = 30_000;

let userId: string;
let viewer: Viewer;
let secret: string;
let codes: string[];

const codeAt = (time: number): string => new TOTP({ secret }).generate({ timestamp: time });

beforeEach(async () => {
  // In the middle of a step, so that none ends while a test runs.
  vi.useFakeTimers({ toFake: ["Date"], now: Math.floor(Date.now() / STEP_MS) * STEP_MS + STEP_MS / 2 });
  userId = await createAccount({ email: `${randomUUID()}@example.org`, password: PASSWORD });
  const found = await viewerOfSession(userId, await openSession(userId, { address: null, userAgent: null }));
  if (!found) throw new Error("The session is gone.");
  viewer = found;
  ({ secret } = await beginTotp(viewer, userId));
  codes = await confirmTotp(viewer, userId, codeAt(Date.now()));
  vi.setSystemTime(Date.now() + 10 * STEP_MS);
});
afterEach(() => {
  vi.useRealTimers();
});

describe("an authenticator app", () => {
  it("counts once it has shown a right code, and its secret is kept sealed", async () => {
    const other = await createAccount({ email: `${randomUUID()}@example.org`, password: PASSWORD });
    const own = { ...viewer, userId: other };
    await beginTotp(own, other);
    expect(await hasSecondFactor(other)).toBe(false);
    await expect(confirmTotp(own, other, "000000x")).rejects.toMatchObject({ code: "invalid" });
    expect(await takeCode(other, codeAt(Date.now()))).toBe(false);
    expect(await hasSecondFactor(userId)).toBe(true);
    await expect(beginTotp(viewer, userId)).rejects.toMatchObject({ code: "conflict" });
    expect(JSON.stringify(await db().totp.findMany())).not.toContain(secret);
    expect(JSON.stringify(await db().recoveryCode.findMany())).not.toContain(codes[0]);
  });

  it("a code is taken once, also of many at the same moment, and none older than it", async () => {
    const code = codeAt(Date.now());
    const tries = await Promise.all(Array.from({ length: 20 }, () => takeCode(userId, code)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await takeCode(userId, code)).toBe(false);
    expect(await takeCode(userId, codeAt(Date.now() - STEP_MS))).toBe(false);
    expect(await takeCode(userId, codeAt(Date.now() + STEP_MS))).toBe(true);
  });

  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])("a clock that is %i steps off: %s", async (steps, right) => {
    expect(await takeCode(userId, codeAt(Date.now() + steps * STEP_MS))).toBe(right);
  });

  it("each recovery code stands in for it once, however it is typed; new ones end the old", async () => {
    expect(new Set(codes).size).toBe(10);
    const [first = "", second = "", third = ""] = codes;
    const tries = await Promise.all(Array.from({ length: 10 }, () => takeCode(userId, first)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await takeCode(userId, second.toLowerCase().replaceAll("-", " "))).toBe(true);
    expect((await listMethods(viewer, userId)).totp?.recoveryCodesLeft).toBe(8);
    const renewed = await renewRecoveryCodes(viewer, userId);
    expect(await takeCode(userId, third)).toBe(false);
    expect(await takeCode(userId, renewed[0] ?? "")).toBe(true);
  });

  it("confirms a session, and is changed in a confirmed one only", async () => {
    const stale = { ...viewer, confirmedAt: new Date(Date.now() - 11 * 60_000) };
    for (const change of [removeTotp, renewRecoveryCodes, beginTotp])
      await expect(change(stale, userId)).rejects.toMatchObject({
        code: "confirmation_required",
        means: ["password", "totp"],
      });
    await expect(confirm(stale, userId, { code: "123" })).rejects.toMatchObject({ code: "forbidden" });
    const { sessionId } = await confirm(stale, userId, { code: codeAt(Date.now()) });
    const confirmed = await viewerOfSession(userId, sessionId);
    if (confirmed) await removeTotp(confirmed, userId);
    expect(await listMethods(viewer, userId)).toEqual({ password: true, totp: null });
    expect(await db().recoveryCode.count({ where: { ownerId: userId } })).toBe(0);
  });

  it("is nobody else's to see or change, and none of another account is right", async () => {
    const other = await createAccount({ email: `${randomUUID()}@example.org`, password: PASSWORD });
    const stranger = { ...viewer, userId: other };
    for (const change of [listMethods, removeTotp, renewRecoveryCodes, beginTotp])
      await expect(change(stranger, userId)).rejects.toMatchObject({ code: "not_found" });
    expect(await takeCode(other, codes[0] ?? "")).toBe(false);
    expect(await hasSecondFactor(userId)).toBe(true);
  });
});

describe("the ticket between password and code", () => {
  it("is read for five minutes, and not when it was changed", () => {
    const ticket = secondFactorTicket(userId, "nora@example.org");
    expect(readTicket(ticket)).toMatchObject({ userId, email: "nora@example.org" });
    expect(readTicket(`${ticket.slice(0, -4)}AAAA`)).toBeNull();
    expect(readTicket("")).toBeNull();
    vi.setSystemTime(Date.now() + 5 * 60_000);
    expect(readTicket(ticket)).toBeNull();
  });
});
