/** The nutrition core: pure functions and types. No package, no clock, no files, no randomness. */
export * from "./adequacy";
export * from "./adequacy-words";
export {
  ALERT_RULES,
  type Alert,
  type AlertDetail,
  type AlertInput,
  type AlertRule,
  FOODS_BY,
} from "./alerts/alert";
export { alertsFor } from "./alerts/alerts";
export * from "./balances";
export * from "./bioavailability/calcium";
export * from "./bioavailability/iron";
export * from "./bioavailability/phytate";
export * from "./bioavailability/zinc";
export * from "./ceilings";
export * from "./claims";
export * from "./compare-periods";
export * from "./composition";
export * from "./confidence-levels";
export * from "./dates";
export * from "./day-intake";
export * from "./day-totals";
export { normalCdf, normalDensity, normalQuantile } from "./distributions";
export * from "./ear-comparison";
export { energyUsedKcal, leastEnergyShare } from "./energy-plausibility";
export * from "./food-kind";
export * from "./intake";
export * from "./iron-requirement";
export * from "./label";
export * from "./life-periods";
export * from "./life-stage";
export * from "./method-tables";
export * from "./nutrients";
export * from "./pairings";
export * from "./person";
export * from "./preparation";
export { PREPARATION_LABELS } from "./preparation-labels";
export * from "./recipes";
export * from "./reference-intakes";
export * from "./reference-types";
export * from "./refined-food";
export * from "./safety/alarms";
export * from "./safety/gates";
export * from "./safety/permissions";
export * from "./safety/rows";
export * from "./safety/selenium-variation";
export * from "./safety/supplements";
export {
  type Helpline,
  IRON_NOTICE,
  RED_FLAGS,
  SAFETY_NOTICE,
  type SafetyText,
  UPPER_LIMIT_MEANING,
  UPPER_LIMIT_NOTICE,
} from "./safety/table";
export * from "./second-line";
export * from "./standards";
export * from "./suggestions/best-sources";
export {
  type Candidate,
  CONTENTS,
  type Content,
  OXALATE_CLASSES,
  type OxalateClass,
  type PreparedCandidates,
  prepareCandidates,
} from "./suggestions/candidates";
export { avoidedKindWords } from "./suggestions/food-kinds";
export { DIETS, EXCLUSIONS, type Exclusion } from "./suggestions/permitted";
export { EATEN_WINDOW_DAYS, type SuggestionRequest } from "./suggestions/request";
export {
  type FoodLimits,
  type FoodPerson,
  foodLimitsOf,
  passSetCaps,
  type RuledOut,
  ruledOut,
  secondLineLimits,
} from "./suggestions/ruled-out";
export * from "./suggestions/source-orders";
export * from "./suggestions/suggest";
export * from "./supplement-forms";
export { readNumber } from "./typed-number";
export * from "./upper-limit";
export * from "./usual-intake";
export { largestSurveyCv } from "./within-person";
export { WORD_ASSUMPTIONS } from "./word-range";
