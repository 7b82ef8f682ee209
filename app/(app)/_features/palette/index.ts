export { ScanButton } from "./barcode/scan-button";
export { LogHost, useLog } from "./log-host";
export { useLine } from "./meal/use-meal-proposal";
export { OpenLog } from "./open-log";
