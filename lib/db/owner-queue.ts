import { transaction } from "./database";

/** Kept across reloads of the development server, and shared by Next's bundles: pages and routes write in one turn. */
const kept = globalThis as typeof globalThis & { assayWaiting?: Map<string, Promise<unknown>> };

/**
 * One write of an owner after the other in this process. Two serialisable transactions over the same rows would only
 * make PostgreSQL give one of them up, again and again.
 */
export const serializeByOwner = <T>(ownerId: string, work: () => Promise<T>): Promise<T> => {
  kept.assayWaiting ??= new Map();
  const waiting = kept.assayWaiting;
  const before = waiting.get(ownerId) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => {});
  waiting.set(ownerId, settled);
  void settled.then(() => waiting.get(ownerId) === settled && waiting.delete(ownerId));
  return mine;
};

/**
 * Inserts a row of which an owner may have so many only: the rows are counted and the new one is inserted in one
 * serialisable transaction, so that of any number of writes at once, of any number of processes, none is one too many.
 * @param assertRoom counts what is there, and throws where it is full
 */
export const insertWithin = <T>(
  ownerId: string,
  assertRoom: () => Promise<void>,
  insert: () => Promise<T>,
): Promise<T> =>
  serializeByOwner(ownerId, () =>
    transaction(async () => {
      await assertRoom();
      return insert();
    }),
  );
