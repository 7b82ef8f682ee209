import "server-only";
import { type Catalogue, type FoodGroup, foodFamily, oncePerCatalogue } from "../../catalogue";
import { loadCatalogue } from "../../catalogue/load";

/** Cuts of an animal share a family and are not one food. */
const CUTS: ReadonlySet<FoodGroup> = new Set(["beef", "pork", "poultry", "lambVealGame"]);

const familyAt = (table: Catalogue, at: number): string => {
  const group = table.groupAt(at);
  return CUTS.has(group) ? `${table.ids[at]}` : `${group}:${foodFamily(table.names[at] as string, group)}`;
};

/** The forms of each food of the tables, by family; worked out when somebody excludes a food. */
const formsOf = oncePerCatalogue((table): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const [at, id] of table.ids.entries()) {
    const family = familyAt(table, at);
    const ids = found.get(family);
    if (ids) ids.push(id);
    else found.set(family, [id]);
  }
  return found;
});

/** Excluded foods with their other forms: who leaves out raw kale is not pointed to boiled kale. */
export const withForms = (excluded: readonly string[]): ReadonlySet<string> => {
  const table = loadCatalogue();
  return new Set(
    excluded.flatMap((id) => {
      const at = table.indexOf(id);
      return at < 0 ? [id] : [id, ...(formsOf(table).get(familyAt(table, at)) ?? [])];
    }),
  );
};
