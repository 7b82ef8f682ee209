import { wordsOf } from "../search/words";
import { byUnit } from "./by-unit";
import { countedMeasure } from "./choose-measure";
import {
  type Assumed,
  type ChosenAmount,
  type LastAmount,
  portioned,
  problem,
  type TypedAmount,
  type Units,
  type WeighableFood,
  weighed,
} from "./chosen-amount";
import { type MealUnit, UNITS, unitOf } from "./food-measures";
import { householdPortion } from "./household-portions";
import { eachOf, isBulk, isCounted, type Measure, measuresOf } from "./portion-labels";
import { usualAmount } from "./usual-amount";
import { usualRange } from "./usual-portions";

/** A number without a unit counts as grams from here on, unless the food is in the plural. */
const BARE_GRAMS_FROM = 25;
/** A thing of more than so many of the largest usual amounts is shared: a turkey, a cake, a watermelon. */
const SHARED_FROM = 4;
/** The most usual amounts that a bare number may count: more are pieces whose weight nobody has said. */
const MAX_USUAL_AMOUNTS = 4;

/** What weighs less than this share of the least usual amount is no piece of the food: the packet of seasoning. */
const PIECE_FROM = 0.1;

/** Whether a measure is a whole thing that nobody eats alone. */
const isWhole = ({ portion, quantity }: Measure, { name, group }: WeighableFood, count: number): boolean => {
  const range = usualRange(name, group);
  // "A quarter of a watermelon" is meant so.
  return range !== null && count >= 1 && portion.grams / quantity > SHARED_FROM * range.high;
};

/** Whether a measure that the words do not name is too light to be one of the food. */
const isCrumb = ({ portion, quantity }: Measure, { name, group }: WeighableFood): boolean => {
  const range = usualRange(name, group);
  return range !== null && portion.grams / quantity < PIECE_FROM * range.low;
};

/** A multiple of another amount; `each` is the weight of one of its portions, or of all of it. */
function times({ choice, ...rest }: ChosenAmount, quantity: number, assumed: Assumed): ChosenAmount {
  if (choice === null) return { choice, ...rest } as ChosenAmount;
  if (!("portionId" in choice)) return weighed(quantity, choice.grams, assumed);
  const { portionId, count, each } = choice;
  const portion = { id: portionId, label: "", grams: each };
  return portioned({ portion, quantity: 1 } as Measure, quantity * count, assumed);
}

/** Several amounts that add up: their weights together. One that cannot be weighed leaves all without a weight. */
function sumOf(parts: readonly ChosenAmount[]): ChosenAmount {
  let grams = 0;
  let assumed: Assumed | null = null;
  for (const part of parts) {
    if (part.choice === null) return part;
    grams += part.choice.grams;
    assumed ??= part.assumed;
  }
  return weighed(1, grams, assumed);
}

/** Units that the profile's units choose. */
const IMPERIAL: ReadonlySet<string> = new Set(UNITS.flatMap(({ imperial }) => imperial ?? []));

/** An amount in a unit that is not the same everywhere says whose it is. */
function ofSystem(unit: MealUnit, chosen: ChosenAmount): ChosenAmount {
  const whose =
    unit.imperial !== undefined ? "us-measure" : IMPERIAL.has(unit.id) ? "imperial-measure" : null;
  return chosen.choice !== null && chosen.assumed === null && whose !== null
    ? { ...chosen, assumed: whose }
    : chosen;
}

/**
 * Chooses the amount of a food that was meant. The food's own measures come first; grams, ounces and pounds apply to
 * any food; volumes by the density of the food's own measures of volume, else by that of foods of its class. Pure, never throws.
 * @param units the units of the person's profile; null where they are not known
 * @param last the amount of the food's last entry, preferred where no amount or no unit was typed.
 */
export function chooseAmount(
  food: WeighableFood,
  amount: TypedAmount,
  last: LastAmount | null = null,
  units: Units | null = null,
): ChosenAmount {
  const measures = measuresOf(food.portions);
  const typed: ReadonlySet<string> = new Set(wordsOf(amount.words).map(({ stem }) => stem));
  const { quantity } = amount;
  const unit = amount.unit === null ? undefined : unitOf(amount.unit);
  const [first] = measures;
  if (amount.ofNutrient) return problem("not-a-food-amount");
  if (amount.unit !== null && unit === undefined) return problem("no-such-measure");
  if (quantity !== null && !(quantity > 0 && Number.isFinite(quantity))) return problem("out-of-range");
  if (amount.weight !== null) {
    const weightUnit = unitOf(amount.weight.unit);
    const exactAlready = unit?.kind === "mass";
    if (weightUnit && !exactAlready) {
      const times = quantity ?? 1;
      const each = times !== 1 && (unit === undefined || unit.container === true || unit.kind === "size");
      const chosen = byUnit(
        food,
        measures,
        each ? times * amount.weight.quantity : amount.weight.quantity,
        weightUnit,
        null,
        typed,
        units,
      );
      return chosen.choice !== null && each ? { ...chosen, assumed: "each" } : chosen;
    }
  }
  if (amount.more && amount.more.length > 0 && amount.unit !== null) {
    const { more, ...first } = amount;
    return sumOf(
      [{ quantity, unit: amount.unit }, ...more].map((part) =>
        chooseAmount(food, { ...first, ...part }, last, units),
      ),
    );
  }
  if (unit !== undefined)
    return ofSystem(unit, byUnit(food, measures, quantity ?? 1, unit, amount.size, typed, units));
  const lastMeasure = measures.find(({ portion }) => portion.id === last?.portion?.id);
  const word = wordsOf(amount.words).at(-1);
  const plural = word !== undefined && word.text !== word.stem;
  if (quantity === null) {
    if (last && lastMeasure && last.portion)
      return portioned({ ...lastMeasure, quantity: 1 }, last.portion.count, "last-time");
    return last ? weighed(1, last.grams, "last-time") : usualAmount(food, measures, typed, !plural);
  }
  const single = countedMeasure(measures, typed);
  if (single?.sure && !isWhole(single.measure, food, quantity))
    return portioned(single.measure, quantity, null);
  // "30 eggs" are eggs, "30 egg" and "100 spinach" are grams.
  const held = plural
    ? measures.map((measure) => eachOf(measure, typed)).find((each) => each !== null)
    : null;
  if (quantity >= BARE_GRAMS_FROM && !(plural && (single || held))) return weighed(quantity, 1, "bare-grams");
  if (lastMeasure && isCounted(lastMeasure)) return portioned(lastMeasure, quantity, "last-portion");
  // "2 butter" does not mean two sticks, nor "1 turkey" a whole one.
  if (
    single &&
    householdPortion(food.name) === null &&
    !isWhole(single.measure, food, quantity) &&
    !isCrumb(single.measure, food)
  )
    return portioned(single.measure, quantity, "usual-size");
  if (held) return weighed(quantity, held, "usual-size");
  // "2 coffees" are two cups, but "5 dried apricots" are not.
  if (plural && first && isBulk(first) && food.group !== "beverages") return problem("no-such-measure");
  if (lastMeasure) return portioned({ ...lastMeasure, quantity: 1 }, quantity, "last-portion");
  if (last) return weighed(quantity, last.grams, "last-portion");
  // "10 shrimp" are not ten portions of 3 oz.
  if (quantity > MAX_USUAL_AMOUNTS && food.group !== "beverages") return problem("no-such-measure");
  const usual = usualAmount(food, measures, typed, true);
  return times(usual, quantity, usual.assumed === "hundred-grams" ? "hundred-grams" : "usual-portion");
}
