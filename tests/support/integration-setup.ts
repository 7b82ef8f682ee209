import { randomUUID } from "node:crypto";
import { copyFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, inject } from "vitest";
import { disconnect } from "@/lib/db";
import { createScratch, dropScratch } from "@/scripts/scratch-postgresql";

/** Gives the test file a database of its own, which `db()` finds through DATABASE_URL. */

const template = inject("template");
process.env.AUTH_SECRET = "a secret that only tests know, 32 characters and more";

const tables = join(tmpdir(), `assay-tables-${randomUUID()}`);
process.env.FOOD_TABLES_DIR = tables;
afterAll(() => rmSync(tables, { recursive: true, force: true }));

if (template.engine === "sqlite") {
  const file = join(dirname(template.file), `${randomUUID()}.db`);
  copyFileSync(template.file, file);
  process.env.DATABASE_URL = `file:${file}`;
  afterAll(disconnect);
} else {
  const url = await createScratch(template.server, template.url);
  process.env.DATABASE_URL = url;
  afterAll(async () => {
    await disconnect();
    await dropScratch(template.server, url);
  });
}
