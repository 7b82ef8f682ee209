import { describe, expect, it } from "vitest";
import { createFoodTable } from "@/app/(app)/_features/food/food-reading";
import { openSearch } from "@/app/(app)/_features/food/food-search";
import {
  beginPalette,
  type Draft,
  followsMeals,
  type KeyContext,
  type PaletteAction,
  type PaletteStart,
  type PaletteState,
  pickFood,
  readEnter,
  readKey,
  reducePalette,
  targetWhen,
} from "@/app/(app)/_features/palette/palette-state";
import type { Result } from "@/app/(app)/_features/palette/search/results";
import { NAMES_NONE, type Named } from "@/app/(app)/_features/palette/search/use-food-results";
import { loadCatalogue } from "@/lib/catalogue/load";

const DAY = "2026-11-23";
const START: PaletteStart = { date: DAY, meal: null, food: null, choice: null };
const begin = (start: Partial<PaletteStart> = {}, draft: Draft | null = null) =>
  beginPalette({ ...START, ...start }, draft, "lunch");
const play = (state: PaletteState, ...actions: readonly PaletteAction[]) =>
  actions.reduce(reducePalette, state);
/** The line names one meal for all its foods, or none. */
const one = (meal: "breakfast" | "dinner" | "snack" | null): Named => ({
  meal,
  meals: meal === null ? [] : [meal],
});
const typed = (text: string, named: "breakfast" | "dinner" | null = null): PaletteAction => ({
  type: "typed",
  text,
  named: one(named),
});

const table = createFoodTable(openSearch([loadCatalogue()]));
const result = (id: string): Result => {
  const food = table.find(id);
  if (!food) throw new Error(`There is no food ${id}`);
  return { food, choice: { portion: null, count: 50 }, matches: [], remark: null, eatenBefore: false };
};
const LENTILS = result("ndb:16069");
const BANANA = result("ndb:09040");

describe("how the palette begins", () => {
  it("logs to the day and meal it was opened at, or to the meal of this hour", () => {
    expect(begin().base).toEqual({ date: DAY, meal: "lunch" });
    expect(begin({ meal: "snack" }).base.meal).toBe("snack");
  });

  it("goes on with a draft, in its meal, and on its day only where it was opened for the same one", () => {
    const draft: Draft = {
      text: "2 eggs",
      chosen: { date: "2026-11-20", meal: "dinner" },
      openedFor: DAY,
    };
    const same = begin({}, draft);
    expect([same.text, same.base]).toEqual(["2 eggs", { date: "2026-11-20", meal: "dinner" }]);
    expect(begin({ date: "2026-11-24" }, draft).base).toEqual({ date: "2026-11-24", meal: "dinner" });
    expect(begin({ meal: "snack" }, draft).base.meal).toBe("snack");
  });

  it("chooses the food it is opened with, and lets the draft wait through adding it", () => {
    const draft: Draft = { text: "2 eggs", chosen: {}, openedFor: DAY };
    const asked = begin({ food: "ndb:09040" }, draft);
    expect(asked.text).toBe("");
    expect(pickFood(asked, [BANANA, LENTILS])).toMatchObject({ active: 0, byHand: true });
    expect(play(asked, { type: "added", rest: "", named: NAMES_NONE }).draft).toBe(draft);
  });
});

