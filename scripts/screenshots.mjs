// npm run screenshots: the pictures of docs/screenshots, taken of a running server (npm start) with its sample diary.
// The server's address is the first argument; http://127.0.0.1:3000 when there is none. Names after it take only those.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { drawn } from "./drawn.mjs";
import { findChromium } from "./outside-tools.mjs";
import { main, root, Stop, say } from "./steps.mjs";

const baseURL = process.argv[2] ?? "http://127.0.0.1:3000";
const only = process.argv.slice(3);
const folder = join(root, "docs", "screenshots");

const desktop = { viewport: { width: 1280, height: 960 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
// A4 at 96 dots an inch.
const paper = { viewport: { width: 794, height: 1123 } };

/** @typedef {{ name: string, path: string, device: object, scheme?: "light" | "dark", print?: boolean, act?: (page: import("playwright-core").Page) => Promise<unknown> }} Picture */

/** @type {(text: string) => NonNullable<Picture["act"]>} */
const typed = (text) => async (page) => {
  await page.keyboard.press("l");
  await page.getByRole("combobox", { name: "Food and amount" }).fill(text);
  await page.getByRole("list", { name: "Proposed entries" }).waitFor();
};
const MEAL = "2 cups cooked spinach, 1 kefir, a handful of pumpkin seeds and 30 g cheddar";

/** @type {readonly Picture[]} */
const pictures = [
  { name: "today", path: "/today", device: desktop },
  { name: "today-dark", path: "/today", device: desktop, scheme: "dark" },
  { name: "today-phone-dark", path: "/today", device: phone, scheme: "dark" },
  { name: "today-print", path: "/today", device: paper, print: true },
  { name: "quick-add", path: "/today", device: desktop, act: typed(MEAL) },
  { name: "quick-add-phone", path: "/today", device: phone, act: typed(MEAL) },
  { name: "mineral", path: "/minerals/magnesium", device: desktop },
  { name: "mineral-dark", path: "/minerals/iron?days=90", device: desktop, scheme: "dark" },
  { name: "mineral-phone", path: "/minerals/zinc?days=365", device: phone },
  { name: "mineral-print", path: "/minerals/calcium", device: paper, print: true },
  { name: "trends", path: "/trends", device: desktop },
  { name: "trends-phone-dark", path: "/trends", device: phone, scheme: "dark" },
  { name: "trends-print", path: "/trends", device: paper, print: true },
  { name: "alerts", path: "/alerts", device: desktop },
  { name: "alerts-phone", path: "/alerts", device: phone },
  { name: "review", path: "/review", device: desktop },
  { name: "learn-phone", path: "/learn/phytate", device: phone },
];

await main(async () => {
  const executablePath = await findChromium();
  if (executablePath === null) throw new Stop("There is no Chromium; set CHROMIUM_PATH to one.");
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
  try {
    for (const { name, path, device, scheme = "light", print = false, act } of pictures) {
      if (only.length > 0 && !only.includes(name)) continue;
      const context = await browser.newContext({
        ...device,
        baseURL,
        locale: "en-GB",
        colorScheme: scheme,
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      await page.goto("/");
      await page.getByRole("button", { name: /sample/i }).click();
      await page.waitForURL("**/today");
      await page.goto(path);
      await drawn(page);
      if (print) {
        await page.emulateMedia({ media: "print" });
        // A screenshot has no page margins; the sheet's own are 14 mm.
        await page.addStyleTag({ content: "html { padding: 14mm }" });
      }
      if (act) await act(page);
      await drawn(page);
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: print, animations: "disabled" });
      say(`${name}.png`);
      await context.close();
    }
  } finally {
    await browser.close();
  }
});
