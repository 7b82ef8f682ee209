import { randomInt } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterEach, beforeAll, expect, inject, it, vi } from "vitest";
import { operations } from "@/app/api/v1/_contract";
import { createToken, openSession, viewerOfSession } from "@/lib/access";
import { db } from "@/lib/db";
import { openApiDocument } from "@/lib/http";
import { ACTION_ROWS } from "@/tests/support/access/action-rows";
import { serverActions } from "@/tests/support/access/actions";
import { callAs, callRoute } from "@/tests/support/access/call";
import { canariesIn, type Ids, missingIds, type Role } from "@/tests/support/access/cast";
import {
  HOSTILE_TEXTS,
  type Json,
  mixed,
  nearly,
  type Schema,
  valid,
  wild,
} from "@/tests/support/access/hostile";
import { comeFrom, signedInJar } from "@/tests/support/access/incoming";
import { ROUTE_ROWS } from "@/tests/support/access/route-rows";
import { setStage } from "@/tests/support/access/stage";
import { makeUser } from "@/tests/support/database";
import { digestOwner } from "@/tests/support/digest";

/*
 * Requests that are right, almost right and wild, to every call of the contract and to every server action, from
 * somebody who knows the ids of another person's data. FUZZ_SEED repeats a run; on PostgreSQL a tenth of it is done.
 */

vi.mock("next/headers", async () => (await import("@/tests/support/access/incoming")).nextHeaders);
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

const SHARE = inject("template").engine === "sqlite" ? 1 : 0.1;
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 10_000) * SHARE;
const CALLS = Number(process.env.FUZZ_CALLS ?? 2000) * SHARE;
const seed = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31));
/** Bytes on the heap that may be there after all requests and were not before: caches fill, nothing grows without end. */
const MAX_GROWTH = 96 * 1024 * 1024;
/** After so many requests somebody else asks: a diary that fills up makes everything slow. */
const TURN = 400;

type Attacker = { readonly browser: Role; readonly token: Role };
let attacker: Attacker;
let owned: Ids;
let ownerId: string;

const newAttacker = async (): Promise<Attacker> => {
  const userId = await makeUser();
  const sid = await openSession(userId, { address: null, userAgent: "curl" });
  const viewer = await viewerOfSession(userId, sid);
  if (!viewer) throw new Error("The session is gone.");
  const { token } = await createToken(viewer, userId, { name: "t", scopes: ["read", "write"] });
  await db().limitUse.deleteMany({ where: {} });
  (globalThis as { assayLimiters?: Map<unknown, unknown> }).assayLimiters?.clear();
  return {
    browser: { userId, jar: await signedInJar(userId, sid) },
    token: { userId, jar: new Map(), bearer: token },
  };
};

let before: Awaited<ReturnType<typeof digestOwner>>;
beforeAll(async () => {
  ({ owned, ownerId } = await setStage());
  before = await digestOwner(ownerId);
  attacker = await newAttacker();
  console.info(`fuzz: seed ${seed}, FUZZ_SEED=${seed} repeats it`);
});
afterEach(() => vi.restoreAllMocks());

const collect = (): number => {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
};

/** Bodies are told apart from the owner's texts, and from what only a programmer should see. */
const LEAK = /\n\s+at |node_modules|\.tsx?:\d|prisma|SQLITE_|file:\/\/|SELECT |INSERT INTO/i;
const checkText = (text: string, sent: string): void => {
  expect(canariesIn(text)).toEqual([]);
  const leaked = LEAK.exec(text)?.[0];
  // What was sent may be sent back.
  if (leaked !== undefined && !LEAK.test(sent)) expect(text).not.toContain(leaked);
  expect(text).not.toContain(process.cwd());
};

const pool = (ids: Ids): string[] => [
  // Links are keys: who has one may use it.
  ...Object.entries(ids).flatMap(([name, id]) => (/Link$|^stop/.test(name) ? [] : [id])),
  ...Object.values(missingIds()),
  "ndb:09040",
  "magnesium",
  "zinc",
  "2026-11-29",
  "12:30",
  "1",
  "correct horse battery",
  "someone@example.org",
];

type Described = {
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: Schema }[];
  readonly requestBody?: { content: Record<string, { schema: Schema }> };
};

type Request = {
  readonly method: string;
  readonly path: string;
  readonly params: Record<string, Json>;
  readonly query: Record<string, Json>;
  readonly body: Json | undefined;
  readonly headers: Record<string, string>;
  readonly by: "browser" | "token" | "nobody";
  /** The address, of a call of the access matrix; the path's with its parameters where it is left out. */
  readonly to?: string;
};

