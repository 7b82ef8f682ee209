export { ScanButton } from "./barcode/scan-button";
export { LogHost, OpenLog, useLog } from "./log-host";
