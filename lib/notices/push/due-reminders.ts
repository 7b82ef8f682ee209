import type { ScheduleView } from "../../foods/schemas";
import { isDueOn } from "../../foods/schemas";
import { addDays, type LocalDate, weekday } from "../../nutrition";
import { instantOf, localTime } from "../../time";
import { isQuietHour } from "../reminder-schemas";

// Which reminders fall due when. Pure: the clock and the schedules are given.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A dose that the server or the browser slept through is not told later than this. */
const DOSE_LATE_MS = 2 * HOUR;

type Quiet = { readonly quietFrom: number; readonly quietTo: number };

export type ReminderWishes = Quiet & {
  readonly nothingHour: number | null;
  readonly doses: boolean;
  /** What fell due before is not told. */
  readonly updatedAt: Date;
};

export type Schedule = {
  readonly active: boolean;
  readonly schedule: ScheduleView;
  readonly updatedAt: string;
};

/** One reminder: told from `at` on, and no more after `until`. */
export type DueReminder = {
  readonly kind: "nothing" | "doses";
  readonly date: LocalDate;
  /** Local time of the doses, "08:00"; null for "nothing logged". */
  readonly time: string | null;
  readonly at: Date;
  readonly until: Date;
};

/** The key under which a reminder is told once to a browser. */
export const reminderKey = ({ kind, date, time }: DueReminder): string =>
  time === null ? `${kind}:${date}` : `${kind}:${date}:${time}`;

/** The day and time of a reminder's key. */
export const parseReminderKey = (key: string): { date: LocalDate; time: string | null } => {
  const [, date = "", hour, minute] = key.split(":");
  return { date, time: hour === undefined ? null : `${hour}:${minute}` };
};

/** When a minute of a local day begins; one that the clock skips begins when the clock is put on. */
const instantOfTime = (date: LocalDate, time: string, timeZone: string): Date => {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return new Date(instantOf(date, hour, timeZone).getTime() + minute * MINUTE);
};

const remindersOfDay = (
  date: LocalDate,
  timeZone: string,
  wishes: ReminderWishes,
  schedules: readonly Schedule[],
): DueReminder[] => {
  const found: DueReminder[] = [];
  if (wishes.nothingHour !== null) {
    const at = instantOf(date, wishes.nothingHour, timeZone);
    if (at > wishes.updatedAt)
      found.push({ kind: "nothing", date, time: null, at, until: instantOf(addDays(date, 1), 0, timeZone) });
  }
  if (!wishes.doses) return found;
  const times = new Set<string>();
  for (const { active, schedule, updatedAt } of schedules) {
    if (!active || !isDueOn(schedule, weekday(date))) continue;
    for (const { time } of schedule.times) {
      if (time === null) continue;
      const at = instantOfTime(date, time, timeZone);
      if (at > wishes.updatedAt && at > new Date(updatedAt)) times.add(time);
    }
  }
  for (const time of times) {
    const at = instantOfTime(date, time, timeZone);
    found.push({ kind: "doses", date, time, at, until: new Date(at.getTime() + DOSE_LATE_MS) });
  }
  return found;
};

const isQuietAt = (instant: Date, timeZone: string, quiet: Quiet): boolean =>
  isQuietHour(localTime(instant, timeZone).hour, quiet);

/**
 * The reminders that have fallen due by now and can still be told, and when to look again. What falls into the quiet
 * hours is not among them.
 */
export const dueReminders = (
  now: Date,
  timeZone: string,
  wishes: ReminderWishes,
  schedules: readonly Schedule[],
): { due: DueReminder[]; next: Date } => {
  const { date } = localTime(now, timeZone);
  const all = [addDays(date, -1), date, addDays(date, 1)].flatMap((day) =>
    remindersOfDay(day, timeZone, wishes, schedules),
  );
  const due = all.filter(({ at, until }) => at <= now && until > now && !isQuietAt(at, timeZone, wishes));
  const ahead = all.map(({ at }) => at.getTime()).filter((at) => at > now.getTime());
  return { due, next: new Date(Math.min(now.getTime() + DAY, ...ahead)) };
};

/** When the quiet hours end in which an instant lies; null when it lies in none. */
export const quietUntil = (now: Date, timeZone: string, quiet: Quiet): Date | null => {
  const { date, hour } = localTime(now, timeZone);
  if (!isQuietHour(hour, quiet)) return null;
  const day = hour < quiet.quietTo ? date : addDays(date, 1);
  const end = instantOf(day, quiet.quietTo, timeZone);
  // On the day on which the clock is put back the hour comes twice.
  return end > now ? end : new Date(now.getTime() + HOUR);
};
