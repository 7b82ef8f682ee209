/**
 * Local calendar days as `YYYY-MM-DD` strings. A diary day has no time of day and no time zone, so nothing here uses
 * `Date`: days are integers in the proleptic Gregorian calendar. The strings sort in the order of the days.
 */

/** A real calendar day within {@link FIRST_DAY} and {@link LAST_DAY}; see {@link isLocalDate}. */
export type LocalDate = string;

/** The earliest day Assay accepts; before the birth of anyone alive. */
export const FIRST_DAY: LocalDate = "1900-01-01";
/** The last day Assay accepts. */
export const LAST_DAY: LocalDate = "2200-12-31";

export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);

const read = (value: string): CalendarDay | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  if (value < FIRST_DAY || value > LAST_DAY) return null;
  const year = Number(value.slice(0, 4));
  const month = Number(value.slice(5, 7));
  const day = Number(value.slice(8, 10));
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
};

const write = ({ year, month, day }: CalendarDay): LocalDate =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** Whether the text is `YYYY-MM-DD`, names a day that exists, and lies in 1900-01-01 … 2200-12-31. */
export const isLocalDate = (value: string): value is LocalDate => read(value) !== null;

/** Year, month (1–12) and day (1–31). @throws RangeError when {@link isLocalDate} is false. */
export const parseLocalDate = (value: string): CalendarDay => {
  const day = read(value);
  if (day === null) {
    throw new RangeError(
      `Not a calendar day between ${FIRST_DAY} and ${LAST_DAY}: ${JSON.stringify(value.slice(0, 40))}`,
    );
  }
  return day;
};

/*
 * Day numbers: 0 is 1970-01-01. The year is counted from March, so that a leap day is its last day and the offset of a
 * month is linear (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
const toDayNumber = ({ year, month, day }: CalendarDay): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

const fromDayNumber = (number: number): CalendarDay => {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
};

/** The day `days` later (earlier when negative). @throws RangeError when either day is out of range. */
export const addDays = (date: LocalDate, days: number): LocalDate => {
  if (!Number.isInteger(days)) throw new RangeError(`Days must be a whole number, got ${days}`);
  const result = write(fromDayNumber(toDayNumber(parseLocalDate(date)) + days));
  parseLocalDate(result);
  return result;
};

/** {@link addDays}, limited to {@link FIRST_DAY} and {@link LAST_DAY}. */
export const addDaysWithin = (date: LocalDate, days: number): LocalDate => {
  const room = days < 0 ? daysBetween(date, FIRST_DAY) : daysBetween(date, LAST_DAY);
  return addDays(date, days < 0 ? Math.max(days, room) : Math.min(days, room));
};

/** Days from `from` to `to`; 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  toDayNumber(parseLocalDate(to)) - toDayNumber(parseLocalDate(from));

/** Day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export const weekday = (date: LocalDate): number => {
  const sinceMonday = (toDayNumber(parseLocalDate(date)) + 3) % 7;
  return ((sinceMonday + 7) % 7) + 1;
};

/** The Monday on or before a day: where its ISO 8601 week begins. Stops at {@link FIRST_DAY}, itself a Monday. */
export const weekStart = (date: LocalDate): LocalDate => addDaysWithin(date, 1 - weekday(date));

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export const eachDay = (from: LocalDate, to: LocalDate): LocalDate[] => {
  const first = toDayNumber(parseLocalDate(from));
  const count = daysBetween(from, to) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => write(fromDayNumber(first + i)));
};

/** Completed years and completed months of life. */
export type Age = { readonly years: number; readonly months: number };

/**
 * Age on a day, or null before birth. A year or month is completed on the day with the number of the birth day or, in
 * months too short for it, on the first of the next month: someone born on 29 February is a year older on 1 March of a
 * common year, someone born on the 31st a month older on 1 May.
 */
export const ageOn = (birthDate: LocalDate, onDate: LocalDate): Age | null => {
  const birth = parseLocalDate(birthDate);
  const on = parseLocalDate(onDate);
  if (onDate < birthDate) return null;
  const months = (on.year - birth.year) * 12 + (on.month - birth.month) - (on.day < birth.day ? 1 : 0);
  return { years: Math.floor(months / 12), months };
};
