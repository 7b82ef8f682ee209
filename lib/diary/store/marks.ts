import "server-only";
import { db } from "../../db";
import type { DayMark, SaidMark } from "../../nutrition";

// What a person says of a day: that all of it is logged, or that something is missing.

/** A row is what the person said of a day; without one nothing was said. */
export const setDayMark = async (ownerId: string, date: string, mark: DayMark, now: Date): Promise<void> => {
  if (mark === null) {
    await db().diaryDay.deleteMany({ where: { ownerId, date } });
    return;
  }
  const values = { complete: mark === "complete", updatedAt: now };
  await db().diaryDay.upsert({
    where: { ownerId_date: { ownerId, date } },
    create: { ownerId, date, ...values },
    update: values,
  });
};

/** Marks many days at once, for the sample diary. */
export const insertDayMarks = async (
  ownerId: string,
  marks: readonly { readonly date: string; readonly mark: SaidMark }[],
  now: Date,
): Promise<void> => {
  await db().diaryDay.createMany({
    data: marks.map(({ date, mark }) => ({ ownerId, date, complete: mark === "complete", updatedAt: now })),
  });
};

/** What the person said of the days between two local days. */
export const dayMarks = async (ownerId: string, from: string, to: string): Promise<Map<string, SaidMark>> => {
  const rows = await db().diaryDay.findMany({
    where: { ownerId, date: { gte: from, lte: to } },
    select: { date: true, complete: true },
  });
  return new Map(rows.map(({ date, complete }) => [date, complete ? "complete" : "incomplete"]));
};
