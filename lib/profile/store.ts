import "server-only";
import { db, deleteOwned, putOwned, readJson, transaction } from "../db";
import type { LifeOnDay, Mineral } from "../nutrition";
import { changedAfter, type Expected, fits, versionOf } from "../versions";
import { type PeriodView, type ProfileView, profileView } from "./schemas";

const { exclusions, excludedFoods, conditions, medicines } = profileView.shape;

/** What the profile's own row holds: everything that has no history. */
export type StoredProfile = Omit<ProfileView, keyof LifeOnDay | "periods" | "version">;
type ReadProfile = StoredProfile & { readonly updatedAt: Date };

/** The owner's profile without what has a history, or null when the account is gone. */
export const findProfile = async (ownerId: string): Promise<ReadProfile | null> => {
  const row = await db().profile.findFirst({ where: { ownerId } });
  if (!row) return null;
  return {
    birthDate: row.birthDate,
    sex: row.sex as ProfileView["sex"],
    standard: row.standard as ProfileView["standard"],
    timeZone: row.timeZone,
    diet: row.diet as ProfileView["diet"],
    exclusions: readJson(exclusions, row.exclusions, "Profile.exclusions"),
    excludedFoods: readJson(excludedFoods, row.excludedFoods, "Profile.excludedFoods"),
    conditions: readJson(conditions, row.conditions, "Profile.conditions"),
    medicines: readJson(medicines, row.medicines, "Profile.medicines"),
    units: row.units as ProfileView["units"],
    updatedAt: row.updatedAt,
  };
};

/** What of a profile changes: the columns that are given, and periods. */
export type ProfileChange = {
  readonly columns: Partial<StoredProfile>;
  /** Ids of periods that go. */
  readonly removed?: readonly string[];
  /** Periods to create or replace. */
  readonly kept?: readonly PeriodView[];
};

/**
 * Changes the owner's profile by what it holds at that time, in one transaction, so that changes at once lose nothing
 * of each other. The daily look starts anew, as another time zone has another morning.
 * @param change is given the profile and its periods as read in the transaction, and may be called again where the
 *   transaction is; when it throws, nothing is written.
 * @param expected the version that the change rests on; one that changes nothing fits every version.
 * @returns both as they are afterwards, and whether the change fitted; null when the account is gone.
 */
export const changeProfile = (
  ownerId: string,
  change: (profile: StoredProfile, periods: PeriodView[]) => ProfileChange,
  now: Date,
  expected?: Expected,
): Promise<{ stored: ReadProfile; periods: PeriodView[]; fitted: boolean } | null> =>
  transaction(async () => {
    const before = await findProfile(ownerId);
    if (!before) return null;
    const periods = await findPeriods(ownerId);
    const { columns: asked, removed = [], kept = [] } = change(before, periods);
    const columns: Partial<StoredProfile> = Object.fromEntries(
      Object.entries(asked).filter(
        ([column, value]) => JSON.stringify(value) !== JSON.stringify(before[column as keyof StoredProfile]),
      ),
    );
    if (Object.keys(columns).length === 0 && removed.length === 0 && kept.length === 0)
      return { stored: before, periods, fitted: true };
    if (!fits(expected, before.updatedAt)) return { stored: before, periods, fitted: false };
    const updatedAt = changedAfter(before.updatedAt, now);
    const lists = (["exclusions", "excludedFoods", "conditions", "medicines"] as const).flatMap((list) =>
      columns[list] === undefined ? [] : [[list, JSON.stringify(columns[list])] as const],
    );
    const { exclusions: _1, excludedFoods: _2, conditions: _3, medicines: _4, ...plain } = columns;
    await db().profile.updateMany({
      where: { ownerId, updatedAt: before.updatedAt },
      data: { ...plain, ...Object.fromEntries(lists), updatedAt, dailyDueAt: null },
    });
    if (removed.length > 0) {
      await db().lifePeriod.deleteMany({ where: { ownerId, id: { in: [...removed] } } });
    }
    for (const period of kept) await writePeriod(ownerId, period, now);
    return {
      stored: { ...before, ...columns, updatedAt },
      periods: await findPeriods(ownerId),
      fitted: true,
    };
  });

/** What held of the owner over time, the earliest first; periods of one day by id. */
export const findPeriods = async (ownerId: string): Promise<PeriodView[]> => {
  const found = await db().lifePeriod.findMany({ where: { ownerId }, orderBy: { id: "asc" } });
  const rows = found.map(({ id, kind, weightKg, fromDate, toDate }) => ({
    id,
    kind: kind as PeriodView["kind"],
    weightKg,
    from: fromDate,
    to: toDate,
  }));
  // The engines differ in where null comes.
  return rows.toSorted((a, b) => (a.from ?? "").localeCompare(b.from ?? ""));
};

