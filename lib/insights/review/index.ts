export { type ReviewedDays, reviewDaysOf } from "./review";
