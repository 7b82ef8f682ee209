import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = process.cwd();
const read = (path: string) => readFileSync(join(root, path), "utf8");

type Locked = {
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
type Manifest = Readonly<Record<"dependencies" | "devDependencies", Readonly<Record<string, string>>>> & {
  readonly allowScripts: Readonly<Record<string, boolean>>;
};

const manifest = JSON.parse(read("package.json")) as Manifest;
const lock = JSON.parse(read("package-lock.json")) as { packages: Readonly<Record<string, Locked>> };
const locked = Object.entries(lock.packages)
  .filter(([path]) => path !== "")
  .map(([path, entry]) => ({ path, name: path.replace(/^.*node_modules\//, ""), ...entry }));

const document = read("docs/dependencies.md");
const section = (title: string): string =>
  document.split(/^## /m).find((part) => part.startsWith(title)) ?? "";
const rowsOf = (title: string): readonly (readonly string[])[] =>
  [...section(title).matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name = "", rest = ""]) => [
    name,
    ...rest.split(" | "),
  ]);

const allowed = new Set(
  /Allowed: ([^:]+?)\. Nothing else/s.exec(section("Licences"))?.[1]?.split(/,\s+/) ?? [],
);
const exceptions = rowsOf("Licences").map(([pattern = "", licences = ""]) => ({
  pattern,
  licences: new Set(licences.split(", ")),
  covers: (name: string) =>
    pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
}));

/** Whether a licence may be had under these: one of several offered, or all of several that apply. */
const isWithin = (licence: string, permitted: ReadonlySet<string>): boolean =>
  licence
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((offer) => offer.split(/ and /i).every((each) => permitted.has(each)));

/** The lock file knows no licence of packages for other machines: theirs is that of the package that asks for them. */
const licenceOf = ({ path, name, license }: (typeof locked)[number]): string => {
  if (license !== undefined) return license;
  const parent = locked.find((each) => each.optionalDependencies?.[name] !== undefined);
  if (parent?.license !== undefined) return parent.license;
  // Some name it in their own files only.
  const said = ["LICENSE", "Readme.md"].some((file) => {
    try {
      return /\bMIT License\b/i.test(read(`${path}/${file}`));
    } catch {
      return false;
    }
  });
  return said ? "MIT" : "unknown";
};

describe("the dependencies", () => {
  it.each([
    ["In use", manifest.dependencies],
    ["For development", manifest.devDependencies],
  ])("%s: each has its reason, and no other is named", (title, given) => {
    const rows = rowsOf(title);
    expect(rows.map(([name]) => name).toSorted()).toEqual(Object.keys(given).toSorted());
    expect(rows.filter(([, why = ""]) => why.trim().length < 4)).toEqual([]);
  });

  it("have licences that are allowed, or are named with a reason", () => {
    expect(allowed.size).toBeGreaterThan(5);
    expect(locked.length).toBeGreaterThan(500);
    const refused = locked
      .map((each) => ({ name: each.name, licence: licenceOf(each) }))
      .filter(
        ({ name, licence }) =>
          !isWithin(licence, allowed) &&
          !exceptions.some(({ covers, licences }) => covers(name) && isWithin(licence, licences)),
      );
    expect(refused).toEqual([]);
    const idle = exceptions.filter(
      ({ covers }) => !locked.some((each) => covers(each.name) && !isWithin(licenceOf(each), allowed)),
    );
    expect(idle.map(({ pattern }) => pattern)).toEqual([]);
  });

  it("run scripts at installation only where they are named, and each that would is named", () => {
    const withScripts = locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    expect(Object.keys(manifest.allowScripts).toSorted()).toEqual([...new Set(withScripts)].toSorted());
  });
});
