import { MAX_FOOD_GRAMS, MAX_PORTIONS, type Portion } from "@/lib/nutrition";
import { ASSUMED_PORTION } from "../decode";
import type { FoodGroup } from "../groups";
import { wordsOf } from "../search/words";
import { bestOf, countedMeasure, fitness, has, ofSize } from "./choose-measure";
import { type MealUnit, unitOf } from "./food-measures";
import { householdPortion, spoonsOf } from "./household-portions";
import { eachOf, isBulk, isCounted, type Measure, measuresOf, nounStem } from "./portion-labels";

/** What was typed about the amount of one food. */
export type TypedAmount = {
  /** A number above 0; null when none was typed. */
  readonly quantity: number | null;
  /** Id of a unit of data/reference/food-measures.json, or a word used as one; null when none was typed. */
  readonly unit: string | null;
  /** What is added in smaller units: "4 oz" of "1 lb 4 oz", whose quantity and unit are those of the pound. */
  readonly more?: readonly { readonly quantity: number; readonly unit: string }[];
  /** "small" … "jumbo" beside another unit: "2 large slices". */
  readonly size: string | null;
  /** The words of the food, which may choose a measure: the cup of sliced ones for "sliced bananas". */
  readonly words: string;
  /** A second amount, of mass or volume: "1 can (400 g)", "200 g (1 cup)". */
  readonly weight: { readonly quantity: number; readonly unit: string } | null;
  /** "500 mg", "400 IU": an amount of a nutrient, not of a food. */
  readonly ofNutrient?: boolean;
};

/** Properties of a food that its amounts are weighed by. */
export type WeighableFood = {
  readonly name: string;
  readonly portions: readonly Portion[];
  /** Null for an own food. */
  readonly group: FoodGroup | null;
  /** Suggested portion from the list of plain foods; absent or null where it has none. */
  readonly suggestedPortion?: { readonly label: string; readonly grams: number } | null;
};

/** The amount of a food in its last entry. */
export type LastAmount = {
  /** Null where it was weighed. */
  readonly portion: { readonly id: string; readonly count: number } | null;
  /** Total weight, above 0. */
  readonly grams: number;
};

/**
 * A number of one of the food's portions, or a weight. `each` is the weight of one portion, or of one unit as typed;
 * grams = count × each, or quantity × each, exactly; an amount of several parts is one of their sum. 0 < grams ≤ 10,000 and count ≤ 1,000, the limits of the diary.
 */
export type AmountChoice =
  | { readonly portionId: string; readonly count: number; readonly grams: number; readonly each: number }
  | { readonly grams: number; readonly each: number };

/** Why a choice is an assumption to be confirmed. */
export type Assumed =
  /** No amount was typed: the usual amount, or the first measure. */
  | "no-amount"
  /** No amount was typed: the amount of the last entry. */
  | "last-time"
  /** A number without a unit: that many of the last entry's portion. */
  | "last-portion"
  /** No amount was typed, or a number only, and the food has no measures: 100 g each. */
  | "hundred-grams"
  /** A number without a unit, for a food that is not counted: that many usual amounts. */
  | "usual-portion"
  /** A number of pieces without their size: the usual size. */
  | "usual-size"
  /** A number of 25 or more without a unit, with the food in the singular: grams. */
  | "bare-grams"
  /** "2-3": the mean. */
  | "range"
  /** "about", "a few", "heaped": the number is approximate. */
  | "rough-number"
  /** Handful, pinch, glass, bowl …: the measure is approximate. */
  | "rough-measure"
  /** The food has several such measures (a cup sliced, a cup mashed); none was named. */
  | "one-of-several"
  /** "2 cans (400 g)": 400 g each. */
  | "each";

/** Why there is no choice. */
export type Problem =
  /** A volume, but no measure of the food gives its density. */
  | "no-volume-for-this-food"
  /** A slice, a can, a large one, a number of pieces …, but the food has no such measure. */
  | "no-such-measure"
  /** Not above 0, more than 10 kg or more than 1,000 portions. */
  | "out-of-range"
  /** "500 mg": an amount of a nutrient. */
  | "not-a-food-amount"
  /** The food's portions are not loaded. */
  | "portions-unknown";

