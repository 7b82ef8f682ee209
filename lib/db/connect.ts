import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Database } from "@/lib/env";
import { PrismaClient as PostgresqlClient } from "./generated/postgresql/client";
import { Prisma, PrismaClient as SqliteClient } from "./generated/sqlite/client";
import { gaveUp, isConflict, toldOutage } from "./outage";
import { openResult, sealArguments } from "./sealed";
import { SerialSqlite } from "./sqlite";

/** What queries are written against: the same models and methods on either engine. */
export type Client = Prisma.TransactionClient;

export type Connection = {
  readonly engine: Database["engine"];
  /** The client to query with: inside `transaction` the transaction's own. */
  readonly client: () => Client;
  /**
   * Runs `work` as one serializable transaction: all of it happens or none. Inside it `client()` is the
   * transaction's, so functions that call `client()` take part; a `transaction` within it joins the outer one.
   * `work` runs again when the database asks for it (two transactions that met), so it should do nothing but
   * query. Rejects with what `work` threw, after undoing it; with AppError `unavailable` where the database cannot serve
   * (outage.ts), or the transaction met others in each of its attempts.
   */
  readonly transaction: <T>(work: (client: Client) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** Connections of one process to PostgreSQL; the server's default limit is 100 for everyone. */
const poolSize = 10;

/** A transaction that cannot begin in this time, or does not end in it, is undone (milliseconds). */
const transactionTimes = { maxWait: 15_000, timeout: 15_000 };

const maxAttempts = 6;

function makeClient(database: Database, insideTransaction: () => boolean): SqliteClient {
  const transactionOptions = {
    ...transactionTimes,
    isolationLevel: Prisma.TransactionIsolationLevel.Serializable,
  };
  if (database.engine === "sqlite") {
    return new SqliteClient({
      adapter: new SerialSqlite(database.file, insideTransaction),
      transactionOptions,
    });
  }
  const adapter = new PrismaPg({
    connectionString: database.url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    // A server that neither answers nor goes away must not keep everybody waiting.
    query_timeout: 30_000,
    idleTimeoutMillis: 30_000,
    application_name: "assay",
  });
  // Both clients are generated from the same models; they differ in options that only one engine has, such as
  // PostgreSQL's case-insensitive filters, and code written against SQLite's types uses none of those.
  return new PostgresqlClient({ adapter, transactionOptions }) as unknown as SqliteClient;
}

/**
 * Opens a database. The connection itself is made at the first query.
 * @param database as `env().database` has it
 */
export function connect(database: Database): Connection {
  const current = new AsyncLocalStorage<Client>();
  const insideTransaction = () => current.getStore() !== undefined;

  /** Does some work again while it meets other transactions; tells an outage as such. */
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let count = 1; ; count += 1) {
      try {
        return await work();
      } catch (error) {
        if (!isConflict(error)) throw toldOutage(error);
        // Inside a transaction nothing can be done any more: the whole of it runs again.
        if (insideTransaction()) throw error;
        if (count === maxAttempts) throw gaveUp(error);
        // Those that met part company by waiting unequally long.
        await sleep(Math.random() * 10 * 2 ** count);
      }
    }
  };

  const client = makeClient(database, insideTransaction).$extends({
    query: {
      $allOperations: ({ model, args, query }) =>
        attempt(async () => openResult(model, args, await query(sealArguments(model, args) as typeof args))),
    },
    // The extension changes the shape of no query and no result.
  }) as unknown as SqliteClient;

  const transaction: Connection["transaction"] = async (work) => {
    const outer = current.getStore();
    if (outer !== undefined) return work(outer);
    // Awaited in there because a query of Prisma's begins when it is awaited.
    return attempt(() => client.$transaction((inner) => current.run(inner, async () => await work(inner))));
  };

  return {
    engine: database.engine,
    client: () => current.getStore() ?? client,
    transaction,
    close: () => client.$disconnect(),
  };
}
