import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { config, proxy } from "@/proxy";

const at = (path: string) => `http://localhost:3000${path}`;
const reaches = (path: string) => unstable_doesMiddlewareMatch({ config, nextConfig: {}, url: at(path) });

describe("an address that is not valid percent-encoded text", () => {
  for (const path of ["/minerals/%ff", "/foods/%", "/api/v1/diary/%ff", "/api/v1/foods/%E0%A4%A"]) {
    it(`is malformed: ${path}`, () => {
      expect(reaches(path)).toBe(true);
      expect(proxy(new NextRequest(at(path))).status).toBe(400);
    });
  }

  it("is told in the API's own shape", async () => {
    const answer = proxy(new NextRequest(at("/api/v1/diary/%ff")));
    expect(await answer.json()).toEqual({
      error: { code: "malformed", message: "The address is not valid percent-encoded UTF-8." },
    });
  });
});

describe("the API", () => {
  it("is left alone where nothing is encoded, so that its bodies are not buffered", () => {
    expect(reaches("/api/v1/diary")).toBe(false);
    expect(reaches("/api/v1/foods/ndb:09040")).toBe(false);
  });

  it("keeps its own policy where something is", () => {
    const answer = proxy(new NextRequest(at("/api/v1/foods/ndb%3A09040")));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-security-policy")).toBeNull();
  });
});
