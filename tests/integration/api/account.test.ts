import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  checkCredentials,
  createSampleAccount,
  createToken,
  deleteAccount,
  listTokens,
  openSession,
  revokeSession,
  revokeToken,
  sweepExpired,
  viewerOfSession,
  viewerOfToken,
} from "@/lib/access";
import { newToken } from "@/lib/access/schemas";
import { db } from "@/lib/db";
import { openSampleAccount } from "@/lib/diary";
import { type Api, makeApi, send } from "@/tests/support/api";
import { makeUser } from "@/tests/support/database";

const address = () => `${randomUUID()}@Example.org`;
const NOWHERE = { address: null, userAgent: null };
const PASSWORD = "correct horse battery";

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

describe("an account", () => {
  it("is made once for an address, whatever its case, and signs in by its password", async () => {
    const email = address();
    const made = await send("POST", "/account", { email, password: PASSWORD, timeZone: "Europe/Berlin" });
    expect(made.status).toBe(201);
    const again = await send("POST", "/account", { email: email.toUpperCase(), password: PASSWORD });
    expect(again.status).toBe(409);
    const { id } = made.body as { id: string };
    expect(await checkCredentials(email.toLowerCase(), PASSWORD, NOWHERE)).toBe(id);
    expect(await checkCredentials(email.toLowerCase(), `${PASSWORD}!`, NOWHERE)).toBeNull();
    expect(await checkCredentials(address(), PASSWORD, NOWHERE)).toBeNull();
    const stored = await db().user.findUnique({ where: { id } });
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await db().profile.findUnique({ where: { ownerId: id } })).toMatchObject({
      timeZone: "Europe/Berlin",
    });
  });

  it("is made once when two requests come at the same time", async () => {
    const email = address();
    const body = { email, password: PASSWORD };
    const answers = await Promise.all([1, 2, 3].map(() => send("POST", "/account", body)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  it.each([
    ["no address", { password: PASSWORD }, "email"],
    ["no e-mail address", { email: "nora", password: PASSWORD }, "email"],
    ["a short password", { email: address(), password: "short" }, "password"],
    ["a password of 201 characters", { email: address(), password: "x".repeat(201) }, "password"],
    ["an unknown time zone", { email: address(), password: PASSWORD, timeZone: "Mars/Olympus" }, "timeZone"],
    ["an offset for a time zone", { email: address(), password: PASSWORD, timeZone: "+02:00" }, "timeZone"],
    ["an unknown key", { email: address(), password: PASSWORD, admin: true }, "admin"],
    ["a list for an address", { email: [address()], password: PASSWORD }, "email"],
  ])("is refused with %s", async (_, body, field) => {
    const { status, body: answer } = await send("POST", "/account", body);
    expect(status).toBe(422);
    expect(Object.keys((answer as { error: { fields: object } }).error.fields)).toContain(field);
  });

  it("goes with everything it owns, after the password again", async () => {
    const email = address();
    const { id } = (await send("POST", "/account", { email, password: PASSWORD })).body as { id: string };
    const viewer = {
      userId: id,
      sessionId: randomUUID(),
      mayWrite: true,
      sample: false,
      confirmedAt: new Date(),
    };

    const { token } = await createToken(viewer, id, { name: "t", scopes: ["read", "write"] });
    const authorization = `Bearer ${token}`;
    const food = (await send("POST", "/foods", { name: "Mine", per100g: {} }, { authorization })).body as {
      id: string;
    };
    await send(
      "PUT",
      `/diary/${randomUUID()}`,
      { date: "2026-11-22", meal: "lunch", food: food.id, amount: { grams: 10 } },
      { authorization },
    );
    // Not with a token, whatever else is known.
    expect((await send("DELETE", "/account", { password: PASSWORD }, { authorization })).status).toBe(403);
    await expect(deleteAccount(viewer, id, "wrong")).rejects.toMatchObject({ code: "forbidden" });
    await deleteAccount(viewer, id, PASSWORD);
    expect((await send("GET", "/profile", undefined, { authorization })).status).toBe(401);
    for (const left of [
      await db().user.count({ where: { id } }),
      await db().profile.count({ where: { ownerId: id } }),
      await db().diaryEntry.count({ where: { ownerId: id } }),
      await db().ownFood.count({ where: { ownerId: id } }),
      await db().token.count({ where: { ownerId: id } }),
    ]) {
      expect(left).toBe(0);
    }
  });
});

describe("a session", () => {
  it("stands for its owner until it is revoked", async () => {
    const userId = await makeUser();
    const sid = await openSession(userId, { address: null, userAgent: "Firefox" });
    const viewer = await viewerOfSession(userId, sid);
    expect(viewer).toMatchObject({ userId, sessionId: sid, mayWrite: true });
    expect(await viewerOfSession(api.userId, sid)).toBeNull();
    if (viewer) await revokeSession(viewer, userId, sid);
    expect(await viewerOfSession(userId, sid)).toBeNull();
  });

  it("cannot be revoked by somebody else", async () => {
    const userId = await makeUser();
    const sid = await openSession(userId, NOWHERE);
    await expect(revokeSession(api.viewer, userId, sid)).rejects.toMatchObject({ code: "not_found" });
    expect(await viewerOfSession(userId, sid)).not.toBeNull();
  });

  it("runs out", async () => {
    const userId = await makeUser();
    const sid = await openSession(userId, NOWHERE);
    await db().session.updateMany({ where: { id: sid }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await viewerOfSession(userId, sid)).toBeNull();
    await sweepExpired();
    expect(await db().session.count({ where: { id: sid } })).toBe(0);
  });
});

describe("a token", () => {
  const session = (of: Api) => of.viewer;

  it("is shown once and stored hashed", async () => {
    const { id, token } = await createToken(session(api), api.userId, { name: "laptop", scopes: ["read"] });
    const list = await listTokens(session(api), api.userId);
    expect(list).toContainEqual(expect.objectContaining({ id, name: "laptop", scopes: ["read"] }));
    expect(JSON.stringify(list)).not.toContain(token);
    const row = await db().token.findFirst({ where: { id } });
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("that reads may not write", async () => {
    const { token } = await createToken(session(api), api.userId, { name: "r", scopes: ["read"] });
    const authorization = `Bearer ${token}`;
    expect((await send("GET", "/profile", undefined, { authorization })).status).toBe(200);
    const write = await send("POST", "/foods", { name: "x", per100g: {} }, { authorization });
    expect(write.status).toBe(403);
  });

  it("ends when it is revoked, and when its time is over", async () => {
    const made = await createToken(session(api), api.userId, { name: "x", scopes: ["read", "write"] });
    expect(await viewerOfToken(made.token)).not.toBeNull();
    for (const _ of [1, 2]) await revokeToken(session(api), api.userId, made.id);
    expect(await viewerOfToken(made.token)).toBeNull();
    const past = new Date(Date.now() - 1000).toISOString();
    await expect(
      createToken(session(api), api.userId, { name: "x", scopes: ["read"], expiresAt: past }),
    ).rejects.toMatchObject({ code: "invalid" });
  });

  it.each(["Bearer nonsense", "Bearer", "Basic abc", "assay_x"])("%s is 401", async (authorization) => {
    expect((await send("GET", "/profile", undefined, { authorization })).status).toBe(401);
  });

  it("fault 11: makes, lists and revokes no tokens, not even itself", async () => {
    const { id } = await createToken(session(api), api.userId, { name: "other", scopes: ["read"] });
    expect((await api.call("POST", "/tokens", { name: "child" })).status).toBe(403);
    expect((await api.call("GET", "/tokens")).status).toBe(403);
    expect((await api.call("DELETE", `/tokens/${id}`)).status).toBe(403);
    expect(await db().token.count({ where: { id } })).toBe(1);
  });
});

describe("a sample account", () => {
  it("opens with five weeks of entries and a profile, and goes after its day", async () => {
    const id = await openSampleAccount("America/New_York");
    const entries = await db().diaryEntry.findMany({ where: { ownerId: id } });
    const days = new Set(entries.map(({ date }) => date));
    expect(days.size).toBeGreaterThanOrEqual(25);
    expect(entries.some(({ magnesium }) => magnesium === null)).toBe(true);
    expect(await db().profile.findUnique({ where: { ownerId: id } })).toMatchObject({ sex: "female" });
    await db().user.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    const sid = await openSession(id, NOWHERE);
    expect(await viewerOfSession(id, sid)).toBeNull();
    expect(await sweepExpired()).toBeGreaterThanOrEqual(1);
    expect(await db().diaryEntry.count({ where: { ownerId: id } })).toBe(0);
  });

  it("cannot sign in by a password", async () => {
    const id = await createSampleAccount("UTC");
    expect((await db().user.findUnique({ where: { id } }))?.email).toBeNull();
    expect(await checkCredentials("", "", NOWHERE)).toBeNull();
  });
});

describe("a token that runs out late", () => {
  it("is listed up to the last day of the calendar and refused beyond it", async () => {
    const person = await makeApi();
    const input = newToken.parse({ name: "late", expiresAt: "2200-12-31T23:59:59Z" });
    const viewer = { ...person.viewer, sessionId: randomUUID() };
    await createToken(viewer, person.userId, input);
    expect(await listTokens(viewer, person.userId)).toContainEqual(
      expect.objectContaining({ name: "late", expiresAt: "2200-12-31T23:59:59.000Z" }),
    );
    // PostgreSQL keeps the year 10000 and could not be read again.
    for (const expiresAt of ["9999-12-31T23:59:59-23:59", "2201-01-01T00:00:00Z"]) {
      const refused = newToken.safeParse({ name: "late", expiresAt });
      expect(refused.error?.issues.map(({ path }) => path)).toEqual([["expiresAt"]]);
    }
  });
});

describe("an account deleted while it is being written to", () => {
  it("answers what came too late with 401", async () => {
    const person = await makeApi();
    const write = (i: number) =>
      [
        () =>
          person.call("PUT", `/diary/${randomUUID()}`, {
            date: "2026-11-22",
            meal: "lunch",
            food: "ndb:09040",
            amount: { grams: 100 },
          }),
        () => person.call("PUT", "/targets/iron", { target: 20, reason: "told so" }),
        () => person.call("PUT", "/profile", { birthDate: "1990-01-01", sex: "female" }),
        () => person.call("POST", "/foods", { name: "Soup", per100g: { iron: 1 } }),
      ][i % 4]?.();
    const remove = async () => {
      await deleteAccount(person.viewer, person.userId, undefined);
      return { status: 204 };
    };
    const answers = await Promise.all(Array.from({ length: 80 }, (_, i) => (i === 30 ? remove() : write(i))));
    expect(answers[30]?.status).toBe(204);
    const others = new Set(answers.map((answer) => answer?.status));
    // 404: what it reads of its own is gone already.
    expect([...others].filter((status) => ![200, 201, 204, 401, 404].includes(status ?? 0))).toEqual([]);
    expect((await person.call("GET", "/profile")).status).toBe(401);
  });
});
