import "server-only";
import { type Catalogue, type FoodGroup, foodFamily } from "../../catalogue";
import { loadCatalogue } from "../../catalogue/load";

const kept = globalThis as typeof globalThis & { assayForms?: ReadonlyMap<string, readonly string[]> };

/** Cuts of an animal share a family and are not one food. */
const CUTS: ReadonlySet<FoodGroup> = new Set(["beef", "pork", "poultry", "lambVealGame"]);

const familyAt = (table: Catalogue, at: number): string => {
  const group = table.groupAt(at);
  return CUTS.has(group) ? `${table.ids[at]}` : `${group}:${foodFamily(table.names[at] as string, group)}`;
};

/** The forms of each food of the table, by family; worked out once, when somebody excludes a food. */
const forms = (): ReadonlyMap<string, readonly string[]> => {
  if (kept.assayForms) return kept.assayForms;
  const table = loadCatalogue();
  const found = new Map<string, string[]>();
  for (const [at, id] of table.ids.entries()) {
    const family = familyAt(table, at);
    const ids = found.get(family);
    if (ids) ids.push(id);
    else found.set(family, [id]);
  }
  kept.assayForms = found;
  return found;
};

/** Excluded foods with their other forms: who leaves out raw kale is not pointed to boiled kale. */
export const withForms = (excluded: readonly string[]): ReadonlySet<string> => {
  const table = loadCatalogue();
  return new Set(
    excluded.flatMap((id) => {
      const at = table.indexOf(id);
      return at < 0 ? [id] : [id, ...(forms().get(familyAt(table, at)) ?? [])];
    }),
  );
};
