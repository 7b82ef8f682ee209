import table from "@/data/reference/food-measures.json";
import { wordsOf } from "../search/words";

/** A unit that can be typed, from data/reference/food-measures.json. */
export type MealUnit = {
  /** "g", "cup", "slice", "handful", "large" … */
  readonly id: string;
  /** count: weighed only by the food's own measures. size: an adjective that may also precede another unit. */
  readonly kind: "mass" | "volume" | "count" | "size";
  readonly words: readonly string[];
  /** Abbreviations that are case-sensitive: "T". */
  readonly exact?: readonly string[];
  /** Weight of one, g, for a mass. */
  readonly grams?: number;
  /** Volume of one, ml, for a volume. */
  readonly millilitres?: number;
  /** Id of the imperial unit of the same name. */
  readonly imperial?: string;
  /** Whether the measure is approximate, such as a handful. */
  readonly roughly?: boolean;
  /** Whether it is a container sold by weight: "2 cans (400 g)" are 800 g. */
  readonly container?: boolean;
  /** Beginnings of the food table's measures with this meaning. */
  readonly labels?: readonly string[];
};

export const UNITS = table.units as readonly MealUnit[];

const unitByWords = new Map(UNITS.flatMap((unit) => unit.words.map((words) => [words, unit] as const)));

/** The unit with these words, in lower case and with single spaces. */
export const unitNamed = (words: string): MealUnit | undefined => unitByWords.get(words);

const unitByLetters = new Map(
  UNITS.flatMap((unit) => (unit.exact ?? []).map((word) => [word, unit] as const)),
);

/** The unit of a word as typed, or in lower case: "T" is a tablespoon, "t" a teaspoon. */
export const unitTyped = (text: string, lower: string): MealUnit | undefined =>
  unitByLetters.get(text) ?? unitByWords.get(lower);

const unitById = new Map(UNITS.map((unit) => [unit.id, unit]));

/** The unit with this id. */
export const unitOf = (id: string): MealUnit | undefined => unitById.get(id);

export const REFUSED: ReadonlySet<string> = new Set(table.refused.flatMap(({ words }) => words));
export const NUMBERS: ReadonlyMap<string, number> = new Map(Object.entries(table.numbers));
export const VAGUE: ReadonlyMap<string, number> = new Map(Object.entries(table.vague));
export const BEFORE_UNIT: ReadonlySet<string> = new Set(table.fillersBeforeUnit);
export const ROUGHLY: ReadonlySet<string> = new Set(table.roughly);
export const NOISE: ReadonlySet<string> = new Set(table.noise);
/** Words for a day or an hour, which are neither a food nor something that a line can set. */
export const WHEN: ReadonlySet<string> = new Set(table.when);

/** Meals that a line can name. */
export type NamedMeal = "breakfast" | "lunch" | "dinner" | "snack";
/** Words for meals; null for ambiguous ones. */
export const MEALS: ReadonlyMap<string, NamedMeal | null> = new Map(
  Object.entries(table.meals) as [string, NamedMeal | null][],
);

/** The letter of each meal as a command: "/b". */
export const COMMANDS: ReadonlyMap<string, NamedMeal> = new Map(
  [...MEALS.values()].flatMap((meal) => (meal === null ? [] : [[meal.charAt(0), meal] as const])),
);

/** Words that name no food wherever they stand: "please", "homemade". */
export const FILLERS: ReadonlySet<string> = new Set(table.fillers);

const dishes = new Set(table.dishes.map((dish) => dish.replace(/.* /, "")));
/** Whether a last word makes one dish of the words before it: "soup" in "chicken and leek soup". */
export const isDish = (word: string): boolean => dishes.has(word);
export const QUALIFIERS: ReadonlySet<string> = new Set(table.qualifiers);
export const PREPARATION_WORDS: ReadonlySet<string> = new Set(table.preparations);

/** Words that form one name although they contain a connector or a number. */
export type Phrase = {
  readonly words: readonly string[];
  /** Whether it is a flavour, without which the food is found too. */
  readonly flavour: boolean;
  /** Words that must follow directly; null for no condition. */
  readonly before: readonly string[] | null;
};

const phraseOf = (phrase: string, flavour: boolean, before: readonly string[] | null): Phrase => ({
  words: wordsOf(phrase).map(({ text }) => text),
  flavour,
  before,
});

/** Longest first. */
export const PHRASES: readonly Phrase[] = [
  ...table.joined.map(({ phrase }) => phraseOf(phrase, false, null)),
  ...table.flavours.map((row) =>
    phraseOf(row.phrase, true, "before" in row ? (row.before as readonly string[]) : null),
  ),
].sort((a, b) => b.words.length - a.words.length);

/** The names of own foods that begin as an amount does ("3 bean chili"), as phrases of their own, longest first. */
export const namesLikeAmounts = (names: readonly string[]): readonly Phrase[] =>
  names
    .map((name) => phraseOf(name, false, null))
    .filter(
      ({ words: [first = "", ...more] }) => more.length > 0 && (/^\p{N}/u.test(first) || NUMBERS.has(first)),
    )
    .sort((a, b) => b.words.length - a.words.length);

const withinKeys = new Set(
  table.within.flatMap(({ words, after }) =>
    after.flatMap((connector) => words.map((word) => `${connector} ${word}`)),
  ),
);

/** Whether "with raisins", "in water" belongs to the food before it and does not name another. */
export const isWithin = (connector: string, words: string): boolean =>
  withinKeys.has(`${connector} ${words}`);
