export { day, daysBetween, suggestions, todayPage } from "./day";
