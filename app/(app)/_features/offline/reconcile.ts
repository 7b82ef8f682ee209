import { NOT_THERE } from "@/lib/versions";
import { changedFields, mergeFields, sameValue } from "./merge-fields";
import { resourceInput } from "./resource-input";
import { type BatchChange, batchChanges, resourceOf, restsOn } from "./resources";
import type { FieldConflict, Fields, QueueItem } from "./types";

/** What a 412 comes to. */
export type Reconciled =
  /** The write as it is to be sent again, with what was changed elsewhere in it. */
  | { readonly kind: "again"; readonly item: QueueItem }
  /** Nothing is left to be done. */
  | { readonly kind: "done" }
  /** The person chooses. */
  | { readonly kind: "conflict"; readonly current: unknown; readonly conflicts: readonly FieldConflict[] };

/** What the server tells with a 412. */
export type Changed = {
  /** The resource as it is now; null where it was deleted. */
  readonly current?: unknown;
  /** Of a batch: its entries that have changed. */
  readonly misfits?: readonly { readonly id: string; readonly current: unknown }[];
};

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};

type Portion = { readonly id: string; readonly count: number };

/** A resource as a GET gives it, in the shape in which a PUT takes it. */
export const asInput = (resource: string, view: unknown): Fields => {
  const fields = fieldsOf(view);
  if (!/^\/(diary|plans)\/[^/]+$/.test(resource)) return resourceInput(resource, fields);
  const { food, name, grams, portion, ...rest } = fields;
  const { id, count } = (portion ?? {}) as Partial<Portion>;
  const amount = id === undefined ? (grams === null ? null : { grams }) : { portion: id, count };
  // An entry without values is written by its name (lib/diary, textFoodId).
  return typeof food === "string" && food.startsWith("text:")
    ? { ...rest, text: name, amount }
    : { ...rest, food, amount };
};

/** What belongs together: another food has other portions and preparations. */
const WHAT = ["food", "text", "amount", "preparation"];

/** Puts the fields of an entry that say what was eaten into one where its food was changed, so that they merge as one. */
const asOne = (fields: Fields): Fields => ({
  ...Object.fromEntries(Object.entries(fields).filter(([name]) => !WHAT.includes(name))),
  what: Object.fromEntries(WHAT.flatMap((name) => (fields[name] == null ? [] : [[name, fields[name]]]))),
});

const apart = ({ what, ...fields }: Fields): Fields => ({ ...fields, ...fieldsOf(what) });

/** What an entry need not say. */
const NOT_SAID: Fields = { time: null, note: null, typed: null, preparation: null };

/** What a write rests on. Of an entry all of its fields: what is not said of it there is nothing. */
const baseOf = (resource: string, base: unknown): Fields =>
  resource.startsWith("/diary/") ? { ...NOT_SAID, ...fieldsOf(base) } : fieldsOf(base);

const versionIn = (view: unknown): string | null => {
  const { version } = fieldsOf(view);
  return typeof version === "string" ? version : null;
};

/** Merges a write of fields with the resource as it is now. */
const mergeInto = (
  resource: string,
  { base, body }: Pick<QueueItem, "base" | "body">,
  current: unknown,
): { merged: Fields; conflicts: readonly FieldConflict[] } => {
  const mine = fieldsOf(body);
  const before = baseOf(resource, base);
  const now = asInput(resource, current);
  const sides = [before, mine, now] as const;
  const sameFood = (["food", "text"] as const).every((name) =>
    sides.every((side) => sameValue(side[name], before[name])),
  );
  if (!resource.startsWith("/diary/") || sameFood) return mergeFields(...sides);
  const { merged, conflicts } = mergeFields(asOne(before), asOne(mine), asOne(now));
  return { merged: apart(merged), conflicts };
};

/** One change of a batch against its entry as it is now: the change as it can be sent, null for none, or a conflict. */
const reconcileChange = (
  change: BatchChange,
  base: unknown,
  current: unknown,
): { change: BatchChange | null } | { conflicts: readonly FieldConflict[] } => {
  const version = versionIn(current);
  if (change.op === "delete") {
    if (current === null) return { change: null };
    const resource = `/diary/${change.id}`;
    const conflicts = changedFields(baseOf(resource, base), asInput(resource, current));
    return conflicts.length === 0 ? { change: { ...change, ifMatch: version } } : { conflicts };
  }
  if (change.op === "move" && current !== null) {
    const { date, meal } = change;
    const before = fieldsOf(base);
    const { merged, conflicts } = mergeFields(
      { date: before.date, meal: before.meal },
      { date, meal },
      fieldsOf(current),
    );
    return conflicts.length > 0 ? { conflicts } : { change: { ...change, ...merged, ifMatch: version } };
  }
  return { conflicts: [] };
};

