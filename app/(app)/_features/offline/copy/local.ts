import {
  type LocalDay,
  type LocalOwnFood,
  type LocalPalette,
  localDay,
  localOwn,
  localPalette,
} from "@/lib/insights/copy/client";
import { type Copy, readCopy } from "./copy-store";

const DATE = new Map<string, Intl.DateTimeFormat>();

/** The local day it is now in the copy's time zone, by the device's clock. */
export const todayOf = ({ view: { timeZone } }: Copy): string => {
  // en-CA writes dates as YYYY-MM-DD.
  const format =
    DATE.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  DATE.set(timeZone, format);
  return format.format(new Date());
};

/** A day from this device's copy; null where it holds none. */
export const dayOf = (copy: Copy, date: string): LocalDay | null => localDay(copy.view, date, todayOf(copy));

/** {@link dayOf} the copy of the account that is signed in. */
export const readDay = async (date: string): Promise<LocalDay | null> => {
  const copy = await readCopy();
  return copy && dayOf(copy, date);
};

/** What the palette starts with, from a copy. */
export const paletteOf = (copy: Copy, date: string): LocalPalette =>
  localPalette(copy.view, date, todayOf(copy));

/** {@link paletteOf} the copy of the account that is signed in; null where there is none. */
export const readPaletteOf = async (date: string): Promise<LocalPalette | null> => {
  const copy = await readCopy();
  return copy && paletteOf(copy, date);
};

/** One of the person's own foods or recipes, from a copy; undefined where it holds none of this id. */
export const ownOf = (copy: Copy, id: string): LocalOwnFood | undefined =>
  localOwn(copy.view).find((food) => food.id === id);
