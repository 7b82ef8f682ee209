import "server-only";
import { db, putOwned, readJson } from "../../db";
import type { LocalDate } from "../../nutrition";
import { changedAfter, type Expected, versionOf } from "../../versions";
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

type SettingsRow = Pick<AlertSettings, "hour" | "reviewDay" | "reviewHour" | "mailDetails"> & {
  [L in "offTypes" | "offMinerals" | "quietDays" | "mailOffTypes" | "mail"]: string;
} & { updatedAt: Date };

/** Alert settings with their version. */
export type StoredAlertSettings = AlertSettings & { readonly version: string };

const toSettings = (row: SettingsRow): StoredAlertSettings => ({
  offTypes: readJson(offTypes, row.offTypes, "AlertSettings.offTypes"),
  offMinerals: readJson(offMinerals, row.offMinerals, "AlertSettings.offMinerals"),
  quietDays: readJson(quietDays, row.quietDays, "AlertSettings.quietDays"),
  hour: row.hour,
  reviewDay: row.reviewDay,
  reviewHour: row.reviewHour,
  mail: row.mail as AlertSettings["mail"],
  mailOffTypes: readJson(mailOffTypes, row.mailOffTypes, "AlertSettings.mailOffTypes"),
  mailDetails: row.mailDetails,
  version: versionOf(row.updatedAt),
});

/** The owner's alert settings; null while they have none. */
export const findAlertSettings = async (ownerId: string): Promise<StoredAlertSettings | null> => {
  const row = await db().alertSettings.findFirst({ where: { ownerId } });
  return row && toSettings(row);
};

/**
 * Replaces the owner's alert settings.
 * @returns false when another version is there.
 */
export const saveAlertSettings = async (
  ownerId: string,
  settings: AlertSettings,
  now: Date,
  expected: Expected,
): Promise<boolean> => {
  const columns = {
    ...settings,
    offTypes: JSON.stringify(settings.offTypes),
    offMinerals: JSON.stringify(settings.offMinerals),
    quietDays: JSON.stringify(settings.quietDays),
    mailOffTypes: JSON.stringify(settings.mailOffTypes),
  };
  const put = await putOwned<SettingsRow>(
    columns,
    {
      insert: () => db().alertSettings.create({ data: { ownerId, ...columns, updatedAt: now } }),
      find: () => db().alertSettings.findFirst({ where: { ownerId } }),
      update: ({ updatedAt }) =>
        db().alertSettings.updateManyAndReturn({
          where: { ownerId, updatedAt },
          data: { ...columns, updatedAt: changedAfter(updatedAt, now) },
        }),
    },
    expected,
  );
  return "row" in put;
};
