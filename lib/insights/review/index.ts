export { type ReviewedDays, readReviewDays } from "./review";
