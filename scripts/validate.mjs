// npm run validate: every check that needs no browser and no build, stopping at the first that fails.
import { check } from "./checks.mjs";
import { findPostgresql } from "./outside-tools.mjs";
import { checkNode, installPackages, main, program, run, Stop, say, seconds } from "./steps.mjs";

await main(async () => {
  const start = performance.now();
  checkNode();
  await installPackages();
  await check();
  const postgresql = await findPostgresql();
  const projects = ["unit", "architecture", "integration-sqlite"];
  if (postgresql) projects.push("integration-postgresql");
  else if (process.env.CI) throw new Stop("There is no PostgreSQL to test on; set TEST_POSTGRES_URL.");
  else say("SKIPPED: the tests on PostgreSQL, as there is no server; set TEST_POSTGRES_URL to one");
  const args = projects.flatMap((name) => ["--project", name]);
  const env = { ...process.env, ...(postgresql ? { TEST_POSTGRES_URL: postgresql } : {}) };
  if ((await run(process.execPath, [program("vitest", "vitest.mjs"), "run", ...args], { env })) !== 0) {
    throw new Stop("tests failed; see above.");
  }
  say(`valid, ${seconds(start)}`);
});