const writePeriod = async (ownerId: string, period: PeriodView, now: Date): Promise<void> => {
  const { id, kind, weightKg, from, to } = period;
  const values = { kind, weightKg, fromDate: from, toDate: to, updatedAt: now };
  await db().lifePeriod.upsert({
    where: { ownerId_id: { ownerId, id } },
    create: { ownerId, id, ...values },
    update: values,
  });
};

/**
 * Creates or replaces a period, unless something speaks against it.
 * @param refuse is given the owner's other periods and throws; nothing is written then.
 * @returns whether it is new.
 */
export const putPeriod = (
  ownerId: string,
  period: PeriodView,
  refuse: (others: readonly PeriodView[]) => void,
  now: Date,
): Promise<boolean> =>
  transaction(async () => {
    const all = await findPeriods(ownerId);
    const others = all.filter(({ id }) => id !== period.id);
    refuse(others);
    const before = all.find(({ id }) => id === period.id);
    const same = (column: keyof PeriodView) => before?.[column] === period[column];
    if (same("kind") && same("weightKg") && same("from") && same("to")) return false;
    await writePeriod(ownerId, period, now);
    await touchProfile(ownerId, now);
    return before === undefined;
  });

/** Removes a period; without one nothing happens. */
export const deletePeriod = (ownerId: string, id: string, now: Date): Promise<void> =>
  transaction(async () => {
    const { count } = await db().lifePeriod.deleteMany({ where: { ownerId, id } });
    if (count > 0) await touchProfile(ownerId, now);
  });

/** The periods are part of the profile: a change of one gives it another version, and another daily look. */
const touchProfile = async (ownerId: string, now: Date): Promise<void> => {
  const before = await db().profile.findFirst({ where: { ownerId }, select: { updatedAt: true } });
  if (before)
    await db().profile.updateMany({
      where: { ownerId },
      data: { dailyDueAt: null, updatedAt: changedAfter(before.updatedAt, now) },
    });
};

/** An own target with its version. */
export type StoredOverride = { readonly target: number; readonly reason: string; readonly updatedAt: Date };

/** The targets that the owner set instead of the published ones. */
export const findOverrides = async (
  ownerId: string,
): Promise<{ readonly [M in Mineral]?: StoredOverride }> => {
  const rows = await db().targetOverride.findMany({ where: { ownerId } });
  return Object.fromEntries(
    rows.map(({ nutrient, target, reason, updatedAt }) => [
      nutrient as Mineral,
      { target, reason, updatedAt },
    ]),
  );
};

/**
 * Sets or replaces the owner's own target of a mineral, in its unit a day.
 * @returns what another version holds, null for none; undefined when it was set.
 */
export const saveOverride = async (
  ownerId: string,
  nutrient: Mineral,
  override: { target: number; reason: string },
  now: Date,
  expected: Expected,
): Promise<StoredOverride | null | undefined> => {
  const where = { ownerId, nutrient };
  const { target, reason } = override;
  const put = await putOwned<StoredOverride>(
    { target, reason },
    {
      insert: () => db().targetOverride.create({ data: { ...where, target, reason, updatedAt: now } }),
      find: () => db().targetOverride.findFirst({ where }),
      update: ({ updatedAt }) =>
        db().targetOverride.updateManyAndReturn({
          where: { ...where, updatedAt },
          data: { target, reason, updatedAt: changedAfter(updatedAt, now) },
        }),
    },
    expected,
  );
  return "misfit" in put ? put.misfit : undefined;
};

/** Removes the owner's own target of a mineral. @returns it where another version is there and stays, else null. */
export const deleteOverride = (
  ownerId: string,
  nutrient: Mineral,
  expected: Expected,
): Promise<StoredOverride | null> => {
  const where = { ownerId, nutrient };
  return deleteOwned<StoredOverride>(
    {
      find: () => db().targetOverride.findFirst({ where }),
      remove: (updatedAt) =>
        db().targetOverride.deleteMany({ where: { ...where, ...(updatedAt && { updatedAt }) } }),
    },
    expected,
  );
};

/** The version of a target: of the owner's own one, where there is one. */
export const overrideVersion = (override: StoredOverride | undefined): string =>
  versionOf(override?.updatedAt ?? null);
