import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/db/migrate";
import { createScratch, dropScratch } from "@/scripts/scratch-postgresql";
import { reachablePostgresql } from "./postgresql";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty database that each test file starts from a copy of. */
    template: { engine: "sqlite"; file: string } | { engine: "postgresql"; url: string; server: string };
  }
}

/** Migrates one database a run; see `integration-setup.ts` for how test files get theirs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (project.name === "integration-sqlite") {
    const folder = mkdtempSync(join(tmpdir(), "assay-test-"));
    const database = { engine: "sqlite" as const, file: join(folder, "template.db") };
    await migrate(database);
    project.provide("template", database);
    return async () => rmSync(folder, { recursive: true });
  }
  const server = await reachablePostgresql();
  const database = { engine: "postgresql" as const, url: await createScratch(server) };
  await migrate(database);
  project.provide("template", { ...database, server });
  return () => dropScratch(server, database.url);
}
