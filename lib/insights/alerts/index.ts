export { getSeverity } from "./alert-state";
export { changeAlert, getAlertSettings, type ReadAlerts, readAlerts, saveAlertSettings } from "./alerts";
export { alertsPage } from "./alerts-page";
