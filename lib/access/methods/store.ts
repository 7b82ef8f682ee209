import "server-only";
import { db } from "../../db";

// The only Prisma code of the ways to sign in and to confirm.

/** Whether an account has a password; null when it is gone. */
export const findPasswordHash = async (ownerId: string): Promise<string | null> => {
  const user = await db().user.findFirst({ where: { id: ownerId }, select: { passwordHash: true } });
  return user?.passwordHash ?? null;
};

/**
 * Marks a session as confirmed and gives it another id, in one statement; what hangs on it follows.
 * @returns whether the session was still there under its old id.
 */
export const confirmSession = async (
  ownerId: string,
  id: string,
  next: { id: string; confirmedAt: Date },
): Promise<boolean> => (await db().session.updateMany({ where: { ownerId, id }, data: next })).count > 0;
