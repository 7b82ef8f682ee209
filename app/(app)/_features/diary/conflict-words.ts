import { MEAL_NAMES } from "@/components/nutrition/meal-icon";
import type { FoodEntry, Meal } from "@/lib/diary/schemas";
import { capitalise, portionWords } from "@/lib/format";
import type { FieldConflict, QueueItem } from "../offline";
import type { DayChange } from "./day-change";
import { dateWords } from "./meal-words";

/** A field that was changed twice, in words. */
export type ConflictWords = { readonly field: string; readonly mine: string; readonly theirs: string };

const NONE = "none";

/** "birthDate" as "Birth date". */
const fieldName = (field: string): string =>
  capitalise(field.replace(/([a-z])([A-Z0-9])/g, "$1 $2").toLowerCase());

/** Any value in words, for fields that nothing better is known of. */
const plainWords = (value: unknown): string => {
  if (value === null || value === undefined || value === "") return NONE;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? NONE : value.map(plainWords).join(", ");
  if (typeof value === "object")
    return Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([name, each]) => `${fieldName(name).toLowerCase()} ${plainWords(each)}`)
      .join(", ");
  return String(value);
};

type Eaten = Pick<FoodEntry, "name" | "portion" | "grams">;

const eatenWords = (entry: Eaten | null): string => (entry ? portionWords(entry.portion, entry.grams) : NONE);

/** A field of an entry. @param mine the entry as it was changed here. @param theirs as it is on the server. */
const entryField = (
  { field, ...values }: FieldConflict,
  mine: Eaten | null,
  theirs: Eaten | null,
): ConflictWords => {
  switch (field) {
    case "amount":
      return { field: "Amount", mine: eatenWords(mine), theirs: eatenWords(theirs) };
    case "food":
    case "text":
      return { field: "Food", mine: mine?.name ?? NONE, theirs: theirs?.name ?? NONE };
    case "what":
      return {
        field: "Food",
        mine: `${mine?.name ?? NONE}, ${eatenWords(mine)}`,
        theirs: `${theirs?.name ?? NONE}, ${eatenWords(theirs)}`,
      };
    case "meal":
      return {
        field: "Meal",
        mine: MEAL_NAMES[values.mine as Meal] ?? NONE,
        theirs: MEAL_NAMES[values.theirs as Meal] ?? NONE,
      };
    case "date":
      return {
        field: "Day",
        mine: dateWords(String(values.mine)),
        theirs: dateWords(String(values.theirs)),
      };
    default:
      return plainField({ field, ...values });
  }
};

const plainField = ({ field, mine, theirs }: FieldConflict): ConflictWords => ({
  field: fieldName(field),
  mine: plainWords(mine),
  theirs: plainWords(theirs),
});

const MARKS: Readonly<Record<string, string>> = {
  complete: "complete",
  incomplete: "not everything logged",
};

/** The fields of a conflict in words, each with both values. */
export const conflictWords = (item: QueueItem): readonly ConflictWords[] => {
  const change = item.change as DayChange | null;
  const conflicts = item.conflicts ?? [];
  if (change?.kind === "put" || change?.kind === "remove" || change?.kind === "move") {
    const misfits = item.current as readonly { current: Eaten | null }[];
    const theirs = Array.isArray(misfits) ? (misfits[0]?.current ?? null) : (item.current as Eaten | null);
    const mine = change.kind === "put" ? change.after : change.entry;
    return conflicts.map((each) => entryField(each, mine, theirs));
  }
  if (change?.kind === "mark")
    return conflicts.map(({ mine, theirs }) => ({
      field: "The day is marked as",
      mine: MARKS[String(mine)] ?? "not marked",
      theirs: MARKS[String(theirs)] ?? "not marked",
    }));
  return conflicts.map(plainField);
};

/** Whether what was changed here is gone there. */
const isGone = ({ current }: QueueItem): boolean =>
  Array.isArray(current)
    ? (current as readonly { current: unknown }[]).every((misfit) => misfit.current === null)
    : (current ?? null) === null;

/** Whether a write takes something away. */
const takesAway = ({ method, change }: QueueItem): boolean => {
  const { kind, steps } = (change ?? {}) as { kind?: string; steps?: readonly { kind: string }[] };
  return method === "DELETE" || (kind === "batch" && steps?.every((step) => step.kind === "remove") === true);
};

/** What happened, and what the two choices are called. */
export const conflictChoice = (
  item: QueueItem,
): { readonly said: string; readonly mine: string; readonly theirs: string } => {
  if (isGone(item))
    return {
      said: "It was deleted on another device.",
      mine: "Bring it back",
      theirs: "Leave it deleted",
    };
  if (takesAway(item))
    return { said: "It was changed on another device.", mine: "Remove it all the same", theirs: "Keep it" };
  return {
    said: "It was changed on another device, too.",
    mine: "Take this device’s",
    theirs: "Take the other’s",
  };
};
