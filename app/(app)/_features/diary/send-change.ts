import {
  changeEntries,
  moveEntry,
  planFood,
  putEntry,
  removeEntry,
  restoreEntry,
  setDayMark,
  unplanFood,
} from "@/app/(app)/diary/actions";
import { logDose } from "@/app/(app)/supplements/actions";
import type { FoodEntry, PlanInput } from "@/lib/diary/schemas";
import type { ActionResult } from "@/lib/http";
import type { DoseView } from "@/lib/insights/schemas";
import { changesOf } from "./batch-change";
import type { DayChange } from "./day-change";

/** A dose of a supplement that is gone has no slot to be taken in: its entry is put back instead. */
const takeDose = ({ supplement, slot, entry }: DoseView): Promise<ActionResult<unknown>> =>
  slot === null
    ? restoreEntry({ id: entry.id })
    : logDose({ id: supplement, date: entry.date, slot, count: entry.portion?.count });

/** A plan as the diary takes it. */
const planOf = ({ date, meal, food, portion, grams }: FoodEntry): PlanInput => ({
  date,
  meal,
  food,
  amount: portion === null ? { grams } : { portion: portion.id, count: portion.count },
});

/** Tells the server of a change. */
export const send = (change: DayChange): Promise<ActionResult<unknown>> => {
  switch (change.kind) {
    case "put":
      return putEntry({ id: change.after.id, entry: change.input });
    case "remove":
      return removeEntry({ id: change.entry.id });
    case "restore":
      return restoreEntry({ id: change.entry.id });
    case "move":
      return moveEntry({ id: change.entry.id, ...change.to });
    case "take":
      return takeDose(change.dose);
    case "untake":
      return removeEntry({ id: change.dose.entry.id });
    case "batch":
      return changeEntries({ changes: changesOf(change) });
    case "plan":
      return planFood({ id: change.plan.id, plan: planOf(change.plan) });
    case "unplan":
      return unplanFood({ id: change.plan.id });
    case "mark":
      return setDayMark({ date: change.date, mark: change.to });
  }
};

/** One thing can fail in one way at a time: a later change of the same entry replaces the earlier failure. */
export const keyOf = (change: DayChange): string => {
  if (change.kind === "batch") return change.id;
  if (change.kind === "plan" || change.kind === "unplan") return `plan ${change.plan.id}`;
  if (change.kind === "mark") return `mark ${change.date}`;
  if (change.kind === "take" || change.kind === "untake") return change.dose.entry.id;
  return change.kind === "put" ? change.after.id : change.entry.id;
};
