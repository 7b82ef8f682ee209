import { once } from "node:events";
import { createServer, request, Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { operations } from "@/app/api/v1/_contract";
import { gateOf, guardRequests } from "@/lib/http/gate";
import { isOwnOrigin } from "@/lib/http/origin";

/** Issue 14, fault 9: what Next answers with 500, a stack or nothing is answered before it. */

const { publicUrl } = vi.hoisted(() => ({ publicUrl: { value: "https://assay.example.org" } }));
vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, env: () => ({ ...real.env(), publicUrl: publicUrl.value }) };
});

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "LOCK"];

describe("fault 9: every path of the contract, with every method", () => {
  const gate = gateOf(operations);
  const paths = [...new Set(operations.map(({ path }) => path))];
  for (const path of paths) {
    it(path, () => {
      const described = operations.filter((o) => o.path === path).map(({ method }) => method.toUpperCase());
      const url = `/api/v1${path.replaceAll(/\{\w+\}/g, "x")}?a=b`;
      for (const method of METHODS) {
        const refusal = gate({ method, url });
        const known =
          described.includes(method) ||
          method === "OPTIONS" ||
          (method === "HEAD" && described.includes("GET"));
        expect([method, refusal?.status ?? null]).toEqual([method, known ? null : 405]);
        if (refusal) {
          const allow = refusal.allow?.split(", ") ?? [];
          for (const each of described) expect(allow).toContain(each);
          expect(allow).not.toContain(method);
        }
      }
    });
  }

  it("leaves unknown calls to their own answer, 404", () => {
    expect(gate({ method: "PATCH", url: "/api/v1/nothing" })).toBeNull();
    expect(gate({ method: "TRACE", url: "/api/v1/nothing" })?.status).toBe(405);
  });

  it("knows pages", () => {
    expect(gate({ method: "POST", url: "/today" })).toBeNull();
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
      expect(gate({ method, url: "/today" })).toMatchObject({ status: 405, allow: "GET, HEAD, POST" });
  });
});

describe("fault 9: what another site posts to a page", () => {
  const gate = gateOf(operations);
  const post = (origin: string | undefined, ...hosts: string[]) =>
    gate({ method: "POST", url: "/sign-in", origin, hosts })?.status ?? null;

  it.each([
    ["https://evil.example", 403],
    ["null", 403],
    ["http://assay.example.org", 403],
    ["https://assay.example.org", null],
    [undefined, null],
  ])("%s", (origin, status) => {
    expect(post(origin, "assay.example.org")).toBe(status);
  });

  it("is our own where the browser was pointed at another of our names, in the same way", () => {
    expect(post("https://192.168.1.5:3000", "192.168.1.5:3000")).toBeNull();
    expect(post("http://192.168.1.5:3000", "192.168.1.5:3000")).toBe(403);
    publicUrl.value = "http://localhost:3000";
    expect(isOwnOrigin("http://192.168.1.5:3000", ["192.168.1.5:3000"])).toBe(true);
    expect(isOwnOrigin("https://assay.home", [undefined, "assay.home"])).toBe(true);
    expect(isOwnOrigin("https://assay.home", ["assay.home.evil.example"])).toBe(false);
    publicUrl.value = "https://assay.example.org";
  });
});

describe("fault 9: at a server", () => {
  const { emit } = Server.prototype;
  const { error } = console;
  let port = 0;
  const server = createServer((incoming, outgoing) => {
    // As Next does with a body that it cannot read.
    if (incoming.method === "POST" && incoming.url === "/broken") {
      console.error(" ⨯", new TypeError("Failed to parse body as FormData."));
      outgoing.writeHead(500).end("Internal Server Error");
    } else if (incoming.url === "/bug") {
      console.error(" ⨯", new Error("a bug"));
      outgoing.writeHead(500).end();
    } else outgoing.end("next");
  });

  const ask = async (method: string, path: string, headers: Record<string, string> = {}) => {
    const sent = request({ port, host: "127.0.0.1", method, path, headers }).end();
    const [answer] = await once(sent, "response");
    let text = "";
    for await (const chunk of answer) text += chunk;
    return { status: answer.statusCode as number, headers: answer.headers, text };
  };

  const log = vi.fn();
  beforeAll(async () => {
    console.error = log;
    guardRequests(operations);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    port = typeof address === "object" && address !== null ? address.port : 0;
  });
  afterAll(() => {
    server.close();
    Server.prototype.emit = emit;
    console.error = error;
  });

  it("answers TRACE and what a food has not with the API's error body and Allow", async () => {
    for (const method of ["TRACE", "PATCH", "POST", "LOCK"]) {
      const { status, headers, text } = await ask(method, "/api/v1/foods/ndb:09040");
      expect(status).toBe(405);
      expect(headers.allow).toBe("DELETE, GET, HEAD, OPTIONS, PUT");
      expect(JSON.parse(text).error.code).toBe("method_not_allowed");
    }
    expect((await ask("TRACE", "/today")).status).toBe(405);
    expect((await ask("GET", "/api/v1/foods/ndb:09040")).text).toBe("next");
  });

  it("tells browsers to come by https, whatever they ask for", async () => {
    for (const path of ["/today", "/api/v1/health", "/_next/static/x.js"])
      expect((await ask("GET", path)).headers["strict-transport-security"]).toBe(
        "max-age=63072000; includeSubDomains",
      );
  });

  it("answers a body that Next cannot read with 400 and a line", async () => {
    log.mockClear();
    expect((await ask("POST", "/broken")).status).toBe(400);
    expect(log.mock.calls).toEqual([
      ["assay: a request could not be read: Failed to parse body as FormData."],
    ]);
    log.mockClear();
    expect((await ask("POST", "/bug")).status).toBe(500);
    expect(log.mock.calls[0]?.[1]).toBeInstanceOf(Error);
  });
});
