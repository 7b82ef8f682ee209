import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db";
import { makeApi } from "@/tests/support/api";

const DAY = "2026-03-02";

/**
 * Sends writes as several processes do: none waits for another in memory, as those of one process do.
 * @param processes of how many the writes are
 */
const send = (calls: readonly (() => Promise<{ status: number }>)[], processes: number) =>
  Promise.all(
    calls.map(async (call, n) => {
      if (processes > 1 && n % 2 === 1) delete (globalThis as { assayWaiting?: unknown }).assayWaiting;
      return (await call()).status;
    }),
  );

const countOf = (statuses: readonly number[], status: number) =>
  statuses.filter((each) => each === status).length;

const fill = (ownerId: string, entries: number) =>
  db().diaryEntry.createMany({
    data: Array.from({ length: entries }, () => ({
      ownerId,
      id: randomUUID(),
      date: DAY,
      meal: "lunch",
      kind: "food",
      foodId: "ndb:09040",
      foodName: "Bananas, raw",
      grams: 10,
      createdAt: new Date(),
      updatedAt: new Date(),
    })),
  });

describe("fault 10: quotas hold under parallel writes", () => {
  it.each(["bundles", "processes"])("a day takes no 501st entry from two %s", async (of) => {
    const { userId, viewer } = await makeApi();
    await fill(userId, 490);
    const first = await import("@/lib/diary");
    vi.resetModules();
    const second = await import("@/lib/diary");
    expect(second.putEntry).not.toBe(first.putEntry);
    const input = { date: DAY, meal: "lunch", food: "ndb:09040", amount: { grams: 10 } } as const;
    const made = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) => {
        if (of === "processes") delete (globalThis as { assayWaiting?: unknown }).assayWaiting;
        const { putEntry } = n % 2 === 0 ? first : second;
        return putEntry(viewer, userId, randomUUID(), input as never);
      }),
    );
    const kept = await db().diaryEntry.count({ where: { ownerId: userId, date: DAY, deletedAt: null } });
    expect(kept).toBeLessThanOrEqual(500);
    expect(made.filter(({ status }) => status === "fulfilled").length).toBe(kept - 490);
    if (of === "bundles") expect(kept).toBe(500);
    const refused = made.find((each) => each.status === "rejected");
    expect(refused).toMatchObject({ reason: { name: "AppError" } });
  });

  it.each([1, 2])("an account has at most 200 supplements, from %i process(es)", async (processes) => {
    const api = await makeApi();
    const now = new Date();
    await db().supplement.createMany({
      data: Array.from({ length: 195 }, (_, n) => ({
        ownerId: api.userId,
        id: randomUUID(),
        name: `Supplement ${n}`,
        doseLabel: "capsule",
        contents: "[]",
        schedule: '{"days":[1],"times":[]}',
        active: true,
        createdAt: now,
        updatedAt: now,
      })),
    });
    const ids = Array.from({ length: 20 }, () => randomUUID());
    const put = (id: string) => () =>
      api.call("PUT", `/supplements/${id}`, {
        name: "Magnesium",
        doseLabel: "capsule",
        contents: [{ nutrient: "magnesium", amount: 100 }],
      });
    const statuses = await send(ids.map(put), processes);
    const kept = await db().supplement.findMany({ where: { ownerId: api.userId }, select: { id: true } });
    expect(kept.length).toBeLessThanOrEqual(200);
    expect(countOf(statuses, 201)).toBe(kept.length - 195);
    if (processes > 1) return;
    expect(kept.length).toBe(200);
    // One that is there can still be changed.
    const there = ids.find((id) => kept.some((each) => each.id === id)) ?? "";
    expect((await put(there)()).status).toBe(200);
    const refused = await api.call("PUT", `/supplements/${randomUUID()}`, {
      name: "Zinc",
      doseLabel: "capsule",
      contents: [{ nutrient: "zinc", amount: 10 }],
    });
    expect(refused).toMatchObject({
      status: 409,
      body: { error: { code: "conflict", message: "An account has at most 200 supplements." } },
    });
  });

  it.each([1, 2])("an account has at most 100 tokens, from %i process(es)", async (processes) => {
    const { userId, viewer } = await makeApi();
    const { createToken } = await import("@/lib/access");
    const made = await Promise.allSettled(
      Array.from({ length: 120 }, (_, n) => {
        if (processes > 1 && n % 2 === 1) delete (globalThis as { assayWaiting?: unknown }).assayWaiting;
        return createToken(viewer, userId, { name: `token ${n}`, scopes: ["read"] });
      }),
    );
    const kept = await db().token.count({ where: { ownerId: userId } });
    expect(kept).toBeLessThanOrEqual(100);
    // One is the test's own.
    expect(made.filter(({ status }) => status === "fulfilled").length).toBe(kept - 1);
    if (processes === 1) expect(kept).toBe(100);
  });
});
