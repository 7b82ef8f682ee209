import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Classes of which each of Next's bundles has a copy, so that an error of one bundle is no instance in another. */
const BY_CLASS = /instanceof (?:AppError|RateLimiterRes|Prisma\.|PrismaClient|\w+\.SqliteError)/;

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
    .map((file) => join(folder, file));

it("fault 3: errors that cross bundles are recognised by name and code", () => {
  expect("if (error instanceof AppError) return error;").toMatch(BY_CLASS);
  const files = ["app", "lib", "components", "scripts"].flatMap(sources);
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => BY_CLASS.test(readFileSync(file, "utf8")))).toEqual([]);
});
