import "server-only";
import { db, readJson } from "../../db";
import type { LocalDate } from "../../nutrition";
import { type AlertSettings, alertSettingsView } from "./schemas";

// The only queries of the insights: the state of alerts and the alert settings. Every query
// names the owner first.

/** The state of one alert: acknowledged or muted. */
export type AlertMark = {
  readonly acknowledgedAt: Date | null;
  /** Fingerprint of the alert when it was acknowledged. */
  readonly fingerprint: string | null;
  /** The first local day on which it is shown again. */
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

/** Replaces what the owner did with one alert. */
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

const { offTypes, offMinerals, quietDays, mailOffTypes } = alertSettingsView.shape;

/** The owner's alert settings; null while they have none. */
export const findAlertSettings = async (ownerId: string): Promise<AlertSettings | null> => {
  const row = await db().alertSettings.findFirst({ where: { ownerId } });
  if (!row) return null;
  return {
    offTypes: readJson(offTypes, row.offTypes, "AlertSettings.offTypes"),
    offMinerals: readJson(offMinerals, row.offMinerals, "AlertSettings.offMinerals"),
    quietDays: readJson(quietDays, row.quietDays, "AlertSettings.quietDays"),
    hour: row.hour,
    reviewDay: row.reviewDay,
    reviewHour: row.reviewHour,
    mail: row.mail as AlertSettings["mail"],
    mailOffTypes: readJson(mailOffTypes, row.mailOffTypes, "AlertSettings.mailOffTypes"),
    mailDetails: row.mailDetails,
  };
};

/** Replaces the owner's alert settings. */
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