describe("the line", () => {
  it("is kept as a draft with what was chosen by hand, and dropped when it is emptied or added", () => {
    const state = play(begin(), typed("/d 2 eggs"));
    expect(state.draft).toEqual({ text: "2 eggs", chosen: { meal: "dinner" }, openedFor: DAY });
    expect(play(state, typed("")).draft).toBeNull();
    expect(play(state, { type: "added", rest: "", named: NAMES_NONE }).draft).toBeNull();
    expect(play(state, { type: "added", rest: "xyzzq", named: NAMES_NONE }).draft).toMatchObject({
      text: "xyzzq",
    });
  });

  it("names its meal until another is chosen by hand, and again when it names a third", () => {
    const state = play(begin(), typed("breakfast: 2 eggs"));
    expect(targetWhen(state, one("breakfast")).meal).toBe("breakfast");
    const chosen = play(state, {
      type: "when-chosen",
      when: { date: DAY, meal: "snack" },
      named: one("breakfast"),
    });
    expect(targetWhen(chosen, one("breakfast")).meal).toBe("snack");
    expect(targetWhen(chosen, one("dinner")).meal).toBe("dinner");
    // A command at the beginning overrules the line as the switch does; one at the end is read with the line.
    expect(targetWhen(play(state, typed("/s breakfast: 2 eggs", "breakfast")), one("breakfast")).meal).toBe(
      "snack",
    );
    expect(targetWhen(play(chosen, typed("breakfast: 2 eggs /d", "breakfast")), one("dinner")).meal).toBe(
      "dinner",
    );
  });

  it("fault 7: sends each food to the meal that is named for it, until one is chosen for all of them", () => {
    const two: Named = { meal: null, meals: ["breakfast", "lunch"] };
    const state = play(begin(), typed("2 eggs for breakfast, soup for lunch"));
    expect([followsMeals(state, two), targetWhen(state, two).meal]).toEqual([true, "lunch"]);
    const chosen = play(state, { type: "when-chosen", when: { date: DAY, meal: "lunch" }, named: two });
    expect(followsMeals(chosen, two)).toBe(false);
    expect(followsMeals(chosen, { meal: null, meals: ["breakfast", "dinner"] })).toBe(true);
    expect(followsMeals(state, one("dinner"))).toBe(false);
  });

  it("keeps the corrections of a proposal in its draft, and forgets them with the line", () => {
    const state = play(
      begin(),
      typed("2 eggs, kefir"),
      { type: "item-corrected", key: "kefir 0", correction: { removed: true }, announcement: "" },
      { type: "reading-chosen", reading: "meal" },
    );
    const again = begin({}, state.draft);
    expect([...again.corrections]).toEqual([["kefir 0", { removed: true }]]);
    expect(again.reading).toBe("meal");
    expect(play(again, typed("")).draft).toBeNull();
    expect(play(again, typed(""), typed("kefir")).corrections.size).toBe(0);
  });

  it("fault 2: asks once for a line, and again for another", () => {
    const state = play(begin(), typed("chipotle bowl"), { type: "asked" });
    expect(state.asked).toBe(state.text);
    expect(play(state, typed("chipotle bowls")).asked).not.toBe("chipotle bowls");
  });

  it("leaves its meal to what is typed after adding", () => {
    const state = play(begin(), typed("breakfast: 2 eggs, xyzzq"));
    const rest = play(state, { type: "added", rest: "xyzzq", named: one("breakfast") });
    expect(rest.base.meal).toBe("breakfast");
  });

  it("choosing another day leaves a waiting draft alone while nothing is typed", () => {
    const draft: Draft = { text: "2 eggs", chosen: {}, openedFor: DAY };
    const when = { date: "2026-11-22", meal: "lunch" } as const;
    const moved = play(begin({ food: "ndb:09040" }, draft), { type: "when-chosen", when, named: NAMES_NONE });
    expect([moved.base, moved.draft]).toEqual([when, draft]);
  });
});

describe("the chosen food", () => {
  it("is the first until another is chosen, for this line only", () => {
    const state = play(begin(), typed("lentils"), { type: "food-chosen", index: 1 });
    expect(pickFood(state, [LENTILS, BANANA])).toMatchObject({ active: 1, byHand: true, result: BANANA });
    expect(pickFood(state, [LENTILS]).active).toBe(0);
    expect(pickFood(play(state, typed("lentils b")), [LENTILS, BANANA])).toMatchObject({
      active: 0,
      byHand: false,
    });
    expect(pickFood(state, [])).toMatchObject({ result: undefined, choice: undefined, canAdd: false });
  });

  it("has the amount of the picker for the food and line it was set for", () => {
    const picked = { portion: null, text: "30" };
    const state = play(begin(), typed("lentils"), {
      type: "portion-picked",
      food: LENTILS.food.id,
      picked,
    });
    expect(pickFood(state, [LENTILS]).choice).toEqual({ portion: null, count: 30 });
    expect(pickFood(state, [BANANA]).choice).toBe(BANANA.choice);
    expect(pickFood(play(state, typed("lentils ")), [LENTILS]).choice?.count).toBe(30);
    expect(pickFood(play(state, typed("lentils 2")), [LENTILS]).choice).toBe(LENTILS.choice);
    const cleared = { ...picked, text: "" };
    const none = play(state, { type: "portion-picked", food: LENTILS.food.id, picked: cleared });
    expect(pickFood(none, [LENTILS]).canAdd).toBe(false);
  });

  it("keeps a preparation for a food that offers it; a note goes with any food, until one is added", () => {
    const extras = { preparation: "soaked-boiled", note: "with lemon", time: null } as const;
    const state = play(begin(), typed("lentils"), { type: "extras-changed", extras });
    expect(pickFood(state, [LENTILS]).extras).toEqual(extras);
    expect(pickFood(state, [BANANA]).extras).toEqual({ ...extras, preparation: null });
    const next = play(state, { type: "added", rest: "", named: NAMES_NONE });
    expect(pickFood(next, [LENTILS]).extras).toEqual({ preparation: null, note: null, time: null });
  });
});

