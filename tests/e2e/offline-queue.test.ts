import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { it } from "@/tests/support/browser";
import { log, openPalette, signIn } from "@/tests/support/person";
import { zoneWhereItIs } from "@/tests/support/time-zone";

/*
 * The queue of writes in a real browser (docs/decisions/035-offline.md): nothing that was acknowledged is lost, and
 * nothing is there twice. What the server has is asked beside the browser, whose network may be cut.
 */

/** What a browser says of requests that the cut network takes. */
const CUT = { expected: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|401|Failed to fetch|RSC payload|network/i };

const WAITS = "1 change waits for the network.";

type Entry = {
  readonly id: string;
  readonly grams: number;
  readonly note: string | null;
  readonly version: string;
};

/** The day that it is in the browser; it is noon there. */
const todayOf = (page: Page): Promise<string> => page.evaluate(() => new Date().toLocaleDateString("sv-SE"));

/** What the server has of a day. */
const entriesOf = async ({ request }: BrowserContext, date: string): Promise<readonly Entry[]> =>
  (await (await request.get(`${inject("baseUrl")}/api/v1/diary?date=${date}`)).json()).items;

/** A write of another device of the same person. */
const elsewhere = async (
  { request }: BrowserContext,
  method: "PUT" | "DELETE",
  id: string,
  data?: object,
): Promise<void> => {
  const baseUrl = inject("baseUrl");
  const answer = await request.fetch(`${baseUrl}/api/v1/diary/${id}`, {
    method,
    headers: { origin: baseUrl },
    ...(data && { data }),
  });
  expect(answer.ok(), await answer.text()).toBe(true);
};

const almonds = (date: string, changed: object = {}) => ({
  date,
  meal: "lunch",
  food: "ndb:12061",
  amount: { grams: 30 },
  ...changed,
});

/** Every write of the diary that this browser sends, by its path. */
const watchWrites = (context: BrowserContext): readonly string[] => {
  const sent: string[] = [];
  context.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() !== "GET" && pathname.startsWith("/api/v1/diary")) sent.push(pathname);
  });
  return sent;
};

/** Lets writes of the diary fail on their way, as in a network that is there but does not work. @returns ends it. */
const dropWrites = async (context: BrowserContext): Promise<() => Promise<void>> => {
  await context.route("**/api/v1/diary/**", (route) =>
    route.request().method() === "GET" ? route.continue() : route.abort(),
  );
  return () => context.unroute("**/api/v1/diary/**");
};

/**
 * Until what logging needs is here, as after somebody has used the palette: no service worker keeps it for these pages.
 * Ends with the palette closed.
 */
const preloaded = async (page: Page): Promise<void> => {
  const input = await openPalette(page);
  let before = 0;
  // Nobody sees that nothing more comes: the food table is here, and from one look to the next nothing else came.
  await expect
    .poll(
      async () => {
        const here = await page.evaluate(() =>
          performance.getEntriesByType("resource").map(({ name }) => name),
        );
        const quiet = here.length === before && here.some((name) => name.includes("/catalogue/"));
        before = here.length;
        return quiet;
      },
      { interval: 800 },
    )
    .toBe(true);
  await page.keyboard.press("Escape");
  await input.waitFor({ state: "hidden" });
};

/** The dialog in which an entry of almonds is changed. */
const edit = async (page: Page) => {
  await page
    .getByRole("button", { name: /almonds/i })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: "Edit entry" });
  await dialog.waitFor();
  return {
    /** Writes a note and saves. */
    note: async (text: string): Promise<void> => {
      const unfold = dialog.getByRole("button", { name: "Note, time" });
      if ((await unfold.getAttribute("aria-expanded")) === "false") await unfold.click();
      await dialog.getByLabel("Note").fill(text);
      await dialog.getByRole("button", { name: "Save" }).click();
      await dialog.waitFor({ state: "detached" });
    },
    /** Another weight, g. */
    amount: async (grams: string): Promise<void> => {
      await dialog.getByLabel("Amount").fill(grams);
      await dialog.getByRole("button", { name: "Save" }).click();
      await dialog.waitFor({ state: "detached" });
    },
    cancel: async (): Promise<void> => {
      await dialog.getByLabel("Amount").waitFor();
      await dialog.getByRole("button", { name: "Cancel" }).click();
      await dialog.waitFor({ state: "detached" });
    },
  };
};

