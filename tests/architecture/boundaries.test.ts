import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allowed, others, planted } from "./planted";

/** Guards the guard: a small project with every forbidden import planted, and allowed ones beside them. */

const root = process.cwd();
const { forbidden } = createRequire(import.meta.url)(join(root, ".dependency-cruiser.cjs")) as {
  forbidden: { name: string }[];
};

const dependencies = [
  "zod",
  "recharts",
  "minisearch",
  "react",
  "next",
  "pg",
  "@prisma/client",
  "server-only",
  "yauzl",
  "idb",
];
const devDependencies = ["vitest"];

type Violation = { rule: { name: string }; from: string; to: string };

function violationsIn(folder: string): Violation[] {
  const args = [
    "app",
    "components",
    "lib",
    "data",
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "json",
  ];
  const result = spawnSync(process.execPath, [join(root, "scripts", "boundaries.mjs"), ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (!result.stdout.startsWith("{")) throw new Error(`${result.stdout}${result.stderr}`);
  return (JSON.parse(result.stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

describe("who imports whom", () => {
  let project: string;
  let found: Violation[];

  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), "assay-boundaries-"));
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text, { flag: "a" });
    };
    for (const file of [".dependency-cruiser.cjs", "tsconfig.json"]) {
      copyFileSync(join(root, file), join(project, file));
    }
    const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, "1.0.0"]));
    write(
      "package.json",
      JSON.stringify({ dependencies: versions(dependencies), devDependencies: versions(devDependencies) }),
    );
    for (const name of [...dependencies, ...devDependencies]) {
      write(
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: "1.0.0", main: "index.js" }),
      );
      write(`node_modules/${name}/index.js`, "module.exports = {};");
    }
    write("node_modules/next/server.js", "module.exports = {};");
    for (const [from, statements] of allowed) write(from, `${statements}\n`);
    for (const [, from, statement] of planted) write(from, `${statement}\n`);
    for (const file of others) write(file, "export {};\n");
    found = violationsIn(project);
  });
  afterAll(() => rmSync(project, { recursive: true }));

  it.each(planted)("%s: %s may not say %s", (rule, from, _, to) => {
    const same = found.filter((violation) => violation.from === from && violation.to === to);
    expect(same.map((violation) => violation.rule.name)).toContain(rule);
  });

  it("has a planted violation for every rule", () => {
    const rules = forbidden.map(({ name }) => name).toSorted();
    expect([...new Set(planted.map(([rule]) => rule))].toSorted()).toEqual(rules);
  });

  it("allows what the table allows", () => {
    const forbiddenPairs = new Set(planted.map(([, from, , to]) => `${from} > ${to}`));
    expect(found.filter(({ from, to }) => !forbiddenPairs.has(`${from} > ${to}`))).toEqual([]);
  });

  it("is kept to in this project", () => {
    const real = violationsIn(root).map(({ rule, from, to }) => `${rule.name}: ${from} > ${to}`);
    expect(real).toEqual([]);
  });
});
