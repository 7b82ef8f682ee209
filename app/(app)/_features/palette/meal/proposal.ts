import type { NewEntry, When } from "@/app/(app)/_features/diary";
import {
  amountsIn,
  draftEntry,
  draftText,
  getOfferedPreparations,
  NO_EXTRAS,
  newId,
} from "@/app/(app)/_features/diary";
import type { FoodTable, LoggableFood } from "@/app/(app)/_features/food";
import {
  type Choice,
  choiceError,
  choiceGrams,
  lastAmount,
  type PickedPortion,
  pickedChoice,
  pickerValue,
  typedChoice,
} from "@/app/(app)/_features/food";
import type { ChosenAmount, Doubt, MealItem, ParsedMeal } from "@/lib/catalogue";
import { MAX_TEXT_LENGTH, MAX_TYPED_LENGTH } from "@/lib/diary/client";
import type { Meal, RecentFood } from "@/lib/diary/schemas";
import { countNoun } from "@/lib/format";
import {
  type Composition,
  composition,
  type LowerBounds,
  NUTRIENT_IDS,
  type PreparationId,
  totalsOf,
} from "@/lib/nutrition";

/** The person's corrections of one item; absent fields keep what was read. */
export type Correction = {
  readonly food?: string;
  readonly picked?: PickedPortion | undefined;
  readonly preparation?: PreparationId | null;
  readonly removed?: boolean;
  /** Whether what was read is right although not every word was understood. */
  readonly confirmed?: boolean;
  /** Whether its words are logged without values. */
  readonly asText?: boolean;
};

/** One food of a line of text, as it would be logged. */
export type ProposedItem = {
  /** The same as long as its words stay the same, so that corrections outlive further typing. */
  readonly key: string;
  /** The words it came from. */
  readonly said: string;
  readonly food: LoggableFood;
  /** Foods that may be meant, the proposed one first. */
  readonly candidates: readonly LoggableFood[];
  /** Null while the person has to say how much it was. */
  readonly choice: Choice | null;
  readonly picked: PickedPortion;
  /** What was guessed about the amount, as a sentence; null when nothing was. */
  readonly assumed: string | null;
  /** What has to be said before it can be saved, as a sentence. */
  readonly question: string | null;
  /** Words inside it that the food does not answer. */
  readonly unmatched: readonly string[];
  /** The typed food that it only comes near to; null when it is the food itself. */
  readonly closestTo: string | null;
  /** The dish that it is an assumed part of; null for a food that was typed itself. */
  readonly partOf: string | null;
  /** What the person has to confirm before it can be saved. */
  readonly doubts: readonly Doubt[];
  /** The meal that the line names for it; null where it names none. */
  readonly meal: Meal | null;
  readonly preparation: PreparationId | null;
  readonly removed: boolean;
  /** The words of the food, by which it can be logged without values, and their weight where one was typed. */
  readonly words: string;
  readonly weight: number | null;
  /** Whether it is logged without values. */
  readonly asText: boolean;
};

/** A part of the line that is no food of the tables. */
export type LostPart = {
  readonly key: string;
  readonly text: string;
  /** Whether it can be logged without values: it has a letter or a digit. */
  readonly nameable: boolean;
  /** Whether it is logged without values. */
  readonly asText: boolean;
};

/** A line of text as foods to be logged; nothing of it is dropped. */
export type Proposal = {
  readonly items: readonly ProposedItem[];
  readonly lost: readonly LostPart[];
  /** The parts that are neither a food nor logged without values. */
  readonly notUnderstood: readonly string[];
  /** What holds all of it back until the person has confirmed it; null when nothing does. */
  readonly held: Doubt | null;
};

/** Data on own foods and recent entries, used to read a line. */
export type KnownFoods = {
  readonly own: readonly LoggableFood[];
  readonly recent: readonly RecentFood[];
};

/** The key under which the reading of the whole line is confirmed. */
export const WHOLE_LINE = "";

/** Whether an item can be logged as it stands. */
export const isReady = ({ choice, removed, doubts, asText }: ProposedItem): boolean =>
  !removed && (asText || (choice !== null && doubts.length === 0));

/** The items that are logged when the line is added. */
export const readyItems = ({ items, held }: Proposal): readonly ProposedItem[] =>
  held === null ? items.filter(isReady) : [];

/** How many entries are logged when the line is added. */
export const readyCount = (proposal: Proposal): number =>
  readyItems(proposal).length +
  (proposal.held === null ? proposal.lost.filter(({ asText }) => asText).length : 0);

