import "server-only";
import { isAppError } from "../errors";
import { countUse, countUses, forgetUses, refundUse, type Use } from "./count";
import { LIMITS } from "./limits";

/** So many failures of strangers in an hour cost nobody a wait. */
const FREE_FAILURES = 20;

/**
 * How long strangers wait for the next try at an account, in seconds.
 * @param failures of strangers at this account within the hour
 */
const waitAfter = (failures: number): number =>
  failures <= FREE_FAILURES
    ? 0
    : Math.min(LIMITS.signInTurn.seconds, 2 ** Math.min(20, failures - FREE_FAILURES));

/** Who tries to sign in. */
type Claimant = {
  /** The e-mail address that was typed, lower-cased. */
  readonly email: string;
  /** Where from, as `senderOf` has it. */
  readonly sender: string;
  /** The id of a device that has signed in to this account before; null for a stranger. */
  readonly device: string | null;
};

/**
 * A try of a stranger. Ten wrong ones from one place end there; however many places they come from, an account is
 * never locked: one try is let through in so many seconds.
 */
const asStranger = async <T>({ email, sender }: Claimant, check: () => Promise<T | null>) => {
  const uses: Use[] = [
    ["signIn", `${email}\0${sender}`],
    ["signInFrom", sender],
  ];
  await countUses(uses);
  const all: Use[] = [...uses, ["signInAccount", email]];
  const wait = waitAfter(await countUse("signInAccount", email));
  try {
    if (wait > 0) await countUse("signInTurn", email, wait);
  } catch (refusal) {
    await Promise.allSettled(all.map((use) => refundUse(...use)));
    throw refusal;
  }
  const found = await check();
  if (found !== null) {
    await Promise.all(all.map((use) => refundUse(...use)));
    await forgetUses("signIn", `${email}\0${sender}`);
  }
  return found;
};

/**
 * One try to sign in with a password, counted before it is looked at. A device that has signed in to this account
 * before has tries of its own, so strangers who guess do not keep the owner out.
 * @param check null where the password is wrong
 * @throws AppError rate_limited: nothing was looked at.
 */
export const trySignIn = async <T>(claimant: Claimant, check: () => Promise<T | null>): Promise<T | null> => {
  if (claimant.device === null) return asStranger(claimant, check);
  const own: Use = ["signInDevice", `${claimant.email}\0${claimant.device}`];
  try {
    await countUse(...own);
  } catch (refusal) {
    // A device that guesses is a stranger's.
    if (isAppError(refusal) && refusal.code === "rate_limited") return asStranger(claimant, check);
    throw refusal;
  }
  const found = await check();
  if (found !== null) await forgetUses(...own);
  return found;
};
