export { newId } from "../offline";
export { AfterAdding } from "./after-adding";
export { foodsWords, type NewEntry, type Place, placeWords } from "./batch-change";
export { applyChange, entriesIn } from "./day-change";
export { useDiaryActions } from "./diary-actions";
export {
  DiaryProvider,
  useDiaryCore,
  useDiaryState,
  useShownDay,
  useToday,
} from "./diary-provider";
export { draftText } from "./draft-text";
export {
  amountsIn,
  draftEntry,
  type EntryExtras,
  getOfferedPreparations,
  NO_EXTRAS,
  toEntryPortion,
} from "./entry";
export { loggedAmount, toEntryInput } from "./entry-input";
export type { Favourite } from "./favourite-change";
export { FavouritesProvider, useFavourites } from "./favourites";
export { LogFoodCard } from "./log-food-card";
export { DayField, MealSwitch, type When, WhenButton } from "./meal-and-day";
export { dayWords, mealAfter, mealAt, mealNow } from "./meal-words";
export { NoteAndTime } from "./note-and-time";
export { useQuickAdd } from "./quick-add";
export { draftReady, type ReadyFood, readyChoice, readySuggestion } from "./ready-food";
export { ReplaceDialog } from "./replace";
export { StarButton } from "./star-button";
export { WaitingChanges } from "./waiting-notice";
