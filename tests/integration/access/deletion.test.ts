import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createAccount, deleteAccount } from "@/lib/access";
import { db, rows, sql } from "@/lib/db";

/*
 * Deleting an account empties every table of it. The tables and their columns are read from the schema, so a new one is
 * tried without anybody thinking of it.
 */

/** Tables that belong to nobody, and why: the account itself; counts under keyed digests, which run out. */
const OWNERLESS = ["User", "LimitUse"];

type Column = { readonly name: string; readonly type: string };
type Model = { readonly name: string; readonly columns: readonly Column[] };

const SCALARS = ["String", "Int", "Float", "Boolean", "DateTime"];

/** The models with their columns that must be given. */
const models: readonly Model[] = [
  ...readFileSync("prisma/schema.prisma", "utf8").matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm),
].map(([, name = "", body = ""]) => ({
  name,
  columns: [...body.matchAll(/^ {2}(\w+) +(\w+)(?![\w?[])(.*)$/gm)].flatMap(
    ([, column = "", type = "", rest = ""]) =>
      SCALARS.includes(type) && !rest.includes("@default") ? [{ name: column, type }] : [],
  ),
}));

const isOwned = ({ columns }: Model): boolean => columns.some(({ name }) => name === "ownerId");
const owned = models.filter(isOwned);

/** One value for each reference, so that rows that need each other find each other. */
const sampleOf = ({ name, type }: Column, ownerId: string): unknown => {
  if (name === "ownerId") return ownerId;
  if (type === "Int" || type === "Float") return 1;
  if (type === "Boolean") return true;
  if (type === "DateTime") return new Date("2200-01-01T00:00:00Z");
  return name === "id" || name.endsWith("Id") ? `row of ${ownerId}` : `${name} of ${ownerId}`;
};

type Table = {
  create: (args: { data: Record<string, unknown> }) => Promise<unknown>;
  count: (args: { where: { ownerId: string } }) => Promise<number>;
};

const tableOf = ({ name }: Model): Table => {
  const client = db() as unknown as Record<string, Table>;
  const table = client[name.charAt(0).toLowerCase() + name.slice(1)];
  if (!table) throw new Error(`No table ${name}`);
  return table;
};

const PASSWORD = "correct horse battery";

/** An account with a row in every table. */
const makeFullAccount = async (): Promise<{ id: string; email: string }> => {
  const email = `${randomUUID()}@example.org`;
  const id = await createAccount({ email, password: PASSWORD });
  for (const model of owned) {
    const there = await tableOf(model).count({ where: { ownerId: id } });
    // The profile is made with the account.
    if (model.name === "Profile" && there === 1) continue;
    const data = Object.fromEntries(model.columns.map((column) => [column.name, sampleOf(column, id)]));
    await tableOf(model).create({ data });
  }
  return { id, email };
};

const counts = async (ownerId: string): Promise<{ [table: string]: boolean }> =>
  Object.fromEntries(
    await Promise.all(
      owned.map(async (model) => [model.name, (await tableOf(model).count({ where: { ownerId } })) > 0]),
    ),
  );

it("every table has an owner, or is known to need none", () => {
  expect(models.length).toBeGreaterThan(20);
  expect(models.filter((model) => !isOwned(model)).map(({ name }) => name)).toEqual(OWNERLESS);
});

it("deleting an account empties every table of it, and of nobody else", async () => {
  const [gone, kept] = [await makeFullAccount(), await makeFullAccount()];
  const all = Object.fromEntries(owned.map(({ name }) => [name, true]));
  expect(await counts(gone.id)).toEqual(all);
  const viewer = { userId: gone.id, sessionId: "s", mayWrite: true, sample: false, confirmedAt: new Date() };
  await deleteAccount(viewer, gone.id, PASSWORD);
  expect(await counts(gone.id)).toEqual(Object.fromEntries(owned.map(({ name }) => [name, false])));
  expect(await counts(kept.id)).toEqual(all);
  // Not in a column either that is no owner.
  for (const { name } of models) {
    const left = JSON.stringify(await rows(sql`SELECT * FROM ${sql.raw(`"${name}"`)}`));
    expect([name, left.includes(gone.id), left.includes(gone.email)]).toEqual([name, false, false]);
  }
});
