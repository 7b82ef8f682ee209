import "server-only";

export {
  alertsPage,
  changeAlert,
  getAlertSettings,
  getSeverity,
  type ReadAlerts,
  readAlerts,
  saveAlertSettings,
} from "./alerts";
export { adequacy, dosesOfDay, nameableFoods, nextDoses, referencesOf, supplements } from "./assessment";
export { localCopy } from "./copy";
export { day, daysBetween, suggestions, todayPage } from "./day";
export {
  bestSources,
  bestSourcesBoth,
  explainedMean,
  explainedTotal,
  type MineralPage,
  mineralPage,
} from "./minerals";
export { type ReviewedDays, readReviewDays } from "./review";
export { compareTrends, type TrendsPage, trends, trendsPage } from "./trends";
