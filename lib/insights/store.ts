import "server-only";
import { db } from "../db";
import type { LocalDate } from "../nutrition";

// The only Prisma code of the insights: what a person did with their alerts. Every query names the owner first.

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
