import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Reads of one row that Prisma sends together with the queries of the same tick, those of a transaction included. */
const BATCHED = /\.findUnique(?:OrThrow)?\(/;

it("rows are read so that no read falls into somebody else's transaction", () => {
  expect("db().profile.findUnique({ where: { ownerId } })").toMatch(BATCHED);
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.includes("generated"),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => BATCHED.test(readFileSync(join("lib", file), "utf8")))).toEqual([]);
});
