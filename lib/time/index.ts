import { TZDate, tz } from "@date-fns/tz";
import { format } from "date-fns";
import { addDays, type LocalDate, parseLocalDate } from "../nutrition";

export * from "./iso-week";

/** The local day it is now in a time zone. @param timeZone IANA name. */
export const today = (timeZone: string): LocalDate => localTime(new Date(), timeZone).date;

/** The local day and hour of an instant. */
export const localTime = (now: Date, timeZone: string): { date: LocalDate; hour: number } => ({
  date: format(now, "yyyy-MM-dd", { in: tz(timeZone) }),
  hour: Number(format(now, "H", { in: tz(timeZone) })),
});

/** When an hour of a local day begins; an hour that the clock skips begins when the clock is put on. */
export const instantOf = (date: LocalDate, hour: number, timeZone: string): Date => {
  const { year, month, day } = parseLocalDate(date);
  return new Date(new TZDate(year, month - 1, day, hour, 0, 0, timeZone).getTime());
};

/** When a local day ends. @param timeZone IANA name. */
export const endOfDay = (date: LocalDate, timeZone: string): Date => instantOf(addDays(date, 1), 0, timeZone);

/** The local time of day it is now, in hours: 0 to 23 and parts of an hour. @param timeZone IANA name. */
export const hourIn = (timeZone: string): number => {
  const [hour = "0", minute = "0"] = format(new Date(), "H:mm", { in: tz(timeZone) }).split(":");
  return Number(hour) + Number(minute) / 60;
};
