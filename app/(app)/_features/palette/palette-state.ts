import type { Doubt, Reading } from "@/lib/catalogue";
import { MEALS, type Meal } from "@/lib/diary/client";
import { type EntryExtras, getOfferedPreparations, NO_EXTRAS, type When } from "../diary";
import { type Choice, choiceError, type PickedPortion, pickedChoice, pickerValue } from "../food";
import { type Correction, openDoubts } from "./meal/proposal";
import { NAMES_NONE, type Named, type Result } from "./search";

/** What the palette is opened with: day and meal, and a food with its amount, a line or the scanner where they are given. */
export type PaletteStart = {
  readonly date: string;
  readonly meal: Meal | null;
  readonly food: string | null;
  readonly choice: Choice | null;
  readonly line?: string;
  /** What a barcode is read from at once: the camera, or a picture that another app has shared. */
  readonly scan?: "camera" | "picture";
};

const sameMeals = (a: Named, b: Named): boolean => a.meal === b.meal && a.meals.join() === b.meals.join();

/** A line that was typed but not added, what was chosen and corrected by hand, and the day the palette was opened for. */
export type Draft = {
  readonly text: string;
  readonly chosen: Partial<When>;
  readonly openedFor: string;
  readonly reading?: Reading;
  readonly corrections?: ReadonlyMap<string, Correction>;
};

export type PaletteState = {
  /** The line as it stands in the input. */
  readonly text: string;
  /** Day and meal to log to, for a line that names no meal. */
  readonly base: When;
  /** The part of `base` that was chosen by hand; a draft keeps it. */
  readonly chosen: Partial<When>;
  /** What the line named when another meal was chosen by hand; while it names the same, `base` counts. */
  readonly overruled: Named;
  /** The line of which it was asked what is meant; Enter then takes the marked choice. */
  readonly asked: string | null;
  /** The food chosen from the list by hand; it counts while the line is `text`. */
  readonly listed: { readonly text: string; readonly index: number } | null;
  /** The amount set in the portion picker; it counts for this food while the trimmed line is `text`. */
  readonly portion: {
    readonly food: string;
    readonly text: string;
    readonly picked: PickedPortion;
  } | null;
  /** Preparation, note and time. */
  readonly extras: EntryExtras;
  /** How the line is to be read, as one food or as a meal; null leaves it to the parser. */
  readonly reading: Reading;
  /** Corrections of a proposed meal, by the item's key. */
  readonly corrections: ReadonlyMap<string, Correction>;
  /** The latest correction in words, for screen readers. */
  readonly announcement: string;
  /** What the next opening begins with. */
  readonly draft: Draft | null;
  readonly openedFor: string;
};

/** `named` is what the line names before the action. */
export type PaletteAction =
  | { readonly type: "typed"; readonly text: string; readonly named: Named }
  | { readonly type: "when-chosen"; readonly when: When; readonly named: Named }
  | { readonly type: "food-chosen"; readonly index: number }
  | { readonly type: "food-released" }
  /** It is asked what the line means. */
  | { readonly type: "asked" }
  | { readonly type: "portion-picked"; readonly food: string; readonly picked: PickedPortion }
  | { readonly type: "extras-changed"; readonly extras: EntryExtras }
  | { readonly type: "reading-chosen"; readonly reading: Reading }
  | {
      readonly type: "item-corrected";
      readonly key: string;
      readonly correction: Correction;
      readonly announcement: string;
    }
  /** Something was added; `rest` is what remains of the line. */
  | { readonly type: "added"; readonly rest: string; readonly named: Named };

const NO_CORRECTIONS: PaletteState["corrections"] = new Map();
const NO_FOOD = { listed: null, portion: null, extras: NO_EXTRAS } as const;
const NO_MEAL = { reading: null, corrections: NO_CORRECTIONS } as const;

/**
 * The state of a palette that was just opened.
 * @param draft the line of last time; a food or a line that the palette is opened with takes precedence, and the draft is
 * kept.
 * @param mealNow the meal of this hour, used where neither the opener nor the draft says one.
 */
export const beginPalette = (start: PaletteStart, draft: Draft | null, mealNow: Meal): PaletteState => {
  const begun = start.food === null && !start.line ? draft : null;
  return {
    ...NO_FOOD,
    ...NO_MEAL,
    ...(begun?.reading && { reading: begun.reading }),
    ...(begun?.corrections && { corrections: begun.corrections }),
    text: begun?.text ?? start.line ?? "",
    base: {
      date: (begun?.openedFor === start.date && begun.chosen.date) || start.date,
      meal: start.meal ?? begun?.chosen.meal ?? mealNow,
    },
    chosen: begun?.chosen ?? {},
    overruled: NAMES_NONE,
    asked: null,
    listed: start.food === null ? null : { text: "", index: 0 },
    announcement: "",
    draft,
    openedFor: start.date,
  };
};

