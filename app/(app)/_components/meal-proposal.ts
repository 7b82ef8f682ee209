import type { Assumed, ChosenAmount, MealItem, ParsedMeal, Problem } from "@/lib/catalogue";
import type { RecentFood } from "@/lib/diary/schemas";
import { formatGrams } from "@/lib/format";
import type { PreparationId } from "@/lib/nutrition";
import { preparationsOf } from "./entry-draft";
import type { FoodTable, LoggableFood } from "./loggable-food";
import { usualChoice } from "./palette-results";
import { type Choice, choiceError } from "./portion-choice";
import { choiceOf, type PickedPortion, pickedOf } from "./portion-picker";
import { GRAMS_QUESTION, unitsOf } from "./weighing-units";

/** What the person has put right about one item; what is left out stands as it was read. */
export type Correction = {
  readonly food?: string;
  readonly picked?: PickedPortion | undefined;
  readonly preparation?: PreparationId | null;
  readonly removed?: boolean;
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
  readonly preparation: PreparationId | null;
  readonly removed: boolean;
};

/** A line of text as foods to be logged; nothing of it is dropped. */
export type Proposal = {
  readonly items: readonly ProposedItem[];
  readonly notUnderstood: readonly string[];
};

export type Eaten = {
  readonly own: readonly LoggableFood[];
  readonly recent: readonly RecentFood[];
};

/** Whether an item can be logged as it stands. */
export const isReady = ({ choice, removed }: ProposedItem): boolean => choice !== null && !removed;

const assumedWords = (code: Assumed | null, item: MealItem, each: number): string | null => {
  switch (code) {
    case null:
      return null;
    case "no-amount":
      return "No amount was typed: its usual portion is assumed.";
    case "hundred-grams":
      return item.quantity === null
        ? "No amount was typed and it has no measures of its own: 100 g is assumed."
        : "It has no measures of its own: 100 g each is assumed.";
    case "usual-portion":
      return "No unit was typed: its usual portion is assumed.";
    case "usual-size":
      return `No size was typed: ${formatGrams(each)} each is assumed.`;
    case "bare-grams":
      return "A number this large is read as grams.";
    case "range":
      return "The middle of the range is taken.";
    case "rough-number":
      return "A rough number; check it.";
    case "rough-measure":
      return `A ${item.unit ?? "measure"} is a habit: ${formatGrams(each)} is assumed.`;
    case "one-of-several":
      return "It has several such measures; the plain one is assumed.";
    case "each":
      return "The weight is read as that of each.";
  }
};

const question = (code: Problem, item: MealItem): string => {
  switch (code) {
    case "no-volume-for-this-food":
      return GRAMS_QUESTION;
    case "no-such-measure":
      return item.unit === null
        ? `How much is one ${item.words}?`
        : `This food has no measure called “${item.unit}”. How much was it?`;
    case "out-of-range":
      return "More than nothing and at most 10 kg can be logged. How much was it?";
    case "not-a-food-amount":
      return "Milligrams and micrograms are amounts of a nutrient. How much of the food was it?";
    case "portions-unknown":
      return "How much was it?";
  }
};

/** What the diary knows as a portion or grams, shown in the unit that was typed where there is one. */
const choiceFrom = (food: LoggableFood, item: MealItem, { choice }: ChosenAmount): Choice | null => {
  if (choice === null) return null;
  if (!("portionId" in choice)) {
    const unit = unitsOf(food.portions).find(({ id }) => id === item.unit && id !== "g");
    return { portion: null, count: choice.grams, ...(unit && { unit }) };
  }
  const portion = food.portions.find(({ id }) => id === choice.portionId);
  return portion ? { portion, count: choice.count } : { portion: null, count: choice.grams };
};

/** The beginning "and" of "and 30 g cheddar" joins it to the item before and says nothing about the food. */
const withoutJoint = (text: string): string => text.replace(/^[\s,;:+&]*(?:(?:and|plus)\s+)?/iu, "").trim();

/** Portions to begin with where the amount has to be said: the first one of the food, with no number yet. */
const unsaid = ({ portions }: LoggableFood): PickedPortion => ({ portion: portions[0] ?? null, text: "" });

const itemOf = (
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
  const read: ChosenAmount =
    food.id === item.candidates[0]?.id
      ? ({ choice: item.choice, assumed: item.assumed, problem: item.problem } as ChosenAmount)
      : table.amountOf(food, item.typed);
  const { quantity, unit, weight } = item.typed;
  const nothingTyped = quantity === null && unit === null && weight === null;
  const usual = nothingTyped ? usualChoice(food, recent.get(food.id)) : null;
  const asRead = usual ?? choiceFrom(food, item, read);
  const { picked } = correction;
  const corrected = picked && choiceOf(picked);
  const choice = corrected ?? asRead;
  const ready = choice !== null && choiceError(choice) === null ? choice : null;
  const wanted = correction.preparation ?? null;
  return {
    key,
    said,
    food,
    candidates,
    choice: ready,
    picked: picked ?? (asRead ? pickedOf(asRead) : unsaid(food)),
    assumed: corrected
      ? null
      : usual
        ? "No amount was typed: the portion of last time."
        : assumedWords(read.assumed, item, read.choice?.each ?? 0),
    question:
      ready !== null
        ? null
        : corrected && picked?.text !== ""
          ? choiceError(corrected)
          : question(read.problem ?? "portions-unknown", item),
    unmatched: item.unmatched.map(({ text }) => text),
    preparation: preparationsOf(food).some(({ id }) => id === wanted) ? wanted : null,
    removed: correction.removed === true,
  };
};

/**
 * What a line of text proposes, with what the person has corrected. Every word of the text is in `said` of an item
 * or in `notUnderstood`, but for the "and" between two items.
 */
export const proposalOf = (
  text: string,
  parsed: ParsedMeal,
  corrections: ReadonlyMap<string, Correction>,
  table: FoodTable,
  { own, recent }: Eaten,
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
    const made = itemOf(item, said, key, corrections.get(key) ?? {}, table, ownById, recentById);
    if (made === null) lost.push(said);
    return made ?? [];
  });
  return { items, notUnderstood: [...parsed.notUnderstood.map((part) => part.text), ...lost] };
};

/** A proposal in a sentence, for whoever does not see it. */
export const proposalWords = ({ items, notUnderstood }: Proposal): string => {
  const left = items.filter(({ removed }) => !removed);
  const ready = left.filter(isReady).length;
  return [
    `${left.length} ${left.length === 1 ? "food" : "foods"} read, ${ready} ready to add.`,
    ...(ready < left.length ? [`${left.length - ready} to be completed.`] : []),
    ...(notUnderstood.length > 0 ? [`Not understood: ${notUnderstood.join(", ")}.`] : []),
  ].join(" ");
};

/** What stays to be put right once the ready items are saved, as a line to go on with. */
export const leftover = ({ items, notUnderstood }: Proposal): string =>
  [...items.filter((item) => !item.removed && !isReady(item)).map(({ said }) => said), ...notUnderstood].join(
    ", ",
  );
