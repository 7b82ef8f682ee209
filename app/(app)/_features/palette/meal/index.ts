export { doubtWords, type KnownFoods, type ProposedItem, proposeMeal } from "./proposal";
