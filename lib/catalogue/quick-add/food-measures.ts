import table from "@/data/reference/food-measures.json";
import type { FoodGroup } from "../groups";
import { wordsOf } from "../search/words";

/** A word for an amount, from data/reference/food-measures.json. */
export type MealUnit = {
  /** "g", "cup", "slice", "handful", "large" … */
  readonly id: string;
  /** count: only the food's own measures weigh it. size: an adjective that may also stand before another unit. */
  readonly kind: "mass" | "volume" | "count" | "size";
  readonly words: readonly string[];
  /** Abbreviations that mean it in this case of letters only: "T". */
  readonly exact?: readonly string[];
  /** Grams of one, where the kind is mass. */
  readonly grams?: number;
  /** Millilitres of one, where the kind is volume. */
  readonly millilitres?: number;
  /** A habit rather than a measure: what comes of it is a guess. */
  readonly roughly?: boolean;
  /** What holds a food and is sold by weight: "2 cans (400 g)" are 800 g. */
  readonly container?: boolean;
  /** How the food table's own measures begin that mean this. */
  readonly labels?: readonly string[];
  /** Foods typed with one of these words (singular) have another volume, in millilitres. */
  readonly named?: readonly { readonly words: readonly string[]; readonly millilitres: number }[];
  /** Foods of these groups have another amount, in grams. */
  readonly inGroups?: readonly { readonly groups: readonly FoodGroup[]; readonly grams: number }[];
};

export const UNITS = table.units as readonly MealUnit[];

const unitByWords = new Map(UNITS.flatMap((unit) => unit.words.map((words) => [words, unit] as const)));

/** The unit with these words, in lower case and with single spaces. */
export const unitNamed = (words: string): MealUnit | undefined => unitByWords.get(words);

const unitByLetters = new Map(
  UNITS.flatMap((unit) => (unit.exact ?? []).map((word) => [word, unit] as const)),
);

/** The unit with this word as it was typed, or in lower case: "T" is a tablespoon, "t" a teaspoon. */
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
/** Words for a day or an hour: no food, and nothing that a line can set. */
export const WHEN: ReadonlySet<string> = new Set(table.when);

/** The meals of a day that a line can name. */
export type NamedMeal = "breakfast" | "lunch" | "dinner" | "snack";
/** Words for meals; null where one could mean two of them. */
export const MEALS: ReadonlyMap<string, NamedMeal | null> = new Map(
  Object.entries(table.meals) as [string, NamedMeal | null][],
);

const dishes = new Set(table.dishes.map((dish) => dish.replace(/.* /, "")));
/** Whether a food's last word makes one dish of all before it: "soup" of "chicken and leek soup". */
export const isDish = (word: string): boolean => dishes.has(word);
export const QUALIFIERS: ReadonlySet<string> = new Set(table.qualifiers);
export const PREPARATION_WORDS: ReadonlySet<string> = new Set(table.preparations);

/** Words that stay together though a connector or a number stands in them. */
export type Phrase = {
  readonly words: readonly string[];
  /** A flavour: the food is found without it, too. */
  readonly flavour: boolean;
  /** Holds only right before one of these words. */
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

const withinKeys = new Set(
  table.within.flatMap(({ words, after }) =>
    after.flatMap((connector) => words.map((word) => `${connector} ${word}`)),
  ),
);

/** Whether "with raisins", "in water" is said of the food before it rather than of another one. */
export const isWithin = (connector: string, words: string): boolean =>
  withinKeys.has(`${connector} ${words}`);
