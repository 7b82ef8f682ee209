import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { PUT as uploadRoute } from "@/app/api/v1/food-tables/uploads/[id]/route";
import { createAccount, createSampleAccount, createToken, isAdministrator, type Viewer } from "@/lib/access";
import { newToken } from "@/lib/access/schemas";
import { db } from "@/lib/db";
import type { EntryView } from "@/lib/diary/schemas";
import type { FoodView } from "@/lib/foods/schemas";
import type { AddedTable, FoodTableView } from "@/lib/foodtables/schemas";
import { type Answer, send } from "@/tests/support/api";
import { smallRelease } from "@/tests/support/small-table";

const viewerOf = (userId: string): Viewer => ({
  userId,
  sessionId: "a browser",
  mayWrite: true,
  sample: false,
  confirmedAt: new Date(),
});
const account = (name: string) =>
  createAccount({ email: `${name}-${randomUUID()}@example.org`, password: "correct horse battery" });

type Caller = {
  readonly viewer: Viewer;
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>;
  readonly upload: (id: string, name: string, bytes: Uint8Array) => Promise<number>;
};

const caller = async (userId: string, scopes: ("read" | "write")[] = ["read", "write"]): Promise<Caller> => {
  const viewer = viewerOf(userId);
  const { token } = await createToken(viewer, userId, newToken.parse({ name: "test", scopes }));
  const headers = { authorization: `Bearer ${token}` };
  return {
    viewer,
    call: (method, path, body) => send(method, path, body, headers),
    upload: async (id, name, bytes) => {
      const url = `http://localhost:3000/api/v1/food-tables/uploads/${id}?name=${encodeURIComponent(name)}`;
      const request = new Request(url, { method: "PUT", headers, body: Buffer.from(bytes) });
      return (await uploadRoute(request, { params: Promise.resolve({ id }) })).status;
    },
  };
};

let sampleId = "";
let first: Caller;
let second: Caller;
beforeAll(async () => {
  // A sample account comes before everybody and is no administrator.
  sampleId = await createSampleAccount("UTC");
  first = await caller(await account("first"));
  second = await caller(await account("second"));
});

describe("the administrator of a server", () => {
  it("is who makes the first account, and nobody after", async () => {
    expect(await isAdministrator(first.viewer)).toBe(true);
    expect(await isAdministrator(second.viewer)).toBe(false);
    expect(await isAdministrator(viewerOf(sampleId))).toBe(false);
  });

  it("is no sample account, whatever the database says", async () => {
    await db().user.updateMany({ where: { id: sampleId }, data: { administrator: true } });
    expect(await isAdministrator(viewerOf(sampleId))).toBe(false);
  });
});

const tables = async (who: Caller): Promise<FoodTableView[]> =>
  ((await who.call("GET", "/food-tables")).body as { items: FoodTableView[] }).items;

