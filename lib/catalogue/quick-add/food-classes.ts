import type { FoodGroup } from "../groups";

/** What a reference table says of the foods that a row is about. */
export type ClassRow = {
  /** Food groups; all where left out. */
  readonly groups?: readonly string[];
  /** Regular expression that the name, in lower case, has to match. */
  readonly name?: string;
  /** Regular expression that it must not match. */
  readonly not?: string;
};

/**
 * Finds the first row of a reference table that a food fits. Remembered by name, because it is asked at every key.
 * @returns a function that answers null for a food of no row, and for an own food, whose group is null.
 */
export function classFinder<Row extends ClassRow>(
  rows: readonly Row[],
): (name: string, group: FoodGroup | null) => Row | null {
  const compiled = rows.map((row) => ({
    row,
    groups: row.groups && new Set(row.groups),
    name: row.name === undefined ? null : new RegExp(row.name),
    not: row.not === undefined ? null : new RegExp(row.not),
  }));
  const known = new Map<string, Row | null>();
  return (name, group) => {
    if (group === null) return null;
    const key = `${group}\n${name}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const lower = name.toLowerCase();
    const found =
      compiled.find(
        (each) =>
          (each.groups === undefined || each.groups.has(group)) &&
          (each.name === null || each.name.test(lower)) &&
          (each.not === null || !each.not.test(lower)),
      )?.row ?? null;
    known.set(key, found);
    return found;
  };
}
