import "server-only";
import { randomUUID } from "node:crypto";
import { env } from "../env";
import { AppError, notFound } from "../errors";
import { type Origin, recordEvent, recordRefusal, sweepEvents } from "./audit";
import { mailAccount } from "./mails";
import { assertConfirmed } from "./methods/step-up";
import type { AccountView, NewAccount } from "./schemas";
import { checkPassword, hashPassword, passwordMatches } from "./secrets";
import * as store from "./store";
import { assertMayRead, assertMayWrite, assertSession, type Viewer } from "./viewer";

const MINUTE = 60_000;
const SAMPLE_LIFE = 24 * 60 * MINUTE;

/**
 * Makes an account with an empty profile. The first account of a server is its administrator's.
 * @returns the new account's id.
 * @throws AppError conflict when the address already has an account.
 */
export const createAccount = async (input: NewAccount): Promise<string> => {
  const id = randomUUID();
  const passwordHash = await hashPassword(input.password);
  const user = {
    id,
    email: input.email,
    passwordHash,
    expiresAt: null,
    timeZone: input.timeZone ?? "UTC",
    now: new Date(),
  };
  if (!(await store.insertUser(user))) {
    throw new AppError("conflict", "This e-mail address cannot be used for a new account.", {
      fields: { email: "cannot be used for a new account" },
    });
  }
  await store.appointFirst(id, env().adminEmail);
  await recordEvent("nobody", id, { kind: "account-made" });
  return id;
};

/** Makes a sample account that nobody can sign in to by password and that is gone after a day. */
export const createSampleAccount = async (timeZone: string): Promise<string> => {
  const id = randomUUID();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + SAMPLE_LIFE);
  await store.insertUser({ id, email: null, passwordHash: null, expiresAt, timeZone, now });
  return id;
};

/** The account that this address and password belong to, or null. Takes as long either way. */
export const checkCredentials = async (
  email: string,
  password: string,
  origin: Origin,
): Promise<string | null> => {
  const user = await store.findUserByEmail(email);
  const check = await checkPassword(user?.passwordHash ?? null, password);
  if (user && check !== "wrong") {
    if (check === "outdated" && user.passwordHash !== null)
      await store.renewPasswordHash(user.id, user.passwordHash, await hashPassword(password));
    if (!user.awaitsConfirmation) return user.id;
    // It begins with the link. Who knows the password may have lost the mail.
    void mailAccount(user.id, "confirm");
    return null;
  }
  // Not waited for: it must not take longer where there is an account.
  if (user) void recordRefusal(user.id, origin);
  return null;
};

/**
 * After a change to an account the server looks at it within so long. Long enough that a meal is logged in one look, and
 * that a finding which the person reads in the app meanwhile is not mailed.
 */
const LOOK_WITHIN_MS = 10 * MINUTE;

/**
 * Counts a change to the viewer's account, and brings the server's next look at it forward. One update by primary key.
 * Never throws: the change itself is made already, and the next change and the daily look make up for a failure.
 * @returns the account's revision, null where it could not be counted.
 */
export const accountChanged = async ({ userId }: Viewer): Promise<number | null> => {
  try {
    return await store.countChange(userId, new Date(Date.now() + LOOK_WITHIN_MS));
  } catch (error) {
    console.error("A change to an account could not be counted.", error);
    return null;
  }
};

/** Counts a change that the server made to an account by itself, such as a new alert. */
export const countServerChange = async (ownerId: string): Promise<void> => {
  await store.countChange(ownerId, null);
};

/**
 * How many changes were counted to the owner's account, and its time zone. One read by primary key.
 * @throws AppError not_found for anybody else's, and when the account is gone.
 */
export const accountState = async (
  viewer: Viewer,
  ownerId: string,
): Promise<{ revision: number; timeZone: string }> => {
  assertMayRead(viewer, ownerId);
  const state = await store.findState(ownerId);
  if (!state) throw notFound("The account");
  return state;
};

/** What settings shows of the account. */
export const getAccount = async (viewer: Viewer, ownerId: string): Promise<AccountView> => {
  assertMayRead(viewer, ownerId);
  const user = await store.findUser(ownerId);
  return {
    email: user?.email ?? null,
    emailVerified: Boolean(user?.email && user.emailVerifiedAt),
    hasPassword: user !== null && user.passwordHash !== null,
    expiresAt: user?.expiresAt?.toISOString() ?? null,
  };
};

/**
 * Deletes the account and everything it owns.
 * @param password the account's password again; without it the session has to be confirmed.
 * @throws AppError forbidden when the password is wrong, and for a viewer who came by a token; confirmation_required.
 */
export const deleteAccount = async (
  viewer: Viewer,
  ownerId: string,
  password: string | undefined,
): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  assertSession(viewer);
  if (password === undefined) {
    await assertConfirmed(viewer);
  } else {
    const user = await store.findUser(ownerId);
    if (!(await passwordMatches(user?.passwordHash ?? null, password)))
      throw new AppError("forbidden", "The password is not right.", { fields: { password: "is not right" } });
  }
  await store.deleteUser(ownerId);
};

/** Removes sessions and sample accounts that have run out, and old events. Runs at start and every hour. */
export const sweepExpired = async (): Promise<number> => {
  const now = new Date();
  await sweepEvents(now);
  return store.deleteExpired(now);
};
