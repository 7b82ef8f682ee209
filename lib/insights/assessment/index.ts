export {
  absorptionOf,
  byMeal,
  calciumQualityOfFoods,
  fleshOf,
  isTeaOrCoffee,
  phytateOf,
  SOURCE_NUTRIENTS,
  type SourceSums,
} from "./absorption";
export { adequacy, allStandards, type Judged, judge, referencesOf } from "./adequacy";
export { foodPersonOf, isKnownRuledOut, knownReason, mayBeNamed, nameableFoods } from "./food-person";
export { loggedDays } from "./logged-days";
export { mineralDays } from "./mineral-day";
export { isLeftOpen, withOpenFoods } from "./open-foods";
export {
  countedDays,
  DEFAULT_DAYS,
  leftOutDates,
  leftOutDays,
  type ReadDays,
  readDays,
  spanOf,
  usualDay,
} from "./read-days";
export { secondLineDays, secondLineFigures, secondLineMeans, secondLineTargets } from "./second-line";
export { type Plan, planFor } from "./suggestions";
export { dosesOfDay, nextDoses, nextDosesOf, supplements } from "./supplements";
export { byWeek, isLowerBound, weekMeans, weekSeriesOf } from "./week-series";
