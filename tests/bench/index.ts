import { benchDiary } from "./diary";
import { benchNutrition } from "./nutrition";
import { benchQuickAdd } from "./quick-add";
import { benchSearch } from "./search";
import { benchSuggestions } from "./suggestions";

console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
await benchSearch();
await benchDiary();
await benchNutrition();
await benchSuggestions();
await benchQuickAdd();
