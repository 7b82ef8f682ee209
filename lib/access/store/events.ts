import "server-only";
import { db, readJson, rows, sql } from "../../db";
import { type AuditEventView, auditDetail } from "../schemas";

// What was done to accounts. Events are added and removed, never changed.

export type StoredEvent = {
  readonly ownerId: string;
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly detail: string;
  readonly by: string;
  readonly network: string | null;
  readonly device: string | null;
};

export const insertEvent = async (event: StoredEvent): Promise<void> => {
  await db().auditEvent.create({ data: event, select: { id: true } });
};

/** A sign-in of a device, or of any where that is null; null where there is none. */
export const findSignIn = (ownerId: string, device: string | null): Promise<{ id: string } | null> =>
  db().auditEvent.findFirst({
    where: { ownerId, kind: "signed-in", ...(device !== null && { device }) },
    select: { id: true },
  });

/** An event of a kind from a network since an instant; null where there is none. */
export const findEvent = (
  ownerId: string,
  kind: string,
  network: string | null,
  since: Date,
): Promise<{ id: string } | null> =>
  db().auditEvent.findFirst({
    where: { ownerId, kind, network, at: { gte: since } },
    select: { id: true },
  });

/** Events, the latest first. @param after the id of one to go on after; an unknown one begins again. */
export const listEvents = async (
  ownerId: string,
  limit: number,
  after: string | null,
): Promise<AuditEventView[]> => {
  const last =
    after === null
      ? null
      : await db().auditEvent.findFirst({ where: { ownerId, id: after }, select: { at: true, id: true } });
  const found = await db().auditEvent.findMany({
    where: {
      ownerId,
      ...(last !== null && { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] }),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
  return found.map(({ id, at, kind, detail, by, network }) => ({
    id,
    at: at.toISOString(),
    kind: kind as AuditEventView["kind"],
    detail: readJson(auditDetail, detail, "AuditEvent.detail"),
    by: by as AuditEventView["by"],
    network,
  }));
};

/** Removes events from before an instant, and of accounts that have more than some the oldest. */
export const deleteOldEvents = async (before: Date, most: number): Promise<void> => {
  await db().auditEvent.deleteMany({ where: { at: { lt: before } } });
  const full = await rows<{ ownerId: string }>(
    sql`SELECT "ownerId" FROM "AuditEvent" GROUP BY "ownerId" HAVING COUNT(*) > ${most}`,
  );
  for (const { ownerId } of full) {
    const oldest = await db().auditEvent.findFirst({
      where: { ownerId },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      skip: most - 1,
      select: { at: true },
    });
    if (oldest) await db().auditEvent.deleteMany({ where: { ownerId, at: { lt: oldest.at } } });
  }
};
