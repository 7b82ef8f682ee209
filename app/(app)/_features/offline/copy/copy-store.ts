import type { CopyView } from "@/lib/insights/schemas";
import { withDatabase } from "../database";

/** What the frame of a page shows of the person. */
export type FrameOfCopy = {
  /** "nora", or "Sample diary". */
  readonly name: string;
  /** Versions of the food tables, joined by dots. */
  readonly catalogue: string;
  /** Whether single keys are shortcuts in this browser. */
  readonly singleKeys: boolean;
};

/** The copy of an account on this device. */
export type Copy = { readonly view: CopyView; readonly frame: FrameOfCopy };

const COPY = "copy";
/** In `meta`: the account whose copy is shown without a network. */
const SHOWN = "copy of";

/** The copy of the account that is signed in on this device; null where there is none, or nothing can be kept. */
export const readCopy = (): Promise<Copy | null> =>
  withDatabase(async (database) => {
    const account = await database.get("meta", SHOWN);
    if (typeof account !== "string") return null;
    return ((await database.get("lists", [account, COPY])) as Copy | undefined) ?? null;
  }).catch(() => null);

export const saveCopy = (copy: Copy): Promise<void> =>
  withDatabase(async (database) => {
    const transaction = database.transaction(["lists", "meta"], "readwrite");
    const { account } = copy.view;
    await Promise.all([
      transaction.objectStore("lists").put(copy, [account, COPY]),
      transaction.objectStore("meta").put(account, SHOWN),
      transaction.done,
    ]);
  });

/**
 * Removes what is copied of every account but one; what waits to be sent stays.
 * @param except null for nobody: the session has ended.
 */
export const forgetCopies = (except: string | null): Promise<void> =>
  withDatabase(async (database) => {
    const transaction = database.transaction(["lists", "days", "meta"], "readwrite");
    for (const name of ["lists", "days"] as const) {
      const store = transaction.objectStore(name);
      for (const key of await store.getAllKeys()) if (key[0] !== except) await store.delete(key);
    }
    const meta = transaction.objectStore("meta");
    if ((await meta.get(SHOWN)) !== except) await meta.delete(SHOWN);
    await transaction.done;
  });
