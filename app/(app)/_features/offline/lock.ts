import { withDatabase } from "./database";
import { newId } from "./new-id";

const LOCK = "assay-queue";
/** Longer than one write may take to be sent, in milliseconds; each write renews it. */
const LEASE_MS = 45_000;

type Lease = { readonly holder: string; readonly until: number };

/**
 * Does some work while no other tab does it. Web Locks exist in secure contexts only: over plain http from another
 * machine a note in the database takes their place, which ends by itself where its tab was closed.
 * @param work is given what it has to call between its steps.
 * @returns false where another tab does the work, so that this one need not; with Web Locks it waits for its turn.
 */
export const withLock = async (work: (renew: () => Promise<void>) => Promise<void>): Promise<boolean> => {
  const { locks } = navigator as { locks?: LockManager };
  if (locks) {
    await locks.request(LOCK, () => work(async () => {}));
    return true;
  }
  const holder = newId();
  const take = (until: number): Promise<boolean> =>
    withDatabase(async (database) => {
      const transaction = database.transaction("meta", "readwrite");
      const held = (await transaction.store.get(LOCK)) as Lease | undefined;
      const free = held === undefined || held.holder === holder || held.until < Date.now();
      if (free) await transaction.store.put({ holder, until } satisfies Lease, LOCK);
      await transaction.done;
      return free;
    }).catch(() => true);
  if (!(await take(Date.now() + LEASE_MS))) return false;
  try {
    await work(async () => {
      await take(Date.now() + LEASE_MS);
    });
  } finally {
    await take(0);
  }
  return true;
};
