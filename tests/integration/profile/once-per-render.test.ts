import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { todayPage } from "@/lib/insights";
import { alertSummary } from "@/lib/notices";
import { getOverrides, getProfile, getTargets, setTarget, updateProfile } from "@/lib/profile";
import * as store from "@/lib/profile/store";
import { type Api, makeApi } from "@/tests/support/api";

/*
 * A render of /today asks for the profile six to seven times. React's `cache` is that of server components here, with
 * the one thing that a renderer gives it: a map a render.
 */

vi.mock("react", async () => {
  // @ts-expect-error The build for server components has no types of its own.
  const { default: react } = await import("../../../node_modules/react/react.react-server.js");
  return { ...react, default: react };
});
vi.mock("@/lib/profile/store", async (original) => {
  const actual = await original<typeof store>();
  return {
    ...actual,
    findProfile: vi.fn(actual.findProfile),
    findOverrides: vi.fn(actual.findOverrides),
  };
});

type Internals = { A: { getCacheForType: <T>(make: () => T) => T } | null };
const internals = async (): Promise<Internals> => {
  const react = (await import("react")) as unknown as { [name: string]: Internals };
  const found = react.__SERVER_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE;
  if (!found) throw new Error("This is not React for server components.");
  return found;
};
const render = async <T>(work: () => Promise<T>): Promise<T> => {
  const kept = new Map<unknown, unknown>();
  const react = await internals();
  react.A = {
    getCacheForType: <T>(make: () => T) => {
      if (!kept.has(make)) kept.set(make, make());
      return kept.get(make) as T;
    },
  };
  try {
    return await work();
  } finally {
    react.A = null;
  }
};

let api: Api;
beforeEach(async () => {
  api = await makeApi({ birthDate: "1985-06-15" });
  vi.clearAllMocks();
});
afterEach(() => vi.clearAllMocks());

/** What the layout and the page of today read. */
const readToday = async ({ viewer, userId }: Api) =>
  Promise.all([
    getProfile(viewer, userId),
    getTargets(viewer, userId),
    alertSummary(viewer, userId),
    todayPage(viewer, userId),
    getOverrides(viewer, userId),
  ]);

it("reads the profile and the own targets once a render, of each person", async () => {
  await render(() => readToday(api));
  expect(store.findProfile).toHaveBeenCalledTimes(1);
  expect(store.findOverrides).toHaveBeenCalledTimes(1);
  const other = await makeApi({ birthDate: "2001-01-01" });
  await render(async () => {
    const [[mine], [theirs]] = await Promise.all([readToday(api), readToday(other)]);
    expect([mine.birthDate, theirs.birthDate]).toEqual(["1985-06-15", "2001-01-01"]);
  });
  expect(store.findProfile).toHaveBeenCalledTimes(3);
});

it("reads anew outside a render, as an action does that writes, and in the render that follows", async () => {
  const { viewer, userId } = api;
  await render(() => readToday(api));
  await updateProfile(viewer, userId, {
    birthDate: "1950-01-01",
    sex: "female",
    lifeStage: "none",
    standard: "nasem",
  });
  expect((await getProfile(viewer, userId)).birthDate).toBe("1950-01-01");
  const { items } = await setTarget(viewer, userId, "zinc", { target: 11, reason: "x" });
  expect(items.find(({ mineral }) => mineral === "zinc")).toMatchObject({ target: 11, kind: "custom" });
  const [profile, targets] = await render(() => readToday(api));
  expect(profile.birthDate).toBe("1950-01-01");
  expect(targets.items.find(({ mineral }) => mineral === "zinc")).toMatchObject({ target: 11 });
});

it("is kept from nobody: a viewer without the right gets nothing of what another read", async () => {
  const other = await makeApi();
  await render(async () => {
    await readToday(api);
    await expect(getProfile(other.viewer, api.userId)).rejects.toMatchObject({ code: "not_found" });
    await expect(getOverrides(other.viewer, api.userId)).rejects.toMatchObject({ code: "not_found" });
  });
});
