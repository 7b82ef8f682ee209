import { benchDiary } from "./diary";
import { benchNutrition } from "./nutrition";
import { benchQuickAdd } from "./quick-add";
import { benchSearch } from "./search";
import { benchSources } from "./sources";
import { benchSuggestions } from "./suggestions";

console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
const slow = await benchSearch();
await benchDiary();
await benchNutrition();
await benchSuggestions();
await benchSources();
await benchQuickAdd();
if (slow.length > 0) {
  console.error(`\nToo slow: ${slow.join("; ")}`);
  process.exitCode = 1;
}
