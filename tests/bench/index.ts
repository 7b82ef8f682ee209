import { benchDiary } from "./diary";
import { benchQuickAdd } from "./quick-add";
import { benchSuggestions } from "./suggestions";

console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
await benchDiary();
await benchSuggestions();
await benchQuickAdd();
