/// <reference types="vitest/importMeta" />
import { isValidElement, type ReactNode } from "react";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Viewer } from "@/lib/access";
import { entriesOfDay, openSampleAccount } from "@/lib/diary";
import { listOwnFoods, listSupplements, putRecipe } from "@/lib/foods";
import { recipeInput } from "@/lib/foods/schemas";
import { addDays } from "@/lib/nutrition";
import { weekOf } from "@/lib/time";
import { digestDatabase } from "@/tests/support/digest";

/*
 * No page of the signed-in area writes by being looked at, nor does the layout around it: each is found by its file and
 * called as Next calls it, with all server components inside.
 */

const asked = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock("@/lib/http", async (original) => ({
  ...(await original<typeof import("@/lib/http")>()),
  requireViewer: async () => asked.viewer,
  currentViewer: async () => asked.viewer,
}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined, getAll: () => [] }),
  headers: async () => new Headers(),
}));

const today = new Date().toISOString().slice(0, 10);
const yesterday = addDays(today, -1);
let ownerId: string;
const params: { [name: string]: string } = {
  date: yesterday,
  mineral: "magnesium",
  week: weekOf(addDays(today, -7)),
};

beforeAll(async () => {
  ownerId = await openSampleAccount("UTC");
  const viewer: Viewer = {
    userId: ownerId,
    sessionId: "x",
    mayWrite: true,
    sample: true,
    confirmedAt: new Date(),
  };
  const [food] = await listOwnFoods(viewer, ownerId);
  const [supplement] = await listSupplements(viewer, ownerId);
  const recipe = {
    name: "Porridge",
    servings: 2,
    ingredients: [{ food: "ndb:09040", amount: { grams: 100 } }],
  };
  const { id } = (await putRecipe(viewer, ownerId, recipeInput.parse(recipe))).recipe;
  Object.assign(params, { foods: food?.id, supplements: supplement?.id, recipes: id });
  expect(await entriesOfDay(viewer, ownerId, yesterday)).not.toEqual([]);
});
beforeEach(() => {
  asked.viewer = {
    userId: ownerId,
    sessionId: "x",
    mayWrite: false,
    sample: true,
    confirmedAt: new Date(),
  } satisfies Viewer;
});

/** Calls the server components of a tree. Those of the browser use hooks, which fail without a renderer. */
const renderAll = async (given: unknown): Promise<void> => {
  const node = await given;
  if (Array.isArray(node)) {
    for (const child of node) await renderAll(child);
    return;
  }
  if (!isValidElement(node)) return;
  const { type, props } = node as { type: unknown; props: Record<string, unknown> };
  for (const value of Object.values(props)) await renderAll(value);
  if (typeof type !== "function") return;
  const component = type as (props: unknown) => ReactNode | Promise<ReactNode>;
  // What is asynchronous is a server component, and must not fail.
  if (component.constructor.name === "AsyncFunction") return renderAll(component(props));
  let shown: unknown = null;
  try {
    shown = component(props);
  } catch {
    return;
  }
  await renderAll(shown);
};

type PageModule = { default: (props: object) => Promise<ReactNode> };
const files = import.meta.glob<PageModule>("../../../app/*/**/{page,layout}.tsx");
/** Parentheses mean something else in a glob. */
const signedIn = Object.keys(files).filter((file) => file.includes("/(app)/"));

describe("looking at it writes nothing", () => {
  it.each(signedIn.map((file) => [file.split("(app)")[1] ?? "", file]))("%s", async (name, file) => {
    const module = await files[file]?.();
    const room = name.split("/")[1] ?? "";
    const values = { ...params, id: params[room], lesson: "magnesium" };
    const before = await digestDatabase();
    vi.spyOn(console, "error").mockReturnValue();
    await renderAll(
      module?.default({
        params: Promise.resolve(values),
        searchParams: Promise.resolve({}),
        children: null,
      }),
    );
    vi.restoreAllMocks();
    expect(await digestDatabase()).toEqual(before);
  });
});