export type ChosenAmount =
  | { readonly choice: AmountChoice; readonly assumed: Assumed | null; readonly problem: null }
  | { readonly choice: null; readonly assumed: null; readonly problem: Problem };

/** A number without a unit counts as grams from here on, unless the food is in the plural. */
const BARE_GRAMS_FROM = 25;
const HUNDRED = 100;

const problem = (code: Problem): ChosenAmount => ({ choice: null, assumed: null, problem: code });

function weighed(quantity: number, each: number, assumed: Assumed | null): ChosenAmount {
  const grams = quantity * each;
  if (!(grams > 0 && grams <= MAX_FOOD_GRAMS)) return problem("out-of-range");
  return { choice: { grams, each }, assumed, problem: null };
}

function portioned(
  { portion, quantity: per }: Measure,
  quantity: number,
  assumed: Assumed | null,
): ChosenAmount {
  const count = quantity / per;
  const grams = portion.grams * count;
  if (!(count > 0 && count <= MAX_PORTIONS && grams > 0 && grams <= MAX_FOOD_GRAMS))
    return problem("out-of-range");
  return { choice: { portionId: portion.id, count, grams, each: portion.grams }, assumed, problem: null };
}

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

/**
 * Usual amount of a food when none is typed: by the curated table, else the suggested portion, else a spoon where usual
 * for its group, else its first measure once, else 100 g.
 * @param one whether a single piece was named: one egg where two are suggested.
 */
function usualAmount(
  food: WeighableFood,
  measures: readonly Measure[],
  typed: ReadonlySet<string>,
  one: boolean,
): ChosenAmount {
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
    return one && own && isCounted(own) ? portioned(own, 1, "no-amount") : suggested;
  }
  for (const { count, unit } of first?.noun === "cup" ? spoonsOf(food.group) : []) {
    const spoon = measures.find((measure) => has(unit, measure));
    if (spoon) return portioned(spoon, count, "no-amount");
  }
  return first ? portioned({ ...first, quantity: 1 }, 1, "no-amount") : weighed(1, HUNDRED, "hundred-grams");
}

/** A multiple of another amount; `each` is the weight of one of its portions, or of all of it. */
function times({ choice, ...rest }: ChosenAmount, quantity: number, assumed: Assumed): ChosenAmount {
  if (choice === null) return { choice, ...rest } as ChosenAmount;
  if (!("portionId" in choice)) return weighed(quantity, choice.grams, assumed);
  const { portionId, count, each } = choice;
  const portion = { id: portionId, label: "", grams: each };
  return portioned({ portion, quantity: 1 } as Measure, quantity * count, assumed);
}

/** Density, g/ml, by the food's measure nearest to a volume; null without measures of volume. */
function density(
  measures: readonly Measure[],
  millilitres: number,
  typed: ReadonlySet<string>,
): { gramsPerMl: number; several: boolean } | null {
  const known = measures.filter((measure) => measure.millilitres !== null);
  if (known.length === 0) return null;
  const distance = (measure: Measure): number =>
    Math.abs(Math.log((measure.millilitres as number) / measure.quantity / millilitres));
  // By words first, then by size: a pinch uses the teaspoon, a litre the cup.
  const best = Math.max(...known.map((measure) => fitness(measure, typed, null)));
  const pick = known
    .filter((measure) => fitness(measure, typed, null) > best - 0.3)
    .reduce((a, b) => (distance(b) < distance(a) ? b : a));
  const gramsPerMl = pick.portion.grams / (pick.millilitres as number);
  const plain = pick.details.length === 0 || pick.details.some((detail) => typed.has(detail));
  return { gramsPerMl, several: !plain && known.length > 1 };
}