const reconcileBatch = (
  item: QueueItem,
  changes: readonly BatchChange[],
  misfits: NonNullable<Changed["misfits"]>,
): Reconciled => {
  const conflicts: FieldConflict[] = [];
  let asks = false;
  const kept = changes.flatMap((change) => {
    const entry = restsOn(change);
    const misfit = misfits.find(({ id }) => id === entry);
    if (!misfit) return [change];
    const result = reconcileChange(change, item.base?.[entry], misfit.current);
    if ("change" in result) return result.change ? [result.change] : [];
    asks = true;
    conflicts.push(...result.conflicts);
    return [change];
  });
  if (asks) return { kind: "conflict", current: misfits, conflicts };
  if (kept.length === 0) return { kind: "done" };
  return { kind: "again", item: { ...item, body: { changes: kept }, merged: true } };
};

/**
 * What becomes of a write whose resource has another version than it rests on. Fields that were changed on one side only
 * are merged; where both changed one, or what was changed here is gone there, the person chooses.
 */
export const reconcile = (item: QueueItem, { current = null, misfits }: Changed): Reconciled => {
  const changes = batchChanges(item);
  if (changes) return reconcileBatch(item, changes, misfits ?? []);
  const resource = resourceOf(item);
  const version = versionIn(current);
  if (item.method === "DELETE") {
    if (current === null) return { kind: "done" };
    // What is deleted is what the person saw, or something else by now.
    const conflicts = changedFields(baseOf(resource, item.base), asInput(resource, current));
    if (conflicts.length > 0 || item.base === null) return { kind: "conflict", current, conflicts };
    return { kind: "again", item: { ...item, ifMatch: version, merged: true } };
  }
  if (current === null) return { kind: "conflict", current, conflicts: [] };
  const { merged, conflicts } = mergeInto(resource, item, current);
  if (conflicts.length > 0 || version === null) return { kind: "conflict", current, conflicts };
  return {
    kind: "again",
    item: { ...item, body: merged, base: baseNow(resource, merged, current), ifMatch: version, merged: true },
  };
};

/** The fields that a write holds, as they are now. */
const baseNow = (resource: string, body: Fields, current: unknown): Fields => {
  const now = asInput(resource, current);
  return Object.fromEntries(Object.keys(body).map((name) => [name, now[name] ?? null]));
};

/** A change of an entry that was deleted elsewhere, as it is made all the same. */
const broughtBack = (change: BatchChange, base: unknown): BatchChange[] => {
  const { op, id, date, meal, food, amount } = change;
  if (op === "move") return [{ op: "put", id, entry: { ...fieldsOf(base), date, meal }, ifMatch: NOT_THERE }];
  if (op === "replace")
    return [{ op: "put", id, entry: { ...fieldsOf(base), food, amount }, ifMatch: NOT_THERE }];
  return [];
};

/**
 * The write that a choice leads to; null where nothing is to be written.
 * @param choice `mine` writes the fields as they were changed here, and brings back what was deleted elsewhere.
 */
export const resolved = (item: QueueItem, choice: "mine" | "theirs"): QueueItem | null => {
  if (choice === "theirs") return null;
  const { current = null, conflicts: _conflicts, message: _message, ...rest } = item;
  const again: QueueItem = { ...rest, state: "waiting", nextAt: 0, merged: true };
  const changes = batchChanges(item);
  if (changes) {
    const misfits = (current ?? []) as NonNullable<Changed["misfits"]>;
    return {
      ...again,
      body: {
        changes: changes.flatMap((change) => {
          const entry = restsOn(change);
          const misfit = misfits.find(({ id }) => id === entry);
          if (!misfit) return [change];
          return misfit.current === null
            ? broughtBack(change, item.base?.[entry])
            : [{ ...change, ifMatch: versionIn(misfit.current) }];
        }),
      },
    };
  }
  if (item.method === "DELETE") return { ...again, ifMatch: versionIn(current) };
  // Somebody else may have brought it back meanwhile, which is then asked about.
  if (current === null) return { ...again, ifMatch: NOT_THERE, base: null };
  const { merged } = mergeInto(resourceOf(item), item, current);
  return {
    ...again,
    body: merged,
    base: baseNow(resourceOf(item), merged, current),
    ifMatch: versionIn(current),
  };
};
