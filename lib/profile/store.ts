import "server-only";
import { db, readJson, transaction } from "../db";
import type { LifeOnDay, Mineral, TargetOverrides } from "../nutrition";
import { type PeriodView, type ProfileView, profileView } from "./schemas";

const { exclusions, excludedFoods, conditions, medicines } = profileView.shape;

/** What the profile's own row holds: everything that has no history. */
export type StoredProfile = Omit<ProfileView, keyof LifeOnDay | "periods">;

/** The owner's profile without what has a history, or null when the account is gone. */
export const findProfile = async (ownerId: string): Promise<StoredProfile | null> => {
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
 * @returns both as they are afterwards; null when the account is gone.
 */
export const changeProfile = (
  ownerId: string,
  change: (profile: StoredProfile, periods: PeriodView[]) => ProfileChange,
  now: Date,
): Promise<{ stored: StoredProfile; periods: PeriodView[] } | null> =>
  transaction(async () => {
    const before = await findProfile(ownerId);
    if (!before) return null;
    const { columns, removed = [], kept = [] } = change(before, await findPeriods(ownerId));
    const lists = (["exclusions", "excludedFoods", "conditions", "medicines"] as const).flatMap((list) =>
      columns[list] === undefined ? [] : [[list, JSON.stringify(columns[list])] as const],
    );
    const { exclusions: _1, excludedFoods: _2, conditions: _3, medicines: _4, ...plain } = columns;
    await db().profile.update({
      where: { ownerId },
      data: { ...plain, ...Object.fromEntries(lists), updatedAt: now, dailyDueAt: null },
    });
    if (removed.length > 0) {
      await db().lifePeriod.deleteMany({ where: { ownerId, id: { in: [...removed] } } });
    }
    for (const period of kept) await writePeriod(ownerId, period, now);
    return { stored: { ...before, ...columns }, periods: await findPeriods(ownerId) };
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
    await writePeriod(ownerId, period, now);
    await db().profile.updateMany({ where: { ownerId }, data: { dailyDueAt: null } });
    return others.length === all.length;
  });

/** Removes a period; without one nothing happens. */
export const deletePeriod = async (ownerId: string, id: string): Promise<void> => {
  const { count } = await db().lifePeriod.deleteMany({ where: { ownerId, id } });
  if (count > 0) await db().profile.updateMany({ where: { ownerId }, data: { dailyDueAt: null } });
};

/** The targets that the owner set instead of the published ones. */
export const findOverrides = async (ownerId: string): Promise<TargetOverrides> => {
  const rows = await db().targetOverride.findMany({ where: { ownerId } });
  return Object.fromEntries(
    rows.map(({ nutrient, target, reason }) => [nutrient as Mineral, { target, reason }]),
  );
};

/** Sets or replaces the owner's own target of a mineral, in its unit a day. */
export const saveOverride = async (
  ownerId: string,
  nutrient: Mineral,
  override: { target: number; reason: string },
  now: Date,
): Promise<void> => {
  const values = { ...override, updatedAt: now };
  await db().targetOverride.upsert({
    where: { ownerId_nutrient: { ownerId, nutrient } },
    create: { ownerId, nutrient, ...values },
    update: values,
  });
};

/** Removes the owner's own target of a mineral; without one nothing happens. */
export const deleteOverride = async (ownerId: string, nutrient: Mineral): Promise<void> => {
  await db().targetOverride.deleteMany({ where: { ownerId, nutrient } });
};
