import { benchDiary } from "./diary";

console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
await benchDiary();
