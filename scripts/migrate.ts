// npm run db:migrate: applies the migrations that the database of DATABASE_URL lacks.
import { migrate } from "@/lib/db/migrate";
import { env } from "@/lib/env";
import { loadSettingsFile } from "./steps.mjs";

async function main(): Promise<void> {
  loadSettingsFile();
  const applied = await migrate(env().database);
  console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
