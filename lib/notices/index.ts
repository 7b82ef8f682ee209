import "server-only";

export { dailyPass } from "./daily";
export { alertSummary, alerts, readAlert, readNotices, resolvedLately } from "./notices";
export { sendTestMail } from "./outbox";
export {
  endReminders,
  kindOfStopToken,
  putReminders,
  reminders,
  renewReminders,
  sendTestReminder,
  stopReminders,
} from "./push";
export { weeklyReview } from "./review";
export { alertSettings, changeAlertSettings } from "./settings";
export { ownerOfStopToken, stopMail } from "./unsubscribe";
