import "server-only";
import { assertMayRead, assertMayWrite, type Viewer } from "../access";
import type { DayMark, LocalDate, SaidMark } from "../nutrition";
import * as store from "./store";

/** What the person said of the days of a span; a day of which nothing was said is not in it. */
export const dayMarks = (
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<Map<LocalDate, SaidMark>> => {
  assertMayRead(viewer, ownerId);
  return store.dayMarks(ownerId, from, to);
};

/** Says of a day that everything eaten is logged, or that something is missing; null takes either back. */
export const markDay = async (
  viewer: Viewer,
  ownerId: string,
  date: LocalDate,
  mark: DayMark,
): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await store.setDayMark(ownerId, date, mark, new Date());
};
