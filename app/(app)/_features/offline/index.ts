export { serverOrCopy } from "./copy/server-or-copy";
export { OfflineHost } from "./host/offline-host";
export { leaveDevice } from "./leave-device";
export { mergeFields, sameValue } from "./merge-fields";
export { isShownAlone, OFFLINE_PATH } from "./messages";
export { newId } from "./new-id";
export {
  preloadQueue,
  startQueue,
  submit,
  submitLater,
  withdraw,
} from "./queue";
export { discard, forgetLost, leaveAccount, resolve, retry, sendNow } from "./queue-control";
export { getQueue, tellInForm, useQueue } from "./queue-state";
export { asInput } from "./reconcile";
export { takeShared } from "./take-shared";
export type {
  FieldConflict,
  Fields,
  Kept,
  QueueItem,
  QueueState,
  Write,
} from "./types";
