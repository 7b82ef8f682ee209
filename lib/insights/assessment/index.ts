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
export {
  adequacy,
  bothStandards,
  countedDays,
  DEFAULT_DAYS,
  type Judged,
  judge,
  loggedDays,
  type ReadDays,
  readDays,
  referencesOf,
  spanOf,
} from "./adequacy";
export { ignoreUnhandledRejection } from "./ignore-unhandled-rejection";
export {
  type DayTotals,
  dayTotals,
  densityOf,
  mineralDays,
  possibleExtra,
  together,
  totalsTogether,
} from "./mineral-day";
export { type Plan, planFor } from "./suggestions";
export { dosesOfDay, nextDoses, supplements } from "./supplements";
export { byWeek, isLowerBound, weekMeans, weekSeriesOf } from "./week-series";
