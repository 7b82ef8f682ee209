import { afterEach, beforeEach, expect, it, vi } from "vitest";

const calls = vi.hoisted(() => ({ daily: [] as number[], sweep: [] as number[] }));

vi.mock("@/lib/http", () => ({ guardRequests: () => undefined, namePeers: () => undefined }));
vi.mock("@/app/api/v1/_contract", () => ({ operations: [] }));
vi.mock("@/lib/access", () => ({
  sweepExpired: async () => {
    calls.sweep.push(Date.now());
  },
}));
vi.mock("@/lib/limits", () => ({ sweepUses: async () => undefined }));
vi.mock("@/lib/diary", () => ({ purgeDeleted: async () => undefined }));
vi.mock("@/lib/notices", () => ({
  dailyPass: async () => {
    calls.daily.push(Date.now());
  },
}));
vi.mock("@/lib/env", () => ({ env: () => ({ daily: "on" }) }));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const JUMP = 400 * 24 * HOUR;
const START = Date.UTC(2026, 10, 30, 12);

beforeEach(() => {
  vi.stubEnv("NEXT_RUNTIME", "nodejs");
  vi.useFakeTimers({ toFake: ["Date", "performance", "setInterval"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

it("fault 12: what is due by the clock waits while the clock was 400 days ahead for a minute", async () => {
  const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const { register } = await import("@/instrumentation");
  await register();
  await vi.advanceTimersByTimeAsync(59 * MINUTE + 30_000);
  expect(calls.daily.length).toBe(60);
  expect(calls.sweep).toEqual([START]);
  vi.setSystemTime(Date.now() + JUMP);
  // The rounds of the full hour fall into that minute.
  await vi.advanceTimersByTimeAsync(MINUTE);
  vi.setSystemTime(Date.now() - JUMP);
  await vi.advanceTimersByTimeAsync(3 * HOUR);
  const ahead = [...calls.daily, ...calls.sweep].filter((at) => at > START + JUMP / 2);
  expect(ahead).toEqual([]);
  expect(warned).toHaveBeenCalled();
  // And goes on with the clock as it is.
  expect(calls.daily.length).toBeGreaterThan(60 + 3 * 60 - 5);
  expect(calls.sweep.map((at) => (at - START) / HOUR)).toEqual([0, 3, 4]);
});
