import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { operations } from "@/app/api/v1/_contract";
import { GET as openApi } from "@/app/api/v1/openapi.json/route";
import { createToken, type Viewer } from "@/lib/access";
import { entriesOfDay, openSampleAccount } from "@/lib/diary";
import { listOwnFoods } from "@/lib/foods";
import { alertsPage, bestSourcesBoth, mineralPage, todayPage, trendsPage } from "@/lib/insights";
import { alertSummary, readNotices, resolvedLately, weeklyReview } from "@/lib/notices";
import { addNotice, resolveNotice } from "@/lib/notices/store";
import { addDays, MINERALS } from "@/lib/nutrition";
import { getOverrides, getTargets } from "@/lib/profile";
import { type Answer, send } from "@/tests/support/api";
import { digestDatabase } from "@/tests/support/digest";

/*
 * Reads never write: every GET of the contract, and what pages read beside them, with a key that only reads and with
 * one that may write, on a diary about which there is much to remember. Only `lastUsedAt` of a token and the touch of a
 * session may change (tests/support/digest.ts).
 */

const today = new Date().toISOString().slice(0, 10);
const yesterday = addDays(today, -1);
const BARCODE = "4006381333931";

let ownerId: string;
let reader: Viewer;
let writer: Viewer;
const tokens = { read: "", write: "" };
const get = (path: string, key: keyof typeof tokens): Promise<Answer> =>
  send("GET", path, undefined, { authorization: `Bearer ${tokens[key]}` });

/** A value for every parameter that a GET may ask for, by its name; ids by path, as they name different things. */
const values: { [name: string]: string | undefined } = {
  date: yesterday,
  from: addDays(today, -20),
  to: yesterday,
  mineral: "magnesium",
  code: BARCODE,
  name: "rye bread",
  food: "ndb:09040",
  q: "bread",
  energy: "380",
};

type Parameter = { readonly name: string; readonly in: "path" | "query"; readonly required: boolean };
type Document = { paths: Record<string, { get?: { parameters: Parameter[] } }> };

/** A call of an operation that succeeds. @throws where no value is known: say one in `values`. */
const targetOf = (path: string, parameters: readonly Parameter[]): string => {
  const sampleOf = (name: string): string => {
    const value = values[`${path} ${name}`] ?? values[name];
    if (value === undefined) throw new Error(`No value for ${name} of GET ${path}`);
    return encodeURIComponent(value);
  };
  const query = parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => sampleOf(name));
  return query.length === 0
    ? filled
    : `${filled}?${query.map(({ name }) => `${name}=${sampleOf(name)}`).join("&")}`;
};

/** A finding that was told, and does not hold. */
const toldBefore = (key: string) => ({
  key,
  rule: "low-usual-intake" as const,
  nutrients: [key.slice(key.indexOf(":") + 1)],
  finding: "x",
  severity: 1,
  mean: 1,
  probability: 0.9,
  days: 9,
});

beforeAll(async () => {
  ownerId = await openSampleAccount("UTC");
  const viewer = { userId: ownerId, sessionId: randomUUID(), sample: true, confirmedAt: null };
  writer = { ...viewer, mayWrite: true };
  reader = { ...viewer, mayWrite: false };
  for (const [key, scopes] of [
    ["read", ["read"]],
    ["write", ["read", "write"]],
  ] as const)
    tokens[key] = (await createToken(writer, ownerId, { name: key, scopes: [...scopes] })).token;
  // What a look would change: something told that is gone, and something gone that is back.
  await addNotice(ownerId, toldBefore("low-usual-intake:gone"), 1, addDays(today, -20));
  const holds = (await readNotices(reader, ownerId)).found[0]?.key ?? "low-usual-intake:potassium";
  const notice = { key: holds, episode: 1, severity: 0, lastSeen: addDays(today, -5), resolvedOn: null };
  await addNotice(ownerId, { ...toldBefore(holds), severity: 0 }, 1, addDays(today, -20));
  const ended = { resolvedBy: "changed" as const, resolvedMean: null, resolvedWords: null };
  await resolveNotice(ownerId, notice, addDays(today, -4), ended);

  const [food] = await listOwnFoods(reader, ownerId);
  const entry = (await entriesOfDay(reader, ownerId, yesterday)).find(({ kind }) => kind === "food");
  const post = (path: string, body: unknown) =>
    send("POST", path, body, { authorization: `Bearer ${tokens.write}` });
  const recipe = await post("/recipes", {
    name: "Porridge",
    servings: 2,
    ingredients: [{ food: "ndb:09040", amount: { grams: 100 } }],
  });
  expect(recipe.status).toBe(201);
  expect((await post("/foods", { name: "Bar", barcode: BARCODE, per100g: { energy: 400 } })).status).toBe(
    201,
  );
  const supplements = (await get("/supplements", "read")).body as { items: { id: string }[] };
  Object.assign(values, {
    "/foods/{id} id": food?.id,
    "/diary/{id} id": entry?.id,
    "/diary/replacement of": entry?.food,
    "/diary/replacement to": "ndb:20038",
    "/recipes/{id} id": (recipe.body as { id: string }).id,
    "/supplements/{id} id": supplements.items[0]?.id,
  });
});

describe("a read never writes", async () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const { paths } = (await openApi().json()) as Document;
  // No token asks about the account itself; see the tests of scopes.
  const gets = operations.filter(({ method, area }) => method === "get" && area !== "account");

  it.each(gets.map(({ path }) => path))("GET %s", async (path) => {
    const target = targetOf(path, paths[path]?.get?.parameters ?? []);
    const before = await digestDatabase();
    // Some answers say when they were made.
    vi.useFakeTimers({ toFake: ["Date"] });
    const read = await get(target, "read");
    expect([target, read.status]).toEqual([target, 200]);
    expect(await digestDatabase()).toEqual(before);
    // The right to write changes neither the answer nor that nothing is written.
    const written = await get(target, "write");
    expect(withoutUse(written.body)).toEqual(withoutUse(read.body));
    expect(await digestDatabase()).toEqual(before);
  });

  const reads: { readonly [name: string]: (viewer: Viewer) => Promise<unknown> } = {
    alertSummary: (viewer) => alertSummary(viewer, ownerId),
    weeklyReview: (viewer) => weeklyReview(viewer, ownerId),
    todayPage: (viewer) => todayPage(viewer, ownerId),
    trendsPage: (viewer) => trendsPage(viewer, ownerId, 90),
    getTargets: (viewer) => getTargets(viewer, ownerId),
    getOverrides: (viewer) => getOverrides(viewer, ownerId),
    alerts: async (viewer) => {
      const noticed = await readNotices(viewer, ownerId);
      await resolvedLately(viewer, ownerId, today, noticed);
      return alertsPage(viewer, ownerId, noticed);
    },
    minerals: async (viewer) => {
      for (const mineral of MINERALS) {
        const page = await mineralPage(viewer, ownerId, mineral, 30);
        await Promise.all([page.days, page.foods, bestSourcesBoth(viewer, ownerId, mineral, 10)]);
      }
    },
  };
  it.each(Object.keys(reads))("%s", async (name) => {
    const before = await digestDatabase();
    await reads[name]?.(reader);
    await reads[name]?.(writer);
    expect(await digestDatabase()).toEqual(before);
  });
});

/** An answer without what tells that a token was used. */
const withoutUse = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body, (key, value) => (key === "lastUsedAt" ? undefined : value)));
