export { day, daysBetween, suggestions, todayPage } from "./day";
export { planNotes } from "./plan-notes";
