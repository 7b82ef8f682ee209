import { describe, expect, it } from "vitest";
import {
  copyBatch,
  invertBatch,
  moveBatch,
  removeBatch,
  toEntryChanges,
} from "@/app/(app)/_features/diary/batch-change";
import { applyChange, type Batch } from "@/app/(app)/_features/diary/day-change";
import { NO_VERSION } from "@/lib/versions";
import { aDay, anEntry, TODAY } from "../day-fixtures";

const YESTERDAY = "2026-11-22";
const magnesium = (day: ReturnType<typeof aDay>) =>
  day.minerals.find(({ mineral }) => mineral === "magnesium")?.total;
const places = (day: ReturnType<typeof aDay>) =>
  day.meals.flatMap(({ meal, entries }) => entries.map(({ id }) => `${id} ${meal}`));

const breakfast = [
  anEntry({ id: "kefir", date: YESTERDAY, meal: "breakfast", time: "07:40", note: "at home" }),
  anEntry({ id: "bread", date: YESTERDAY, meal: "breakfast", nutrients: { magnesium: null } }),
];

describe("a batch shown before it is saved", () => {
  it("copies with new ids, without time and note, unknown kept unknown", () => {
    const batch = copyBatch(breakfast, { date: TODAY, meal: "lunch" });
    const day = applyChange(aDay([]), batch);
    const lunch = day.meals.find(({ meal }) => meal === "lunch")?.entries ?? [];
    expect(lunch).toHaveLength(2);
    expect(lunch[0]).toMatchObject({ date: TODAY, time: null, note: null, food: "ndb:16070" });
    expect(new Set([...lunch, ...breakfast].map(({ id }) => id)).size).toBe(4);
    expect(magnesium(day)).toMatchObject({ amount: 100, known: 1, entries: 2 });
    expect(toEntryChanges(batch).map((change) => change.op === "copy" && change.from)).toEqual([
      "kefir",
      "bread",
    ]);
    expect(toEntryChanges(batch).map(({ id }) => id)).toEqual(lunch.map(({ id }) => id));
  });

  it("keeps each at its own meal where no meal is asked for", () => {
    const entries = [anEntry({ id: "a", meal: "breakfast" }), anEntry({ id: "b", meal: "dinner" })];
    const changes = toEntryChanges(moveBatch(entries, { date: YESTERDAY, meal: null }));
    expect(changes).toEqual([
      { op: "move", id: "a", date: YESTERDAY, meal: "breakfast", ifMatch: "v1" },
      { op: "move", id: "b", date: YESTERDAY, meal: "dinner", ifMatch: "v1" },
    ]);
  });

  const entries = [anEntry({ id: "a", meal: "breakfast" }), anEntry({ id: "b", meal: "dinner" })];
  it.each<[string, Batch]>([
    ["copied", copyBatch(breakfast, { date: TODAY, meal: null })],
    ["moved to a meal", moveBatch(entries, { date: TODAY, meal: "snack" })],
    ["moved away", moveBatch(entries, { date: YESTERDAY, meal: null })],
    ["removed", removeBatch(entries)],
  ])("%s and taken back, the day is as it was; twice is once", (_, batch) => {
    const day = aDay([...entries, anEntry({ id: "c" })]);
    const once = applyChange(day, batch);
    expect(once).not.toEqual(day);
    expect(applyChange(once, batch)).toEqual(once);
    const back = applyChange(once, invertBatch(batch));
    expect(places(back).toSorted()).toEqual(places(day).toSorted());
    expect(magnesium(back)).toEqual(magnesium(day));
  });

  it("taken back says the opposite of each step, the last first", () => {
    expect(toEntryChanges(invertBatch(removeBatch(entries)))).toEqual([
      { op: "restore", id: "b" },
      { op: "restore", id: "a" },
    ]);
    expect(toEntryChanges(invertBatch(moveBatch(entries, { date: YESTERDAY, meal: "snack" })))).toEqual([
      { op: "move", id: "b", date: TODAY, meal: "dinner", ifMatch: "v1" },
      { op: "move", id: "a", date: TODAY, meal: "breakfast", ifMatch: "v1" },
    ]);
    const copied = copyBatch(breakfast, { date: TODAY, meal: null });
    expect(toEntryChanges(invertBatch(copied))).toEqual(
      toEntryChanges(copied)
        .map(({ id }) => ({ op: "delete", id, ifMatch: NO_VERSION }))
        .reverse(),
    );
  });

  it("is called by its date, which stays right over midnight", () => {
    expect(copyBatch(breakfast, { date: TODAY, meal: "lunch" }).label).toBe(
      "2 foods (lunch, Mon 23\u00a0Nov)",
    );
    expect(copyBatch(breakfast.slice(0, 1), { date: TODAY, meal: null }).label).toBe(
      "Lentils (Mon 23\u00a0Nov)",
    );
  });
});