/** Where an entry goes: to the meal that the line names ("breakfast: 2 eggs"), unless another was chosen by hand. */
export const targetWhen = ({ base, overruled }: PaletteState, named: Named): When =>
  named.meal === null || sameMeals(named, overruled) ? base : { ...base, meal: named.meal };

/** Whether the foods of a line go each to the meal that it names for them. */
export const followsMeals = ({ overruled }: PaletteState, named: Named): boolean =>
  named.meal === null && named.meals.length > 0 && !sameMeals(named, overruled);

const withDraft = (state: PaletteState): PaletteState => {
  const { text, chosen, openedFor, reading, corrections } = state;
  const draft = {
    text,
    chosen,
    openedFor,
    ...(reading !== null && { reading }),
    ...(corrections.size > 0 && { corrections }),
  };
  return { ...state, draft: text === "" ? null : draft };
};

const chooseWhen = (state: PaletteState, next: When, named: Named): PaletteState => {
  const when = targetWhen(state, named);
  return {
    ...state,
    base: next,
    chosen: {
      ...state.chosen,
      ...(next.date !== when.date && { date: next.date }),
      ...(next.meal !== when.meal && { meal: next.meal }),
    },
    overruled: next.meal === when.meal && !followsMeals(state, named) ? state.overruled : named,
  };
};

const typeLine = (state: PaletteState, typed: string, named: Named): PaletteState => {
  const { meal, text } = takeMeal(typed);
  const chosen = meal === null ? state : chooseWhen(state, { ...targetWhen(state, named), meal }, named);
  return withDraft({
    ...chosen,
    text: text.trimStart(),
    announcement: "",
    ...(text.trim() === "" && NO_MEAL),
  });
};

const goOn = (state: PaletteState, rest: string, named: Named): PaletteState => {
  // The rest of the line need not name its meal again, and is asked for at once.
  const left = { ...state, ...NO_FOOD, ...NO_MEAL, base: targetWhen(state, named), asked: rest || null };
  return rest === state.text ? left : withDraft({ ...left, text: rest });
};

export const reducePalette = (state: PaletteState, action: PaletteAction): PaletteState => {
  switch (action.type) {
    case "typed":
      return typeLine(state, action.text, action.named);
    case "when-chosen": {
      const next = chooseWhen(state, action.when, action.named);
      return state.text === "" ? next : withDraft(next);
    }
    case "food-chosen":
      return { ...state, listed: { text: state.text, index: action.index } };
    case "asked":
      return { ...state, asked: state.text };
    case "food-released":
      return { ...state, ...NO_FOOD };
    case "portion-picked":
      return {
        ...state,
        portion: { food: action.food, text: state.text.trim(), picked: action.picked },
      };
    case "extras-changed":
      return { ...state, extras: action.extras };
    case "reading-chosen":
      return withDraft({ ...state, reading: action.reading });
    case "item-corrected": {
      const { key, correction, announcement } = action;
      const corrections = new Map(state.corrections).set(key, {
        ...state.corrections.get(key),
        ...correction,
      });
      return withDraft({ ...state, corrections, announcement });
    }
    case "added":
      return goOn(state, action.rest, action.named);
  }
};

/** The food that Enter adds, and how much of it. */
export type FoodPick = {
  /** Its index over all sections of the list. */
  readonly active: number;
  /** Whether it was chosen from the list rather than being its first. */
  readonly byHand: boolean;
  readonly result: Result | undefined;
  /** Whether it is no food, but the words of the line without values. */
  readonly asText: boolean;
  readonly choice: Choice | undefined;
  readonly picked: PickedPortion | undefined;
  readonly extras: EntryExtras;
  readonly canAdd: boolean;
  /** What is still to be confirmed of the line, after what was chosen by hand. */
  readonly doubts: readonly Doubt[];
};

/**
 * Which of the foods found is chosen, and how much of it.
 * @param doubts what of the line was not understood.
 * @param offersText whether the line without values is the last choice of the list.
 */
