import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/db";
import { db } from "@/lib/db";

/** What tests of the database start from. Every call makes something new, so tests do not meet. */

/**
 * Makes an account with a profile: a woman born on 1990-05-17, in UTC, with nothing special, unless told otherwise.
 * It has no password; `createAccount` of lib/access makes one that has.
 * @returns the account's id
 */
export async function makeUser(
  profile: Partial<Omit<Prisma.ProfileUncheckedCreateInput, "ownerId">> = {},
): Promise<string> {
  const id = randomUUID();
  const now = new Date("2026-01-01T00:00:00Z");
  await db().user.create({ data: { id, email: `${id}@example.org`, passwordHash: null, createdAt: now } });
  await db().profile.create({
    data: {
      birthDate: "1990-05-17",
      sex: "female",
      lifeStage: "none",
      standard: "nasem",
      timeZone: "UTC",
      weightKg: null,
      diet: "none",
      exclusions: "[]",
      conditions: "[]",
      units: "metric",
      updatedAt: now,
      ...profile,
      ownerId: id,
    },
  });
  return id;
}
