import { describe, expect, inject } from "vitest";
import { it } from "@/tests/support/browser";
import { signIn } from "@/tests/support/person";

const WRONG = "The e-mail address or the password is not right.";

describe("signing up and in", () => {
  it("says what is wrong beside the field and keeps what was typed", async ({ visit }) => {
    const { page } = await visit();
    await page.goto("/sign-up");
    await page.getByLabel("E-mail address").fill("nora@example.org");
    await page.getByLabel("Password").fill("short");
    await page.getByRole("button", { name: "Create account" }).click();
    await page
      .getByText(/at least 10 characters/i)
      .last()
      .waitFor();
    expect(await page.getByLabel("E-mail address").inputValue()).toBe("nora@example.org");
  });

  it("refuses a wrong password in words, and comes back to the page that was asked for", async ({
    person,
  }) => {
    const { page, context, email } = await person("desktop", { expected: /status of 401/ });
    await context.clearCookies();
    await page.goto("/settings/targets");
    await page.waitForURL("**/sign-in**");
    await signIn(page, email, "not the password");
    await page.getByRole("alert").filter({ hasText: WRONG }).waitFor();
    expect(page.url()).toContain("/sign-in");
    await signIn(page, email);
    await page.waitForURL("**/settings/targets");
  });

  it("never leads to another site after signing in", async ({ person }) => {
    const { page, context, email } = await person();
    await context.clearCookies();
    await page.goto("/sign-in?callbackUrl=https://elsewhere.example/");
    await signIn(page, email);
    await page.waitForURL("**/today");
    expect(new URL(page.url()).origin).toBe(inject("baseUrl"));
  });
});

describe("a session", () => {
  it("that is revoked in another browser is signed out at its next request", async ({ person, visit }) => {
    const first = await person();
    const second = await visit();
    await second.page.goto("/sign-in");
    await signIn(second.page, first.email);
    await second.page.waitForURL("**/today");

    await second.page.goto("/settings/access");
    await second.page
      .getByRole("button", { name: /sign out/i })
      .last()
      .click();
    await expect
      .poll(async () => {
        const response = await first.page.request.get("/api/v1/profile");
        return response.status();
      })
      .toBe(401);
    await first.page.goto("/today");
    await first.page.waitForURL("**/sign-in**");
  });

  it("does not let another site write", async ({ sample }) => {
    const { page } = await sample();
    const body = { name: "Planted", per100g: {} };
    const foreign = await page.request.post("/api/v1/foods", {
      data: body,
      headers: { origin: "https://elsewhere.example" },
    });
    expect(foreign.status()).toBe(403);
    const none = await page.request.post("/api/v1/foods", { data: body });
    expect(none.status()).toBe(403);
    const own = await page.request.post("/api/v1/foods", {
      data: body,
      headers: { origin: inject("baseUrl") },
    });
    expect(own.status()).toBe(201);
  });
});

it("ten megabytes are refused with 413, not with a hang or 500", async ({ sample }) => {
  const { page } = await sample();
  const response = await page.request.post("/api/v1/foods", {
    data: JSON.stringify({ name: "x".repeat(10_000_000), per100g: {} }),
    headers: { origin: inject("baseUrl"), "content-type": "application/json" },
  });
  expect(response.status()).toBe(413);
  expect(await response.json()).toMatchObject({ error: { code: "too_large" } });
});

it("deleting the account, soon after signing in, ends everything", async ({ person }) => {
  const { page, email } = await person("desktop", { expected: /status of 401/ });
  await page.goto("/settings/account");
  await page.getByLabel("Delete everything I have logged").check();
  await page.getByRole("button", { name: "Delete my account" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/settings"));
  await page.goto("/sign-in");
  await signIn(page, email);
  await page.getByRole("alert").filter({ hasText: WRONG }).waitFor();
});
