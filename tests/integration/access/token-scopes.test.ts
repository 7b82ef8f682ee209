import { beforeAll, describe, expect, it } from "vitest";
import { operations } from "@/app/api/v1/_contract";
import { createToken, listTokens } from "@/lib/access";
import { newToken, type TokenView } from "@/lib/access/schemas";
import { db } from "@/lib/db";
import { type Api, makeApi, send } from "../../support/api";

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

type Scopes = TokenView["scopes"];

const tokenOf = async (scopes: Scopes): Promise<string> =>
  `Bearer ${(await createToken(api.viewer, api.userId, newToken.parse({ name: "t", scopes }))).token}`;

const ask = async (scopes: Scopes, method: string, path: string, body?: unknown): Promise<number> =>
  (await send(method, path, body, { authorization: await tokenOf(scopes) })).status;

const food = { name: "Bread", per100g: { iron: 1 } };

describe("fault 11: what a token may do", () => {
  it.each([
    ["diary:read", "GET", "/diary?date=2026-11-02", 200],
    ["diary:read", "GET", "/foods?q=bread", 403],
    ["diary:read", "GET", "/profile", 403],
    ["diary:read", "GET", "/days/2026-11-02", 403],
    ["diary:read", "GET", "/copy", 403],
    ["diary:read", "GET", "/changes", 200],
    ["diary:write", "GET", "/diary?date=2026-11-02", 200],
    ["foods:read", "GET", "/foods?q=bread", 200],
    ["foods:read", "GET", "/recipes", 200],
    ["foods:read", "GET", "/diary?date=2026-11-02", 403],
    ["insights:read", "GET", "/days/2026-11-02", 200],
    ["insights:read", "GET", "/adequacy", 200],
    ["insights:read", "GET", "/diary?date=2026-11-02", 403],
    ["profile:read", "GET", "/profile", 200],
    ["profile:read", "GET", "/targets", 200],
    ["profile:read", "GET", "/alerts", 403],
    ["read", "GET", "/copy", 200],
    ["read", "GET", "/profile", 200],
  ] as const)("%s: %s %s is %i", async (scope, method, path, status) => {
    expect(await ask([scope], method, path)).toBe(status);
  });

  it("changes its own area only, and names the scope that it lacks", async () => {
    expect(await ask(["foods:write"], "POST", "/foods", food)).toBe(201);
    expect(await ask(["foods:read"], "POST", "/foods", food)).toBe(403);
    expect(await ask(["write"], "POST", "/foods", food)).toBe(201);
    const refused = await send("POST", "/foods", food, {
      authorization: await tokenOf(["diary:write", "foods:read"]),
    });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({
      error: { code: "forbidden", message: "This token lacks the scope foods:write." },
    });
  });

  it("reads a copy with all the areas that are in it", async () => {
    expect(await ask(["diary:read", "foods:read", "insights:read", "profile:read"], "GET", "/copy")).toBe(
      200,
    );
    expect(await ask(["diary:read", "foods:read", "insights:read"], "GET", "/copy")).toBe(403);
  });

  // The handlers are asked with what no schema takes: a token is refused before anything is read.
  const account = operations.filter(({ access, area }) => access !== "open" && area === "account");

  it.each(account.map(({ method, path }) => [method.toUpperCase(), path] as const))(
    "%s %s takes no token, whatever its scopes",
    async (method, path) => {
      const answer = await send(method, path.replace("{id}", "x"), method === "GET" ? undefined : {}, {
        authorization: `Bearer ${api.token}`,
      });
      expect(answer.status).toBe(403);
      expect(answer.body).toMatchObject({ error: { code: "forbidden" } });
    },
  );

  it("leaves tokens, sessions, methods and the account alone", () => {
    const paths = new Set(account.map(({ path }) => path));
    for (const { path, access } of operations)
      if (/^\/(account|tokens|invitations)/.test(path) && access !== "open") expect(paths).toContain(path);
    expect(paths.size).toBeGreaterThan(8);
  });

  it("every operation that needs somebody names its area", () => {
    for (const o of operations) {
      const areas = [o.area ?? []].flat();
      expect([o.path, o.access === "open", areas.length > 0]).toEqual([
        o.path,
        o.access === "open",
        o.access !== "open",
      ]);
    }
  });

  it("runs out after a year unless something else is asked", async () => {
    for (const [name, input] of [
      ["default", {}],
      ["never", { expiresAt: null }],
    ] as const)
      await createToken(api.viewer, api.userId, newToken.parse({ name, ...input }));
    const all = await listTokens(api.viewer, api.userId);
    const end = all.find(({ name }) => name === "default")?.expiresAt;
    const days = (Date.parse(end ?? "") - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(364.9);
    expect(days).toBeLessThanOrEqual(365);
    expect(all.find(({ name }) => name === "never")?.expiresAt).toBeNull();
    expect(all.find(({ name }) => name === "default")?.scopes).toEqual(["read", "write"]);
  });

  it("is known with what its scopes imply, and by its last use", async () => {
    await createToken(api.viewer, api.userId, newToken.parse({ name: "w", scopes: ["foods:write"] }));
    const listed = (await listTokens(api.viewer, api.userId)).find(({ name }) => name === "w");
    expect(listed).toMatchObject({ scopes: ["foods:read", "foods:write"], lastUsedAt: null });
    await api.call("GET", "/profile");
    expect(
      (await db().token.findFirst({ where: { ownerId: api.userId, name: "test" } }))?.lastUsedAt,
    ).not.toBeNull();
  });
});
