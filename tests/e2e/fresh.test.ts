import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import { log, openPalette, signIn, untilListening } from "@/tests/support/person";
import { zoneWhereItIs } from "@/tests/support/time-zone";

/* Two devices of one person, and pages that are left open over midnight. */

const send = (page: Page, method: string, path: string, body?: object): Promise<number> =>
  page.evaluate(
    async ([how, where, text]) => {
      const answer = await fetch(`/api/v1${where}`, {
        method: how,
        ...(text !== null && { headers: { "content-type": "application/json" }, body: text }),
      });
      return answer.status;
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );

/** The zone that lies an hour or more further east: there it is later. @param zone of the form Etc/GMT-8 or UTC */
const eastOf = (zone: string, hours: number): string => {
  const ahead = -Number(/GMT([+-]\d+)/.exec(zone)?.[1] ?? 0) + hours;
  return ahead === 0 ? "UTC" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
};

/** "Mon 30 Nov" */
const shortDate = (date: string): string => {
  const day = new Date(`${date}T12:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(day);
  return `${part({ weekday: "short" })} ${part({ day: "numeric" })} ${part({ month: "short" })}`;
};

const todayIn = (zone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(new Date());

const plain = async (text: Promise<string | null>): Promise<string> =>
  ((await text) ?? "").replaceAll("\u00a0", " ");

describe("two devices", () => {
  it("what is logged on one appears on the other, and goes there when it is removed", async ({
    person,
    visit,
  }) => {
    const { page: phone, email } = await person("phone");
    const { page: laptop } = await visit("desktop");
    await laptop.goto("/sign-in");
    await signIn(laptop, email);
    await laptop.waitForURL("**/today");
    await untilListening(laptop);
    await untilListening(phone);
    await log(laptop, "100 g almonds", /almond/i);
    // Nothing is done on the phone.
    const row = phone.getByRole("rowheader", { name: /almond/i }).first();
    await row.waitFor();
    const date = await laptop.evaluate(() => new Date().toLocaleDateString("sv-SE"));
    const [entry] = await phone.evaluate(
      async (on) => (await (await fetch(`/api/v1/diary?date=${on}`)).json()).items,
      date,
    );
    expect(await send(phone, "DELETE", `/diary/${entry.id}`)).toBe(204);
    await laptop
      .getByRole("rowheader", { name: /almond/i })
      .first()
      .waitFor({ state: "detached" });
  });

  it("a change does not take away what is being typed, and comes when it is done", async ({
    person,
    visit,
  }) => {
    const { page: phone, email } = await person("phone");
    const { page: laptop } = await visit("desktop");
    await laptop.goto("/sign-in");
    await signIn(laptop, email);
    await laptop.waitForURL("**/today");
    const input = await openPalette(laptop);
    await input.fill("100 g wal");
    await untilListening(phone);
    const answered = laptop.waitForResponse(async (answer) => {
      if (!answer.url().endsWith("/api/v1/changes") || !answer.ok()) return false;
      return (await answer.json()).revision > before;
    });
    const before = (await phone.evaluate(async () => (await fetch("/api/v1/changes")).json())).revision;
    await log(phone, "30 g almonds", /almond/i);
    await answered;
    expect(await input.inputValue()).toBe("100 g wal");
    await laptop.keyboard.press("Escape");
    await laptop
      .getByRole("rowheader", { name: /almond/i })
      .first()
      .waitFor();
  });
});

describe("midnight", () => {
  it("a page left open names one day everywhere, and a write goes to the day on the screen and says which", async ({
    person,
  }) => {
    const late = zoneWhereItIs(22);
    // Two hours later the next day has begun for at least a minute, whatever the minute.
    const early = eastOf(late, 2);
    const { page, context } = await person("desktop", { timeZone: late });
    expect(await send(page, "PUT", "/profile", { timeZone: late })).toBe(200);
    await page.goto("/today");
    await untilListening(page);
    const before = todayIn(late);
    const after = todayIn(early);
    expect(after > before).toBe(true);
    const header = page.locator("main header").first();
    expect(await plain(header.textContent())).toContain("Today");
    const input = await openPalette(page);
    await input.fill("100 g almonds");
    await page
      .getByRole("option", { name: /almond/i })
      .first()
      .waitFor();
    // The clock of this device passes midnight while the line stands there.
    await context.clock.setFixedTime(Date.now() + 2.5 * 3_600_000);
    await page.keyboard.press("Enter");
    await page.getByText(`Logged to yesterday, ${shortDate(before)}`).waitFor();
    const saved = async (date: string): Promise<number> =>
      (
        await page.evaluate(
          async (on) => (await (await fetch(`/api/v1/diary?date=${on}`)).json()).items,
          date,
        )
      ).length;
    await expect.poll(() => saved(before)).toBe(1);
    expect(await saved(after)).toBe(0);
    // For the server, too, another day has begun.
    expect(await send(page, "PUT", "/profile", { timeZone: early })).toBe(200);
    await expect.poll(async () => plain(header.textContent())).toContain(`${Number(after.slice(8))}`);
    await page.getByText("Nothing logged").first().waitFor();
    expect(await plain(page.locator("h1").textContent())).toBe("Today");
    await openPalette(page);
    expect(
      await page
        .getByRole("button", { name: /change meal or day/ })
        .first()
        .getAttribute("aria-label"),
    ).toMatch(/today/);
  });
});
