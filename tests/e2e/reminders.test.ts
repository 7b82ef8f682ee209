import { createECDH, randomBytes } from "node:crypto";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import { untilListening } from "@/tests/support/person";

/*
 * Reminders in a browser that has no push service: its subscription is the test's own, and messages are handed to the
 * service worker by the browser's own tools.
 */

/** Gives the pages a push service that answers at once; nothing is ever sent to its address. */
const givePushService = async (context: BrowserContext): Promise<void> => {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  await context.addInitScript(
    ({ p256dh, auth }) => {
      let key: ArrayBuffer | null = null;
      const made = () => ({
        options: { applicationServerKey: key },
        toJSON: () => ({ endpoint: "https://push.example.org/x", keys: { p256dh, auth } }),
        unsubscribe: async () => {
          key = null;
          return true;
        },
      });
      const decode = (text: string): ArrayBuffer =>
        Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0))
          .buffer;
      Object.assign(PushManager.prototype, {
        subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
          key = decode(applicationServerKey);
          return made();
        },
        getSubscription: async () => (key === null ? null : made()),
      });
    },
    { p256dh: pair.getPublicKey("base64url"), auth: randomBytes(16).toString("base64url") },
  );
  await context.grantPermissions(["notifications"]);
};

const shownMessages = (page: Page) =>
  page.evaluate(async () =>
    (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body, tag }) => ({
      title,
      body,
      tag,
    })),
  );

describe("reminders", () => {
  it("are switched on for this device, changed, and switched off", async ({ person }) => {
    const { page, context } = await person("desktop", {
      serviceWorkers: "allow",
      expected: /status of 422 .*\/reminders\/current/,
    });
    await givePushService(context);
    await page.goto("/settings/reminders");
    await untilListening(page);
    const name = page.getByLabel("Name of this device");
    await expect.poll(() => name.inputValue()).toMatch(/Chrome/);
    await page.getByLabel("A new alert").check();
    await page.getByRole("button", { name: "Switch on" }).click();
    await page.getByText("Reminders are on.").waitFor();
    const read = () =>
      page.evaluate(async () => (await (await fetch("/api/v1/reminders")).json()).items as object[]);
    expect(await read()).toMatchObject([{ current: true, nothingHour: 20, doses: true, alerts: true }]);
    await page.getByLabel("Ask me at").selectOption("23");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").filter({ hasText: "lies in the quiet hours" }).waitFor();
    await page.getByLabel("Ask me at").selectOption("19");
    await page.getByRole("button", { name: "Save" }).click();
    await expect.poll(read).toMatchObject([{ nothingHour: 19 }]);
    await page.getByRole("button", { name: "Switch off" }).click();
    await page.getByRole("button", { name: "Switch on" }).waitFor();
    expect(await read()).toEqual([]);
  });

  it("are shown by the service worker", async ({ person }) => {
    const { page, context } = await person("desktop", { serviceWorkers: "allow" });
    await context.grantPermissions(["notifications"]);
    await page.goto("/today");
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    const tools = await context.newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      tools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [first] }) => {
        if (first) resolve(first.registrationId);
      });
    });
    await tools.send("ServiceWorker.enable");
    const payload = {
      title: "Planned for 08:00",
      body: "Open Assay.",
      tag: "doses-08:00",
      url: "/today",
      stop: "o.i.s",
    };
    const registrationId = await registered;
    const deliver = () =>
      tools.send("ServiceWorker.deliverPushMessage", {
        origin: new URL(page.url()).origin,
        registrationId,
        data: JSON.stringify(payload),
      });
    // Chromium drops what is handed to a worker that is not yet listening; a second one replaces the first.
    const deliverAndLook = async () => {
      await deliver();
      return shownMessages(page);
    };
    await expect
      .poll(deliverAndLook, { interval: 1000 })
      .toEqual([{ title: "Planned for 08:00", body: "Open Assay.", tag: "doses-08:00" }]);
  });

  it("can be ended on the page that one has opened", async ({ person }) => {
    // Nobody has sent this one: the server knows no such message.
    const { page } = await person("desktop", { expected: /status of 404 .*\/reminders\/o\.i\.s\/stop/ });
    await page.goto("/alerts#reminder=o.i.s");
    await page.getByText("Opened from a reminder").waitFor();
    expect(new URL(page.url()).hash).toBe("");
    const asked = page.waitForRequest((request) => request.url().endsWith("/reminders/o.i.s/stop"));
    await page.getByRole("button", { name: "Stop these reminders" }).click();
    expect((await asked).method()).toBe("POST");
    await page.getByText("This device gets no more of these reminders").waitFor();
  });
});
