import { describe, expect, it } from "vitest";
import { type KeyContext, readEnter, readKey } from "@/app/(app)/_features/palette/palette-keys";

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
