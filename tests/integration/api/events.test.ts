import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  checkCredentials,
  createAccount,
  createToken,
  listEvents,
  openSession,
  sweepExpired,
  type Viewer,
} from "@/lib/access";
import { db } from "@/lib/db";
import { makeApi } from "@/tests/support/api";

const from = (address: string | null, userAgent: string | null = "Mozilla/5.0 Firefox/140.0") => ({
  address,
  userAgent,
});

const eventsOf = async (ownerId: string) =>
  db().auditEvent.findMany({ where: { ownerId }, orderBy: [{ at: "asc" }, { id: "asc" }] });

describe("the log of an account", () => {
  it("keeps sign-ins with the network, and never a whole address", async () => {
    const email = `${randomUUID()}@example.org`;
    const id = await createAccount({ email, password: "a long enough password" });
    await openSession(id, from("192.0.2.77"));
    await openSession(id, from("::ffff:192.0.2.78"));
    await openSession(id, from("2001:db8:1:2::5"));
    await openSession(id, from("fe80::1%eth0"));
    await openSession(id, from("unknown"));
    const rows = (await eventsOf(id)).filter(({ kind }) => kind === "signed-in");
    expect(rows.map(({ network }) => network).sort()).toEqual(
      ["192.0.2.0/24", "192.0.2.0/24", "2001:db8:1::/48", "fe80:0:0::/48", null].sort(),
    );
    expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2\.7|::5/);
    // One device, whatever the address in its network and the browser's version.
    expect(
      new Set(rows.filter(({ network }) => network === "192.0.2.0/24").map(({ device }) => device)).size,
    ).toBe(1);
  });

  it("keeps refused sign-ins of one network within minutes as one", async () => {
    const email = `${randomUUID()}@example.org`;
    const id = await createAccount({ email, password: "a long enough password" });
    for (let i = 0; i < 3; i += 1) {
      expect(await checkCredentials(email, "not the password", from("198.51.100.1"))).toBeNull();
      await expect
        .poll(async () => (await eventsOf(id)).some(({ kind }) => kind === "sign-in-refused"))
        .toBe(true);
    }
    expect((await eventsOf(id)).filter(({ kind }) => kind === "sign-in-refused")).toHaveLength(1);
  });

  it("is read by its owner alone, in pages, the latest first", async () => {
    const [mine, other] = [await makeApi(), await makeApi()];
    for (let i = 0; i < 3; i += 1)
      await createToken(mine.viewer, mine.userId, { name: `token ${i}`, scopes: ["read"] });
    const first = await listEvents(mine.viewer, mine.userId, { limit: 2 });
    expect(first.items.map(({ detail }) => detail.name)).toEqual(["token 2", "token 1"]);
    expect(first.items[0]).toMatchObject({ kind: "token-made", by: "session", network: null });
    const cursor = first.nextCursor ?? undefined;
    const second = await listEvents(mine.viewer, mine.userId, { limit: 2, cursor });
    expect(second.items.map(({ detail }) => detail.name)).toContain("token 0");
    const foreign = await listEvents(other.viewer, other.userId, { limit: 20, cursor });
    expect(foreign.items.map(({ detail }) => detail.name)).toEqual(["test"]);
    await expect(listEvents(other.viewer, mine.userId, { limit: 20 })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("is kept for a year, a thousand events, and goes with the account", async () => {
    const { userId } = (await makeApi()) satisfies { viewer: Viewer };
    const row = { ownerId: userId, kind: "exported", by: "session" };
    const now = Date.now();
    await db().auditEvent.createMany({
      data: Array.from({ length: 1003 }, (_, i) => ({
        ...row,
        id: randomUUID(),
        at: new Date(now - i * 1000),
      })),
    });
    await db().auditEvent.create({ data: { ...row, id: "old", at: new Date(now - 366 * 24 * 3600_000) } });
    await sweepExpired();
    expect(await db().auditEvent.count({ where: { ownerId: userId } })).toBe(1000);
    expect(await db().auditEvent.count({ where: { ownerId: userId, id: "old" } })).toBe(0);
    await db().user.deleteMany({ where: { id: userId } });
    expect(await db().auditEvent.count({ where: { ownerId: userId } })).toBe(0);
  });
});
