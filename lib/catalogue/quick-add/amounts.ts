import { MAX_FOOD_GRAMS, MAX_PORTIONS, type Portion } from "@/lib/nutrition";
import { ASSUMED_PORTION } from "../decode";
import type { FoodGroup } from "../groups";
import { wordsOf } from "../search/words";
import { type MealUnit, unitOf } from "./food-measures";
import { householdPortion, spoonsOf } from "./household-portions";
import { countsThing, eachOf, isBulk, isCounted, type Measure, measuresOf, nounStem } from "./portion-labels";

/** What was typed about the amount of one food. */
export type TypedAmount = {
  /** A number above 0; null when none was typed. */
  readonly quantity: number | null;
  /** Id of a unit of data/reference/food-measures.json, or a word used as one; null when none was typed. */
  readonly unit: string | null;
  /** "small" … "jumbo" beside another unit: "2 large slices". */
  readonly size: string | null;
  /** The food's words: "sliced bananas" choose the cup of sliced ones. */
  readonly words: string;
  /** A second amount: "1 can (400 g)", "200 g (1 cup)". Its unit is a mass or a volume. */
  readonly weight: { readonly quantity: number; readonly unit: string } | null;
  /** "500 mg", "400 IU": an amount of a nutrient, never of a food. */
  readonly ofNutrient?: boolean;
};

/** What a food must tell so that an amount of it can be weighed. */
export type WeighableFood = {
  readonly name: string;
  readonly portions: readonly Portion[];
  /** Null for an own food. */
  readonly group: FoodGroup | null;
  /** A realistic amount by the list of plain foods; left out or null where it has none. */
  readonly suggestedPortion?: { readonly label: string; readonly grams: number } | null;
};

/** How much of a food was logged last time. */
export type LastAmount = {
  /** Null where it was weighed. */
  readonly portion: { readonly id: string; readonly count: number } | null;
  /** Above 0, of all of it. */
  readonly grams: number;
};

/**
 * A number of one of the food's portions, or a weight. `each` is the weight of one portion, or of one unit as
 * typed; grams = count × each, or quantity × each, exactly. 0 < grams ≤ 10,000 and count ≤ 1,000, as the diary wants.
 */
export type AmountChoice =
  | { readonly portionId: string; readonly count: number; readonly grams: number; readonly each: number }
  | { readonly grams: number; readonly each: number };

/** Why a choice is a guess that should be looked at. */
export type Assumed =
  /** No amount was typed: what is usually taken of it, or its first measure. */
  | "no-amount"
  /** No amount was typed: that of last time. */
  | "last-time"
  /** A number without a unit: that many of what was logged last time. */
  | "last-portion"
  /** No amount was typed, or a number only, and the food has no measures: 100 g each. */
  | "hundred-grams"
  /** A number without a unit, of a food that is not counted: that many of what "no-amount" takes. */
  | "usual-portion"
  /** The number is the food's, its size is not told: the usual one. */
  | "usual-size"
  /** A number of 25 or more without a unit, not of things in the plural: grams. */
  | "bare-grams"
  /** "2-3": the mean. */
  | "range"
  /** "about", "a few", "heaped": the number itself is rough. */
  | "rough-number"
  /** Handful, pinch, glass, bowl …: a habit, not a measure. */
  | "rough-measure"
  /** The food has several such measures (a cup sliced, a cup mashed) and none was named. */
  | "one-of-several"
  /** "2 cans (400 g)": 400 g each. */
  | "each";

/** Why there is no choice. */
export type Problem =
  /** A volume, and none of the food's own measures tells its density. */
  | "no-volume-for-this-food"
  /** A slice, a can, a large one, a number of things …, and the food has no such measure. */
  | "no-such-measure"
  /** Not above 0, more than 10 kg or more than 1,000 portions. */
  | "out-of-range"
  /** "500 mg": an amount of a nutrient. */
  | "not-a-food-amount"
  /** A food whose portions are not at hand. */
  | "portions-unknown";

export type ChosenAmount =
  | { readonly choice: AmountChoice; readonly assumed: Assumed | null; readonly problem: null }
  | { readonly choice: null; readonly assumed: null; readonly problem: Problem };

/** A bare number from here on is meant as grams, unless of things in the plural. */
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

const SIZES = new Set(["small", "medium", "large", "extra large", "jumbo"]);

