import { randomUUID } from "node:crypto";
import { copyFileSync, existsSync, renameSync, rmSync, unlinkSync } from "node:fs";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db, disconnect, transaction } from "@/lib/db";
import { connect } from "@/lib/db/connect";
import { parseEnv } from "@/lib/env";
import { type Api, makeApi, send } from "@/tests/support/api";
import { makeUser } from "@/tests/support/database";
import { type Relay, relayTo } from "@/tests/support/tcp-relay";

/*
 * Issue 14, fault 5: an outage is not a bug. On PostgreSQL a relay stands before the server and is taken away; on SQLite
 * the file is locked, full, deleted or replaced.
 */

const url = process.env.DATABASE_URL ?? "";
const onSqlite = url.startsWith("file:");
const file = url.slice("file:".length);

let api: Api;
let relay: Relay | undefined;
let log: ReturnType<typeof vi.spyOn>;

const put = () =>
  api.call("PUT", `/diary/${randomUUID()}`, {
    date: "2026-11-23",
    meal: "lunch",
    food: "ndb:20038",
    amount: { grams: 100 },
  });

/** As at the start of a process: nothing was said of an outage yet. */
const forgetLog = () => {
  delete (globalThis as { assayOutages?: unknown }).assayOutages;
};

beforeAll(async () => {
  if (!onSqlite) {
    const there = new URL(url);
    relay = await relayTo({ host: there.hostname, port: Number(there.port || 5432) });
    there.hostname = "127.0.0.1";
    there.port = String(relay.port);
    // Read at first use, which is below.
    process.env.DATABASE_URL = there.href;
  }
  api = await makeApi();
});
beforeEach(() => {
  forgetLog();
  log = vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => log.mockRestore());
afterAll(async () => {
  await disconnect();
  await relay?.stop();
});

/** What must hold while the database cannot serve. */
const expectOutage = async (message: RegExp): Promise<void> => {
  for (let count = 0; count < 20; count += 1) {
    const { status, body, headers } = await put();
    expect({ status, body }).toEqual({
      status: 503,
      body: { error: { code: "unavailable", message: expect.stringMatching(message) } },
    });
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  }
  expect((await send("GET", "/ready")).status).toBe(503);
  expect((await send("GET", "/health")).status).toBe(200);
  // One line, and no stack.
  expect(log.mock.calls).toEqual([[expect.stringMatching(/^assay: the database cannot serve: [^\n]+$/)]]);
};

const expectService = async (): Promise<void> => {
  expect((await put()).status).toBe(201);
  expect(await send("GET", "/ready")).toMatchObject({ status: 200 });
};

const onPostgresql = () => {
  it("fault 5: is away, and comes back", async () => {
    await expectService();
    await relay?.stop();
    await expectOutage(/cannot reach its database/);
    await relay?.start();
    await expectService();
  });

  it("fault 5: breaks the connection in the middle of a transaction", async () => {
    const broken = transaction(async () => {
      await db().user.count();
      await relay?.stop();
      await db().user.count();
    });
    await expect(broken).rejects.toMatchObject({ code: "unavailable" });
    await relay?.start();
    await expectService();
  });

  it("fault 5: has no connection left", async () => {
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    const role = `assay_scratch_${randomUUID().slice(0, 8)}`;
    await admin.query(`CREATE ROLE ${role} LOGIN CONNECTION LIMIT 0`);
    const there = new URL(url);
    there.username = role;
    const full = connect(parseEnv({ DATABASE_URL: there.href }, "/").database);
    try {
      await expect(full.client().user.count()).rejects.toMatchObject({ code: "unavailable" });
      await expect(full.transaction((client) => client.user.count())).rejects.toMatchObject({
        code: "unavailable",
      });
    } finally {
      await full.close();
      await admin.query(`DROP ROLE ${role}`);
      await admin.end();
    }
  });

  it("fault 5: gives up transactions that met, also at COMMIT, and they run again or are told so", async () => {
    const [a, b] = [await makeUser(), await makeUser()];
    // Each reads what the other writes: both at once are no order of one after the other, found out at COMMIT.
    const cross = (read: string, write: string, together: () => Promise<void>) =>
      transaction(async () => {
        const { revision } = await db().profile.findFirstOrThrow({ where: { ownerId: read } });
        await together();
        await db().profile.updateMany({ where: { ownerId: write }, data: { revision: revision + 1 } });
      });
    const pair = () => {
      let arrived = 0;
      let open: () => void = () => undefined;
      const both = new Promise<void>((resolve) => {
        open = resolve;
      });
      return async () => {
        arrived += 1;
        if (arrived >= 2) open();
        await both;
      };
    };
    const once = pair();
    expect((await Promise.allSettled([cross(a, b, once), cross(b, a, once)])).map((r) => r.status)).toEqual([
      "fulfilled",
      "fulfilled",
    ]);
    // Where it happens each time, the last attempt says so.
    const attempts = vi.fn();
    const meddler = connect(parseEnv({ DATABASE_URL: url }, "/").database);
    const doomed = transaction(async () => {
      attempts();
      await db().profile.findFirstOrThrow({ where: { ownerId: a } });
      await meddler
        .client()
        .profile.updateMany({ where: { ownerId: a }, data: { revision: { increment: 1 } } });
      await db().profile.updateMany({ where: { ownerId: a }, data: { revision: 0 } });
    });
    await expect(doomed).rejects.toMatchObject({ code: "unavailable", retryAfterSeconds: 1 });
    expect(attempts.mock.calls.length).toBeGreaterThan(1);
    await meddler.close();
  });

  it("fault 5: is stopped by its administrator, under a query", async () => {
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    const slept = db().$queryRaw`SELECT pg_sleep(20)::text AS "slept"`.then(
      () => null,
      (error: unknown) => error,
    );
    for (let ended = 0; ended === 0; ) {
      const found = await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()
          AND datname = current_database()`,
      );
      ended = found.rowCount ?? 0;
    }
    expect(await slept).toMatchObject({ code: "unavailable" });
    await admin.end();
    await expectService();
  });
};

const onFile = () => {
  it("fault 5: is locked by another process for long", async () => {
    const other = new Sqlite(file);
    other.exec("BEGIN IMMEDIATE");
    const start = Date.now();
    const answers = await Promise.all([put(), put(), put()]);
    // Those behind the first do not wait for their turn to wait.
    expect(Date.now() - start).toBeLessThan(25_000);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(answers[0]?.body).toMatchObject({ error: { message: expect.stringMatching(/busy/) } });
    other.exec("ROLLBACK");
    other.close();
    await expectService();
  });

  it("fault 5: is full", async () => {
    const [row] = await db().$queryRawUnsafe<{ page_count: bigint }[]>("PRAGMA page_count");
    await db().$queryRawUnsafe(`PRAGMA max_page_count = ${row?.page_count}`);
    let status = 201;
    for (let count = 0; count < 2000 && status === 201; count += 1) ({ status } = await put());
    expect(status).toBe(503);
    const { body, headers } = await put();
    expect(body).toMatchObject({ error: { message: expect.stringMatching(/disk is full/) } });
    expect(headers.get("retry-after")).toBe("60");
    // The rest of what was free in the file is used up; a transaction is undone as a whole.
    await expect(
      transaction(async () => {
        for (let count = 0; count < 2000; count += 1)
          await db().user.create({ data: { id: randomUUID(), createdAt: new Date() } });
      }),
    ).rejects.toMatchObject({ code: "unavailable" });
    await db().$queryRawUnsafe("PRAGMA max_page_count = 1073741823");
    await expectService();
  });

  for (const ending of ["", "-wal", "-shm"]) {
    it(`fault 5: is moved away (${ending || "the database itself"}), and put back`, async () => {
      await expectService();
      renameSync(`${file}${ending}`, `${file}.away`);
      await expectOutage(/deleted or replaced/);
      await expect(transaction(() => db().user.count())).rejects.toMatchObject({ code: "unavailable" });
      if (existsSync(`${file}${ending}`)) unlinkSync(`${file}${ending}`);
      renameSync(`${file}.away`, `${file}${ending}`);
      await expectService();
    });
  }

  it("fault 5: is moved away in the middle of a transaction", async () => {
    const id = randomUUID();
    const broken = transaction(async () => {
      await db().user.create({ data: { id, createdAt: new Date() } });
      renameSync(file, `${file}.away`);
    });
    await expect(broken).rejects.toMatchObject({ code: "unavailable" });
    renameSync(`${file}.away`, file);
    expect(await db().user.count({ where: { id } })).toBe(0);
    await expectService();
  });

  // The last one: this process has no database afterwards.
  it("fault 5: is replaced by a copy, which a restart would open", async () => {
    copyFileSync(file, `${file}.copy`);
    renameSync(`${file}.copy`, file);
    await expectOutage(/restart it/);
    rmSync(file);
    await expectOutage(/deleted or replaced/);
  });
};

describe(onSqlite ? "SQLite" : "PostgreSQL", onSqlite ? onFile : onPostgresql);
