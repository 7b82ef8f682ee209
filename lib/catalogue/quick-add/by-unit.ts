import { ASSUMED_PORTION } from "../decode";
import { isDish } from "../layout";
import { bestOf, countedMeasure, has, ofSize } from "./choose-measure";
import {
  type ChosenAmount,
  portioned,
  problem,
  type Units,
  type WeighableFood,
  weighed,
} from "./chosen-amount";
import { type Container, containerOf } from "./containers";
import { densityClass, ownDensity } from "./density";
import type { MealUnit } from "./food-measures";
import type { Measure } from "./portion-labels";

/** A volume by the density of the food's own measures, else by that of foods of its class. */
function byVolume(
  food: WeighableFood,
  measures: readonly Measure[],
  quantity: number,
  millilitres: number,
  typed: ReadonlySet<string>,
  roughly: boolean,
): ChosenAmount {
  const own = ownDensity(measures, quantity * millilitres, typed);
  if (own) {
    const assumed = roughly ? "rough-measure" : own.several ? "one-of-several" : null;
    return weighed(quantity, own.gramsPerMl * millilitres, assumed);
  }
  const like = densityClass(food.name, food.group);
  if (like === null) return problem("no-volume-for-this-food");
  const volume = quantity * millilitres;
  const chosen = weighed(quantity, like.typical * millilitres, "density");
  if (chosen.choice === null) return chosen;
  return { ...chosen, density: { low: like.low * volume, high: like.high * volume, what: like.what } };
}

/** Whether a measure of the food is one of the unit, of a size that such a container has. */
function isMeasureOf(unit: MealUnit, measure: Measure, container: Container | null): boolean {
  if (container === null) return has(unit, measure);
  const each = measure.portion.grams / measure.quantity;
  return (
    (has(unit, measure) || container.measures?.includes(measure.noun) === true) &&
    each >= container.low &&
    each <= container.high
  );
}

/**
 * The amount of a food for a number of a unit: by its own measure, by what such a container holds, by volume and
 * density, or by mass.
 * @param typed the words typed beside the amount, folded
 */
export function byUnit(
  food: WeighableFood,
  measures: readonly Measure[],
  quantity: number,
  unit: MealUnit,
  size: string | null,
  typed: ReadonlySet<string>,
  units: Units | null = null,
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
  // A typical dish has a bowl of its own, however large.
  const ownOne = isDish(food.id ?? "") && measures.some((measure) => has(unit, measure));
  const container = ownOne ? null : containerOf(unit.id, food.name, food.group);
  const held = container && (units === "us" ? container.millilitresUs : undefined);
  // A can of 12 fl oz among the food's measures is none for a person who buys cans of 330 ml.
  const foreign = units === "metric" && container?.millilitresUs !== undefined;
  const named = foreign ? [] : measures.filter((measure) => isMeasureOf(unit, measure, container));
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
  if (container?.grams !== undefined) return weighed(quantity, container.grams, "rough-measure");
  const millilitres = held ?? container?.millilitres ?? unit.millilitres;
  if (millilitres !== undefined)
    return byVolume(
      food,
      measures,
      quantity,
      millilitres,
      typed,
      container !== null || unit.roughly === true,
    );
  if (unit.id === "piece") {
    const single = countedMeasure(measures, typed);
    return single ? portioned(single.measure, quantity, "usual-size") : problem("no-such-measure");
  }
  if (unit.id === "serving" && measures[0])
    return portioned({ ...measures[0], quantity: 1 }, quantity, "usual-portion");
  return problem("no-such-measure");
}