/** A browser in a process of its own, with a profile on the disk. */
const openProfile = async (executablePath: string, profile: string) => {
  const child = spawn(
    executablePath,
    [
      "--headless=new",
      "--no-sandbox",
      "--disable-quic",
      "--disable-background-networking",
      "--no-first-run",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    // A group of its own: the whole browser is killed, not its first process alone.
    { detached: true, stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, TZ: zoneWhereItIs(12) } },
  );
  let address = "";
  for await (const line of createInterface({ input: child.stderr })) {
    address = /DevTools listening on (\S+)/.exec(line)?.[1] ?? "";
    if (address !== "") break;
  }
  child.stderr.resume();
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (!context || child.pid === undefined) throw new Error("The browser has no context");
  const { pid } = child;
  return {
    context,
    kill: async (): Promise<void> => {
      const gone = once(child, "exit");
      process.kill(-pid, "SIGKILL");
      await gone;
      await browser.close().catch(() => {});
    },
  };
};

describe("what waits", () => {
  it("outlives its tab, and is sent once when the network is back", async ({ person }) => {
    const { page, context } = await person("phone", CUT);
    const date = await todayOf(page);
    const sent = watchWrites(context);
    await preloaded(page);
    await context.setOffline(true);
    await log(page, "30 g almonds", /almond/i);
    await page.getByText(WAITS).waitFor();
    await page.close();
    expect(await entriesOf(context, date)).toEqual([]);
    const before = sent.length;

    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto("/today");
    await again
      .getByRole("rowheader", { name: /almond/i })
      .first()
      .waitFor();
    await expect.poll(async () => (await entriesOf(context, date)).length).toBe(1);
    await again.getByText(WAITS).waitFor({ state: "detached" });
    expect(sent.slice(before)).toHaveLength(1);
  });

  it("outlives a browser that is killed", async ({ person, executablePath }) => {
    const { page, context } = await person();
    const date = await todayOf(page);
    const cookies = await context.cookies();
    await page.close();
    const profile = mkdtempSync(join(tmpdir(), "assay-profile-"));
    const open = async () => {
      const opened = await openProfile(executablePath, profile);
      // A cookie that was just set may not be on the disk yet; the session is not what is tested.
      await opened.context.addCookies(cookies);
      return opened;
    };
    let browser = await open();
    try {
      const first = await browser.context.newPage();
      await first.goto(`${inject("baseUrl")}/today`);
      await dropWrites(browser.context);
      await log(first, "30 g almonds", /almond/i);
      await first.getByText(/^1 change waits /).waitFor();
      await browser.kill();
      expect(await entriesOf(context, date)).toEqual([]);

      browser = await open();
      const sent = watchWrites(browser.context);
      const second = await browser.context.newPage();
      await second.goto(`${inject("baseUrl")}/today`);
      await expect.poll(async () => (await entriesOf(context, date)).length).toBe(1);
      await second
        .getByRole("rowheader", { name: /almond/i })
        .first()
        .waitFor();
      expect(sent).toHaveLength(1);
    } finally {
      await browser.kill();
      rmSync(profile, { recursive: true, force: true });
    }
  });

  it("is said to be gone when the browser’s storage was cleared, and the app goes on", async ({ person }) => {
    // The browser aborts the transactions that are open at that moment, which idb reports of reads that nobody waits for.
    const expected = new RegExp(`${CUT.expected.source}|AbortError|Connection is closing`, "i");
    const { page, context } = await person("desktop", { expected });
    const date = await todayOf(page);
    await preloaded(page);
    await context.setOffline(true);
    await log(page, "30 g almonds", /almond/i);
    await page.getByText(WAITS).waitFor();
    const session = await context.newCDPSession(page);
    await session.send("Storage.clearDataForOrigin", {
      origin: inject("baseUrl"),
      storageTypes: "indexeddb,cache_storage,service_workers",
    });
    await context.setOffline(false);
    await page.reload();
    await page.getByText(/^1 change that waited on this device since .* is gone\.$/).waitFor();
    await page.getByRole("button", { name: "Understood" }).click();
    await page.getByText(/^1 change that waited/).waitFor({ state: "detached" });
    await log(page, "40 g almonds", /almond/i);
    await expect.poll(async () => (await entriesOf(context, date)).map(({ grams }) => grams)).toEqual([40]);
  });

  it("can be undone while it waits, and nothing of it is left", async ({ person }) => {
    const { page, context } = await person("desktop", CUT);
    const date = await todayOf(page);
    // The first change brings what says Undo.
    await log(page, "50 g walnuts", /walnut/i);
    await page.getByRole("button", { name: "Undo" }).first().waitFor();
    await preloaded(page);
    await context.setOffline(true);
    await log(page, "30 g almonds", /almond/i);
    await page.getByText(WAITS).waitFor();
    await page.keyboard.press("Control+z");
    await page
      .getByRole("rowheader", { name: /almond/i })
      .first()
      .waitFor({ state: "detached" });
    await context.setOffline(false);
    await log(page, "40 g hazelnuts", /hazelnut/i);
    await expect
      .poll(async () => (await entriesOf(context, date)).map(({ grams }) => grams))
      .toEqual([50, 40]);
    await page.getByText(/changes? waits? /).waitFor({ state: "detached" });
    expect(await page.getByRole("rowheader", { name: /almond/i }).count()).toBe(0);
  });

  it("is one entry however often it is sent: the answer is lost twelve times", async ({ person }) => {
    const { page, context } = await person("desktop", CUT);
    const date = await todayOf(page);
    let made = 0;
    await context.route("**/api/v1/diary/**", async (route) => {
      if (route.request().method() === "GET" || made === 12) return route.continue();
      // The server gets it, and answers, and nobody hears.
      expect((await route.fetch()).ok()).toBe(true);
      made += 1;
      await route.abort();
    });
    await log(page, "30 g almonds", /almond/i);
    const notice = page.getByText(/^1 change waits /);
    await notice.waitFor();
    // The button is away while it is sending, and at the end for good.
    const sendNow = () => page.getByRole("button", { name: "Send now" }).click({ timeout: 1000 });
    await expect
      .poll(async () => {
        await sendNow().catch(() => undefined);
        return notice.isHidden();
      })
      .toBe(true);
    expect(made).toBe(12);
    expect(await entriesOf(context, date)).toHaveLength(1);
  });

  it("is one queue of all tabs, and each write is sent by one of them", async ({ person }) => {
    const { page, context } = await person("desktop", CUT);
    const date = await todayOf(page);
    const other = await context.newPage();
    await other.goto("/today");
    await Promise.all([preloaded(page), preloaded(other)]);
    await context.setOffline(true);
    await log(page, "30 g almonds", /almond/i);
    await other.getByText(WAITS).waitFor();
    await other
      .getByRole("rowheader", { name: /almond/i })
      .first()
      .waitFor();
    await log(other, "40 g walnuts", /walnut/i);
    await page.getByText("2 changes wait for the network.").waitFor();
    const sent = watchWrites(context);
    await context.setOffline(false);
    await expect
      .poll(async () => (await entriesOf(context, date)).map(({ grams }) => grams).sort())
      .toEqual([30, 40]);
    await Promise.all(
      [page, other].map((tab) => tab.getByText(/^2 changes wait/).waitFor({ state: "detached" })),
    );
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(2);
  });

  it("fault 3: can be another amount of an entry, without a network too", async ({ person }) => {
    const { page, context } = await person("desktop", CUT);
    const date = await todayOf(page);
    await elsewhere(context, "PUT", crypto.randomUUID(), almonds(date));
    const copied = page.waitForResponse((answer) => answer.url().includes("/api/v1/copy"));
    await page.reload();
    await (await copied).finished();
    await preloaded(page);
    // Once with a network, which brings the dialog.
    await (await edit(page)).cancel();
    await context.setOffline(true);
    const dialog = await edit(page);
    await dialog.amount("75");
    await page.getByText(WAITS).waitFor();
    const row = page.getByRole("rowheader", { name: /almond/i }).first();
    await expect.poll(() => row.textContent()).toMatch(/75\sg.*Not sent yet/);
    await context.setOffline(false);
    await expect.poll(async () => (await entriesOf(context, date)).map(({ grams }) => grams)).toEqual([75]);
    await expect.poll(() => row.textContent()).not.toContain("Not sent yet");
  });
});

