export { alertBadge, openAlerts } from "./open-alerts";
export { type QuickFood, quickFoods } from "./quick-foods";
export { readLine } from "./read-line";
export { readRepeat } from "./read-repeat";
export { withShortNames } from "./short-names";
export { viewerGates } from "./viewer-gates";
