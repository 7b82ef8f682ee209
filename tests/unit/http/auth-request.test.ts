import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { readAuthRequest } from "@/lib/http/auth-request";

const at = "http://localhost:3000/api/auth/callback/credentials";
const post = (body: string, type: string | null, headers: Record<string, string> = {}) =>
  new NextRequest(at, {
    method: "POST",
    body,
    headers: { ...(type && { "content-type": type }), ...headers },
  });

describe("what reaches next-auth", () => {
  test("a form passes as it is", async () => {
    const { request, fields } = await readAuthRequest(
      post("email=a%40b.de&password=x", "application/x-www-form-urlencoded"),
    );
    expect(fields.get("email")).toBe("a@b.de");
    expect(await request.text()).toBe("email=a%40b.de&password=x");
  });

  test("JSON becomes a form; what is no text in it is left out", async () => {
    const body = JSON.stringify({ email: "a@b.de", json: true, callbackUrl: 7, password: { $ne: "" } });
    const { request, fields } = await readAuthRequest(post(body, "application/json; charset=utf-8"));
    expect(Object.fromEntries(fields)).toEqual({ email: "a@b.de", json: "true" });
    expect(request.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
  });

  test.each([
    ["broken JSON", post("{", "application/json"), "malformed"],
    ["a list", post("[1]", "application/json"), "malformed"],
    ["null", post("null", "application/json"), "malformed"],
    ["another type", post("x", "text/plain"), "unsupported_media_type"],
    ["too much", post("x".repeat(2 * 1024 * 1024), "application/x-www-form-urlencoded"), "too_large"],
    [
      "a callback that is no address",
      post("callbackUrl=foo", "application/x-www-form-urlencoded"),
      "malformed",
    ],
    [
      "a callback of another kind",
      post("callbackUrl=javascript%3Ax", "application/x-www-form-urlencoded"),
      "malformed",
    ],
    [
      "a host that is none",
      post("", "application/x-www-form-urlencoded", { "x-forwarded-host": 'a b"' }),
      "malformed",
    ],
    ["a GET of a callback", new NextRequest(at), "method_not_allowed"],
    [
      "a bad callback of a GET",
      new NextRequest("http://localhost:3000/api/auth/signin?callbackUrl=x%20y"),
      "malformed",
    ],
  ] as const)("%s is refused as %3$s", async (_, request, code) => {
    await expect(readAuthRequest(request)).rejects.toMatchObject({ name: "AppError", code });
  });
});
