import { isDish } from "../layout";
import { byUnit } from "./by-unit";
import { has } from "./choose-measure";
import { type ChosenAmount, portioned, type WeighableFood, weighed } from "./chosen-amount";
import { householdPortion, spoonsOf } from "./household-portions";
import { isCounted, type Measure, measuresOf, nounStem } from "./portion-labels";
import { nearestMeasure, ofSeveral, usualRange } from "./usual-portions";

const HUNDRED = 100;

/** The suggested portion as a count of the food's own measure: "2 cups" is two of "1 cup". */
function suggestedChoice(
  { suggestedPortion }: WeighableFood,
  measures: readonly Measure[],
): ChosenAmount | null {
  if (!suggestedPortion) return null;
  const { grams, label } = suggestedPortion;
  const [wanted] = measuresOf([{ id: "", label, grams }]);
  const own = measures.find((measure) => {
    const each = measure.portion.grams / measure.quantity;
    return (
      wanted !== undefined &&
      nounStem(measure) === nounStem(wanted) &&
      Math.abs(each * wanted.quantity - grams) < 0.01 * grams
    );
  });
  return own && wanted ? portioned(own, wanted.quantity, "no-amount") : weighed(1, grams, "no-amount");
}

/** What the tables and the food's own measures give for it where no amount was typed; null without any. */
function tabledAmount(
  food: WeighableFood,
  measures: readonly Measure[],
  typed: ReadonlySet<string>,
  one: boolean,
): ChosenAmount | null {
  const [first] = measures;
  const household = householdPortion(food.name);
  const curated = household && byUnit(food, measures, household.count, household.unit, null, typed);
  if (curated?.choice)
    return "portionId" in curated.choice
      ? { ...curated, assumed: "no-amount" }
      : weighed(1, curated.choice.grams, "no-amount");
  const suggested = suggestedChoice(food, measures);
  if (suggested?.choice) {
    const { choice } = suggested;
    const own = "portionId" in choice && measures.find(({ portion }) => portion.id === choice.portionId);
    // One egg where two are suggested, but half an avocado where that is.
    const several = own && choice.grams > own.portion.grams;
    return one && several && isCounted(own) ? portioned(own, 1, "no-amount") : suggested;
  }
  for (const { count, unit } of first?.noun === "cup" ? spoonsOf(food.group) : []) {
    const spoon = measures.find((measure) => has(unit, measure));
    if (spoon) return portioned(spoon, count, "no-amount");
  }
  return first ? portioned({ ...first, quantity: 1 }, 1, "no-amount") : null;
}

/**
 * Usual amount of a food when none is typed: of a typical dish its first measure; else by the curated table, else the suggested portion, else a spoon where usual
 * for its group, else its first measure once; each only within the bounds of what one takes of such a food, else the
 * measure nearest to that; 100 g where nothing is known.
 * @param one whether a single piece was named: one egg where two are suggested.
 */
export function usualAmount(
  food: WeighableFood,
  measures: readonly Measure[],
  typed: ReadonlySet<string>,
  one: boolean,
): ChosenAmount {
  const [first] = measures;
  // The first measure of a typical dish is what one takes of it: a bowl, a plate, a slice.
  if (first && isDish(food.id ?? "")) return portioned({ ...first, quantity: 1 }, 1, "no-amount");
  const tabled = tabledAmount(food, measures, typed, one);
  const found = usualRange(food.name, food.group);
  if (found === null) return tabled ?? weighed(1, HUNDRED, "hundred-grams");
  const range = one ? found : ofSeveral(found);
  const grams = tabled?.choice?.grams;
  if (tabled && grams !== undefined && grams >= range.low && grams <= range.high) return tabled;
  const nearest = nearestMeasure(measures, range);
  return nearest
    ? portioned({ ...nearest.measure, quantity: 1 }, nearest.count, "no-amount")
    : weighed(1, range.typical, "no-amount");
}
