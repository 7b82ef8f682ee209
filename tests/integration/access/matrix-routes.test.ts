import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db";
import { type Answered, callAs, everyRoute } from "@/tests/support/access/call";
import {
  type Cast,
  canaries,
  canariesIn,
  forgetOf,
  type Ids,
  missingIds,
  ROLES,
  type RoleName,
  STRANGERS,
} from "@/tests/support/access/cast";
import type { RouteRow } from "@/tests/support/access/route-row";
import { APART, ROUTE_ROWS } from "@/tests/support/access/route-rows";
import { setStage } from "@/tests/support/access/stage";
import { digestOwner } from "@/tests/support/digest";

/*
 * The access matrix of the routes: every method of every route file in every role, with ids of the owner's and with ids
 * of nothing. Strangers learn nothing and change nothing of the owner's, and cannot tell what is there from what is not.
 */

vi.mock("next/headers", async () => (await import("@/tests/support/access/incoming")).nextHeaders);

let cast: Cast;
let owned: Ids;
const missing = missingIds();
let ownerId: string;

beforeAll(async () => {
  ({ cast, owned, ownerId } = await setStage());
});

const ask = async (row: RouteRow, role: RoleName, ids: Ids): Promise<Answered> => {
  // Limits have tests of their own.
  await db().limitUse.deleteMany({ where: {} });
  return callAs(cast[role], row.at.split(" ")[0] ?? "", row.to(ids), row.body?.(ids));
};

const expected = (row: RouteRow, role: RoleName): number => {
  const special = row.but?.[role];
  if (special !== undefined) return special;
  if (role === "nobody") return row.open ? row.strangers : 401;
  if (role === "owner's read-only token") return row.reads || row.open ? row.owner : 403;
  return role.startsWith("owner") ? row.owner : row.strangers;
};

/** An answer without the ids in it and without what differs from one moment to the next. */
const withoutIds = (text: string): string =>
  Object.values({ ...owned, ...missing })
    .reduce((rest, id) => rest.replaceAll(id, "ID").replaceAll(encodeURIComponent(id), "ID"), text)
    .replaceAll(/(own:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID")
    .replaceAll(
      /"version":"[^"]+"|"(at|createdAt|updatedAt|lastUsedAt|lastSeenAt|confirmedUntil|expiresAt)":"[^"]+"|[\w-]{40,}/g,
      "",
    );

it("every route has a row", async () => {
  const rows = [...new Set([...APART, ...ROUTE_ROWS.map(({ at }) => at)])].toSorted();
  expect(rows).toEqual(await everyRoute());
});

const rows = ROUTE_ROWS.map((row, i) => ({ row, name: `${i} ${row.at}` }));

describe("a stranger", () => {
  it.each(rows)("$name", async ({ row }) => {
    for (const role of STRANGERS) {
      const before = await digestOwner(ownerId);
      const nothing = row.once ? null : await ask(row, role, missing);
      await forgetOf(cast[role]);
      const foreign = await ask(row, role, owned);
      if (!row.reads) await forgetOf(cast[role]);
      expect([role, foreign.status]).toEqual([role, expected(row, role)]);
      if (nothing !== null)
        expect([role, foreign.status, withoutIds(foreign.text)]).toEqual([
          role,
          nothing.status,
          withoutIds(nothing.text),
        ]);
      expect([role, canariesIn(foreign.text + JSON.stringify([...foreign.headers]))]).toEqual([role, []]);
      expect([role, await digestOwner(ownerId)]).toEqual([role, before]);
    }
  });
});

describe("a link", () => {
  it.each([
    ["mail", "stopMail"],
    ["reminders", "stopReminder"],
  ] as const)("to stop %s is the key, for whoever holds it, and opens nothing else", async (what, name) => {
    const before = await digestOwner(ownerId);
    for (const role of STRANGERS) {
      const { status, text } = await callAs(cast[role], "POST", `/${what}/${owned[name]}/stop`);
      expect([role, status, canariesIn(text)]).toEqual([role, 200, []]);
      const forged = owned[name].replace(/\.(.)(?=[^.]*$)/, (_, first) => (first === "A" ? ".B" : ".A"));
      expect((await callAs(cast[role], "POST", `/${what}/${forged}/stop`)).status).toBe(404);
    }
    const changed = Object.entries(await digestOwner(ownerId))
      .filter(([table, digest]) => digest !== before[table])
      .map(([table]) => table);
    expect(changed).toEqual(what === "mail" ? [] : ["PushMessage", "PushSubscription"]);
  });
});

/** What the owner was told of their texts. */
const told = new Set<string>();

describe("the owner", () => {
  it.each(rows)("$name", async ({ row }) => {
    for (const role of ROLES.filter((each) => each.startsWith("owner"))) {
      const { status, text } = await ask(row, role, owned);
      expect([role, status, text]).toEqual([role, expected(row, role), text]);
      for (const each of canariesIn(text)) told.add(each);
    }
  });

  it("is told every text of theirs, so that what strangers are not told is there to be told", () => {
    expect(canaries.filter((text) => !told.has(text))).toEqual([]);
  });
});
