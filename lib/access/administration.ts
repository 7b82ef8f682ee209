import "server-only";
import { AppError } from "../errors";
import { recordEvent } from "./audit";
import { makeLink } from "./links";
import { findUserByEmail } from "./store";
import * as store from "./store/administration";

/*
 * What whoever runs this server may do by `npm run admin`: they have the database and its keys, so nobody is asked for a
 * viewer. Each act on an account stands in its log.
 */

export { makeResetLink } from "./recovery";
export { countAll, databaseBytes, databaseProblems, listAccounts } from "./store/administration";

const accountOf = async (email: string) => {
  const user = await findUserByEmail(email.trim().toLowerCase());
  if (user === null) throw new AppError("not_found", `There is no account of ${email}.`);
  return user;
};

/** One account and how much it keeps. @throws AppError not_found. */
export const showAccount = async (email: string) => {
  const { id } = await accountOf(email);
  const account = (await store.listAccounts(email.trim().toLowerCase(), 1000)).find((each) => each.id === id);
  return { ...account, ...(await store.countOwned(id)) };
};

/** Signs every browser of an account out. @returns how many there were. @throws AppError not_found. */
export const endSessions = async (email: string): Promise<number> => {
  const { id } = await accountOf(email);
  const ended = await store.deleteSessions(id);
  await recordEvent("administrator", id, { kind: "sessions-ended" });
  return ended;
};

/**
 * Makes an account an administrator's, or no longer.
 * @throws AppError not_found, conflict for the last administrator.
 */
export const appoint = async (email: string, administrator: boolean): Promise<void> => {
  const { id } = await accountOf(email);
  if (!(await store.setAdministrator(id, administrator)))
    throw new AppError("conflict", "This is the last administrator. Make somebody else one first.");
  await recordEvent("administrator", id, {
    kind: administrator ? "administrator-made" : "administrator-removed",
  });
};

/**
 * A link by which one person can make an account where sign-up is not open.
 * @param by the address of the account that invites, an administrator's.
 * @throws AppError not_found, forbidden.
 */
export const makeInvitation = async (by: string): Promise<string> => {
  const { id, administrator } = await accountOf(by);
  if (!administrator) throw new AppError("forbidden", `${by} is no administrator.`);
  await recordEvent("administrator", id, { kind: "invited" });
  return makeLink(id, "invite", null);
};
