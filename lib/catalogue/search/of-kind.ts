import type { FoodGroup } from "../groups";
import { type Composed, saysOtherKind } from "./composed";
import type { NameIndex } from "./name-index";
import { saysOnlyForm } from "./plainness";
import type { Reading } from "./readings";
import { stem, wordsOf } from "./words";

/** Groups whose foods answer a composed name only where it says their kind: a soup of chicken with rice. */
const OTHER_KIND: ReadonlySet<FoodGroup> = new Set<FoodGroup>(["soupsSauces", "babyFoods"]);
const OF_SOUPS = /^(?:soup|broth|sauce|gravy|chowder|chili|stew|curry|bisque)$/;

/**
 * Whether a food is of the kind that a composed name says: it has the word of the dish itself ("toast", not "toasted"),
 * or of "X with Y" one as its head noun, and no word of another kind of food, as cookies and dressings have.
 */
export const kindOf =
  ({ dish, typed }: Composed) =>
  (index: NameIndex, name: number, group: FoodGroup | null, { wanted }: Reading): boolean => {
    const asks = (of: string): boolean => wanted.some(({ forms }) => forms.some((form) => form.stem === of));
    if (
      group !== null &&
      OTHER_KIND.has(group) &&
      !wanted.some(({ forms }) => forms.some(({ text }) => OF_SOUPS.test(text)))
    )
      return false;
    let named = dish !== null && !asks(typed);
    const last = index.nameStart[name + 1] as number;
    for (let entry = index.nameStart[name] as number; entry < last; entry++) {
      const of = stem(index.vocabulary[index.word[entry] as number] as string);
      if (dish === null ? index.isHead[entry] === 1 && asks(of) : of === typed) named = true;
      else if (saysOtherKind(of) && !asks(of)) return false;
    }
    return named;
  };

/** What follows in the name of a dish only says how it comes: "Green salad, with dressing", "Porridge with milk". */
const HOW_IT_COMES = /[,(]|\s(?:with|in|on)\s/;

/** Whether a typical dish is no more than a composed name asks for: a "jam sandwich" is not one with peanut butter. */
export const isWholeDish = ({ names }: NameIndex, name: number, { wanted }: Reading): boolean =>
  wordsOf((names[name] as string).split(HOW_IT_COMES, 1)[0] as string).every(
    ({ text, stem: of }) =>
      text === "and" ||
      saysOnlyForm(of) ||
      wanted.some(({ forms }) => forms.some((form) => form.stem === of || of.startsWith(form.stem))),
  );
