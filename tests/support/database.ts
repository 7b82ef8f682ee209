import { randomUUID } from "node:crypto";
import { createSampleAccount } from "@/lib/access";
import type { Prisma } from "@/lib/db";
import { db } from "@/lib/db";

/** What tests of the database start from. Every call makes something new, so tests do not meet. */

/**
 * Makes an account with a profile: a woman born on 1990-05-17, in UTC, otherwise as a new account, unless told
 * otherwise; a life stage and a weight hold on every day. It has an address but no password; `createAccount` of lib/access makes one that has.
 * @returns the account's id
 */
export async function makeUser({
  lifeStage,
  weightKg,
  ...profile
}: Prisma.ProfileUncheckedUpdateInput & {
  lifeStage?: "none" | "pregnant" | "lactating";
  weightKg?: number | null;
} = {}): Promise<string> {
  const id = await createSampleAccount("UTC");
  await db().user.update({
    where: { id },
    data: { email: `${id}@example.org`, emailVerifiedAt: new Date(), expiresAt: null },
  });
  const data = { birthDate: "1990-05-17", sex: "female", ...profile };
  await db().profile.update({ where: { ownerId: id }, data });
  const always = { ownerId: id, fromDate: null, toDate: null, updatedAt: new Date() };
  if (lifeStage && lifeStage !== "none")
    await db().lifePeriod.create({ data: { ...always, id: randomUUID(), kind: lifeStage } });
  if (typeof weightKg === "number")
    await db().lifePeriod.create({ data: { ...always, id: randomUUID(), kind: "weight", weightKg } });
  return id;
}
