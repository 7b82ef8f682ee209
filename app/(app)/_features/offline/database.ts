import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { newId } from "./new-id";
import type { Answered, QueueItem } from "./types";

/** A key of what belongs to one account: its id, and a date or a name. */
type OwnedKey = [account: string, name: string];

/** What is kept on the device. The stores of one account's data are keyed by it, so that no account meets another's. */
interface OfflineSchema extends DBSchema {
  /** Writes that the server has not taken, in their order. */
  queue: { key: number; value: QueueItem };
  /** Writes that it has taken of late. */
  answered: { key: string; value: Answered };
  /** Days as they were last seen, by account and date. */
  days: { key: OwnedKey; value: unknown };
  /** Lists as they were last seen, by account and name. */
  lists: { key: OwnedKey; value: unknown };
  /** Facts about the database itself. */
  meta: { key: string; value: unknown };
}

export type OfflineDatabase = IDBPDatabase<OfflineSchema>;

const NAME = "assay";
const VERSION = 1;

let opened: Promise<OfflineDatabase> | null = null;

/**
 * The database of this device, opened once. Its `meta` has `born`, an id made with it: another one means that the
 * browser has cleared what was there.
 * @throws DOMException where the browser keeps nothing, as in some private windows.
 */
const openDatabase = (): Promise<OfflineDatabase> => {
  const forget = () => {
    opened = null;
  };
  opened ??= openDB<OfflineSchema>(NAME, VERSION, {
    upgrade: (database, _old, _new, transaction) => {
      database.createObjectStore("queue", { keyPath: "seq", autoIncrement: true });
      database.createObjectStore("answered", { keyPath: "id" });
      database.createObjectStore("days");
      database.createObjectStore("lists");
      database.createObjectStore("meta");
      void transaction.objectStore("meta").put(newId(), "born");
    },
    // Another tab has a newer version of the application: it must not wait for this one.
    blocking: (_current, _blocked, event) => {
      forget();
      (event.target as IDBDatabase).close();
    },
    terminated: forget,
  }).catch((error: unknown) => {
    forget();
    throw error;
  });
  return opened;
};

/** Does some work with the database, once more with a new connection where the browser has closed the old one. */
export const withDatabase = async <T>(work: (database: OfflineDatabase) => Promise<T>): Promise<T> => {
  try {
    return await work(await openDatabase());
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
    opened = null;
    return work(await openDatabase());
  }
};

/** Closes the connection, so that the next call opens another: for tests. */
export const closeDatabase = async (): Promise<void> => {
  const database = await opened?.catch(() => null);
  opened = null;
  database?.close();
};
