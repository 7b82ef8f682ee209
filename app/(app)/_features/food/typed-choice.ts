import type {
  Assumed,
  AssumedDensity,
  ChosenAmount,
  LastAmount,
  Problem,
  TypedAmount,
} from "@/lib/catalogue";
import type { RecentFood } from "@/lib/diary/schemas";
import { formatGrams } from "@/lib/format";
import { MAX_FOOD_GRAMS } from "@/lib/nutrition";
import type { LoggableFood } from "./loggable-food";
import type { Choice } from "./portion-choice";
import { weighingUnits } from "./weighing-units";

/** The amount when none was typed. */
export const NO_AMOUNT: TypedAmount = { quantity: null, unit: null, size: null, words: "", weight: null };

export const saysAmount = ({ quantity, unit, weight }: TypedAmount): boolean =>
  quantity !== null || unit !== null || weight !== null;

/** The amount logged last time, in the form that the parser takes. */
export const lastAmount = (recent: RecentFood | undefined): LastAmount | null =>
  recent === undefined || recent.grams === null || !(recent.grams > 0)
    ? null
    : { portion: recent.portion, grams: recent.grams };

const assumedWords = (
  code: Assumed,
  { quantity, unit }: TypedAmount,
  each: number,
  density?: AssumedDensity,
): string => {
  switch (code) {
    case "no-amount":
      return "No amount was typed; this much is assumed.";
    case "last-time":
      return "No amount was typed: as much as last time.";
    case "last-portion":
      return `No unit was typed: ${formatGrams(each)} each, as last time.`;
    case "hundred-grams":
      return quantity === null
        ? "No amount was typed and it has no measures of its own: 100 g is assumed."
        : "It has no measures of its own: 100 g each is assumed.";
    case "usual-portion":
      return `No unit was typed: ${formatGrams(each)} each is assumed.`;
    case "usual-size":
      return `No size was typed: ${formatGrams(each)} each is assumed.`;
    case "bare-grams":
      return "A number this large is read as grams.";
    case "range":
      return "The middle of the range is taken.";
    case "rough-number":
      return "A rough number; check it.";
    case "us-measure":
      return `The US ${unit ?? "measure"} is assumed.`;
    case "imperial-measure":
      return `The ${unit ?? "imperial measure"} is assumed, as your units are metric.`;
    case "rough-measure":
      return `A ${unit ?? "measure"} is a habit: ${formatGrams(each)} is assumed.`;
    case "one-of-several":
      return "It has several such measures; the plain one is assumed.";
    case "dish-part":
      return "An assumed part of the dish; check it.";
    case "each":
      return "The weight is read as that of each.";
    case "density":
      return density
        ? `It has no measure of volume: it is taken to weigh as much as ${density.what} do, ${formatGrams(density.low)} to ${formatGrams(density.high)}.`
        : "It has no measure of volume: the weight is that of similar foods.";
  }
};

const question = (code: Problem, { unit, words }: TypedAmount): string => {
  switch (code) {
    case "no-volume-for-this-food":
      return "This food has no measure of volume, so a volume of it cannot be weighed. How many grams was it?";
    case "no-such-measure":
      return unit === null
        ? `The food table does not tell what one of these weighs (“${words}”). How much was it?`
        : `This food has no measure called “${unit}”. How much was it?`;
    case "out-of-range":
      return `More than nothing and at most ${MAX_FOOD_GRAMS / 1000} kg can be logged. How much was it?`;
    case "not-a-food-amount":
      return "Milligrams, micrograms and IU are amounts of a nutrient. How much of the food was it?";
    case "portions-unknown":
      return "How much was it?";
  }
};

/** A parsed amount as a choice of the picker, with its assumption or open question. */
export const typedChoice = (
  { portions }: Pick<LoggableFood, "portions">,
  typed: TypedAmount,
  { choice, assumed, problem, ...more }: ChosenAmount,
): Choice => {
  if (choice === null)
    return {
      portion: problem === "no-volume-for-this-food" ? null : (portions[0] ?? null),
      count: Number.NaN,
      question: question(problem, typed),
    };
  const density = "density" in more ? more.density : undefined;
  const guess = assumed === null ? {} : { assumed: assumedWords(assumed, typed, choice.each, density) };
  const portion = "portionId" in choice ? portions.find(({ id }) => id === choice.portionId) : undefined;
  if ("portionId" in choice && portion) return { portion, count: choice.count, ...guess };
  const unit =
    typed.more === undefined && weighingUnits(portions).find(({ id }) => id === typed.unit && id !== "g");
  // The weight of one as it was read, so that the picker shows the number that was typed.
  return {
    portion: null,
    count: choice.grams,
    ...(unit && { unit: { ...unit, grams: choice.each } }),
    ...guess,
  };
};