const requests = (ids: Ids): fc.Arbitrary<Request> => {
  const texts = pool(ids);
  const calls = Object.entries(openApiDocument(operations).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const { parameters, requestBody } = described as Described;
      const part = (place: string) => {
        const found = parameters.filter((each) => each.in === place);
        const values = Object.fromEntries(found.map(({ name, schema }) => [name, valid(schema, texts)]));
        const requiredKeys = found.filter(({ required }) => required).map(({ name }) => name);
        return fc.record(values, { requiredKeys }) as fc.Arbitrary<Json>;
      };
      const content = requestBody && Object.values(requestBody.content)[0];
      return fc.record({
        method: fc.constant(method.toUpperCase()),
        path: fc.constant(`/api/v1${path.replaceAll(/\{(\w+)\}/g, "[$1]")}`),
        params: fc.oneof(
          part("path"),
          fc.dictionary(
            fc.constantFrom(...Object.keys({ id: 1, date: 1, slot: 1, mineral: 1, code: 1, version: 1 })),
            fc.constantFrom(...HOSTILE_TEXTS),
          ),
        ),
        query: fc.oneof(part("query"), nearly(part("query"))),
        body: content ? mixed(valid(content.schema, texts)) : fc.option(wild, { nil: undefined, freq: 4 }),
        headers: fc.oneof(
          { weight: 6, arbitrary: fc.constant({}) },
          {
            weight: 1,
            arbitrary: fc.record({
              "if-match": fc.constantFrom('"0"', "*", '"1", "2"', "W/x", '"'.repeat(50)),
              "content-type": fc.constantFrom("application/json; charset=utf-16", "text/plain", "", "a/b/c"),
            }),
          },
        ),
        by: fc.constantFrom("browser", "browser", "token", "token", "nobody"),
      }) as fc.Arbitrary<Request>;
    }),
  );
  const known = ROUTE_ROWS.filter(({ at }) => at.includes(" /api/v1/")).map(({ at, to, body }) => {
    const [method = "", path = ""] = at.split(" ");
    const right = body?.(ids) as Json | undefined;
    return fc.record({
      method: fc.constant(method),
      path: fc.constant(path),
      params: fc.constant({}),
      query: fc.constant({}),
      body: right === undefined ? fc.constant(undefined) : mixed(fc.constant(right)),
      headers: fc.constant({}),
      by: fc.constantFrom("browser", "token"),
      to: fc.constantFrom(to(ids), to(missingIds())),
    }) as fc.Arbitrary<Request>;
  });
  return fc.oneof({ weight: 2, arbitrary: fc.oneof(...calls) }, { weight: 1, arbitrary: fc.oneof(...known) });
};

const textOf = (value: Json): string =>
  (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).toWellFormed();

const sendRequest = async ({ method, path, params, query, body, headers, by, to }: Request) => {
  const role: Role = by === "nobody" ? { userId: null, jar: new Map() } : attacker[by];
  const url = new URL("http://localhost:3000/api/v1/fuzz");
  const isObject = typeof query === "object" && query !== null;
  for (const [name, value] of Object.entries(isObject ? query : {}))
    url.searchParams.set(name.toWellFormed(), textOf(value));
  const named = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, textOf(value)]));
  const sent = method === "GET" || body === undefined ? undefined : (JSON.stringify(body) ?? "");
  if (to !== undefined) return { ...(await callAs(role, method, to, sent)), sent: `${to} ${sent}` };
  return {
    ...(await callRoute(role, method, path, named, url, sent, headers)),
    sent: `${url} ${JSON.stringify(named)} ${sent}`,
  };
};

/** No mail is sent here, and no push service is there. */
const OUTSIDE = /\/account\/(reset|verification)$|\/reminders\/\[id\]\/test$/;

it(`${REQUESTS} requests to the API: no error of the server, nothing of anybody else's`, async () => {
  const failures: unknown[] = [];
  vi.spyOn(console, "error").mockImplementation((error) => void failures.push(error));
  const statuses = new Map<number, number>();
  let count = 0;
  let heap = 0;
  await fc.assert(
    fc.asyncProperty(requests(owned), async (request) => {
      count += 1;
      if (count % TURN === 0) attacker = await newAttacker();
      if (count === Math.floor(REQUESTS / 5)) heap = collect();
      const { status, text, sent } = await sendRequest(request);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 401 && request.by !== "nobody") attacker = await newAttacker();
      if (status >= 500 && !(status === 503 && OUTSIDE.test(request.path)))
        throw new Error(`${status} ${text}`, { cause: failures.at(-1) });
      checkText(text, sent);
    }),
    { numRuns: REQUESTS, seed, includeErrorInReport: true },
  );
  const growth = collect() - heap;
  const told = [...statuses].toSorted(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
  console.info(`fuzz: ${count} requests, ${told.join(", ")}; heap ${Math.round(growth / 1e6)} MB more`);
  expect(growth).toBeLessThan(MAX_GROWTH);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(await digestOwner(ownerId)).toEqual(before);
  // Not all of it is refused at the door.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 20);
});

it(`${CALLS} calls of server actions: no error of the server, nothing of anybody else's`, async () => {
  const failures: unknown[] = [];
  vi.spyOn(console, "error").mockImplementation((error) => void failures.push(error));
  const actions = await serverActions();
  const names = [...actions.keys()].filter((name) => name !== "(app)/settings/actions#putProductHintAway");
  const strange = fc.constantFrom<unknown>(
    undefined,
    new Date(Number.NaN),
    10n,
    new Map(),
    new FormData(),
    Number.NaN,
  );
  const calls = fc.oneof(
    ...names.map((name) => {
      const right = ACTION_ROWS[name]?.input(owned) as Json;
      const input = fc.oneof(
        { weight: 8, arbitrary: mixed(fc.constant(right)) },
        { weight: 1, arbitrary: strange },
      );
      return fc.record({
        name: fc.constant(name),
        input,
        by: fc.constantFrom("browser", "browser", "nobody"),
      });
    }),
  );
  let count = 0;
  await fc.assert(
    fc.asyncProperty(calls, async ({ name, input, by }) => {
      count += 1;
      if (count % TURN === 0) attacker = await newAttacker();
      comeFrom(by === "browser" ? attacker.browser.jar : new Map(), { host: "localhost:3000" });
      const result = await actions.get(name)?.(input);
      const text = JSON.stringify(result) ?? "";
      if (result?.ok === false && result.error.code === "internal")
        throw new Error(text, { cause: failures.at(-1) });
      if (text.includes('"unauthenticated"') && by === "browser") attacker = await newAttacker();
      checkText(text, String(JSON.stringify(input, (_, value) => (typeof value === "bigint" ? "" : value))));
    }),
    { numRuns: CALLS, seed, includeErrorInReport: true },
  );
  expect(await digestOwner(ownerId)).toEqual(before);
});