describe("food tables", () => {
  it("are seen by everybody, with licence and citation", async () => {
    const [builtIn] = await tables(second);
    expect(builtIn).toMatchObject({ name: "USDA SR28", builtIn: true, foods: 8790 });
    expect(builtIn?.licence).toMatch(/public domain/);
    expect(builtIn?.citation).toMatch(/Agricultural Research Service/);
  });

  it("are changed by administrators only, with a key that writes", async () => {
    const id = randomUUID();
    const reader = await caller(first.viewer.userId, ["read"]);
    for (const who of [second, reader]) {
      expect(await who.upload(id, "fineli.zip", smallRelease())).toBe(403);
      expect((await who.call("POST", "/food-tables", { upload: id })).status).toBe(403);
      expect((await who.call("DELETE", "/food-tables/x")).status).toBe(403);
    }
  });

  it("are added by upload, found, logged, shown with their origin, and removed; the entry keeps its amounts", async () => {
    const id = randomUUID();
    expect(await first.upload(id, "fineli.zip", smallRelease())).toBe(204);
    const made = await first.call("POST", "/food-tables", { upload: id });
    expect(made.status).toBe(201);
    const { table } = made.body as AddedTable;
    expect(table).toMatchObject({ name: "Fineli", foods: 2, builtIn: false });
    // The same again changes nothing, whether the answer was lost or the file is uploaded anew.
    expect((await first.call("POST", "/food-tables", { upload: id })).status).toBe(200);
    const again = randomUUID();
    await first.upload(again, "fineli.zip", smallRelease());
    expect((await first.call("POST", "/food-tables", { upload: again })).status).toBe(200);
    expect((await tables(second)).map(({ name }) => name)).toContain("Fineli");

    const found = (await second.call("GET", "/foods?q=cloudberry")).body as {
      items: { id: string; table: string }[];
    };
    expect(found.items[0]).toMatchObject({ id: "fineli:700", table: "Fineli", source: "imported" });
    const view = (await second.call("GET", "/foods/fineli:700")).body as FoodView;
    expect(view.tableInfo).toMatchObject({
      name: "Fineli",
      licence: table.licence,
      citation: table.citation,
    });
    expect(view.provenance.find(({ nutrient }) => nutrient === "magnesium")).toMatchObject({
      source: "Fineli",
      row: "700",
      value: 29,
    });
    const entry = randomUUID();
    const logged = await second.call("PUT", `/diary/${entry}`, {
      date: "2026-11-30",
      meal: "snack",
      food: "fineli:700",
      amount: { grams: 200 },
    });
    expect(logged.status).toBe(201);
    expect((logged.body as EntryView).nutrients.magnesium).toBe(58);

    expect((await first.call("DELETE", `/food-tables/${table.version}`)).status).toBe(204);
    expect((await first.call("DELETE", `/food-tables/${table.version}`)).status).toBe(204);
    expect((await tables(second)).map(({ name }) => name)).not.toContain("Fineli");
    expect((await second.call("GET", "/foods/fineli:700")).status).toBe(404);
    const day = (await second.call("GET", "/diary?date=2026-11-30")).body as {
      items: EntryView[];
    };
    expect(day.items.find((each) => each.id === entry)?.nutrients.magnesium).toBe(58);
  });

  it("take the place of an older edition only when told", async () => {
    const upload = async (release: string) => {
      const id = randomUUID();
      await first.upload(id, "fineli.zip", smallRelease(release));
      return id;
    };
    expect((await first.call("POST", "/food-tables", { upload: await upload("20.0") })).status).toBe(201);
    const newer = await upload("21.0");
    const refused = await first.call("POST", "/food-tables", { upload: newer });
    expect(refused.status).toBe(409);
    expect(JSON.stringify(refused.body)).toMatch(/is installed and has the same foods/);
    expect((await first.call("POST", "/food-tables", { upload: newer, replace: true })).status).toBe(201);
    const installed = (await tables(first)).filter(({ builtIn }) => !builtIn);
    expect(installed.map(({ edition }) => edition)).toEqual(["Release 21.0"]);
    await first.call("DELETE", `/food-tables/${installed[0]?.version}`);
  });

  it.each([
    ["what is no table", "readme.txt", Buffer.from("Hello"), 422],
    ["an empty file", "fineli.zip", Buffer.alloc(0), 422],
  ])("refuse %s", async (_, name, bytes, status) => {
    const id = randomUUID();
    const sent = await first.upload(id, name, bytes);
    const answer = sent === 204 ? (await first.call("POST", "/food-tables", { upload: id })).status : sent;
    expect(answer).toBe(status);
    expect((await first.call("POST", "/food-tables", { upload: id })).status).toBe(404);
  });

  it.each(["../x.zip", "a/b.zip", ".hidden", "..", "a\\b"])("take no file named %j", async (name) => {
    expect(await first.upload(randomUUID(), name, smallRelease())).toBe(422);
  });
});
