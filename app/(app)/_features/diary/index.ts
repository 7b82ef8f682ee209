export { AfterAdding } from "./after-adding";
export { foodsWords, type NewEntry, type Place, placeWords } from "./batch-change";
export { applyChange } from "./day-change";
export {
  DiaryProvider,
  inputOf,
  useDiaryActions,
  useDiaryState,
  useShownDay,
  useToday,
} from "./diary-provider";
export { amountsIn, draftEntry, portionOf, preparationsOf } from "./entry-draft";
export { type EntryExtras, NO_EXTRAS } from "./entry-of";
export { FailedChanges } from "./failed-changes";
export { type Favourite, FavouritesProvider, StarButton, useFavourites } from "./favourites";
export { LogFoodCard } from "./log-food-card";
export { DayField, MealSwitch, type When, WhenButton } from "./meal-and-day";
export { dayWords, mealAfter, mealAt, mealNow } from "./meal-words";
export { newId } from "./new-id";
export { NoteAndTime } from "./note-and-time";
export { draftReady, readyChoice, readySuggestion, useQuickAdd } from "./quick-add";