function byUnit(
  food: WeighableFood,
  measures: readonly Measure[],
  quantity: number,
  unit: MealUnit,
  size: string | null,
  typed: ReadonlySet<string>,
): ChosenAmount {
  if (unit.kind === "mass") {
    const same = measures.filter((measure) => has(unit, measure) && measure.details.length === 0);
    const own = same.find((measure) => measure.quantity === quantity) ?? same[0];
    return own ? portioned(own, quantity, null) : weighed(quantity, unit.grams as number, null);
  }
  if (unit.kind === "size") {
    const own = bestOf(ofSize(measures, unit.id), typed, unit.id);
    return own ? portioned(own.measure, quantity, null) : problem("no-such-measure");
  }
  const named = measures.filter((measure) => has(unit, measure));
  const own = bestOf(named, typed, size);
  if (own) {
    const sized = size === null || own.measure.words.includes(size.split(" ")[0] as string);
    const habit = unit.roughly && own.measure.portion.id === ASSUMED_PORTION;
    const guess = habit
      ? "rough-measure"
      : own.several
        ? own.sizeOnly
          ? "usual-size"
          : "one-of-several"
        : null;
    return portioned(own.measure, quantity, sized ? guess : "usual-size");
  }
  if (unit.kind === "volume") {
    const grams = unit.inGroups?.find(
      ({ groups }) => food.group !== null && groups.includes(food.group),
    )?.grams;
    if (grams !== undefined) return weighed(quantity, grams, "rough-measure");
    const millilitres =
      unit.named?.find(({ words }) => words.some((word) => typed.has(word)))?.millilitres ??
      (unit.millilitres as number);
    const known = density(measures, quantity * millilitres, typed);
    if (known === null) return problem("no-volume-for-this-food");
    const assumed = unit.roughly ? "rough-measure" : known.several ? "one-of-several" : null;
    return weighed(quantity, known.gramsPerMl * millilitres, assumed);
  }
  if (unit.id === "piece") {
    const single = countedMeasure(measures, typed);
    return single ? portioned(single.measure, quantity, "usual-size") : problem("no-such-measure");
  }
  if (unit.id === "serving" && measures[0])
    return portioned({ ...measures[0], quantity: 1 }, quantity, "usual-portion");
  return problem("no-such-measure");
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

/**
 * Chooses the amount of a food that was meant. The food's own measures come first; grams, ounces and pounds apply to
 * any food; volumes only by the density of the food's own measures of volume. Pure, never throws.
 * @param last the amount of the food's last entry, preferred where no amount or no unit was typed.
 */
export function chooseAmount(
  food: WeighableFood,
  amount: TypedAmount,
  last: LastAmount | null = null,
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
      );
      return chosen.choice !== null && each ? { ...chosen, assumed: "each" } : chosen;
    }
  }
  if (amount.more && amount.more.length > 0 && amount.unit !== null) {
    const { more, ...first } = amount;
    return sumOf(
      [{ quantity, unit: amount.unit }, ...more].map((part) =>
        chooseAmount(food, { ...first, ...part }, last),
      ),
    );
  }
  if (unit !== undefined) return byUnit(food, measures, quantity ?? 1, unit, amount.size, typed);
  const lastMeasure = measures.find(({ portion }) => portion.id === last?.portion?.id);
  const word = wordsOf(amount.words).at(-1);
  const plural = word !== undefined && word.text !== word.stem;
  if (quantity === null) {
    if (last && lastMeasure && last.portion)
      return portioned({ ...lastMeasure, quantity: 1 }, last.portion.count, "last-time");
    return last ? weighed(1, last.grams, "last-time") : usualAmount(food, measures, typed, !plural);
  }
  const single = countedMeasure(measures, typed);
  if (single?.sure) return portioned(single.measure, quantity, null);
  // "30 eggs" are eggs, "30 egg" and "100 spinach" are grams.
  const held = plural
    ? measures.map((measure) => eachOf(measure, typed)).find((each) => each !== null)
    : null;
  if (quantity >= BARE_GRAMS_FROM && !(plural && (single || held))) return weighed(quantity, 1, "bare-grams");
  if (lastMeasure && isCounted(lastMeasure)) return portioned(lastMeasure, quantity, "last-portion");
  // "2 butter" does not mean two sticks.
  if (single && householdPortion(food.name) === null)
    return portioned(single.measure, quantity, "usual-size");
  if (held) return weighed(quantity, held, "usual-size");
  // "2 coffees" are two cups, but "5 dried apricots" are not.
  if (plural && first && isBulk(first) && food.group !== "beverages") return problem("no-such-measure");
  if (lastMeasure) return portioned({ ...lastMeasure, quantity: 1 }, quantity, "last-portion");
  if (last) return weighed(quantity, last.grams, "last-portion");
  const usual = usualAmount(food, measures, typed, true);
  return times(usual, quantity, usual.assumed === "hundred-grams" ? "hundred-grams" : "usual-portion");
}