describe("a proposed meal", () => {
  const corrected = play(
    begin(),
    typed("2 eggs, 1 banana"),
    { type: "reading-chosen", reading: "meal" },
    { type: "item-corrected", key: "2 eggs 0", correction: { removed: true }, announcement: "Egg removed." },
    { type: "item-corrected", key: "2 eggs 0", correction: { food: "ndb:01129" }, announcement: "Now egg." },
  );

  it("collects the corrections of an item, and says the latest", () => {
    expect(corrected.corrections.get("2 eggs 0")).toEqual({ removed: true, food: "ndb:01129" });
    expect(corrected.announcement).toBe("Now egg.");
  });

  it("keeps them while typing goes on, and forgets them with an empty line or after adding", () => {
    const more = play(corrected, typed("2 eggs, 1 banana, milk"));
    expect([more.corrections, more.reading, more.announcement]).toEqual([corrected.corrections, "meal", ""]);
    for (const end of [typed(" "), { type: "added", rest: "", named: NAMES_NONE } as const]) {
      const state = play(corrected, end);
      expect([state.corrections.size, state.reading]).toEqual([0, null]);
    }
  });
});

const press = (key: string, more: { [modifier: string]: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});
const LIST: KeyContext = { hasProposal: false, foods: 3, active: 0, dosesLead: false, takesDose: false };
const MEAL: KeyContext = { ...LIST, hasProposal: true, foods: 0 };
const DOSE: KeyContext = { ...LIST, dosesLead: true, takesDose: true };

describe("keys in the palette's line", () => {
  it.each([
    ["Enter adds", press("Enter"), LIST, { do: "add", keepOpen: false }],
    ["Ctrl and Enter add and go on", press("Enter", { ctrlKey: true }), LIST, { do: "add", keepOpen: true }],
    ["⌘ and Enter add and go on", press("Enter", { metaKey: true }), MEAL, { do: "add", keepOpen: true }],
    ["a held Enter adds nothing more", press("Enter", { repeat: true }), LIST, { do: "ignore" }],
    ["Enter in a composed word is the input method's", press("Enter", { isComposing: true }), LIST, null],
    ["so are the arrows", press("ArrowDown", { isComposing: true }), LIST, null],
    ["↓ goes down", press("ArrowDown"), LIST, { do: "choose-food", index: 1 }],
    ["↑ goes round", press("ArrowUp"), LIST, { do: "choose-food", index: 2 }],
    ["↓ goes round", press("ArrowDown"), { ...LIST, active: 2 }, { do: "choose-food", index: 0 }],
    ["there is nowhere to go in an empty list", press("ArrowDown"), { ...LIST, foods: 0 }, null],
    ["Tab leads to the amount", press("Tab"), LIST, { do: "edit-amount" }],
    ["… of a food, where there is one", press("Tab"), { ...LIST, foods: 0 }, null],
    ["Shift and Tab are the browser's", press("Tab", { shiftKey: true }), LIST, null],
    ["↓ leads into a proposed meal", press("ArrowDown"), MEAL, { do: "enter-proposal" }],
    ["so does Tab", press("Tab"), MEAL, { do: "enter-proposal" }],
    ["↓ goes from a supplement to the foods", press("ArrowDown"), DOSE, { do: "choose-food", index: 0 }],
    ["↑ leads back to it", press("ArrowUp"), { ...DOSE, takesDose: false }, { do: "release-food" }],
    ["letters are typed", press("a"), LIST, null],
  ] as const)("%s", (_, key, context, command) => {
    expect(readKey(key, context)).toEqual(command);
  });

  it("reads only Enter in the amount field", () => {
    expect(readEnter(press("Enter"))).toEqual({ do: "add", keepOpen: false });
    expect(readEnter(press("Tab"))).toBeNull();
  });
});
