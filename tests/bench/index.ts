import { benchDiary } from "./diary";
import { benchSuggestions } from "./suggestions";

console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
await benchDiary();
await benchSuggestions();
