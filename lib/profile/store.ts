import "server-only";
import { db, readJson } from "../db";
import type { Mineral, TargetOverrides } from "../nutrition";
import { type ProfileView, profileView } from "./schemas";

const { exclusions, excludedFoods, conditions, medicines } = profileView.shape;

/** The owner's profile, or null when the account is gone. */
export const findProfile = async (ownerId: string): Promise<ProfileView | null> => {
  const row = await db().profile.findUnique({ where: { ownerId } });
  if (!row) return null;
  return {
    birthDate: row.birthDate,
    sex: row.sex as ProfileView["sex"],
    lifeStage: row.lifeStage as ProfileView["lifeStage"],
    standard: row.standard as ProfileView["standard"],
    timeZone: row.timeZone,
    weightKg: row.weightKg,
    diet: row.diet as ProfileView["diet"],
    exclusions: readJson(exclusions, row.exclusions, "Profile.exclusions"),
    excludedFoods: readJson(excludedFoods, row.excludedFoods, "Profile.excludedFoods"),
    conditions: readJson(conditions, row.conditions, "Profile.conditions"),
    medicines: readJson(medicines, row.medicines, "Profile.medicines"),
    units: row.units as ProfileView["units"],
  };
};

/** Replaces the owner's profile. The daily look starts anew, as another time zone has another morning. */
export const saveProfile = async (ownerId: string, profile: ProfileView, now: Date): Promise<void> => {
  await db().profile.update({
    where: { ownerId },
    data: {
      ...profile,
      exclusions: JSON.stringify(profile.exclusions),
      excludedFoods: JSON.stringify(profile.excludedFoods),
      conditions: JSON.stringify(profile.conditions),
      medicines: JSON.stringify(profile.medicines),
      updatedAt: now,
      dailyDueAt: null,
    },
  });
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
