export { OfflineHost } from "./host/offline-host-later";
export { OFFLINE_PATH } from "./messages";
export { newId } from "./new-id";
export {
  discard,
  forgetLost,
  leaveAccount,
  preloadQueue,
  resolve,
  retry,
  sendNow,
  startQueue,
  submit,
  submitLater,
  withdraw,
} from "./queue";
export { getQueue, useQueue } from "./queue-state";
export type {
  FieldConflict,
  Fields,
  Kept,
  QueueItem,
  QueueState,
  Write,
} from "./types";
