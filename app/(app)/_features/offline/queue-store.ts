import { withDatabase } from "./database";
import type { Answered, QueueItem } from "./types";

/** Why the latest write could not be stored; null where it could. */
type Trouble = "memory" | "full" | null;

/** Where the writes of this device wait. Each call is one transaction. */
export type QueueStore = {
  /** Puts a write at the end. @returns it with its place, and whether it outlives the tab. */
  readonly add: (item: QueueItem) => Promise<{ item: QueueItem; durable: boolean }>;
  /** Everything that waits, of every account, oldest first. */
  readonly all: () => Promise<readonly QueueItem[]>;
  /**
   * Changes one write, or removes it where `next` gives null.
   * @returns what is left of it; null where it is gone, or was gone before.
   */
  readonly change: (seq: number, next: (item: QueueItem) => QueueItem | null) => Promise<QueueItem | null>;
  /** Removes a write that was answered, remembers that, and adapts those that wait after it, all at once. */
  readonly settle: (answered: Answered, adapt: (later: QueueItem) => QueueItem) => Promise<void>;
  /** What was answered of late, of every account, oldest first. */
  readonly answered: () => Promise<readonly Answered[]>;
  readonly trouble: () => Trouble;
};

/** Places of writes that could be stored nowhere but in this tab: after all that were stored. */
const IN_MEMORY = 2 ** 52;

/** For how long an answered write is remembered, in milliseconds: longer than a copy of a day is left as it is. */
const REMEMBERED_MS = 2 * 24 * 60 * 60 * 1000;
const MAX_REMEMBERED = 500;

const byTime = (one: Answered, other: Answered): number => one.at - other.at;

const troubleOf = (error: unknown): "memory" | "full" =>
  error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "memory";

/**
 * The queue in IndexedDB. What cannot be stored there waits in memory, behind what could, until it can be stored or is
 * sent.
 */
export const openQueue = (): QueueStore => {
  let memory: readonly QueueItem[] = [];
  let places = IN_MEMORY;
  let trouble: Trouble = null;
  /** Places of answered writes that could not be removed. */
  const gone = new Set<number>();
  /** Answered writes that could not be remembered elsewhere. */
  const unstored: Answered[] = [];

  const put = async (item: QueueItem): Promise<QueueItem> => {
    const { seq: _, ...unplaced } = item;
    const seq = await withDatabase(async (database) => {
      // Strict: resolved once it is on the disk, not when the operating system has promised to write it.
      const transaction = database.transaction("queue", "readwrite", { durability: "strict" });
      // The database gives the place.
      const place = await transaction.store.add(unplaced as QueueItem);
      await transaction.done;
      return place;
    });
    return { ...item, seq };
  };

  return {
    add: async (item) => {
      try {
        const placed = await put(item);
        trouble = null;
        return { item: placed, durable: true };
      } catch (error) {
        trouble = troubleOf(error);
        const placed = { ...item, seq: places, durable: false };
        places += 1;
        memory = [...memory, placed];
        return { item: placed, durable: false };
      }
    },

    all: async () => {
      try {
        const stored = await withDatabase((database) => database.getAll("queue"));
        return [...stored.filter(({ seq }) => !gone.has(seq)), ...memory];
      } catch (error) {
        trouble = troubleOf(error);
        return memory;
      }
    },

    change: async (seq, next) => {
      if (seq >= IN_MEMORY) {
        const before = memory.find((item) => item.seq === seq);
        const after = before ? next(before) : null;
        memory = memory.flatMap((item) => (item.seq === seq ? (after ?? []) : item));
        return after;
      }
      if (gone.has(seq)) return null;
      return withDatabase(async (database) => {
        const transaction = database.transaction("queue", "readwrite", { durability: "strict" });
        const before = await transaction.store.get(seq);
        const after = before ? next(before) : null;
        if (after) await transaction.store.put(after);
        else if (before) await transaction.store.delete(seq);
        await transaction.done;
        return after;
      });
    },

    settle: async (answered, adapt) => {
      const { seq } = answered;
      memory = memory.flatMap((item) => (item.seq === seq ? [] : item.seq > seq ? adapt(item) : item));
      try {
        await withDatabase(async (database) => {
          const transaction = database.transaction(["queue", "answered"], "readwrite", {
            durability: "strict",
          });
          const queue = transaction.objectStore("queue");
          await queue.delete(seq);
          for (const later of await queue.getAll(IDBKeyRange.lowerBound(seq, true))) {
            const adapted = adapt(later);
            if (adapted !== later) await queue.put(adapted);
          }
          const remembered = transaction.objectStore("answered");
          const old = (await remembered.getAll()).sort(byTime);
          for (const [index, { id, at }] of old.entries())
            if (index <= old.length - MAX_REMEMBERED || at < answered.at - REMEMBERED_MS)
              await remembered.delete(id);
          await remembered.put(answered);
          await transaction.done;
        });
      } catch {
        // The server has it: as long as this tab lives it is not sent again, and afterwards that would change nothing.
        gone.add(seq);
        unstored.push(answered);
      }
    },

    answered: async () => {
      const stored = await withDatabase((database) => database.getAll("answered")).catch(() => []);
      return [...stored, ...unstored].sort(byTime);
    },

    trouble: () => trouble,
  };
};
