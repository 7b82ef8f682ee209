import "server-only";
import { db, nullOnConflict, transaction } from "../../db";

// The only Prisma code of the ways to sign in and to confirm.

/** The password's hash; null for an account without one, and when it is gone. */
export const findPasswordHash = async (ownerId: string): Promise<string | null> => {
  const user = await db().user.findFirst({ where: { id: ownerId }, select: { passwordHash: true } });
  return user?.passwordHash ?? null;
};

export const findEmail = async (ownerId: string): Promise<string | null> =>
  (await db().user.findFirst({ where: { id: ownerId }, select: { email: true } }))?.email ?? null;

/**
 * Marks a session as confirmed and gives it another id, in one statement; what hangs on it follows.
 * @returns whether the session was still there under its old id.
 */
export const confirmSession = async (
  ownerId: string,
  id: string,
  next: { id: string; confirmedAt: Date },
): Promise<boolean> => (await db().session.updateMany({ where: { ownerId, id }, data: next })).count > 0;

type StoredTotp = { secret: string; confirmedAt: Date | null; lastStep: number };

export const findTotp = (ownerId: string): Promise<StoredTotp | null> =>
  db().totp.findFirst({ where: { ownerId }, select: { secret: true, confirmedAt: true, lastStep: true } });

/** Keeps a secret that is not confirmed yet, instead of another such. @returns whether there is none that counts. */
export const putUnconfirmed = async (ownerId: string, secret: string, createdAt: Date): Promise<boolean> => {
  await db().totp.deleteMany({ where: { ownerId, confirmedAt: null } });
  return (await nullOnConflict(db().totp.create({ data: { ownerId, secret, createdAt } }))) !== null;
};

const replaceCodes = async (
  client: Parameters<Parameters<typeof transaction>[0]>[0],
  ownerId: string,
  hashes: readonly string[],
): Promise<void> => {
  await client.recoveryCode.deleteMany({ where: { ownerId } });
  await client.recoveryCode.createMany({ data: hashes.map((hash) => ({ ownerId, hash })) });
};

/** Makes the secret count, with its recovery codes. @returns whether it was there and did not count before. */
export const confirmTotp = (
  ownerId: string,
  secret: string,
  { confirmedAt, lastStep }: { confirmedAt: Date; lastStep: number },
  hashes: readonly string[],
): Promise<boolean> =>
  transaction(async (client) => {
    const where = { ownerId, secret, confirmedAt: null };
    const { count } = await client.totp.updateMany({ where, data: { confirmedAt, lastStep } });
    if (count > 0) await replaceCodes(client, ownerId, hashes);
    return count > 0;
  });

/** Takes a step. @returns whether no code of it or of a later one was taken before, even at the same moment. */
export const takeStep = async (ownerId: string, step: number): Promise<boolean> => {
  const where = { ownerId, confirmedAt: { not: null }, lastStep: { lt: step } };
  return (await db().totp.updateMany({ where, data: { lastStep: step } })).count > 0;
};

/** Uses a recovery code up. @returns whether it was there. */
export const takeRecoveryCode = async (ownerId: string, hash: string): Promise<boolean> =>
  (await db().recoveryCode.deleteMany({ where: { ownerId, hash } })).count > 0;

export const countRecoveryCodes = (ownerId: string): Promise<number> =>
  db().recoveryCode.count({ where: { ownerId } });

export const putRecoveryCodes = (ownerId: string, hashes: readonly string[]): Promise<void> =>
  transaction((client) => replaceCodes(client, ownerId, hashes));

/** @returns whether there was one that counted. */
export const deleteTotp = (ownerId: string): Promise<boolean> =>
  transaction(async (client) => {
    await client.recoveryCode.deleteMany({ where: { ownerId } });
    const { count } = await client.totp.deleteMany({ where: { ownerId, confirmedAt: { not: null } } });
    await client.totp.deleteMany({ where: { ownerId } });
    return count > 0;
  });

export type Identity = { issuer: string; subject: string };

export type StoredIdentity = { id: string; email: string | null; createdAt: Date; lastUsedAt: Date };

const identityColumns = { id: true, email: true, createdAt: true, lastUsedAt: true } as const;

/** Whose identity it is, with the account's address. */
export const findIdentityOwner = async ({
  issuer,
  subject,
}: Identity): Promise<{ ownerId: string; email: string } | null> => {
  const found = await db().identity.findFirst({
    where: { issuer, subject },
    select: { ownerId: true, owner: { select: { email: true } } },
  });
  // The owner is read after the row: an account that is deleted between them is gone.
  return found?.owner?.email ? { ownerId: found.ownerId, email: found.owner.email } : null;
};

export const listIdentities = (ownerId: string, issuer: string): Promise<StoredIdentity[]> =>
  db().identity.findMany({
    where: { ownerId, issuer },
    select: identityColumns,
    orderBy: { createdAt: "asc" },
    take: 100,
  });

export const touchIdentity = async (
  ownerId: string,
  { issuer, subject }: Identity,
  lastUsedAt: Date,
): Promise<void> => {
  await db().identity.updateMany({ where: { ownerId, issuer, subject }, data: { lastUsedAt } });
};

/** @returns whether it was nobody's. */
export const insertIdentity = async (
  ownerId: string,
  row: Identity & { id: string; email: string | null; createdAt: Date },
): Promise<boolean> =>
  (await nullOnConflict(
    db().identity.create({ data: { ownerId, ...row, lastUsedAt: row.createdAt }, select: { id: true } }),
  )) !== null;

/**
 * Takes an identity away where another way in remains, also where several are taken away at once.
 * @returns whether it was there; null where it is the last way in.
 */
export const deleteIdentity = (ownerId: string, id: string, issuer: string): Promise<boolean | null> =>
  transaction(async (client) => {
    const mine = await client.identity.findFirst({ where: { ownerId, id }, select: { id: true } });
    if (mine === null) return false;
    const [user, others] = await Promise.all([
      client.user.findFirst({ where: { id: ownerId }, select: { passwordHash: true } }),
      client.identity.count({ where: { ownerId, issuer, id: { not: id } } }),
    ]);
    if (!user?.passwordHash && others === 0) return null;
    return (await client.identity.deleteMany({ where: { ownerId, id } })).count > 0;
  });
