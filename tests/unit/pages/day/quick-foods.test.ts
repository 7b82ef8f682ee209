import { beforeEach, describe, expect, it, vi } from "vitest";
import { quickFoods } from "@/app/(app)/_features/day/quick-foods";
import type { Viewer } from "@/lib/access";
import { loadCatalogue } from "@/lib/catalogue/load";
import type { SuggestionView } from "@/lib/insights/schemas";
import { aDay } from "../day-fixtures";

const foods = vi.hoisted(() => ({ getFoods: vi.fn() }));
const server = vi.hoisted(() => ({ viewerGates: vi.fn() }));
vi.mock("@/lib/foods", () => ({ ...foods, listName: (_: string, name: string) => `${name}, short` }));
const insights = vi.hoisted(() => ({ nameableFoods: vi.fn() }));
vi.mock("@/lib/insights", () => insights);
vi.mock("@/app/(app)/_features/server", () => server);
vi.mock("@/app/(app)/_features/diary", () => import("@/app/(app)/_features/diary/ready-food"));

const VIEWER = { userId: "a" } as Viewer;
const nobody = { ...aDay([]), hasPerson: false };

beforeEach(() => {
  vi.resetAllMocks();
  foods.getFoods.mockImplementation(async (_viewer, _owner, ids: readonly string[]) => {
    const found = ids.flatMap((id) => loadCatalogue().food(id) ?? []);
    return new Map(found.map((food) => [food.id, food]));
  });
  server.viewerGates.mockResolvedValue({ texts: [] });
  insights.nameableFoods.mockResolvedValue(() => true);
});

describe("the first foods of an empty day", () => {
  it("are the article's, in usual portions, read with one query", async () => {
    const quick = await quickFoods(VIEWER, "a", nobody);
    expect(quick.map(({ food, words }) => [food, words.replaceAll("\u00a0", " ")])).toEqual([
      ["ndb:11458", "½ cup"],
      ["ndb:12014", "1 oz"],
      ["ndb:12061", "1 oz"],
      ["ndb:01117", "1 cup"],
      ["ndb:01289", "240 g"],
    ]);
    expect(quick.every(({ name }) => name.endsWith(", short"))).toBe(true);
    expect(foods.getFoods).toHaveBeenCalledTimes(1);
  });

  it("are those suggested for the gaps where there are some, one of each kind", async () => {
    const suggestion = (food: string, pick: SuggestionView["pick"]): SuggestionView => ({
      food,
      name: food,
      group: "Nuts",
      portion: { id: null, label: "1 handful", count: 1 },
      grams: 30,
      adds: [{ mineral: "magnesium", amount: 81, unit: "mg", share: 0.5 }],
      pick,
      eatenDays: 0,
      why: "",
      caution: null,
    });
    const items = [
      suggestion("ndb:12061", "nut"),
      suggestion("ndb:12014", "seed"),
      suggestion("ndb:12155", "nut"),
    ];
    const day = aDay([]);
    const quick = await quickFoods(VIEWER, "a", { ...day, suggestions: { ...day.suggestions, items } });
    expect(quick).toMatchObject([
      { food: "ndb:12061", portion: null, grams: 30, words: "1\u00a0handful" },
      { food: "ndb:12014", portion: null, grams: 30, words: "1\u00a0handful" },
    ]);
    // All amounts of the food, not only those that the suggestion names.
    expect(quick[0]?.per100g.calcium).toBeGreaterThan(200);
    expect(foods.getFoods).toHaveBeenCalledTimes(1);
  });

  it("11.10 are only those that the person may be pointed to", async () => {
    insights.nameableFoods.mockResolvedValue((food: string) => food === "ndb:12014");
    expect((await quickFoods(VIEWER, "a", nobody)).map(({ food }) => food)).toEqual(["ndb:12014"]);
  });

  it("are none where all targets are met, and none that a condition might forbid", async () => {
    expect(await quickFoods(VIEWER, "a", aDay([]))).toEqual([]);
    server.viewerGates.mockResolvedValue({ texts: [{}] });
    expect(await quickFoods(VIEWER, "a", nobody)).toEqual([]);
    expect(foods.getFoods).not.toHaveBeenCalled();
  });
});
