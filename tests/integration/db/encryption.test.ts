import { randomBytes, randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NamedKey } from "@/lib/aead";
import { db, encryptionProblem, reencryptAll, rows, sql } from "@/lib/db";
import { env } from "@/lib/env";
import { type Api, makeApi } from "../../support/api";

// The settings are read once a process; the test changes those in force.
const settings = env() as { encryptionKey: NamedKey | null; encryptionOldKeys: readonly NamedKey[] };
const keys = {
  get current() {
    return settings.encryptionKey;
  },
  set current(key) {
    settings.encryptionKey = key;
  },
  set old(old: readonly NamedKey[]) {
    settings.encryptionOldKeys = old;
  },
};

const newKey = (id: string): NamedKey => ({ id, key: randomBytes(32) });
const NOTE = "felt dizzy after the walk";
const DATE = "2026-11-02";

let api: Api;
beforeEach(async () => {
  keys.current = newKey("k1");
  keys.old = [];
  // Nothing is left that another key encrypted: rotation is of the whole database.
  await db().user.deleteMany({});
  api = await makeApi();
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

const entry = { date: DATE, meal: "lunch", food: "ndb:09040", amount: { grams: 100 }, note: NOTE };

const put = (id: string, note = NOTE) => api.call("PUT", `/diary/${id}`, { ...entry, note });
const noteOf = async (id: string) => {
  const { status, body } = await api.call("GET", `/diary/${id}`);
  return { status, note: (body as { note?: string }).note };
};

type Stored = { value: string | null };
const storedNote = async (id: string): Promise<string | null> =>
  (await rows<Stored>(sql`SELECT "note" AS "value" FROM "DiaryEntry" WHERE "id" = ${id}`))[0]?.value ?? null;
const overwrite = (id: string, note: string | null) =>
  db().$executeRaw(sql`UPDATE "DiaryEntry" SET "note" = ${note} WHERE "id" = ${id}`);

const everything = async (): Promise<string> =>
  JSON.stringify([
    await rows(sql`SELECT "note" FROM "DiaryEntry" WHERE "ownerId" = ${api.userId}`),
    await rows(sql`SELECT "conditions", "medicines" FROM "Profile" WHERE "ownerId" = ${api.userId}`),
    await rows(sql`SELECT "kind" FROM "LifePeriod" WHERE "ownerId" = ${api.userId}`),
    await rows(sql`SELECT "reason" FROM "TargetOverride" WHERE "ownerId" = ${api.userId}`),
  ]);

const fill = async (id: string): Promise<void> => {
  expect((await put(id)).status).toBe(201);
  const profile = { conditions: ["coeliac-disease"], medicines: ["levothyroxine"], lifeStage: "pregnant" };
  expect((await api.call("PUT", "/profile", profile)).body).toMatchObject(profile);
  const target = await api.call("PUT", "/targets/iron", { target: 20, reason: "my doctor said so" });
  expect(target.status).toBe(200);
};

const read = async () => {
  const { conditions, medicines, lifeStage } = (await api.call("GET", "/profile")).body as {
    conditions: string[];
    medicines: string[];
    lifeStage: string;
  };
  return { conditions, medicines, lifeStage };
};
const HEALTH = { conditions: ["coeliac-disease"], medicines: ["levothyroxine"], lifeStage: "pregnant" };

describe("encryption at rest", () => {
  it("leaves nothing of it readable in the tables, and the product sees no difference", async () => {
    const id = randomUUID();
    await fill(id);
    const stored = await everything();
    expect(stored).not.toMatch(/dizzy|coeliac|levothyroxine|pregnant|doctor/);
    expect(stored.match(/enc:v1:k1:/g)?.length).toBeGreaterThanOrEqual(5);
    expect(await noteOf(id)).toEqual({ status: 200, note: NOTE });
    expect(await read()).toEqual(HEALTH);
    expect(JSON.stringify((await api.call("GET", "/copy")).body)).toContain(NOTE);
    expect(JSON.stringify((await api.call("GET", `/diary?date=${DATE}`)).body)).toContain(NOTE);
    expect((await api.call("GET", "/alerts")).status).toBe(200);
  });

  it("changes nothing when the same is sent again", async () => {
    const id = randomUUID();
    await fill(id);
    const before = await everything();
    const first = (await api.call("GET", `/diary/${id}`)).headers.get("etag");
    expect((await put(id)).status).toBe(200);
    await api.call("PUT", "/profile", HEALTH);
    await api.call("PUT", "/targets/iron", { target: 20, reason: "my doctor said so" });
    expect(await everything()).toBe(before);
    expect((await api.call("GET", `/diary/${id}`)).headers.get("etag")).toBe(first);
    expect((await put(id, "another")).status).toBe(200);
    expect((await noteOf(id)).note).toBe("another");
  });

  it("is off without a key, and still reads what was plain once there is one", async () => {
    keys.current = null;
    api = await makeApi();
    const id = randomUUID();
    await fill(id);
    expect(await everything()).toMatch(/dizzy.*coeliac.*levothyroxine.*pregnant.*doctor/);
    keys.current = newKey("k1");
    expect(await noteOf(id)).toEqual({ status: 200, note: NOTE });
    expect(await read()).toEqual(HEALTH);
  });

  it.each(["enc:v1:k1:abc", "enc:v0:x", "enc:"])("keeps a note that reads %s", async (note) => {
    for (const current of [null, newKey("k1")]) {
      keys.current = current;
      const id = randomUUID();
      await put(id, note);
      expect(await noteOf(id)).toEqual({ status: 200, note });
    }
  });

  it("answers 503 without the key or with another one, never what is stored", async () => {
    const id = randomUUID();
    await fill(id);
    expect(await encryptionProblem()).toBeNull();
    for (const [current, words] of [
      [null, /the key "k1", which neither/],
      [newKey("k2"), /the key "k1", which neither/],
      [newKey("k1"), /does not open with the key "k1"/],
    ] as const) {
      keys.current = current;
      expect(await noteOf(id)).toEqual({ status: 503, note: undefined });
      expect((await api.call("GET", "/profile")).status).toBe(503);
      expect(await encryptionProblem()).toMatch(words);
    }
  });

  it("takes no value that was changed, cut, or moved to another owner or column", async () => {
    const id = randomUUID();
    await put(id);
    const stored = (await storedNote(id)) ?? "";
    const other = await makeApi();
    await other.call("PUT", "/profile", { conditions: ["coeliac-disease"] });
    const theirs = await rows<Stored>(
      sql`SELECT "conditions" AS "value" FROM "Profile" WHERE "ownerId" = ${other.userId}`,
    );
    const flipped = stored.slice(0, -1) + (stored.endsWith("A") ? "E" : "A");
    for (const bad of [flipped, stored.slice(0, 40), "enc:v1:k1:", "enc:v2:k1:abc", theirs[0]?.value ?? ""]) {
      await overwrite(id, bad);
      expect([bad, await noteOf(id)]).toEqual([bad, { status: 503, note: undefined }]);
    }
    await overwrite(id, stored);
    expect((await noteOf(id)).note).toBe(NOTE);
    await db().$executeRaw(
      sql`UPDATE "Profile" SET "conditions" = ${stored} WHERE "ownerId" = ${api.userId}`,
    );
    expect((await api.call("GET", "/profile")).status).toBe(503);
  });

  it("is written anew with another key, in batches, while people write, and with the same versions", async () => {
    const id = randomUUID();
    await fill(id);
    const etag = (await api.call("GET", `/diary/${id}`)).headers.get("etag");
    const now = new Date();
    const like = (await db().diaryEntry.findFirst({ where: { id } })) as NonNullable<
      Awaited<ReturnType<ReturnType<typeof db>["diaryEntry"]["findFirst"]>>
    >;
    const many = Array.from({ length: 450 }, (_, i) => ({
      ...like,
      id: randomUUID(),
      note: `note ${i}`,
      createdAt: now,
    }));
    await db().diaryEntry.createMany({ data: many });
    const [first] = [keys.current];
    keys.old = first ? [first] : [];
    keys.current = newKey("k2");
    const [done, written] = await Promise.all([reencryptAll(), put(many[7]?.id ?? "", "written meanwhile")]);
    expect(written.status).toBe(200);
    expect(done.unreadable).toBe(0);
    expect(done.changed).toBeGreaterThanOrEqual(450);
    expect(await everything()).not.toContain("enc:v1:k1:");
    expect(await reencryptAll()).toEqual({ changed: 0, unreadable: 0 });
    keys.old = [];
    expect(await encryptionProblem()).toBeNull();
    expect((await noteOf(many[7]?.id ?? "")).note).toBe("written meanwhile");
    expect((await noteOf(many[449]?.id ?? "")).note).toBe("note 449");
    expect(await read()).toEqual(HEALTH);
    expect((await api.call("GET", `/diary/${id}`)).headers.get("etag")).toBe(etag);
    // And back to plain.
    keys.old = [keys.current];
    keys.current = null;
    await reencryptAll();
    expect(await everything()).not.toContain("enc:v1:");
    expect(await noteOf(id)).toEqual({ status: 200, note: NOTE });
  });

  it("counts what does not open, tells where it is, and leaves it", async () => {
    const [good, bad] = [randomUUID(), randomUUID()];
    await put(good);
    keys.current = newKey("lost");
    await put(bad);
    const before = await storedNote(bad);
    keys.current = newKey("k3");
    const told: string[] = [];
    const { unreadable } = await reencryptAll((problem) => told.push(problem));
    expect(unreadable).toBeGreaterThan(0);
    expect(told.join()).toMatch(/DiaryEntry\.note is encrypted with the key "lost"/);
    expect(await storedNote(bad)).toBe(before);
  });

  it("refuses to look for an encrypted value", async () => {
    await expect(db().diaryEntry.findMany({ where: { ownerId: api.userId, note: NOTE } })).rejects.toThrow(
      "cannot be looked for",
    );
  });
});
