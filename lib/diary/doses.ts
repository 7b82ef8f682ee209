import "server-only";
import { createHash } from "node:crypto";
import { assertMayWrite, type Viewer } from "../access";
import { doseAmounts, getSupplement, prescribedIn } from "../foods";
import { type DoseInput, type SupplementView, supplementFoodId } from "../foods/schemas";
import type { LocalDate } from "../nutrition";
import { type Expected, NO_VERSION } from "../versions";
import { madeEntry, makeChanges } from "./batch";
import type { EntryView } from "./schemas";
import type { EntryRow } from "./store";

// A dose that was taken is an entry of the diary like any other, of the kind "supplement".

/** Which dose of which day: slot 1 is the first time of the schedule. */
export type DoseKey = { readonly supplement: string; readonly date: LocalDate; readonly slot: number };

/**
 * The id of a dose's diary entry. It follows from the dose alone (RFC 9562 version 8, from SHA-256), so that taking
 * the same dose twice, in two tabs or after a lost answer, writes one entry.
 */
export const doseId = ({ supplement, date, slot }: DoseKey): string => {
  const hex = createHash("sha256").update(`dose ${supplement} ${date} ${slot}`).digest("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const DOSE = "dose";

/** How many doses are taken at once: what the schedule says, or one. */
const countOf = ({ schedule }: SupplementView, slot: number): number => {
  const planned = schedule.times[slot - 1];
  return planned ? planned.count : 1;
};

/** A dose of a supplement as the diary would keep it now. What the schedule says holds where nothing is given. */
export const doseRow = (
  supplement: SupplementView,
  date: LocalDate,
  slot: number,
  { count, time }: DoseInput = {},
) => {
  const doses = count ?? countOf(supplement, slot);
  return {
    id: doseId({ supplement: supplement.id, date, slot }),
    date,
    time: time ?? supplement.schedule.times[slot - 1]?.time ?? null,
    // A supplement belongs to no meal; the column wants one.
    meal: "snack" as const,
    kind: "supplement" as const,
    foodId: supplementFoodId(supplement.id),
    foodName: supplement.name,
    grams: null,
    portionId: DOSE,
    portionLabel: supplement.doseLabel,
    portionCount: doses,
    preparation: null,
    note: null,
    prescribed: prescribedIn(supplement.contents),
    amounts: doseAmounts(supplement.contents, doses),
  } satisfies EntryRow;
};

/** A dose as its entry would be if it were taken now. */
export const plannedDose = (supplement: SupplementView, date: LocalDate, slot: number): EntryView => {
  const row = doseRow(supplement, date, slot);
  const now = new Date().toISOString();
  return {
    id: row.id,
    date,
    time: row.time,
    meal: row.meal,
    kind: row.kind,
    food: row.foodId,
    name: row.foodName,
    grams: null,
    portion: { id: DOSE, label: supplement.doseLabel, count: countOf(supplement, slot) },
    preparation: null,
    note: null,
    ...(row.prescribed.length > 0 && { prescribed: [...row.prescribed] }),
    nutrients: row.amounts,
    createdAt: now,
    updatedAt: now,
    version: NO_VERSION,
  };
};

/**
 * Logs a dose as taken. Taking it again changes nothing, unless the number of doses or the time differs; the amounts
 * are those of the supplement when it was taken first.
 * @param slot 1 for the first time of the day; a number beyond the schedule is a dose taken besides.
 * @throws AppError not_found for a supplement that is not the owner's; conflict when the day is full; changed when
 *   it rests on another version.
 */
export const takeDose = async (
  viewer: Viewer,
  ownerId: string,
  { supplement, date, slot }: DoseKey,
  input: DoseInput = {},
  expected?: Expected,
): Promise<{ entry: EntryView; created: boolean }> => {
  assertMayWrite(viewer, ownerId);
  const row = doseRow(await getSupplement(viewer, ownerId, supplement), date, slot, input);
  return madeEntry(await makeChanges(viewer, ownerId, [{ op: "dose", row, ifMatch: expected }]));
};

/** Takes a dose back; doing it again, or for a dose never taken, changes nothing. */
export const deleteDose = async (
  viewer: Viewer,
  ownerId: string,
  key: DoseKey,
  expected?: Expected,
): Promise<void> => {
  const id = doseId({ ...key, supplement: key.supplement.toLowerCase() });
  await makeChanges(viewer, ownerId, [{ op: "delete", id, ifMatch: expected }]);
};
