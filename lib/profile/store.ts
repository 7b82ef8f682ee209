import "server-only";
import { db } from "../db";
import type { Mineral, TargetOverrides } from "../nutrition";
import type { ProfileView } from "./schemas";

const parsed = <T>(json: string): T => JSON.parse(json) as T;

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
    exclusions: parsed(row.exclusions),
    conditions: parsed(row.conditions),
    medicines: parsed(row.medicines),
    units: row.units as ProfileView["units"],
  };
};

export const saveProfile = async (ownerId: string, profile: ProfileView, now: Date): Promise<void> => {
  await db().profile.update({
    where: { ownerId },
    data: {
      ...profile,
      exclusions: JSON.stringify(profile.exclusions),
      conditions: JSON.stringify(profile.conditions),
      medicines: JSON.stringify(profile.medicines),
      updatedAt: now,
      // Another time zone has another morning.
      dailyDueAt: null,
    },
  });
};

export const findOverrides = async (ownerId: string): Promise<TargetOverrides> => {
  const rows = await db().targetOverride.findMany({ where: { ownerId } });
  return Object.fromEntries(
    rows.map(({ nutrient, target, reason }) => [nutrient as Mineral, { target, reason }]),
  );
};

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

export const deleteOverride = async (ownerId: string, nutrient: Mineral): Promise<void> => {
  await db().targetOverride.deleteMany({ where: { ownerId, nutrient } });
};
