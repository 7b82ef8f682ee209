export { readRepeat, withShortNames } from "./short-names";
export { alertBadge, openAlerts, viewerGates } from "./viewer";
