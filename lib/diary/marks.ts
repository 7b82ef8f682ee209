import "server-only";
import { assertMayRead, assertMayWrite, type Viewer } from "../access";
import { changed } from "../errors";
import type { DayMark, LocalDate, SaidMark } from "../nutrition";
import type { Expected } from "../versions";
import type { DayMarkView } from "./schemas";
import * as store from "./store";

/** What the person said of the days of a span, with its version; a day of which nothing was said is not in it. */
export const versionedMarks = (
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<Map<LocalDate, store.VersionedMark<SaidMark>>> => {
  assertMayRead(viewer, ownerId);
  return store.dayMarks(ownerId, from, to);
};

/** What the person said of the days of a span; a day of which nothing was said is not in it. */
export const dayMarks = async (
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<Map<LocalDate, SaidMark>> => {
  const found = await versionedMarks(viewer, ownerId, from, to);
  return new Map([...found].map(([date, { mark }]) => [date, mark]));
};

/**
 * Says of a day that everything eaten is logged, or that something is missing; null takes either back.
 * @throws AppError changed when it rests on another version.
 */
export const markDay = async (
  viewer: Viewer,
  ownerId: string,
  date: LocalDate,
  mark: DayMark,
  expected?: Expected,
): Promise<DayMarkView> => {
  assertMayWrite(viewer, ownerId);
  const { now, fitted } = await store.setDayMark(ownerId, date, mark, new Date(), expected);
  if (!fitted) throw changed({ date, ...now });
  return { date, ...now };
};
