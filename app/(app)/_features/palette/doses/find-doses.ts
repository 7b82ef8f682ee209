import { nutrientWord } from "@/app/(app)/_features/food";
import { type Word, wordsOf } from "@/lib/catalogue";
import type { NextDose } from "@/lib/insights/schemas";
import { composition, forGrams, readNumber } from "@/lib/nutrition";
import { FOODS, type Section } from "../search";

/** The person's supplements that match the text, each with the dose that would be logged. */
export type OfferedDoses = {
  readonly doses: readonly NextDose[];
  /** Whether they match better than the foods, so that Enter takes the first. */
  readonly lead: boolean;
};

const NONE: OfferedDoses = { doses: [], lead: false };
/** Minimum number of letters: fewer match almost everything. */
const MIN_LETTERS = 2;
/** Maximum number of doses logged at once, as in the diary. */
const MAX_DOSES = 20;
/** Matches the content of a dose, not a count: "400 IU", "100mg". */
const STRENGTH = /^[\d.,]+\s*(?:mg|mcg|µg|ug|iu|g)\b\s*/i;

/** Matches a count and the words: "2 capsules magnesium". */
const readDose = (text: string): { count: number | null; words: string } => {
  const [, first = "", rest = ""] = /^(\S+)\s+(.+)$/s.exec(text) ?? [];
  const count = readNumber(first);
  return count === null || count <= 0 || STRENGTH.test(text)
    ? { count: null, words: text.replace(STRENGTH, "") }
    : { count, words: rest };
};

/** The searchable words of a supplement: its name, its nutrients and their forms, and the dose unit. */
const wordsFor = ({ dose: { entry }, contents }: NextDose): Word[] =>
  wordsOf(
    [
      entry.name,
      ...contents.flatMap(({ nutrient, form }) => [nutrientWord(nutrient), form?.name ?? ""]),
      entry.portion?.label ?? "",
      "supplement",
    ].join(" "),
  );

/** The dose in another number, where one was typed: "2 capsules magnesium". */
const inNumber = (next: NextDose, count: number | null): NextDose => {
  const { entry } = next.dose;
  if (count === null || count > MAX_DOSES || !entry.portion) return next;
  const { portion } = entry;
  const nutrients = forGrams(composition(entry.nutrients), (100 * count) / portion.count);
  return {
    ...next,
    dose: { ...next.dose, entry: { ...entry, portion: { ...portion, count }, nutrients } },
  };
};

/** Whether the first food is called what was typed: not one that only has it further on, as tofu has magnesium chloride. */
const foodsAnswer = (sections: readonly Section[]): boolean => {
  const [section] = sections;
  const first = section?.results[0];
  if (section?.title !== FOODS || !first) return false;
  const head = first.food.name.indexOf(",");
  const at = first.matches[0]?.[0];
  return at === undefined || head < 0 || at < head;
};

/**
 * The doses that answer what was typed: every word begins a word of the supplement's name, of a nutrient or its form,
 * or of what a dose is.
 * @param foods what was found among the foods.
 */
export const findDoses = (
  text: string,
  doses: readonly NextDose[],
  foods: readonly Section[],
): OfferedDoses => {
  const { count, words } = readDose(text);
  const typed = wordsOf(words).filter(({ text: word }) => word !== "of");
  if (typed.reduce((letters, word) => letters + word.text.length, 0) < MIN_LETTERS) return NONE;
  const answering = doses.filter((next) => {
    const own = wordsFor(next);
    return typed.every(({ text: begun, stem }) =>
      own.some((word) => word.stem === stem || word.text.startsWith(begun)),
    );
  });
  return {
    doses: answering.map((next) => inNumber(next, count)),
    lead: answering.length > 0 && !foodsAnswer(foods),
  };
};
