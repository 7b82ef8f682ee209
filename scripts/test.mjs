// npm test: installs what is missing, then every check, the production build and all tests. Its last line is
// "N passed, N failed", with ", N skipped" when some were.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { check } from "./checks.mjs";
import { provideChromium, providePostgresql } from "./outside-tools.mjs";
import { build, checkNode, installPackages, program, root, run, Stop, say, seconds } from "./steps.mjs";

const inCi = Boolean(process.env.CI) && process.env.CI !== "false";
const reportFile = join(root, ".cache", "test-report.json");

/** @param {string} what @param {string} mend */
function missing(what, mend) {
  if (inCi) throw new Stop(`${what}, and tests are never left out here. ${mend}`);
  say(`SKIPPED: ${what}. ${mend}`);
}

/** Prepares everything and runs the tests. @returns {Promise<{ passed: number, failed: number, skipped: number }>} */
async function test() {
  checkNode();
  await installPackages();
  const chromium = await provideChromium();
  const postgresql = await providePostgresql();
  const projects = ["unit", "architecture", "integration-sqlite"];
  if (postgresql) projects.push("integration-postgresql");
  else
    missing(
      "There is no PostgreSQL to test on",
      "Set TEST_POSTGRES_URL to a server whose user may make databases.",
    );
  if (chromium) projects.push("e2e-sqlite", ...(postgresql ? ["e2e-postgresql"] : []));
  else missing("There is no Chromium to test with", "Set CHROMIUM_PATH to one.");

  await check();
  await build();

  const start = performance.now();
  mkdirSync(join(root, ".cache"), { recursive: true });
  rmSync(reportFile, { force: true });
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const env = {
    ...process.env,
    ...(postgresql ? { TEST_POSTGRES_URL: postgresql } : {}),
    ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
  };
  const vitest = [
    program("vitest", "vitest.mjs"),
    ...args,
    ...projects.flatMap((name) => ["--project", name]),
  ];
  const code = await run(process.execPath, vitest, { env });
  say(`tests ran ${seconds(start)}`);
  return countsOf(code);
}

/** What the report says; a run that failed without a failed test (a file that could not load, an error outside) counts one. */
function countsOf(/** @type {number} */ code) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const report = JSON.parse(readFileSync(reportFile, "utf8"));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

process.chdir(root);
const begun = performance.now();
let counts = { passed: 0, failed: 1, skipped: 0 };
try {
  counts = await test();
} catch (error) {
  console.error(error instanceof Stop ? `assay: ${error.message}` : error);
}
say(`done in ${seconds(begun)}`);
console.log(
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ""}`,
);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
