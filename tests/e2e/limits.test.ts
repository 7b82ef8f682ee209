import { randomUUID } from "node:crypto";
import { expect, inject, it } from "vitest";

const PASSWORD = "a long enough password";

it("of 300 wrong passwords at once few are looked at, and the owner's own browser gets in", async () => {
  const base = inject("baseUrl");
  const email = `${randomUUID()}@example.org`;
  // Of a network of its own, since the tests share a server.
  const from = { origin: base, "x-forwarded-for": "198.18.7.7" };
  const made = await fetch(`${base}/api/v1/account`, {
    method: "POST",
    headers: { ...from, "content-type": "application/json" },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  expect(made.status).toBe(201);
  const form = await fetch(`${base}/api/auth/csrf`);
  const { csrfToken } = (await form.json()) as { csrfToken: string };
  const pairs = form.headers.getSetCookie().map((each) => each.split(";")[0]);
  const signIn = (password: string, ...more: string[]) =>
    fetch(`${base}/api/auth/callback/credentials`, {
      method: "POST",
      redirect: "manual",
      headers: { ...from, cookie: [...pairs, ...more].join("; ") },
      body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
    });

  const right = await signIn(PASSWORD);
  expect(right.status).toBe(200);
  const device = right.headers.getSetCookie().find((each) => each.startsWith("assay-device-"));
  expect(device).toContain("HttpOnly");

  const answers = await Promise.all(Array.from({ length: 300 }, (_, n) => signIn(`wrong ${n}`)));
  const withStatus = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([withStatus(401), withStatus(429)]).toEqual([10, 290]);

  const refused = await signIn(PASSWORD);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ error: { code: "rate_limited" } });
  expect((await signIn(PASSWORD, device?.split(";")[0] ?? "")).status).toBe(200);
});