describe("two devices", () => {
  it("the same field: both values are shown, and what is chosen stands", async ({ person }) => {
    const { page, context } = await person("desktop", CUT);
    const date = await todayOf(page);
    const id = crypto.randomUUID();
    await elsewhere(context, "PUT", id, almonds(date));
    const note = async () => (await entriesOf(context, date))[0]?.note;
    await page
      .getByRole("rowheader", { name: /almond/i })
      .first()
      .waitFor();
    await preloaded(page);
    for (const [button, stands] of [
      ["Take this device’s", "mine"],
      ["Take the other’s", "theirs"],
    ] as const) {
      const dialog = await edit(page);
      await context.setOffline(true);
      await dialog.note(`mine, ${stands}`);
      await page.getByText(WAITS).waitFor();
      await elsewhere(context, "PUT", id, almonds(date, { note: `theirs, ${stands}` }));
      await context.setOffline(false);
      await page.getByText("It was changed on another device, too.").waitFor();
      const card = page.getByRole("listitem").filter({ hasText: "It was changed on another device, too." });
      expect(await card.textContent()).toMatch(
        new RegExp(`Note.*here mine, ${stands}, on the other device theirs, ${stands}`),
      );
      // Nothing is written before the person chose.
      expect(await note()).toBe(`theirs, ${stands}`);
      await card.getByRole("button", { name: button }).click();
      await card.waitFor({ state: "detached" });
      await expect.poll(note).toBe(`${stands}, ${stands}`);
      await page.getByRole("rowheader", { name: `${stands}, ${stands}` }).waitFor();
    }
  });

  it("different fields are merged, and what was deleted elsewhere comes back only when it is asked for", async ({
    person,
  }) => {
    const { page, context } = await person("desktop", CUT);
    const date = await todayOf(page);
    const id = crypto.randomUUID();
    await elsewhere(context, "PUT", id, almonds(date));
    const row = page.getByRole("rowheader", { name: /almond/i }).first();
    await row.waitFor();
    await preloaded(page);
    const changeHere = async (text: string, there: () => Promise<void>) => {
      const dialog = await edit(page);
      await context.setOffline(true);
      await dialog.note(text);
      await page.getByText(WAITS).waitFor();
      await there();
      await context.setOffline(false);
    };
    await changeHere("mine", () => elsewhere(context, "PUT", id, almonds(date, { amount: { grams: 50 } })));
    await expect.poll(() => entriesOf(context, date)).toMatchObject([{ note: "mine", grams: 50 }]);
    await page.getByText(WAITS).waitFor({ state: "detached" });
    expect(await page.getByText(/changed on another device/).count()).toBe(0);
    await expect.poll(() => row.textContent()).toMatch(/50\sg/);

    await changeHere("again", () => elsewhere(context, "DELETE", id));
    await page.getByText("It was deleted on another device.").waitFor();
    expect(await entriesOf(context, date)).toEqual([]);
    await page.getByRole("button", { name: "Bring it back" }).click();
    await expect.poll(() => entriesOf(context, date)).toMatchObject([{ note: "again", grams: 50 }]);
    await page.getByText("It was deleted on another device.").waitFor({ state: "detached" });
    await row.waitFor();

    await changeHere("once more", () => elsewhere(context, "DELETE", id));
    await page.getByRole("button", { name: "Leave it deleted" }).click();
    await row.waitFor({ state: "detached" });
    expect(await entriesOf(context, date)).toEqual([]);
  });
});