/** How well a measure fits the words typed beside the unit; higher is better. */
function fitness(measure: Measure, typed: ReadonlySet<string>, size: string | null): number {
  const label = measure.portion.label.toLowerCase();
  let points = measure.brackets ? -0.25 : 0;
  if (label.includes("(by the label)")) points -= 2;
  for (const detail of measure.details) points += typed.has(detail) ? 2 : SIZES.has(detail) ? -0.5 : -0.4;
  if (measure.details.length > 0 && !measure.details.some((detail) => typed.has(detail))) points -= 0.6;
  if (size !== null) points += measure.words.includes(size.split(" ")[0] as string) ? 3 : 0;
  return points;
}

function bestOf(
  measures: readonly Measure[],
  typed: ReadonlySet<string>,
  size: string | null,
): { measure: Measure; several: boolean; sizeOnly: boolean } | null {
  let best: Measure | undefined;
  let points = Number.NEGATIVE_INFINITY;
  for (const measure of measures) {
    const mine = fitness(measure, typed, size);
    if (mine > points) [best, points] = [measure, mine];
  }
  if (best === undefined) return null;
  const { details, portion, quantity } = best;
  const named = details.length === 0 || details.some((detail) => typed.has(detail));
  const each = portion.grams / quantity;
  const several = measures.some(
    (other) => Math.abs(other.portion.grams / other.quantity - each) > 0.02 * each,
  );
  const sizeOnly = details.length > 0 && details.every((detail) => SIZES.has(detail));
  return { measure: best, several: several && !named, sizeOnly };
}

const has = (unit: MealUnit, measure: Measure): boolean => (unit.labels ?? []).includes(measure.noun);

/** The food's own measure of a size: "1 large", "1 potato, large". */
const ofSize = (measures: readonly Measure[], size: string): Measure[] => {
  const alone = measures.filter(({ noun }) => noun === size);
  return alone.length > 0
    ? alone
    : measures.filter(
        (measure) =>
          isCounted(measure) &&
          !SIZES.has(measure.noun) &&
          measure.words.includes(size.split(" ")[0] as string),
      );
};

/** One that is counted: by the food's own noun ("2 dates"), else the usual size, else a single thing. */
function countedMeasure(
  measures: readonly Measure[],
  typed: ReadonlySet<string>,
): { measure: Measure; sure: boolean } | null {
  const counted = measures.filter(isCounted);
  const named = counted.filter((measure) => countsThing(measure, typed));
  const noun = bestOf(named, typed, null)?.measure;
  if (noun) return { measure: noun, sure: named.length === 1 };
  const usual = counted.find(({ words }) => words.includes("medium")) ?? counted[0];
  return usual ? { measure: usual, sure: false } : null;
}

/** The suggested portion as a number of the food's own measure: "2 cups" are two of "1 cup". */
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
 * What is taken of a food where nobody says how much: by the curated table, else as the list of plain foods
 * suggests, else by the spoon where its group is, else its first measure once, else 100 g.
 * @param one a single thing was named: one egg where two are suggested.
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

/** So many times another amount; `each` is the weight of one portion of it, or of it all. */
function times({ choice, ...rest }: ChosenAmount, quantity: number, assumed: Assumed): ChosenAmount {
  if (choice === null) return { choice, ...rest } as ChosenAmount;
  if (!("portionId" in choice)) return weighed(quantity, choice.grams, assumed);
  const { portionId, count, each } = choice;
  const portion = { id: portionId, label: "", grams: each };
  return portioned({ portion, quantity: 1 } as Measure, quantity * count, assumed);
}

/** Weight of a millilitre by the food's own measure nearest to a volume; null when it has none. */
function density(
  measures: readonly Measure[],
  millilitres: number,
  typed: ReadonlySet<string>,
): { gramsPerMl: number; several: boolean } | null {
  const known = measures.filter((measure) => measure.millilitres !== null);
  if (known.length === 0) return null;
  const distance = (measure: Measure): number =>
    Math.abs(Math.log((measure.millilitres as number) / measure.quantity / millilitres));
  // Words first, then the nearest size: a pinch goes by the teaspoon, a litre by the cup.
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

/**
 * How much of a food was meant. The food's own measures first; grams, ounces and pounds for any food; a volume only
 * by the density that the food's own measures of volume tell. Pure, never throws.
 * @param last what was logged of it last time, which comes first where no amount or no unit was typed.
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
  // Two of butter are no two sticks.
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
