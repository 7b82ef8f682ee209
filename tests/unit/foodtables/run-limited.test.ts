import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { env } from "@/lib/env";
import { forgetProcess } from "@/lib/foodtables/folder";
import { runLimited } from "@/lib/foodtables/run-limited";
import { runAddScript } from "@/lib/foodtables/run-script";
import { smallRelease } from "@/tests/support/small-table";

const limits = { timeMs: 60_000, memoryMb: 64 };
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-limited-"));
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
  rmSync(env().foodTablesDir, { recursive: true, force: true });
});

/** Whether a process runs. One that ended and that nobody has waited for yet does not. */
const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    const status = `/proc/${pid}/status`;
    return !existsSync(status) || !/^State:\s+[ZX]/m.test(readFileSync(status, "utf8"));
  } catch {
    return false;
  }
};

describe("a process within limits", () => {
  it("gives what it wrote", async () => {
    const ended = await runLimited(["-e", "console.log('read')"], folder, limits);
    expect(ended).toMatchObject({ output: "read\n", reason: "done" });
  });

  it("is ended with all that it started when its time is over", async () => {
    const script = `
      const { spawn } = require("node:child_process");
      const grandchild = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
      require("node:fs").writeFileSync("pid", String(grandchild.pid));
      for (;;);`;
    const { pid, reason } = await runLimited(["-e", script], folder, { ...limits, timeMs: 2000 });
    expect(reason).toBe("time");
    const grandchild = Number(readFileSync(join(folder, "pid"), "utf8"));
    expect(grandchild).toBeGreaterThan(0);
    await vi.waitFor(() => expect([runs(pid), runs(grandchild)]).toEqual([false, false]));
  });

  it("is ended when it needs more memory than it may", async () => {
    const script = "const held = []; for (;;) held.push(new Array(1e5).fill(held.length + 0.5));";
    expect((await runLimited(["-e", script], folder, limits)).reason).toBe("memory");
  });

  it("says so when it fails in another way", async () => {
    expect((await runLimited(["-e", "throw new Error('no')"], folder, limits)).reason).toBe("failed");
  });
});

describe("a table that takes too much", () => {
  const release = (): string => {
    const file = join(folder, "fineli.zip");
    writeFileSync(file, smallRelease());
    return file;
  };

  it.each([
    ["time", { timeMs: 30, memoryMb: 2048 }, /longer than the 0 minutes .* given up\. Nothing was added/],
    [
      "memory",
      { timeMs: 60_000, memoryMb: 10 },
      /more than the 10 MB of memory .* given up\. Nothing was added/,
    ],
  ] as const)("is given up in words for the administrator: %s", async (_, least, message) => {
    await expect(runAddScript([release()], false, least)).rejects.toMatchObject({
      code: "too_large",
      message: expect.stringMatching(message),
    });
    expect(existsSync(env().foodTablesDir) ? readdirSync(env().foodTablesDir) : []).toEqual([]);
  });

  it("leaves neither a draft nor a lock behind, and what others hold stays", () => {
    for (const [name, text] of [
      ["nevo-1.bin.br.77.draft", ""],
      ["nevo-1.bin.br.78.draft", ""],
      ["lock", "77"],
    ] as const)
      writeFileSync(join(folder, name), text);
    forgetProcess(folder, 7);
    expect(readdirSync(folder)).toHaveLength(3);
    forgetProcess(folder, 77);
    expect(readdirSync(folder)).toEqual(["nevo-1.bin.br.78.draft"]);
  });
});
