import "server-only";
import { db, insertWithin, nullOnConflict, transaction } from "../../db";
import type { TokenView } from "../schemas";

// The only Prisma code of accounts, sessions and tokens.

export type StoredUser = {
  id: string;
  email: string | null;
  passwordHash: string | null;
  expiresAt: Date | null;
  administrator: boolean;
  productHintClosed: boolean;
  emailVerifiedAt: Date | null;
  /** Made by signing up where mail is sent, and not confirmed yet. */
  awaitsConfirmation: boolean;
};

const userColumns = {
  id: true,
  email: true,
  passwordHash: true,
  expiresAt: true,
  administrator: true,
  productHintClosed: true,
  emailVerifiedAt: true,
  awaitsConfirmation: true,
} as const;

export const findUserByEmail = (email: string): Promise<StoredUser | null> =>
  db().user.findFirst({ where: { email }, select: userColumns });

export const findUser = (id: string): Promise<StoredUser | null> =>
  db().user.findFirst({ where: { id }, select: userColumns });

export type NewUser = Pick<StoredUser, "id" | "email" | "passwordHash" | "expiresAt"> &
  Partial<Pick<StoredUser, "emailVerifiedAt" | "awaitsConfirmation">> & {
    timeZone: string;
    now: Date;
    /** The provider's identity that it was made by. */
    identity?: { id: string; issuer: string; subject: string };
  };

/** Whether anybody has an account; sample accounts are nobody's. */
export const hasAccounts = async (): Promise<boolean> =>
  (await db().user.findFirst({
    where: { email: { not: null }, awaitsConfirmation: false },
    select: { id: true },
  })) !== null;

/**
 * Makes a new account an administrator where it is the first with an address and nobody is one.
 * @param adminEmail the address whose account it is to be, where the settings name one; any other is none then.
 */
export const appointFirst = async (id: string, adminEmail: string | null): Promise<void> => {
  await transaction(async (client) => {
    const [there, first] = await Promise.all([
      client.user.findFirst({ where: { administrator: true }, select: { id: true } }),
      client.user.findFirst({
        where: { email: { not: null }, awaitsConfirmation: false },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: { id: true, email: true },
      }),
    ]);
    if (there === null && first?.id === id && (adminEmail === null || first.email === adminEmail))
      await client.user.updateMany({ where: { id }, data: { administrator: true } });
  });
};

/** Keeps that the account has read the hint on products. */
export const closeProductHint = async (id: string): Promise<void> => {
  await db().user.updateMany({ where: { id }, data: { productHintClosed: true } });
};

/** Makes an account with an empty profile. @returns false when the address, or the identity, is taken. */
export const insertUser = async (user: NewUser): Promise<boolean> => {
  const made = await nullOnConflict(
    db().user.create({
      data: {
        id: user.id,
        email: user.email,
        passwordHash: user.passwordHash,
        expiresAt: user.expiresAt,
        emailVerifiedAt: user.emailVerifiedAt ?? null,
        awaitsConfirmation: user.awaitsConfirmation ?? false,
        createdAt: user.now,
        ...(user.identity && {
          identities: {
            create: { ...user.identity, email: user.email, createdAt: user.now, lastUsedAt: user.now },
          },
        }),
        profile: {
          create: {
            standard: "nasem",
            timeZone: user.timeZone,
            diet: "everything",
            exclusions: "[]",
            conditions: "[]",
            medicines: "[]",
            units: "metric",
            updatedAt: user.now,
          },
        },
      },
      select: { id: true },
    }),
  );
  return made !== null;
};

/** Stores a password anew, unless it was changed meanwhile. */
export const renewPasswordHash = async (id: string, before: string, passwordHash: string): Promise<void> => {
  await db().user.updateMany({ where: { id, passwordHash: before }, data: { passwordHash } });
};

/**
 * Replaces the password, if it is still the one that was checked, and ends every session but one.
 * @returns how many sessions ended; null where the password was changed meanwhile.
 */
export const changePasswordHash = (
  id: string,
  before: string | null,
  passwordHash: string,
  keptSession: string | null,
): Promise<number | null> =>
  transaction(async (client) => {
    const { count } = await client.user.updateMany({
      where: { id, passwordHash: before },
      data: { passwordHash },
    });
    // A link to set another password, or an address that somebody asked for before, is not wanted any more.
    await client.oneTimeLink.deleteMany({
      where: { ownerId: id, purpose: { in: ["reset", "change-email"] } },
    });
    return count === 0 ? null : deleteOtherSessions(id, keptSession);
  });

/** Whatever is known of an account's owner changes at once. */
export const updateUser = async (
  id: string,
  data: Partial<Pick<StoredUser, "passwordHash" | "expiresAt" | "emailVerifiedAt" | "awaitsConfirmation">>,
): Promise<void> => {
  await db().user.updateMany({ where: { id }, data });
};

/** Gives an account another address. @throws the database's own error when another account has it. */
export const moveToEmail = async (id: string, email: string, emailVerifiedAt: Date | null): Promise<void> => {
  // A sign-up that nobody confirmed does not keep an address from who shows that it is theirs.
  if (emailVerifiedAt !== null)
    await db().user.deleteMany({ where: { email, awaitsConfirmation: true, id: { not: id } } });
  await db().user.updateMany({ where: { id }, data: { email, emailVerifiedAt } });
};

/** Gives an account another address. @returns false when another account has it. */
export const changeEmail = async (id: string, email: string): Promise<boolean> =>
  (await nullOnConflict(moveToEmail(id, email, null).then(() => true))) ?? false;