describe("signing out while something waits", () => {
  it("asks, and keeps it for its own account", async ({ person }) => {
    const { page, context, email } = await person("desktop", CUT);
    const date = await todayOf(page);
    const end = await dropWrites(context);
    await log(page, "30 g almonds", /almond/i);
    await page.getByText(/^1 change waits /).waitFor();
    await page.goto("/settings/account");
    await page.getByText(/^1 change waits /).waitFor();
    const asking = page.getByRole("dialog", { name: "1 change not saved yet" });
    await page.getByRole("button", { name: "Sign out" }).click();
    await asking.getByText(/almonds/i).waitFor();
    await asking.getByRole("button", { name: "Stay" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await asking.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await end();
    await page.goto("/sign-in");
    await signIn(page, email);
    await page.waitForURL("**/today");
    await expect.poll(async () => (await entriesOf(context, date)).length).toBe(1);
    await page
      .getByRole("rowheader", { name: /almond/i })
      .first()
      .waitFor();
  });
});

describe("a new version of the app", () => {
  it("waits until what waits is saved", async ({ person }) => {
    const { page, context } = await person("phone", { ...CUT, serviceWorkers: "allow" });
    const date = await todayOf(page);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    // The same worker under another address is another version to the browser.
    await page.evaluate(() => navigator.serviceWorker.register("/sw.js?next", { scope: "/" }));
    await page.getByText("A new version is ready.").waitFor();
    await preloaded(page);
    await context.setOffline(true);
    await log(page, "30 g almonds", /almond/i);
    await page.getByText("A new version is ready, once your changes are saved.").waitFor();
    expect(await page.getByRole("button", { name: "Reload" }).count()).toBe(0);
    await context.setOffline(false);
    await page.getByText("A new version is ready.", { exact: true }).waitFor();
    expect(await entriesOf(context, date)).toHaveLength(1);
    await page.getByRole("button", { name: "Reload" }).click();
    const script = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? "");
    await expect.poll(() => script().catch(() => "")).toContain("?next");
    await page
      .getByRole("rowheader", { name: /almond/i })
      .first()
      .waitFor();
    expect(await entriesOf(context, date)).toHaveLength(1);
  });
});
