import { randomUUID } from "node:crypto";
import { beforeEach, expect, it, vi } from "vitest";
import { removePeriod, savePeriod } from "@/app/(app)/settings/actions";
import { getProfile } from "@/lib/profile";
import { type Api, makeApi } from "@/tests/support/api";

/* 11.16: the settings save and delete what held when, through the same functions as the API. */

const asked = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock("@/lib/http/viewer", async (original) => ({
  ...(await original<typeof import("@/lib/http/viewer")>()),
  currentViewer: async () => asked.viewer,
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

let api: Api;
beforeEach(async () => {
  api = await makeApi({ birthDate: "1990-05-17", sex: "female" });
  asked.viewer = api.viewer;
});

const held = async () => (await getProfile(api.viewer, api.userId)).periods;
const pregnancy = () =>
  ({ id: randomUUID(), kind: "pregnant", from: "2025-03-03", to: "2025-11-12" }) as const;

it("11.16 saves, changes and deletes a period", async () => {
  const period = pregnancy();
  expect((await savePeriod(period)).ok).toBe(true);
  expect((await savePeriod({ ...period, to: "2025-11-20" })).ok).toBe(true);
  expect(await held()).toEqual([{ ...period, weightKg: null, to: "2025-11-20" }]);
  for (const _ of [1, 2]) expect((await removePeriod({ id: period.id })).ok).toBe(true);
  expect(await held()).toEqual([]);
});

it("11.16 says what is wrong, by field, and stores nothing", async () => {
  const period = pregnancy();
  const wrong = async (input: object) => {
    const answer = await savePeriod({ ...period, ...input });
    return answer.ok ? null : [answer.error.code, answer.error.fields];
  };
  expect(await wrong({ to: "2025-03-02" })).toEqual(["invalid", { to: "must not be before the first day" }]);
  expect(await wrong({ from: "2190-01-01", to: null })).toEqual([
    "invalid",
    { from: "must not be in the future" },
  ]);
  expect(await held()).toEqual([]);
  await savePeriod(period);
  expect(await wrong({ id: randomUUID(), kind: "lactating" })).toEqual([
    "conflict",
    { from: "overlaps another period" },
  ]);
  expect(await held()).toHaveLength(1);
});

it("11.16 refuses a man's pregnancy, who may not write, and who is signed out", async () => {
  const man = await makeApi({ sex: "male" });
  asked.viewer = man.viewer;
  expect(await savePeriod(pregnancy())).toMatchObject({
    ok: false,
    error: { fields: { kind: "is asked of females only" } },
  });
  asked.viewer = { ...api.viewer, mayWrite: false };
  expect((await savePeriod(pregnancy())).ok).toBe(false);
  expect((await removePeriod({ id: randomUUID() })).ok).toBe(false);
  asked.viewer = null;
  expect(await savePeriod(pregnancy())).toMatchObject({ ok: false, error: { code: "unauthenticated" } });
  expect(await held()).toEqual([]);
});
