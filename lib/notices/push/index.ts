import "server-only";

// Reminders by web push.
export { endReminders, putReminders, reminders, renewReminders, sendTestReminder } from "./devices";
export { queueAlertPushes, remindAll } from "./reminders";
export { kindOfStopToken, stopReminders } from "./stop-link";