/** Mails of a kind that an account has had since an instant. */
export const countMails = (ownerId: string, kind: string, since: Date): Promise<number> =>
  db().mail.count({ where: { ownerId, kind, createdAt: { gte: since } } });

/** Gives an account that nobody has confirmed yet the password of the latest who signed up for it. */
export const replaceUnconfirmed = async (
  id: string,
  passwordHash: string,
  expiresAt: Date,
): Promise<void> => {
  await db().user.updateMany({ where: { id, awaitsConfirmation: true }, data: { passwordHash, expiresAt } });
};

/** Removes a sign-up for an address that nobody confirmed. */
export const deleteUnconfirmed = async (email: string): Promise<void> => {
  await db().user.deleteMany({ where: { email, awaitsConfirmation: true } });
};

export const deleteUser = async (id: string): Promise<void> => {
  await db().user.deleteMany({ where: { id } });
};

/**
 * Counts a change to an account.
 * @param lookBy when the server should look at it at the latest; one that is due sooner stays.
 * @returns the account's revision; null when the account is gone.
 */
export const countChange = async (ownerId: string, lookBy: Date | null): Promise<number | null> => {
  const revision = { increment: 1 } as const;
  const select = { revision: true } as const;
  // A statement that finds no row costs no write.
  const [sooner] =
    lookBy === null
      ? []
      : await db().profile.updateManyAndReturn({
          where: { ownerId, dailyDueAt: { gt: lookBy } },
          data: { revision, dailyDueAt: lookBy },
          select,
        });
  if (sooner) return sooner.revision;
  const [counted] = await db().profile.updateManyAndReturn({
    where: { ownerId },
    data: { revision },
    select,
  });
  return counted?.revision ?? null;
};

/** How many changes were counted to an account, and its time zone. */
export const findState = (ownerId: string): Promise<{ revision: number; timeZone: string } | null> =>
  db().profile.findFirst({ where: { ownerId }, select: { revision: true, timeZone: true } });

export type StoredSession = {
  id: string;
  ownerId: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  confirmedAt: Date | null;
  userAgent: string | null;
};

export const insertSession = async (session: StoredSession): Promise<void> => {
  await db().session.create({ data: session });
};

/** The session with its owner's state, in one query. */
export const findSession = (ownerId: string, id: string) =>
  db().session.findFirst({
    where: { ownerId, id },
    select: {
      createdAt: true,
      lastSeenAt: true,
      expiresAt: true,
      confirmedAt: true,
      owner: { select: { email: true, expiresAt: true } },
    },
  });

export const touchSession = async (
  ownerId: string,
  id: string,
  lastSeenAt: Date,
  expiresAt: Date,
): Promise<void> => {
  await db().session.updateMany({ where: { ownerId, id }, data: { lastSeenAt, expiresAt } });
};

/** Gives a session another id; what belongs to it goes along. @returns whether it was there. */
export const renameSession = async (ownerId: string, id: string, newId: string): Promise<boolean> => {
  const { count } = await db().session.updateMany({ where: { ownerId, id }, data: { id: newId } });
  return count > 0;
};

export const listSessions = (ownerId: string, now: Date): Promise<StoredSession[]> =>
  db().session.findMany({
    where: { ownerId, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: "desc" },
    take: 100,
  });

/** @returns whether it was there. */
export const deleteSession = async (ownerId: string, id: string): Promise<boolean> => {
  const { count } = await db().session.deleteMany({ where: { ownerId, id } });
  return count > 0;
};

/** @param kept the session that stays; null: none does. @returns how many were deleted. */
export const deleteOtherSessions = async (ownerId: string, kept: string | null): Promise<number> => {
  const { count } = await db().session.deleteMany({
    where: { ownerId, ...(kept !== null && { id: { not: kept } }) },
  });
  return count;
};

type TokenRow = {
  id: string;
  name: string;
  scopes: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
};

const tokenViewOf = (row: TokenRow): TokenView => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes.split(" ") as TokenView["scopes"],
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

export const insertToken = async (
  ownerId: string,
  token: { id: string; name: string; hash: string; scopes: string; createdAt: Date; expiresAt: Date | null },
  assertRoom: () => Promise<void>,
): Promise<void> => {
  await insertWithin(ownerId, assertRoom, () => db().token.create({ data: { ownerId, ...token } }));
};

export const countTokens = (ownerId: string): Promise<number> => db().token.count({ where: { ownerId } });

export const listTokens = async (ownerId: string): Promise<TokenView[]> => {
  const rows = await db().token.findMany({ where: { ownerId }, orderBy: { createdAt: "desc" } });
  return rows.map(tokenViewOf);
};

/** @returns whether it was there. */
export const deleteToken = async (ownerId: string, id: string): Promise<boolean> => {
  const { count } = await db().token.deleteMany({ where: { ownerId, id } });
  return count > 0;
};

export const findTokenByHash = (hash: string) =>
  db().token.findFirst({
    where: { hash },
    select: {
      id: true,
      ownerId: true,
      scopes: true,
      expiresAt: true,
      lastUsedAt: true,
      owner: { select: { email: true, expiresAt: true } },
    },
  });

export const touchToken = async (ownerId: string, id: string, lastUsedAt: Date): Promise<void> => {
  await db().token.updateMany({ where: { ownerId, id }, data: { lastUsedAt } });
};

/** Removes what has run out. @returns how many sample accounts went. */
export const deleteExpired = async (now: Date): Promise<number> => {
  await db().session.deleteMany({ where: { expiresAt: { lte: now } } });
  await db().oneTimeLink.deleteMany({ where: { expiresAt: { lte: now } } });
  const gone = await db().user.deleteMany({ where: { expiresAt: { lte: now } } });
  return gone.count;
};
