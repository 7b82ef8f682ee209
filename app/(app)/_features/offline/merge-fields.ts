import type { FieldConflict, Fields } from "./types";

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether two values are the same to the API: a field that is left out says what null says. */
export const sameValue = (one: unknown, other: unknown): boolean => {
  if ((one ?? null) === (other ?? null)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => sameValue(value, other[index]));
  if (!isObject(one) || !isObject(other)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    sameValue(one[key], other[key]),
  );
};

/**
 * Merges two changes of the same fields. What was changed on one side only is taken from there; what both made the same
 * is no conflict.
 * @param base the fields before either change.
 * @param mine the fields as they are to be written.
 * @param theirs the fields as they are now; those that are not written are ignored.
 * @returns what to write, with mine where both changed a field, and these fields.
 */
export const mergeFields = (
  base: Fields,
  mine: Fields,
  theirs: Fields,
): { merged: Fields; conflicts: readonly FieldConflict[] } => {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(base)])];
  const conflicts: FieldConflict[] = [];
  const merged: Record<string, unknown> = {};
  for (const field of names) {
    const isMine = !sameValue(base[field], mine[field]);
    const isTheirs = !sameValue(base[field], theirs[field]);
    if (isMine && isTheirs && !sameValue(mine[field], theirs[field]))
      conflicts.push({ field, mine: mine[field] ?? null, theirs: theirs[field] ?? null });
    const value = isMine ? mine[field] : theirs[field];
    if (value !== undefined) merged[field] = value;
  }
  return { merged, conflicts };
};

/** The fields in which a resource is not what it was. */
export const changedFields = (before: Fields, now: Fields): readonly FieldConflict[] =>
  Object.keys(before)
    .filter((field) => !sameValue(before[field], now[field]))
    .map((field) => ({ field, mine: before[field] ?? null, theirs: now[field] ?? null }));
