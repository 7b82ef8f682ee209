export { DayPage, DaySkeleton } from "./day-page";
