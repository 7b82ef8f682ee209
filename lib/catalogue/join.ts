import type { NutrientId } from "@/lib/nutrition";
import type { Catalogue } from "./decode";

/**
 * One catalogue of several tables, in their order: each food keeps its id, its index moves by the sizes of the tables
 * before. Where two tables have a food of one id, the id finds that of the first.
 * @throws RangeError without a table.
 */
export function joinCatalogues(catalogues: readonly Catalogue[]): Catalogue {
  const parts = catalogues.flatMap((catalogue) => catalogue.parts);
  const [first] = parts;
  if (first === undefined) throw new RangeError("No food table");
  if (parts.length === 1) return first;
  const starts: number[] = [];
  let size = 0;
  for (const part of parts) {
    starts.push(size);
    size += part.size;
  }
  /** Calls with the part that an index is in, and the index there. */
  const within = <T>(index: number, call: (part: Catalogue, at: number) => T): T => {
    if (!(Number.isInteger(index) && index >= 0 && index < size))
      throw new RangeError(`No food at index ${index}`);
    let place = parts.length - 1;
    while ((starts[place] as number) > index) place--;
    return call(parts[place] as Catalogue, index - (starts[place] as number));
  };
  const indexOf = (id: string): number => {
    for (const [place, part] of parts.entries()) {
      const index = part.indexOf(id);
      if (index >= 0) return (starts[place] as number) + index;
    }
    return -1;
  };
  const columns = new Map<NutrientId, Float64Array>();
  const at = (index: number) => within(index, (part, place) => part.at(place));
  return {
    version: parts.map(({ version }) => version).join("."),
    size,
    names: parts.flatMap(({ names }) => names),
    ids: parts.flatMap(({ ids }) => ids),
    at,
    food: (id) => {
      const index = indexOf(id);
      return index < 0 ? undefined : at(index);
    },
    indexOf,
    column: (nutrient) => {
      const known = columns.get(nutrient);
      if (known !== undefined) return known;
      const column = new Float64Array(size);
      for (const [place, part] of parts.entries()) column.set(part.column(nutrient), starts[place]);
      columns.set(nutrient, column);
      return column;
    },
    groupAt: (index) => within(index, (part, place) => part.groupAt(place)),
    traitsAt: (index) => within(index, (part, place) => part.traitsAt(place)),
    phytateAt: (index) => within(index, (part, place) => part.phytateAt(place)),
    markAt: (index, nutrient) => within(index, (part, place) => part.markAt(place, nutrient)),
    otherNamesAt: (index) => within(index, (part, place) => part.otherNamesAt(place)),
    ndbAt: (index) => within(index, (part, place) => part.ndbAt(place)),
    codeAt: (index) => within(index, (part, place) => part.codeAt(place)),
    tableAt: (index) => within(index, (part, place) => part.tableAt(place)),
    tables: parts.flatMap(({ tables }) => tables),
    parts,
  };
}

/**
 * Something worked out from a catalogue, once for each: kept for as long as the catalogue is, so that an installed or
 * removed table, which makes another catalogue, is noticed by whoever asks.
 */
export const oncePerCatalogue = <T>(workOut: (catalogue: Catalogue) => T): ((catalogue: Catalogue) => T) => {
  const kept = new WeakMap<Catalogue, { readonly value: T }>();
  return (catalogue) => {
    const known = kept.get(catalogue) ?? { value: workOut(catalogue) };
    kept.set(catalogue, known);
    return known.value;
  };
};
