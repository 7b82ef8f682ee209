import "server-only";
import { env } from "../../env";
import { AppError, type ConfirmationMeans } from "../../errors";
import { assertSession, type Viewer } from "../viewer";
import * as store from "./store";

/** For how long a confirmation holds on its session, in milliseconds: ten minutes. */
export const CONFIRMED_FOR_MS = 10 * 60_000;

const means = async (ownerId: string): Promise<ConfirmationMeans[]> => {
  const issuer = env().oidc?.issuer;
  const [hash, totp, identities] = await Promise.all([
    store.findPasswordHash(ownerId),
    store.findTotp(ownerId),
    issuer === undefined ? [] : store.listIdentities(ownerId, issuer),
  ]);
  return [
    ...(hash === null ? [] : (["password"] as const)),
    ...(totp?.confirmedAt ? (["totp"] as const) : []),
    ...(identities.length > 0 ? (["oidc"] as const) : []),
  ];
};

/** Whether a browser proved lately who uses it. A confirmation in the future is none: the clock was set back. */
const isConfirmed = ({ confirmedAt }: Viewer): boolean => {
  if (confirmedAt === null) return false;
  const age = Date.now() - confirmedAt.getTime();
  return age >= 0 && age < CONFIRMED_FOR_MS;
};

/**
 * For what a browser that was left open, or a stolen session, must not do: checks that the person proved within the
 * last ten minutes, in this very session, who they are. A sample account has nothing to prove it by and nothing to lose.
 * @throws AppError confirmation_required with the means the account has; forbidden for a viewer who came by a token.
 */
export async function assertConfirmed(viewer: Viewer): Promise<void> {
  assertSession(viewer);
  if (viewer.sample || isConfirmed(viewer)) return;
  throw new AppError("confirmation_required", "Confirm that it is you first. Nothing was changed yet.", {
    means: await means(viewer.userId),
  });
}