/** The beginning "and" of "and 30 g cheddar" joins it to the item before and says nothing about the food. */
const withoutJoint = (text: string): string => text.replace(/^[\s,;:+&]*(?:(?:and|plus)\s+)?/iu, "").trim();

/** Doubts about an amount or a meal hold back the whole line: a part of an amount is never logged. */
const holdsLine = ({ kind }: Doubt): boolean => kind === "amount" || kind === "meals";

/** The doubts that the person has not settled: a food chosen by hand is no near one, an amount set by hand no guess. */
export const openDoubts = (
  doubts: readonly Doubt[],
  { confirmed, asText, food, picked }: Correction,
): readonly Doubt[] =>
  confirmed || asText
    ? []
    : doubts.filter(
        ({ kind }) =>
          !(food !== undefined && (kind === "words" || kind === "closest")) &&
          !(picked !== undefined && kind === "amount"),
      );

const proposeItem = (
  item: MealItem,
  said: string,
  key: string,
  correction: Correction,
  table: FoodTable,
  own: ReadonlyMap<string, LoggableFood>,
  recent: ReadonlyMap<string, RecentFood>,
): ProposedItem | null => {
  const candidates = item.candidates.flatMap(({ id }) => own.get(id) ?? table.find(id) ?? []);
  const food = candidates.find(({ id }) => id === correction.food) ?? candidates[0];
  if (food === undefined) return null;
  const asRead = typedChoice(
    food,
    item.typed,
    food.id === item.candidates[0]?.id
      ? ({
          choice: item.choice,
          assumed: item.assumed,
          problem: item.problem,
          ...(item.density && { density: item.density }),
        } as ChosenAmount)
      : table.chooseAmount(food, item.typed, lastAmount(recent.get(food.id))),
  );
  const { picked } = correction;
  const corrected = picked && pickedChoice(picked);
  const choice = corrected ?? asRead;
  const ready = choiceError(choice) === null ? choice : null;
  const wanted = correction.preparation ?? null;
  return {
    key,
    said,
    food,
    candidates,
    choice: ready,
    picked: picked ?? pickerValue(asRead),
    assumed: choice.assumed ?? null,
    question:
      ready !== null
        ? null
        : corrected && picked?.text !== ""
          ? choiceError(corrected)
          : (asRead.question ?? "How much was it?"),
    unmatched: item.unmatched.map(({ text }) => text),
    closestTo: item.candidates.some(({ id, onlyClose }) => id === food.id && onlyClose)
      ? item.searched
      : null,
    partOf: item.partOf,
    doubts: openDoubts(item.doubts, correction),
    meal: item.meal,
    preparation: getOfferedPreparations(food).some(({ id }) => id === wanted) ? wanted : null,
    removed: correction.removed === true,
    words: item.words,
    weight: table.weightOf(item.typed),
    asText: correction.asText === true,
  };
};

/**
 * What a line of text proposes, with what the person has corrected. Every word of the text is in `said` of an item
 * or in `notUnderstood`, but for the "and" between two items.
 */
export const proposeMeal = (
  text: string,
  parsed: ParsedMeal,
  corrections: ReadonlyMap<string, Correction>,
  table: FoodTable,
  { own, recent }: KnownFoods,
): Proposal => {
  const ownById = new Map(own.map((food) => [food.id, food]));
  const recentById = new Map(recent.map((item) => [item.food, item]));
  const seen = new Map<string, number>();
  const lost: string[] = [];
  const items = parsed.items.flatMap((item) => {
    const said = withoutJoint(text.slice(...item.range));
    const times = seen.get(said) ?? 0;
    seen.set(said, times + 1);
    const key = `${said} ${times}`;
    const made = proposeItem(item, said, key, corrections.get(key) ?? {}, table, ownById, recentById);
    if (made === null) lost.push(said);
    return made ?? [];
  });
  const open = [
    ...openDoubts(parsed.doubts, corrections.get(WHOLE_LINE) ?? {}),
    ...items.filter(({ removed }) => !removed).flatMap(({ doubts }) => doubts),
  ];
  const parts = [...parsed.notUnderstood.map((part) => part.text), ...lost].map((part, at) => {
    const key = `lost ${part} ${at}`;
    const nameable = /\p{L}/u.test(part);
    return { key, text: part, nameable, asText: nameable && corrections.get(key)?.asText === true };
  });
  return {
    items,
    lost: parts,
    notUnderstood: parts.filter(({ asText }) => !asText).map((part) => part.text),
    held: open.find(holdsLine) ?? null,
  };
};

