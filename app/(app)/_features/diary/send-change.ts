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
import type { ActionResult } from "@/lib/http";
import type { DoseView } from "@/lib/insights/schemas";
import { toEntryChanges } from "./batch-change";
import type { DayChange } from "./day-change";
import { toPlanInput } from "./entry-input";

/** A dose of a supplement that is gone has no slot to be taken in: its entry is restored instead. */
const takeDose = ({ supplement, slot, entry }: DoseView): Promise<ActionResult<unknown>> =>
  slot === null
    ? restoreEntry({ id: entry.id })
    : logDose({ id: supplement, date: entry.date, slot, count: entry.portion?.count });

/** Sends a change to the server. */
export const sendChange = (change: DayChange): Promise<ActionResult<unknown>> => {
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
      return changeEntries({ changes: toEntryChanges(change) });
    case "plan":
      return planFood({ id: change.plan.id, plan: toPlanInput(change.plan) });
    case "unplan":
      return unplanFood({ id: change.plan.id });
    case "mark":
      return setDayMark({ date: change.date, mark: change.to });
  }
};
