import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { it } from "@/tests/support/browser";
import { openAccount, signIn } from "@/tests/support/person";

/** The provider's own pages: who it is, and that Assay may know it. */
const passProvider = async (page: Page, address: string): Promise<void> => {
  await page.getByPlaceholder("Enter any login").fill(address);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
};

/** What the pages of the provider lack. */
const expected = /favicon|fonts\.googleapis/;

it("a new person comes in by the provider, comes to Today, and sets a password", async ({ visit }) => {
  const { page } = await visit("desktop", { expected });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with Example login" }).click();
  await passProvider(page, `${randomUUID()}@example.org`);
  await page.waitForURL("**/today");
  await page.goto("/settings/account");
  await page.getByLabel("New password").fill("a long enough password");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByRole("heading", { name: "Change the password" }).waitFor();
});

it("an address that has an account is linked after signing in to it and consenting", async ({ visit }) => {
  const { page, context } = await visit("desktop", { expected });
  await page.goto("/");
  const email = await openAccount(page);
  await context.clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with Example login" }).click();
  await passProvider(page, email);
  await page.getByRole("heading", { name: "You have an account already" }).waitFor();
  await signIn(page, email);
  await page.getByRole("heading", { name: "Link Example login to your account?" }).waitFor();
  await page.getByRole("button", { name: "Link Example login" }).click();
  await page.waitForURL("**/settings/sign-in");
  await page.getByRole("button", { name: "Unlink" }).waitFor();
  await page.getByRole("button", { name: "Unlink" }).click();
  await page.getByRole("button", { name: "Link Example login" }).waitFor();
  expect(await page.getByRole("button", { name: "Unlink" }).count()).toBe(0);
});
