import { TOTP } from "otpauth";
import { expect } from "vitest";
import { it } from "@/tests/support/browser";
import { signIn } from "@/tests/support/person";

const STEP_MS = 30_000;

it("an authenticator app is set up, asked for after the password, and a recovery code stands in for it", async ({
  person,
}) => {
  const { page, context, email } = await person("desktop", { expected: /status of 401/ });
  await page.goto("/settings/sign-in");
  await page.getByRole("button", { name: "Set up an app" }).click();
  await page.getByRole("img", { name: "QR code of the secret" }).waitFor();
  const secret = (await page.locator("form code").textContent()) ?? "";
  const totp = new TOTP({ secret });

  await page.getByLabel("Code").fill("000");
  await page.getByRole("button", { name: "Use this app" }).click();
  await page.getByRole("alert").filter({ hasText: "does not count yet" }).waitFor();
  await page.getByLabel("Code").fill(totp.generate());
  await page.getByRole("button", { name: "Use this app" }).click();
  await page.getByText("Keep these recovery codes now.").waitFor();
  const recovery = await page.getByRole("status").getByRole("listitem").allTextContents();
  expect(recovery).toHaveLength(10);
  await page.getByText("10 recovery codes left").waitFor();

  await context.clearCookies();
  await page.goto("/sign-in?callbackUrl=/settings/sign-in");
  await signIn(page, email);
  await page.getByLabel("Code").fill("000000x");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").filter({ hasText: "The code is not right" }).waitFor();
  // The code of setting it up is used, so the next one.
  await page.getByLabel("Code").fill(totp.generate({ timestamp: Date.now() + STEP_MS }));
  await page.getByRole("button", { name: "Sign in" }).click();
  // The address that asks for the code ends like the one it leads to, so what is on the page is waited for.
  await page.getByText("10 recovery codes left").waitFor();

  await context.clearCookies();
  await page.goto("/sign-in?callbackUrl=/settings/sign-in");
  await signIn(page, email);
  await page.getByLabel("Code").fill(recovery[0] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("9 recovery codes left").waitFor();

  await page.getByRole("button", { name: "Remove the app" }).click();
  await page.getByRole("button", { name: "Set up an app" }).waitFor();
  await context.clearCookies();
  await page.goto("/sign-in");
  await signIn(page, email);
  await page.waitForURL("**/today");
});
