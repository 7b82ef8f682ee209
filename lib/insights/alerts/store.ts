import "server-only";
import { db } from "../../db";
import type { LocalDate } from "../../nutrition";
import type { AlertSettings } from "./schemas";

// The only Prisma code of the insights: what a person did with their alerts, and what they want to be told of. Every
// query names the owner first.

/** What a person did with one alert. */
export type AlertMark = {
  readonly acknowledgedAt: Date | null;
  /** What the alert said when it was acknowledged. */
  readonly fingerprint: string | null;
  /** The first local day on which it is told again. */
  readonly mutedUntil: LocalDate | null;
};

/** Everything the owner did with alerts, by the alert's key. */
export const alertMarks = async (ownerId: string): Promise<Map<string, AlertMark>> => {
  const rows = await db().alertState.findMany({ where: { ownerId } });
  return new Map(
    rows.map(({ key, acknowledgedAt, fingerprint, mutedUntil }) => [
      key,
      { acknowledgedAt, fingerprint, mutedUntil },
    ]),
  );
};

export const saveAlertMark = async (
  ownerId: string,
  key: string,
  mark: AlertMark,
  now: Date,
): Promise<void> => {
  const values = { ...mark, updatedAt: now };
  await db().alertState.upsert({
    where: { ownerId_key: { ownerId, key } },
    create: { ownerId, key, ...values },
    update: values,
  });
};

const parsed = <T>(json: string): T => JSON.parse(json) as T;

/** What the owner wants to be told of; null while they have not said. */
export const findAlertSettings = async (ownerId: string): Promise<AlertSettings | null> => {
  const row = await db().alertSettings.findUnique({ where: { ownerId } });
  if (!row) return null;
  return {
    offTypes: parsed(row.offTypes),
    offMinerals: parsed(row.offMinerals),
    quietDays: parsed(row.quietDays),
    hour: row.hour,
    reviewDay: row.reviewDay,
    reviewHour: row.reviewHour,
    mail: row.mail as AlertSettings["mail"],
    mailOffTypes: parsed(row.mailOffTypes),
    mailDetails: row.mailDetails,
  };
};

export const saveAlertSettings = async (
  ownerId: string,
  settings: AlertSettings,
  now: Date,
): Promise<void> => {
  const values = {
    ...settings,
    offTypes: JSON.stringify(settings.offTypes),
    offMinerals: JSON.stringify(settings.offMinerals),
    quietDays: JSON.stringify(settings.quietDays),
    mailOffTypes: JSON.stringify(settings.mailOffTypes),
    updatedAt: now,
  };
  await db().alertSettings.upsert({
    where: { ownerId },
    create: { ownerId, ...values },
    update: values,
  });
};
