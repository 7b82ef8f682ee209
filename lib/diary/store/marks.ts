import "server-only";
import { db, deleteOwned, putOwned } from "../../db";
import type { DayMark, SaidMark } from "../../nutrition";
import { changedAfter, type Expected, versionOf } from "../../versions";

// What a person says of a day: that all of it is logged, or that something is missing.

/** What was said of a day, and its version. */
export type VersionedMark<M extends DayMark = DayMark> = { readonly mark: M; readonly version: string };

const toMark = ({
  complete,
  updatedAt,
}: {
  complete: boolean;
  updatedAt: Date;
}): VersionedMark<SaidMark> => ({
  mark: complete ? "complete" : "incomplete",
  version: versionOf(updatedAt),
});

const UNSAID: VersionedMark = { mark: null, version: versionOf(null) };

/**
 * A row is what the person said of a day; without one nothing was said.
 * @returns the mark as it is now, and whether the write fitted it; where not, nothing was changed.
 */
export const setDayMark = async (
  ownerId: string,
  date: string,
  mark: DayMark,
  now: Date,
  expected: Expected,
): Promise<{ now: VersionedMark; fitted: boolean }> => {
  const where = { ownerId, date };
  const find = () => db().diaryDay.findFirst({ where });
  if (mark === null) {
    const misfit = await deleteOwned(
      {
        find,
        remove: (updatedAt) =>
          db().diaryDay.deleteMany({ where: { ...where, ...(updatedAt && { updatedAt }) } }),
      },
      expected,
    );
    return misfit ? { now: toMark(misfit), fitted: false } : { now: UNSAID, fitted: true };
  }
  const complete = mark === "complete";
  const put = await putOwned(
    { complete },
    {
      insert: () => db().diaryDay.create({ data: { ...where, complete, updatedAt: now } }),
      find,
      update: ({ updatedAt }) =>
        db().diaryDay.updateManyAndReturn({
          where: { ...where, updatedAt },
          data: { complete, updatedAt: changedAfter(updatedAt, now) },
        }),
    },
    expected,
  );
  if ("row" in put) return { now: toMark(put.row), fitted: true };
  return { now: put.misfit ? toMark(put.misfit) : UNSAID, fitted: false };
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
export const dayMarks = async (
  ownerId: string,
  from: string,
  to: string,
): Promise<Map<string, VersionedMark<SaidMark>>> => {
  const rows = await db().diaryDay.findMany({
    where: { ownerId, date: { gte: from, lte: to } },
    select: { date: true, complete: true, updatedAt: true },
  });
  return new Map(rows.map((row) => [row.date, toMark(row)]));
};
