import { statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { DatabaseMovedError } from "./outage";

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;
type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

/**
 * How long a statement itself waits for another process's write, in milliseconds. This process stands still
 * meanwhile, so it is short, and longer waits are made of several.
 */
const busyTimeoutMs = 100;

/** How long another process's write is waited for in all, in milliseconds. */
const patienceMs = 5000;

/**
 * WAL lets readers of other processes go on during a write; FULL makes each commit survive a power cut. Reading something
 * makes the files of the log.
 */
const pragmas = `
  PRAGMA busy_timeout = ${busyTimeoutMs};
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  SELECT COUNT(*) FROM sqlite_schema;
`;

/** Whether SQLite did nothing because another process was writing; the adapter calls that a SocketTimeout. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && (error.cause as { kind?: unknown } | undefined)?.kind === "SocketTimeout";
}

/** One holder at a time, in the order of asking. */
class Lock {
  #last: Promise<void> = Promise.resolve();

  /** Waits for everyone who asked before. Resolves to the function that lets the next one in (harmless twice). */
  async acquire(): Promise<() => void> {
    const before = this.#last;
    let release: () => void = () => undefined;
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }
}

/**
 * Does `work` again while another process is writing, letting this one go on in between.
 * @param start since when somebody waits for it: behind others who wait in vain, nobody waits for each of them in turn
 */
async function patiently<T>(work: () => Promise<T>, start = Date.now()): Promise<T> {
  for (; ; await sleep(5 + Math.random() * 20)) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() - start > patienceMs) throw error;
    }
  }
}

/** Which file a path names now: device and number; null where there is none. */
function identity(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}

/**
 * Watches the files of a database that is open. A process goes on writing to files that were deleted or replaced, and
 * what it writes goes with it; SQLite notices that in journal modes other than WAL only.
 * @returns throws DatabaseMovedError where the path names other files than those that were opened
 */
function watchFiles(file: string): () => void {
  const opened = [file, `${file}-wal`, `${file}-shm`]
    .map((path) => ({ path, identity: identity(path) }))
    .filter((each) => each.identity !== null);
  return () => {
    for (const each of opened) {
      const now = identity(each.path);
      if (now === each.identity) continue;
      throw new DatabaseMovedError(`${each.path} was ${now === null ? "deleted" : "replaced"}`);
    }
  };
}

/**
 * Prisma's adapter for SQLite, made safe for a server. There is one connection, so with the plain adapter a
 * query that arrives while a transaction is open would run inside that transaction, and be undone with it.
 * Here every query outside the transaction waits until it has ended. Transactions take the write lock when
 * they begin: one that took it at its first write could find that another process had written meanwhile,
 * which no waiting can mend. A write is answered only where the files are in their place before and after it.
 */
export class SerialSqlite extends PrismaBetterSqlite3 {
  readonly #file: string;
  readonly #insideTransaction: () => boolean;

  /**
   * @param file absolute path of the database
   * @param insideTransaction whether the caller is the body of a transaction, for which waiting would never end
   */
  constructor(file: string, insideTransaction: () => boolean) {
    super({ url: file, timeout: busyTimeoutMs });
    this.#file = file;
    this.#insideTransaction = insideTransaction;
  }

  override async connect(): Promise<Adapter> {
    const inner = await super.connect();
    await patiently(() => inner.executeScript(pragmas));
    const assertInPlace = watchFiles(this.#file);
    const lock = new Lock();

    const inPlace = async <T>(work: () => Promise<T>): Promise<T> => {
      assertInPlace();
      const result = await work();
      assertInPlace();
      return result;
    };

    const alone = <T>(work: () => Promise<T>): Promise<T> => {
      if (this.#insideTransaction()) {
        throw new Error(
          "Inside transaction() use the client that db() gives there, not one taken outside it.",
        );
      }
      const asked = Date.now();
      return lock.run(() => patiently(() => inPlace(work), asked));
    };

    const startTransaction: Adapter["startTransaction"] = async (isolationLevel) => {
      if (isolationLevel !== undefined && isolationLevel !== "SERIALIZABLE") {
        throw new Error(
          `SQLite has no isolation level ${isolationLevel}; every transaction is serializable.`,
        );
      }
      const asked = Date.now();
      const release = await lock.acquire();
      try {
        const begin = { sql: "BEGIN IMMEDIATE", args: [], argTypes: [] };
        await patiently(() => inPlace(() => inner.executeRaw(begin)), asked);
      } catch (error) {
        release();
        throw error;
      }
      const savepoint = (sql: string) =>
        inner.executeRaw({ sql, args: [], argTypes: [] }).then(() => undefined);
      return {
        provider: inner.provider,
        adapterName: inner.adapterName,
        options: { usePhantomQuery: false },
        queryRaw: (query) => inner.queryRaw(query),
        // COMMIT comes this way, and ROLLBACK, which must never be refused.
        executeRaw: (query) =>
          query.sql === "ROLLBACK" ? inner.executeRaw(query) : inPlace(() => inner.executeRaw(query)),
        // Prisma sends COMMIT or ROLLBACK itself and then calls one of these two.
        commit: async () => release(),
        rollback: async () => {
          try {
            // Left open only when COMMIT itself failed; otherwise there is nothing to undo and SQLite says so.
            await inner.executeScript("ROLLBACK");
          } catch {
          } finally {
            release();
          }
        },
        createSavepoint: (name) => savepoint(`SAVEPOINT ${name}`),
        rollbackToSavepoint: (name) => savepoint(`ROLLBACK TO ${name}`),
        releaseSavepoint: (name) => savepoint(`RELEASE SAVEPOINT ${name}`),
      } satisfies Transaction;
    };

    return {
      provider: inner.provider,
      adapterName: inner.adapterName,
      queryRaw: (query) => alone(() => inner.queryRaw(query)),
      executeRaw: (query) => alone(() => inner.executeRaw(query)),
      executeScript: (script) => alone(() => inner.executeScript(script)),
      startTransaction,
      dispose: () => inner.dispose(),
    };
  }
}
