// What the browser needs of assessments to compute a day without the server: pure, nothing here leads to zod.
export { loggedDays } from "./logged-days";
