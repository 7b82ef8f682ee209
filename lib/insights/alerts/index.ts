export { getAlertSettings, saveAlertSettings } from "./alert-settings";
export { severityOf } from "./alert-state";
export { changeAlert, type ReadAlerts, readAlerts } from "./alerts";
export { alertsPage } from "./alerts-page";
