export { DayPage } from "./day-page";
export { DaySkeleton } from "./day-skeleton";
