import "server-only";

export { changeEntries, deleteEntry, moveEntry, purgeDeleted, putEntry, restoreEntry } from "./batch";
export { deleteDose, doseId, plannedDose, takeDose } from "./doses";
export {
  daysByFood,
  dosesTaken,
  entriesBetween,
  entriesOfDay,
  foodsByDay,
  foodsByMeal,
  getEntry,
  listEntries,
  recentFoods,
  sumsByDay,
  sumsByFood,
  sumsByMeal,
} from "./entries";
export { dayMarks, markDay, versionedMarks } from "./marks";
export { deletePlan, plansBetween, plansOfDay, putPlan } from "./plans";
export { frequents, repeatable } from "./repeat";
export { namesWithoutValues, replacement } from "./replace";
export { openSampleAccount } from "./sample";
export type { DaySums, FoodDay, FoodSums, MealFood, MealSums } from "./store";
