import { benchAccounts } from "./accounts";
import { benchCalibration } from "./calibration";
import { benchDiary } from "./diary";
import { benchFoodTable } from "./food-table";
import { benchFortyFoods } from "./forty-foods";
import { benchNutrition } from "./nutrition";
import { benchOpenPages } from "./open-pages";
import { benchPhone } from "./phone";
import { benchQuickAdd } from "./quick-add";
import { benchSearch } from "./search";
import { benchSources } from "./sources";
import { benchSuggestions } from "./suggestions";
import { benchTables } from "./tables";

/* `npm run bench` measures everything, `npm run bench -- search accounts` these parts alone. */

const PARTS: { readonly [name: string]: () => unknown } = {
  search: benchSearch,
  tables: benchTables,
  "forty-foods": benchFortyFoods,
  diary: benchDiary,
  "food-table": benchFoodTable,
  nutrition: benchNutrition,
  calibration: benchCalibration,
  suggestions: benchSuggestions,
  sources: benchSources,
  "quick-add": benchQuickAdd,
  accounts: benchAccounts,
  phone: benchPhone,
  "open-pages": benchOpenPages,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}.`);
  process.exit(2);
}
console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
const slow: string[] = [];
for (const [name, bench] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const found = await bench();
  if (Array.isArray(found)) slow.push(...found);
}
if (slow.length > 0) {
  console.error(`\nToo slow: ${slow.join("; ")}`);
  process.exitCode = 1;
}
