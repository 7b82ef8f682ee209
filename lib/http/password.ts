import "server-only";
import type { Viewer } from "../access";
import { guess } from "../limits";

/**
 * Does what asks a signed-in person for the password (or another proof) again. It is counted before it is looked at, by
 * account and session, so that neither a stolen token nor a stolen session is a way to guess the password, nor uses up
 * the owner's own tries.
 * @param work throws where the password is wrong, which stays counted.
 * @throws AppError rate_limited, and what `work` throws.
 */
export const tryPassword = async <T>({ userId, sessionId }: Viewer, work: () => Promise<T>): Promise<T> => {
  const done = await guess([["password", `${userId}\0${sessionId ?? "token"}`]], async () => ({
    value: await work(),
  }));
  if (done === null) throw new Error("A guess that did not throw has a value.");
  return done.value;
};
