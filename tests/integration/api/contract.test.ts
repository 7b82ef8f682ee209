import { describe, expect, it } from "vitest";
import { operations } from "@/app/api/v1/_contract";
import { GET as openApi } from "@/app/api/v1/openapi.json/route";
import { makeApi, routeFiles, send } from "@/tests/support/api";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
/** Routes that are not calls of the contract: its own document, and the answer to unknown paths. */
const APART = new Set(["/openapi.json", "/[...rest]"]);

describe("the contract", () => {
  it("names exactly the calls that the routes handle", async () => {
    const handled: string[] = [];
    for (const { path, load } of routeFiles) {
      if (APART.has(path)) continue;
      const module = await load();
      for (const method of METHODS) if (module[method]) handled.push(`${method} ${path}`);
    }
    const described = operations.map(
      (o) => `${o.method.toUpperCase()} ${o.path.replaceAll(/\{(\w+)\}/g, "[$1]")}`,
    );
    expect(handled.toSorted()).toEqual(described.toSorted());
  });

  it("is served as an OpenAPI 3.1 document with every call and a schema for every body", async () => {
    const document = (await openApi().json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; requestBody?: { content: object } }>>;
    };
    expect(document.openapi).toBe("3.1.0");
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((o) => o.operationId),
    );
    expect(ids).toHaveLength(operations.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(document.paths["/diary/{id}"]?.put?.requestBody)).toContain("grams");
  });

  it("asks for a viewer wherever it says so", async () => {
    for (const o of operations.filter(({ access }) => access !== "open")) {
      const path = o.path.replaceAll(/\{\w+\}/g, "x");
      const { status } = await send(o.method.toUpperCase(), path, undefined, {
        authorization: "Bearer none",
      });
      expect([o.path, status]).toEqual([o.path, 401]);
    }
  });

  it("answers an unknown path with 404 in its own words", async () => {
    const api = await makeApi();
    const { status, body } = await api.call("GET", "/nothing/here");
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: { code: "not_found" } });
  });
});
