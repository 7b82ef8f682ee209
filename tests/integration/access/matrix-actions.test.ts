import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db";
import { ACTION_ROWS, type ActionRow } from "@/tests/support/access/action-rows";
import { serverActions } from "@/tests/support/access/actions";
import {
  type Cast,
  canariesIn,
  forgetOf,
  type Ids,
  missingIds,
  type RoleName,
} from "@/tests/support/access/cast";
import { comeFrom } from "@/tests/support/access/incoming";
import { setStage } from "@/tests/support/access/stage";
import { digestOwner } from "@/tests/support/digest";

/*
 * The access matrix of the server actions: every export of every file that says "use server", in every role that has a
 * browser. An action is an open door: whoever finds its id can call it with anything.
 */

vi.mock("next/headers", async () => (await import("@/tests/support/access/incoming")).nextHeaders);
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

let cast: Cast;
let owned: Ids;
let ownerId: string;
const missing = missingIds();
let actions: Awaited<ReturnType<typeof serverActions>>;

beforeAll(async () => {
  ({ cast, owned, ownerId } = await setStage());
  actions = await serverActions();
});

it("every server action has a row", () => {
  expect(Object.keys(ACTION_ROWS).toSorted()).toEqual([...actions.keys()].toSorted());
});

type Told = { readonly outcome: string; readonly text: string };

const call = async (name: string, row: ActionRow, role: RoleName, ids: Ids): Promise<Told> => {
  await db().limitUse.deleteMany({ where: {} });
  comeFrom(cast[role].jar, { host: "localhost:3000", origin: "http://localhost:3000" });
  const result = await actions.get(name)?.(row.input(ids));
  const text = JSON.stringify(result) ?? "";
  if (result === undefined) return { outcome: "nothing", text };
  return { outcome: result.ok ? "ok" : result.error.code, text };
};

const expected = (row: ActionRow, role: RoleName): string => {
  const rest = role === "owner" ? row.owner : row.strangers;
  if (role === "nobody") return row.open || rest === "nothing" ? rest : "unauthenticated";
  return row.but?.[role] ?? rest;
};

const rows = Object.entries(ACTION_ROWS).map(([name, row]) => ({ name, row }));
const STRANGERS: readonly RoleName[] = ["nobody", "other", "sample", "administrator"];

describe("a stranger", () => {
  it.each(rows)("$name", async ({ name, row }) => {
    const before = await digestOwner(ownerId);
    for (const role of STRANGERS) {
      const foreign = await call(name, row, role, owned);
      expect([role, foreign.outcome, foreign.text]).toEqual([role, expected(row, role), foreign.text]);
      expect([role, canariesIn(foreign.text)]).toEqual([role, []]);
      expect([role, await digestOwner(ownerId)]).toEqual([role, before]);
      await forgetOf(cast[role]);
      if (row.once) continue;
      expect([role, (await call(name, row, role, missing)).outcome]).toEqual([role, foreign.outcome]);
      await forgetOf(cast[role]);
    }
  });
});

describe("the owner", () => {
  it.each(rows)("$name", async ({ name, row }) => {
    const { outcome, text } = await call(name, row, "owner", owned);
    expect([outcome, text]).toEqual([row.owner, text]);
  });
});