/** What has to be confirmed, as a sentence: "“chipotle” was not understood." */
export const doubtWords = ({ kind, text }: Doubt): string => {
  switch (kind) {
    case "words":
      return `“${text}” was not understood.`;
    case "closest":
      return `No food is called “${text}”; this one is closest.`;
    case "amount":
      return `“${text}” was not understood as an amount.`;
    case "meals":
      return `Two meals are named for it: ${text}.`;
  }
};

/** A proposal as a sentence, for screen readers. */
export const proposalWords = (proposal: Proposal): string => {
  const { items, notUnderstood, held } = proposal;
  const left = items.filter(({ removed }) => !removed);
  const ready = readyCount(proposal);
  const asked = left.filter(({ doubts }) => doubts.length > 0).length;
  return [
    `${countNoun(left.length, "food")} read, ${ready} ready to add.`,
    ...(held !== null ? [`${doubtWords(held)} Nothing is added before you confirm it.`] : []),
    ...(held === null && asked > 0 ? [`${asked} to be confirmed.`] : []),
    ...(held === null && ready + asked < left.length
      ? [`${left.length - ready - asked} to be completed.`]
      : []),
    ...(notUnderstood.length > 0 ? [`Not understood: ${notUnderstood.join(", ")}.`] : []),
  ].join(" ");
};

/** Where the items of a line go: each to the meal that the line names for it, the others to that of `when`. */
export type Target = { readonly when: When; readonly ownMeals: boolean };

export const mealOf = ({ meal }: Pick<ProposedItem, "meal">, { when, ownMeals }: Target): Meal =>
  (ownMeals ? meal : null) ?? when.meal;

/** What stays to be put right once the ready items are saved, as a line to go on with. */
export const leftover = ({ items, notUnderstood }: Proposal, ownMeals = false): string => {
  const rest = items.filter((item) => !item.removed && !isReady(item));
  const headed = (item: ProposedItem): Meal | null => (ownMeals ? item.meal : null);
  const unheaded = [
    ...rest.filter((item) => headed(item) === null).map(({ said }) => said),
    ...notUnderstood,
  ];
  const meals = [...new Set(rest.flatMap((item) => headed(item) ?? []))];
  return [
    ...(unheaded.length > 0 ? [unheaded.join(", ")] : []),
    ...meals.map(
      (meal) =>
        `${meal}: ${rest
          .filter((item) => headed(item) === meal)
          .map(({ said }) => said.replace(new RegExp(`^${meal}[:,\\s]+`, "iu"), ""))
          .join(", ")}`,
    ),
  ].join("; ");
};

/** What is ready of a proposal as new entries, each with the words it was typed in. */
export const draftEntries = (proposal: Proposal, target: Target): NewEntry[] => {
  const draftWords = (text: string, typed: string, meal: Meal, grams: number | null) =>
    draftText({
      id: newId(),
      ...target.when,
      meal,
      text: text.slice(0, MAX_TEXT_LENGTH),
      grams,
      extras: { ...NO_EXTRAS, typed: typed.slice(0, MAX_TYPED_LENGTH) },
    });
  const items = readyItems(proposal).flatMap((item): NewEntry[] => {
    const { food, choice, preparation, said } = item;
    const meal = mealOf(item, target);
    if (item.asText) return [draftWords(item.words, said, meal, item.weight)];
    if (choice === null) return [];
    return [
      draftEntry({
        id: newId(),
        ...target.when,
        meal,
        food: { ...food, name: food.listName },
        choice,
        extras: { ...NO_EXTRAS, preparation, typed: said.slice(0, MAX_TYPED_LENGTH) },
      }),
    ];
  });
  const texts = proposal.held === null ? proposal.lost.filter(({ asText }) => asText) : [];
  return [...items, ...texts.map(({ text }) => draftWords(text, text, target.when.meal, null))];
};

/** Totals of the ready items; a nutrient that one of them does not report is a lower bound, or unknown. */
export const sumProposal = (proposal: Proposal): { adds: Composition; lowerBounds: LowerBounds } => {
  const ready = readyItems(proposal);
  const totals = totalsOf(
    ready.map(({ food, choice, preparation, asText }) =>
      // What is logged without values adds what nobody knows.
      asText || choice === null ? composition() : amountsIn(food, choiceGrams(choice), preparation),
    ),
  );
  return {
    adds: composition(Object.fromEntries(NUTRIENT_IDS.map((id) => [id, totals[id].amount]))),
    lowerBounds: NUTRIENT_IDS.filter(
      (id) =>
        totals[id].known < totals[id].entries || ready.some(({ food }) => food.lowerBounds?.includes(id)),
    ),
  };
};
