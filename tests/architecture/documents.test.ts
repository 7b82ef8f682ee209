import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";

const root = process.cwd();
const read = (path: string) => readFileSync(join(root, path), "utf8");
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
  "data/README.md",
  "tests/bench/README.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => `docs/${path}`),
];

describe("the documents", () => {
  it("name every setting, and only those that there are", () => {
    const settings = [...read("lib/env.ts").matchAll(/^ {4}([A-Z_]+): z\b/gm)].map(([, name]) => name);
    const told = [...read("README.md").matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    expect(settings.length).toBeGreaterThan(9);
    expect(told.toSorted()).toEqual(settings.toSorted());
  });

  it("show each setting in .env.example, switched off, with a value that can be used", () => {
    const shown = [...read(".env.example").matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(
      ([, name = "", value = ""]) => [name, value],
    );
    const settings = [...read("lib/env.ts").matchAll(/^ {4}([A-Z_]+): z\b/gm)].map(([, name]) => name);
    expect(shown.map(([name]) => name).toSorted()).toEqual(settings.toSorted());
    expect(read(".env.example")).not.toMatch(/^[^#\n]/m);
    const defaults = parseEnv({}, root);
    const { openFoodFactsUrl, mail, publicUrl, adminEmail, oidc, ...rest } = parseEnv(
      Object.fromEntries(shown),
      root,
    );
    expect({ ...defaults, ...rest }).toEqual(defaults);
    expect([openFoodFactsUrl, publicUrl, mail?.from.address, adminEmail, oidc?.issuer]).toEqual([
      "https://world.openfoodfacts.org",
      "https://assay.example.org",
      "assay@example.org",
      "me@example.org",
      "https://login.example.org",
    ]);
  });

  it.each(documents)("%s links to files that are there", (document) => {
    const links = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) =>
      /^(?:[a-z]+:|#)/.test(target) ? [] : [target.replace(/#.*$/, "")],
    );
    const lost = links.filter((target) => !existsSync(join(root, dirname(document), target)));
    expect(lost).toEqual([]);
  });

  it("come with the pictures that `npm run screenshots` takes", () => {
    const pictures = readdirSync(join(root, "docs", "screenshots"));
    const taken = [...read("scripts/screenshots.mjs").matchAll(/\{ name: "([a-z-]+)"/g)].map(
      ([, name]) => `${name}.png`,
    );
    expect(pictures.toSorted()).toEqual(taken.toSorted());
  });
});
