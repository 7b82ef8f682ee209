import type { EntryChange, FoodEntry } from "@/lib/diary/schemas";
import { portionWords } from "@/lib/format";
import type { DoseView } from "@/lib/insights/schemas";
import type { DayMark } from "@/lib/nutrition";
import { NO_VERSION } from "@/lib/versions";
import type { Fields, Write } from "../offline";
import { toEntryChanges } from "./batch-change";
import type { BatchStep, DayChange } from "./day-change";
import { toEntryInput, toPlanInput } from "./entry-input";
import { dateWords } from "./meal-words";

const API = "/api/v1";

const placeOf = ({ meal, date }: Pick<FoodEntry, "meal" | "date">): string => `${meal}, ${dateWords(date)}`;

const portionOf = ({ portion, grams }: FoodEntry): string =>
  portion === null && grams === null ? "" : `, ${portionWords(portion, grams)}`;

const MARKED: Readonly<Record<NonNullable<DayMark> | "none", string>> = {
  complete: "marked as complete",
  incomplete: "marked as not everything logged",
  none: "no longer marked",
};

/** What a change is called while it waits; by dates, because it may wait over midnight. */
const changeLabel = (change: DayChange): string => {
  switch (change.kind) {
    case "batch":
      return change.label;
    case "put": {
      const { before, after } = change;
      const now = before === null ? portionOf(after) : " changed";
      return `${after.name}${now} (${placeOf(after)})`;
    }
    case "remove":
      return `${change.entry.name} removed (${placeOf(change.entry)})`;
    case "restore":
      return `${change.entry.name} put back (${placeOf(change.entry)})`;
    case "move":
      return `${change.entry.name} moved to ${placeOf(change.to)}`;
    case "take":
      return `${change.dose.entry.name} taken (${dateWords(change.dose.entry.date)})`;
    case "untake":
      return `${change.dose.entry.name} not taken (${dateWords(change.dose.entry.date)})`;
    case "plan":
      return `${change.plan.name} planned (${placeOf(change.plan)})`;
    case "unplan":
      return `${change.plan.name} no longer planned (${placeOf(change.plan)})`;
    case "mark":
      return `${dateWords(change.date)} ${MARKED[change.to ?? "none"]}`;
  }
};

type Request = Omit<Write, "change" | "label">;

/** The entry that a step of a batch changes, as it was; null where nothing but its version is known. */
const entryBefore = (step: BatchStep): FoodEntry | null =>
  step.kind === "move" || step.kind === "remove" ? step.entry : null;

const batch = (changes: readonly EntryChange[], before: readonly FoodEntry[] = []): Request => {
  const base: Record<string, Fields> = {};
  for (const entry of before) base[entry.id] = toEntryInput(entry);
  return {
    method: "POST",
    path: `${API}/diary/batch`,
    body: { changes },
    ...(before.length > 0 && { base }),
  };
};

const dosePath = ({ supplement, slot, entry }: DoseView): string =>
  `${API}/supplements/${supplement}/doses/${entry.date}/${slot}`;

/** The request that makes a change. What changes an entry rests on the version of it that the person saw. */
const toRequest = (change: DayChange): Request => {
  switch (change.kind) {
    case "put": {
      const { before, after, input } = change;
      return {
        method: "PUT",
        path: `${API}/diary/${after.id}`,
        body: input,
        ...(before === null
          ? { ifMatch: NO_VERSION }
          : { ifMatch: before.version, base: toEntryInput(before) }),
      };
    }
    case "remove": {
      const { entry } = change;
      return {
        method: "DELETE",
        path: `${API}/diary/${entry.id}`,
        ifMatch: entry.version,
        base: toEntryInput(entry),
      };
    }
    case "restore":
      return batch([{ op: "restore", id: change.entry.id }]);
    case "move": {
      const { entry, to } = change;
      return batch([{ op: "move", id: entry.id, ...to, ifMatch: entry.version }], [entry]);
    }
    case "take": {
      const { dose } = change;
      // A dose of a supplement that is gone has no slot to be taken in: its entry is restored instead.
      if (dose.slot === null) return batch([{ op: "restore", id: dose.entry.id }]);
      const count = dose.entry.portion?.count;
      return { method: "PUT", path: dosePath(dose), body: { ...(count !== undefined && { count }) } };
    }
    case "untake": {
      const { dose } = change;
      const path = dose.slot === null ? `${API}/diary/${dose.entry.id}` : dosePath(dose);
      return { method: "DELETE", path };
    }
    case "batch":
      return batch(
        toEntryChanges(change),
        change.steps.flatMap((step) => entryBefore(step) ?? []),
      );
    case "plan":
      return { method: "PUT", path: `${API}/plans/${change.plan.id}`, body: toPlanInput(change.plan) };
    case "unplan":
      return { method: "DELETE", path: `${API}/plans/${change.plan.id}` };
    case "mark":
      return {
        method: "PUT",
        path: `${API}/days/${change.date}`,
        body: { mark: change.to },
        ...(change.version !== undefined && { ifMatch: change.version, base: { mark: change.before } }),
      };
  }
};

/** A change of the diary as the queue takes it. */
export const toWrite = (change: DayChange): Write => ({
  ...toRequest(change),
  change,
  label: changeLabel(change),
});
