/*
 * Versions of rows that can be changed on two devices. A row's version is the instant of its last change, spelled as a
 * short opaque text; a client sends it back as `If-Match`, and a write that does not fit changes nothing.
 */

/** The version of what is not there: never made, deleted, or still at its defaults. */
export const NO_VERSION = "0";

/** What a write rests on that brings back what was deleted: nothing may be there, whatever was there before. */
export const NOT_THERE = "not-there";

/** The version that a write rests on; left out: whatever is there. {@link NO_VERSION}: nothing may be there yet. */
export type Expected = string | undefined;

/** The version of a row. @param changedAt when it was changed last; null where there is none. */
export const versionOf = (changedAt: Date | null): string =>
  changedAt === null ? NO_VERSION : changedAt.getTime().toString(36);

/** Whether a write may go on that rests on a version. @param changedAt of the row as it is; null where there is none. */
export const fits = (expected: Expected, changedAt: Date | null): boolean =>
  expected === undefined || (expected === NOT_THERE ? changedAt === null : expected === versionOf(changedAt));

/** When a row is changed that was changed before: now, or 1 ms after, so that no two of its states share a version. */
export const changedAfter = (before: Date, now: Date): Date =>
  new Date(Math.max(now.getTime(), before.getTime() + 1));