export const pickFood = (
  { text, listed, portion, extras }: PaletteState,
  results: readonly Result[],
  doubts: readonly Doubt[] = [],
  offersText = false,
): FoodPick => {
  const byHand = listed?.text === text ? listed.index : null;
  const last = Math.max(results.length - (offersText ? 0 : 1), 0);
  const active = byHand === null ? 0 : Math.min(byHand, last);
  const result = results[active];
  const asText = offersText && active === results.length;
  const own =
    portion !== null && portion.food === result?.food.id && portion.text === text.trim()
      ? portion.picked
      : null;
  // Until it is changed by hand the choice stays unrounded as it was typed: "1/3 cup" is not 0.33 cup.
  const choice = result && (own ? pickedChoice(own) : result.choice);
  // A preparation belongs to the food it was chosen for; note and time stay while another food is looked for.
  const isOffered = result && getOfferedPreparations(result.food).some(({ id }) => id === extras.preparation);
  return {
    active,
    byHand: byHand !== null,
    result,
    asText,
    choice,
    picked: result && (own ?? pickerValue(result.choice)),
    extras: isOffered ? extras : { ...extras, preparation: null },
    canAdd:
      asText || result?.withoutValues !== undefined || (choice !== undefined && choiceError(choice) === null),
    doubts: openDoubts(doubts, {
      ...(asText && byHand !== null && { confirmed: true }),
      ...(byHand !== null && result && { food: result.food.id }),
      ...(own && { picked: own }),
    }),
  };
};

/**
 * Takes a meal command (/b /l /d /s) from the beginning of what was typed; `meal` is null when there is none. One further
 * on may head other foods ("2 eggs /l soup"): it stays in the line, which is read with it.
 */
export const takeMeal = (typed: string): { meal: Meal | null; text: string } => {
  const command = /^\s*\/([blds])(?=\s|$)\s?/i.exec(typed);
  if (!command) return { meal: null, text: typed };
  const letter = (command[1] as string).toLowerCase();
  const meal = MEALS.find((name) => name.startsWith(letter)) ?? null;
  return { meal, text: typed.slice(command[0].length) };
};

/** Joins pasted lines with semicolons, without their list markers: each line is a food of its own. */
export const joinPastedLines = (pasted: string): string =>
  pasted
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replace(/^\s*(?:[-–—*•·‣▪●◦]\s+)?/u, "").trim())
    .filter((line) => line !== "")
    .join("; ");

// Keys pressed in the line and in the amount field.

/** A key as the browser reports it. */
export type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  /** Whether an input method is composing a word. */
  readonly isComposing: boolean;
};

/** What the palette shows when a key is pressed in its line. */
export type KeyContext = {
  readonly hasProposal: boolean;
  /** Number of foods in the list, and the index of the one that Enter adds. */
  readonly foods: number;
  readonly active: number;
  /** Whether supplements stand above the foods. */
  readonly dosesLead: boolean;
  /** Whether Enter takes the first of them. */
  readonly takesDose: boolean;
};

export type KeyCommand =
  /** Add what is chosen; `keepOpen` with Ctrl or ⌘. */
  | { readonly do: "add"; readonly keepOpen: boolean }
  /** Nothing, and the browser does nothing either. */
  | { readonly do: "ignore" }
  | { readonly do: "enter-proposal" }
  | { readonly do: "choose-food"; readonly index: number }
  /** Back from the foods to the supplement above them. */
  | { readonly do: "release-food" }
  | { readonly do: "edit-amount" };

/** What Enter means, in the line and in the amount field; null for other keys. A held Enter adds nothing more. */
export const readEnter = ({ key, ctrlKey, metaKey, repeat, isComposing }: Key): KeyCommand | null => {
  if (key !== "Enter" || isComposing) return null;
  return repeat ? { do: "ignore" } : { do: "add", keepOpen: ctrlKey || metaKey };
};

/** What a key in the line means; null leaves it to the browser. */
export const readKey = (pressed: Key, context: KeyContext): KeyCommand | null => {
  const { key, shiftKey, isComposing } = pressed;
  const enter = readEnter(pressed);
  if (enter !== null || isComposing) return enter;
  const isTab = key === "Tab" && !shiftKey;
  const { hasProposal, foods, active, dosesLead, takesDose } = context;
  if (hasProposal && (isTab || key === "ArrowDown")) return { do: "enter-proposal" };
  if (isTab) return foods > 0 ? { do: "edit-amount" } : null;
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (step === 0 || foods === 0) return null;
  if (dosesLead && active === 0 && step < 0) return { do: "release-food" };
  return { do: "choose-food", index: takesDose ? 0 : (active + step + foods) % foods };
};
