import "server-only";
import { db, nullOnConflict, transaction } from "../../db";

// One-time links. A row is a link that can still be used.

export type LinkPurpose = "reset" | "verify-email" | "change-email" | "invite";

export type StoredLink = {
  readonly ownerId: string;
  readonly id: string;
  readonly purpose: string;
  readonly email: string | null;
};

export type NewLink = StoredLink & {
  readonly purpose: LinkPurpose;
  readonly hash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

const columns = { ownerId: true, id: true, purpose: true, email: true } as const;

/** Keeps a link; earlier ones of the owner for the same purpose end, where that is asked. */
export const insertLink = (link: NewLink, endEarlier: boolean): Promise<void> =>
  transaction(async (client) => {
    const { ownerId, purpose } = link;
    if (endEarlier) await client.oneTimeLink.deleteMany({ where: { ownerId, purpose } });
    await client.oneTimeLink.create({ data: link, select: { id: true } });
  });

/** A link that can be used; null for any other. */
export const findLink = (hash: string, purpose: LinkPurpose, now: Date): Promise<StoredLink | null> =>
  db().oneTimeLink.findFirst({ where: { hash, purpose, expiresAt: { gt: now } }, select: columns });

export const countLinks = (ownerId: string, purpose: LinkPurpose, now: Date): Promise<number> =>
  db().oneTimeLink.count({ where: { ownerId, purpose, expiresAt: { gt: now } } });

/**
 * Uses a link and does what it is for, in one transaction: of any number of uses at once one does it. Where `work`
 * throws, the link stays.
 * @returns null where the link cannot be used any more, or what it would give was taken meanwhile.
 */
export const consumeLink = <T extends object>(
  hash: string,
  purpose: LinkPurpose,
  now: Date,
  work: (link: StoredLink) => Promise<T>,
): Promise<T | null> =>
  nullOnConflict(
    transaction(async (client) => {
      const link = await client.oneTimeLink.findFirst({
        where: { hash, purpose, expiresAt: { gt: now } },
        select: columns,
      });
      if (link === null) return null;
      const { count } = await client.oneTimeLink.deleteMany({
        where: { ownerId: link.ownerId, id: link.id },
      });
      return count === 0 ? null : work(link);
    }),
  );

/** Ends the links of an owner for some purposes. */
export const deleteLinks = async (ownerId: string, purposes: readonly LinkPurpose[]): Promise<void> => {
  await db().oneTimeLink.deleteMany({ where: { ownerId, purpose: { in: [...purposes] } } });
};
