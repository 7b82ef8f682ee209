import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { missingFrom, systemOf } from "@/scripts/complete-lock.mjs";

describe("package-lock.json", () => {
  it("holds the packages of every system, or npm ci would refuse it", () => {
    const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
    expect(missingFrom(packages).map(({ name }) => name)).toEqual([]);
    expect(packages["node_modules/@next/swc-darwin-arm64"]).toMatchObject({ os: ["darwin"], cpu: ["arm64"] });
  });

  it("is asked the way Node looks packages up", () => {
    const parent = { optionalDependencies: { far: "1.0.0", near: "1.0.0", gone: "2.0.0" } };
    const packages = {
      "": {},
      "node_modules/a/node_modules/b": parent,
      "node_modules/a/node_modules/near": {},
      "node_modules/far": {},
      "node_modules/other/node_modules/gone": {},
    };
    expect(missingFrom(packages)).toEqual([
      { name: "gone", version: "2.0.0", parent: "node_modules/a/node_modules/b" },
    ]);
  });

  it.each([
    ["@next/swc-darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
    ["@biomejs/cli-linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
    ["@oxc-parser/binding-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
    ["@next/swc-win32-x64-msvc", { os: ["win32"], cpu: ["x64"] }],
    ["@oxc-parser/binding-android-arm-eabi", { os: ["android"], cpu: ["arm"] }],
    ["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
    ["fsevents", null],
    ["not-a-darwin", null],
  ])("reads the system of %s", (name, system) => {
    expect(systemOf(name)).toEqual(system);
  });
});
