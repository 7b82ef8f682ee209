import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { closeDatabase } from "@/app/(app)/_features/offline/database";
import { openQueue, type QueueStore } from "@/app/(app)/_features/offline/queue-store";
import { onTopOf } from "@/app/(app)/_features/offline/send";
import { ANNA, aWorld, aWrite, BEN, json } from "./queue-fixtures";

let queue: QueueStore;

beforeEach(async () => {
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
  queue = openQueue();
});

const add = async (...parts: Parameters<typeof aWrite>[0][]) => {
  const items = [];
  for (const part of parts) items.push((await queue.add(aWrite(part))).item);
  return items;
};
const ids = async () => (await queue.all()).map(({ id }) => id);

describe("sending what waits", () => {
  it("sends in the order of making, names the account, and remembers what was answered", async () => {
    await add({ id: "a" }, { id: "b", method: "DELETE", body: null, ifMatch: "v1" });
    const world = aWorld(queue, ({ method }) =>
      method === "PUT"
        ? json(201, {}, { etag: '"v9"', "assay-revision": "7" })
        : new Response(null, { status: 204, headers: { "assay-revision": "8" } }),
    );
    expect(await world.send()).toEqual({ nextAt: null, reached: true, signedOut: false });
    expect(world.sent).toMatchObject([
      { method: "PUT", account: ANNA, ifMatch: null, body: { meal: "lunch" } },
      { method: "DELETE", account: ANNA, ifMatch: '"v1"', body: null },
    ]);
    expect(await ids()).toEqual([]);
    expect(await queue.answered()).toMatchObject([
      { id: "a", revision: 7, version: "v9" },
      { id: "b", revision: 8, version: null },
    ]);
  });

  it("rests a change on what was answered meanwhile, where the page that it was made on did not hold that yet", async () => {
    const path = "/api/v1/diary/e";
    await add({ path, ifMatch: "0" });
    await add({ path, ifMatch: "0", base: { meal: "lunch" }, body: { meal: "dinner" } });
    const versions = ["v1", "v2"];
    await aWorld(queue, () => json(200, {}, { etag: `"${versions.shift()}"` })).send();
    const drawnBefore = aWrite({ path, ifMatch: "0", base: { meal: "dinner" }, body: { meal: "snack" } });
    const answered = await queue.answered();
    expect(onTopOf(answered, drawnBefore).ifMatch).toBe("v2");
    // Made on a page that another device's change has reached since, as another account's, or as a new entry: as it is.
    for (const other of [{ ifMatch: "v7" }, { account: BEN }, { base: null }])
      expect(onTopOf(answered, { ...drawnBefore, ...other }).ifMatch).toBe(other.ifMatch ?? "0");
    const inBatch = aWrite({
      method: "POST",
      path: "/api/v1/diary/batch",
      body: { changes: [{ op: "delete", id: "e", ifMatch: "v1" }] },
      base: { e: { meal: "lunch" } },
    });
    expect(onTopOf(answered, inBatch).body).toEqual({ changes: [{ op: "delete", id: "e", ifMatch: "v2" }] });
  });

  it("outlives the tab", async () => {
    await add({ id: "a" }, { id: "b" });
    await closeDatabase();
    const world = aWorld(openQueue(), () => json(200, {}));
    await world.send();
    expect(world.outcomes.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("ends where the server cannot be reached, waits longer each time, and sends at once when it is asked to", async () => {
    await add({ id: "a" }, { id: "b" });
    let cut = true;
    const world = aWorld(queue, () => {
      if (cut) throw new TypeError("Failed to fetch");
      return json(200, {});
    });
    const waits: number[] = [];
    for (let times = 0; times < 12; times += 1) {
      const { nextAt, reached } = await world.send();
      expect(reached).toBe(false);
      waits.push((nextAt as number) - world.time);
      world.time = nextAt as number;
    }
    expect(waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
    expect(waits.at(-1)).toBe(300_000);
    // Nothing else was tried: no request for each of a hundred that wait.
    expect(world.sent).toHaveLength(12);
    await world.send(true);
    world.time -= 1;
    cut = false;
    expect(await world.send()).toMatchObject({ nextAt: world.time + 1 + 300_000 });
    await world.send(true);
    expect(await ids()).toEqual([]);
  });

  it("heeds Retry-After however urgent it is", async () => {
    await add({ id: "a" }, { id: "b" });
    const world = aWorld(queue, () =>
      json(429, { error: { code: "rate_limited", message: "Slower." } }, { "retry-after": "90" }),
    );
    expect((await world.send()).nextAt).toBe(world.time + 90_000);
    await world.send(true);
    expect(world.sent).toHaveLength(1);
    expect(await queue.all()).toMatchObject([{ message: "Slower.", tries: 1 }, { tries: 0 }]);
    world.time += 90_000;
    await world.send();
    expect(world.sent).toHaveLength(2);
  });

  it("fault 5: waits out an outage as long as the server says, then sends each write once more, in order", async () => {
    await add({ id: "a" }, { id: "b" });
    const made = await queue.all();
    let away = true;
    const world = aWorld(queue, () =>
      away
        ? json(503, { error: { code: "unavailable", message: "Try again." } }, { "retry-after": "30" })
        : json(200, {}),
    );
    expect(await world.send()).toEqual({ nextAt: world.time + 30_000, reached: true, signedOut: false });
    world.time += 29_999;
    // Neither the time nor somebody who presses "send now" brings it on sooner.
    await world.send();
    await world.send(true);
    expect(world.sent.map(({ path }) => path)).toEqual([made[0]?.path]);
    expect(await queue.all()).toMatchObject([
      { id: "a", state: "waiting", tries: 1 },
      { id: "b", tries: 0 },
    ]);
    away = false;
    world.time += 1;
    expect((await world.send()).nextAt).toBeNull();
    expect(world.sent.map(({ path }) => path)).toEqual([made[0]?.path, made[0]?.path, made[1]?.path]);
    expect(await ids()).toEqual([]);
    await world.send(true);
    expect(world.sent).toHaveLength(3);
  });

  it("goes on past a write that fails by itself, but not with what has to do with it", async () => {
    const path = "/api/v1/diary/one";
    await add(
      { id: "a", path },
      { id: "b", path },
      {
        id: "c",
        path: "/api/v1/diary/batch",
        method: "POST",
        body: { changes: [{ op: "move", id: "one" }] },
      },
      { id: "d" },
    );
    const world = aWorld(queue, (sent) => (sent.path === path ? json(500, {}) : json(200, {})));
    expect((await world.send()).nextAt).toBe(world.time + 1000);
    expect(await ids()).toEqual(["a", "b", "c"]);
    expect(world.sent).toHaveLength(2);
  });

  it("keeps what is refused, with its reason, and what rests on it; the rest goes on", async () => {
    await add(
      { id: "food", path: "/api/v1/foods/own:1", body: { name: "" } },
      { id: "entry", body: { food: "own:1" } },
      { id: "other" },
    );
    const world = aWorld(queue, ({ path }) =>
      path.includes("/foods/")
        ? json(422, {
            error: { code: "invalid", message: "name: is required.", fields: { name: "is required" } },
          })
        : json(200, {}),
    );
    expect(await world.send()).toEqual({ nextAt: null, reached: true, signedOut: false });
    expect(await queue.all()).toMatchObject([
      { id: "food", state: "refused", message: "is required", fields: { name: "is required" } },
      { id: "entry", state: "waiting", tries: 0 },
    ]);
    expect(world.outcomes).toMatchObject([
      { id: "food", outcome: { state: "refused" } },
      { id: "other", outcome: { state: "done" } },
    ]);
  });

  it.each([
    [401, "unauthenticated", "Sign in again to save it."],
    [403, "other_account", "Sign in to its account to save it."],
  ])("waits for the person to sign in after %s %s", async (status, code, message) => {
    await add({ id: "a" }, { id: "b" });
    const world = aWorld(queue, () => json(status, { error: { code, message: "No." } }));
    expect(await world.send()).toMatchObject({ signedOut: true, nextAt: null });
    expect(world.sent).toHaveLength(1);
    expect(await queue.all()).toMatchObject([
      { id: "a", state: "waiting", message },
      { id: "b", state: "waiting" },
    ]);
  });

  it("sends nothing of another account", async () => {
    await add({ id: "anna" }, { id: "ben", account: BEN });
    const world = aWorld(queue, () => json(200, {}));
    await world.send();
    expect(await ids()).toEqual(["ben"]);
    await world.send(false, BEN);
    expect(world.sent.map(({ account }) => account)).toEqual([ANNA, BEN]);
  });

  it("takes a page of somebody else's network for no answer", async () => {
    await add({ id: "a" });
    const world = aWorld(
      queue,
      () => new Response("<h1>Welcome to our hotel</h1>", { headers: { "content-type": "text/html" } }),
    );
    expect(await world.send()).toMatchObject({ reached: false });
    expect(await ids()).toEqual(["a"]);
  });

  it("lets an edit rest on the version that the edit before it has made", async () => {
    const path = "/api/v1/diary/one";
    await add(
      { path, ifMatch: "v1", base: { meal: "lunch" }, body: { meal: "dinner" } },
      { path, ifMatch: "v1", base: { meal: "dinner" }, body: { meal: "snack" } },
      {
        path: "/api/v1/diary/batch",
        method: "POST",
        base: { one: {} },
        body: { changes: [{ op: "delete", id: "one", ifMatch: "v1" }] },
      },
    );
    let version = 1;
    const world = aWorld(queue, ({ ifMatch }) => {
      if (ifMatch !== null && ifMatch !== `"v${version}"`) return json(412, { error: {}, current: {} });
      version += 1;
      return json(200, {}, { etag: `"v${version}"` });
    });
    await world.send();
    expect(world.sent.map(({ ifMatch }) => ifMatch)).toEqual(['"v1"', '"v2"', null]);
    expect(world.sent[2]?.body).toEqual({ changes: [{ op: "delete", id: "one", ifMatch: "v3" }] });
  });
});
