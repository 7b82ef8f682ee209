import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "@/tests/support/free-port";

/** `npm start` where it cannot serve: it says why in a line and ends, before it builds or serves anything. */

let folder: string;
let listener: Server;
let takenPort: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "assay-start-"));
  listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  takenPort = typeof address === "object" && address !== null ? address.port : 0;
});
afterAll(() => {
  listener.close();
  rmSync(folder, { recursive: true });
});

async function start(settings: Record<string, string>): Promise<{ code: number; lines: string[] }> {
  const defaults = {
    DATABASE_URL: `file:${join(folder, "unused.db")}`,
    PORT: String(await freePort()),
    HOST: "127.0.0.1",
  };
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    // As on a server, where development dependencies would not be installed.
    env: { NODE_ENV: "production", PATH: process.env.PATH, ...defaults, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const [code] = await once(child, "close");
  return { code, lines: said.trim().split("\n") };
}

describe("npm start", () => {
  it("names the port that is in use", async () => {
    const { code, lines } = await start({ PORT: String(takenPort) });
    expect(lines).toEqual([`assay: Port ${takenPort} on 127.0.0.1 is in use; set PORT to another one.`]);
    expect(code).toBe(1);
    expect(existsSync(join(folder, "unused.db"))).toBe(false);
  });

  it("has a line for every setting that cannot be used", async () => {
    const { code, lines } = await start({
      DATABASE_URL: "mysql://me:hunter2@db/x",
      PORT: "http",
      SAMPLE: "perhaps",
    });
    expect(code).toBe(1);
    expect(lines.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "assay: PORT",
      "assay: DATABASE_URL",
      "assay: SAMPLE",
    ]);
    expect(lines.join()).not.toContain("hunter2");
  });

  it.each([
    ["a folder that cannot be made", "file:/proc/assay/assay.db", /\/proc\/assay\/assay\.db .*ENOENT/],
    ["a file where a folder should be", "file:./package.json/assay.db", /package\.json\/assay\.db/],
    ["a folder in place of the file", "file:./lib", /unable to open/],
    [
      "a server that is not there",
      "postgresql://me:hunter2@127.0.0.1:9/x",
      /127\.0\.0\.1:9\/x .*ECONNREFUSED/,
    ],
    [
      "a host that is not there",
      "postgresql://me:hunter2@db.invalid/x",
      /db\.invalid\/x .*(?:ENOTFOUND|EAI_AGAIN)/,
    ],
  ])("says that the database cannot be used: %s", async (_, url, reason) => {
    const { code, lines } = await start({ DATABASE_URL: url });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^assay: Cannot .*DATABASE_URL/);
    expect(lines[0]).toMatch(reason);
    expect(lines[0]).not.toContain("hunter2");
    expect(code).toBe(1);
  });

  it("leaves a file alone that is not a database", async () => {
    const file = join(folder, "notes.txt");
    writeFileSync(
      file,
      "my notes, which are not a database, but long enough to be looked at as if they were\n".repeat(40),
    );
    const before = readFileSync(file, "utf8");
    const { code, lines } = await start({ DATABASE_URL: `file:${file}` });
    expect(lines).toEqual([expect.stringMatching(/notes\.txt .*file is not a database/)]);
    expect(code).toBe(1);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("does not serve a database of a newer version", async () => {
    const file = join(folder, "newer.db");
    const database = new Sqlite(file);
    database.exec(`CREATE TABLE "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL,
      "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME,
      "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0);
      INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name") VALUES ('1', 'x', '2030-01-01', '9999_future')`);
    database.close();
    const { code, lines } = await start({ DATABASE_URL: `file:${file}` });
    expect(lines).toEqual([
      expect.stringContaining("has migration 9999_future, which this version does not know"),
    ]);
    expect(code).toBe(1);
  });

  it("does not serve when the secret cannot be kept or is damaged", async () => {
    writeFileSync(join(folder, "auth-secret"), "short\n");
    const { code, lines } = await start({ DATABASE_URL: `file:${join(folder, "with-secret.db")}` });
    expect(lines.at(-1)).toMatch(
      /^assay: Cannot keep the secret in .*auth-secret; set AUTH_SECRET\. .*damaged/,
    );
    expect(code).toBe(1);
    rmSync(join(folder, "auth-secret"));
  });

  it("says when the address is none of this machine", async () => {
    const { code, lines } = await start({ HOST: "192.0.2.1" });
    expect(lines).toEqual([expect.stringMatching(/^assay: Cannot listen on 192\.0\.2\.1; set HOST/)]);
    expect(code).toBe(1);
  });
});
