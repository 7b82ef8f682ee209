import { expect } from "vitest";
import { it } from "@/tests/support/browser";
import { savedEntries, sentenceOf, untilListening } from "@/tests/support/person";

const milligrams = (text: string | null): number =>
  Number(/([\d,]+)\s*mg/.exec((text ?? "").replaceAll("\u00a0", " "))?.[1]?.replaceAll(",", ""));

it.for(["desktop", "phone"] as const)(
  "from an alert to its evidence, to a suggestion that is logged, and the evidence follows, %s",
  async (screen, { sample }) => {
    const { page } = await sample(screen);
    await untilListening(page);
    const logged = (await savedEntries(page)).length;
    await page.getByRole("link", { name: "See why" }).click();
    await page.waitForURL(/\/alerts#/);
    const article = page.getByRole("article");
    await article.getByRole("heading", { name: /calcium is (very )?probably below your need/ }).waitFor();
    // How sure, from how many days, and against what.
    expect((await article.textContent())?.replaceAll("\u00a0", " ")).toMatch(
      /[89]\d % surefrom \d+ complete days/,
    );
    await article.getByRole("img", { name: /usual intake [45]\d\d.mg.*average need 800.mg/ }).waitFor();
    const soFar = article.getByText(/^Today so far:/);
    const before = milligrams(await soFar.textContent());

    const food = article
      .getByRole("listitem")
      .filter({ has: page.getByRole("button", { name: /^Add / }) })
      .first();
    const adds = milligrams(await food.textContent());
    expect(adds).toBeGreaterThan(0);
    await food.getByRole("button", { name: /^Add / }).click();
    // Both are rounded to whole milligrams.
    await expect
      .poll(async () => Math.abs(milligrams(await soFar.textContent()) - before - adds))
      .toBeLessThanOrEqual(1);

    // It is drawn before it is saved.
    await expect.poll(() => savedEntries(page)).toHaveLength(logged + 1);
    await page.goto("/today");
    expect(Math.abs(milligrams(await sentenceOf(page, "calcium")) - before - adds)).toBeLessThanOrEqual(1);
  },
);
