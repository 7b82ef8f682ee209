import type { Catalogue } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";

/** The table of USDA SR28 alone, without typical dishes and installed tables. */
export const builtInTable = (): Catalogue => {
  const [table] = loadCatalogue().parts;
  if (table === undefined) throw new Error("No built-in table");
  return table;
};
