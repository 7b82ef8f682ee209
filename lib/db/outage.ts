import { AppError } from "@/lib/errors";

/**
 * What a database does when it cannot serve, told apart from what is wrong with a query. Everything is recognised by
 * code or name, never by class: the drivers, Prisma and the bundles of Next each have classes of their own.
 */

/** Why the database cannot serve now. `moved`: the files behind the open connection are not those of the path any more. */
export type OutageKind = "unreachable" | "busy" | "full" | "moved";

export type Outage = {
  readonly kind: OutageKind;
  /** For the log: a code or the driver's own first line. */
  readonly reason: string;
};

/** The files of an open SQLite database were deleted or replaced: what is written would be lost. */
export class DatabaseMovedError extends Error {
  override readonly name = "DatabaseMovedError";
}

type Parts = {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly kind?: unknown;
  readonly originalCode?: unknown;
  readonly originalMessage?: unknown;
  readonly cause?: unknown;
  readonly meta?: { readonly driverAdapterError?: unknown };
  readonly errors?: unknown;
};

/** An error and everything it was made from, the outermost first. */
function* layers(error: unknown, depth = 0): Generator<Parts> {
  if (typeof error !== "object" || error === null || depth > 6) return;
  const parts = error as Parts;
  yield parts;
  const inner = [parts.cause, parts.meta?.driverAdapterError];
  if (Array.isArray(parts.errors)) inner.push(...parts.errors);
  for (const each of inner) yield* layers(each, depth + 1);
}

/** Codes of Prisma (P…), of Node's sockets (E…), and kinds of Prisma's adapters. */
const KINDS: Readonly<Record<string, OutageKind>> = {
  P1000: "unreachable",
  P1001: "unreachable",
  P1002: "unreachable",
  P1003: "unreachable",
  P1008: "busy",
  P1010: "unreachable",
  P1011: "unreachable",
  P1017: "unreachable",
  P2024: "busy",
  P2028: "busy",
  P2037: "busy",
  EAI_AGAIN: "unreachable",
  ECONNREFUSED: "unreachable",
  ECONNRESET: "unreachable",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  ENOTFOUND: "unreachable",
  EPIPE: "unreachable",
  ETIMEDOUT: "unreachable",
  AuthenticationFailed: "unreachable",
  ConnectionClosed: "unreachable",
  DatabaseAccessDenied: "unreachable",
  DatabaseDoesNotExist: "unreachable",
  DatabaseNotReachable: "unreachable",
  SocketTimeout: "busy",
  TlsConnectionError: "unreachable",
  TooManyConnections: "busy",
};

/** Beginnings of SQLSTATE (PostgreSQL's appendix A) and of SQLite's result codes; the longer ones first. */
const PREFIXES: readonly (readonly [string, OutageKind])[] = [
  ["53100", "full"], // disk_full
  ["53", "busy"], // insufficient_resources: connections, memory
  ["08", "unreachable"], // connection_exception
  ["57P", "unreachable"], // shut down, starting up, dropped
  ["57014", "busy"], // query_canceled: a statement's time was up
  ["55P03", "busy"], // lock_not_available
  ["58", "unreachable"], // system_error: the server's own disk
  ["25006", "unreachable"], // read_only_sql_transaction: a standby
  ["25P03", "busy"], // idle_in_transaction_session_timeout
  ["28", "unreachable"], // invalid_authorization
  ["3D000", "unreachable"], // the database is not there
  ["SQLITE_FULL", "full"],
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_LOCKED", "busy"],
  ["SQLITE_PROTOCOL", "busy"],
  ["SQLITE_READONLY_DBMOVED", "moved"],
  ["SQLITE_READONLY", "unreachable"],
  ["SQLITE_CANTOPEN", "unreachable"],
  ["SQLITE_IOERR", "unreachable"],
  ["SQLITE_CORRUPT", "unreachable"],
  ["SQLITE_NOTADB", "unreachable"],
  ["SQLITE_NOMEM", "busy"],
];

/** What pg says without any code: its pool's and its client's own errors. */
const MESSAGES: readonly (readonly [RegExp, OutageKind])[] = [
  [/^timeout exceeded when trying to connect/, "busy"],
  [/^Query read timeout/, "busy"],
  [/^Connection terminated/, "unreachable"],
  [/^Client has encountered a connection error/, "unreachable"],
  [/^Cannot use a pool after calling end/, "unreachable"],
];

const firstLine = (text: unknown): string => String(text).trim().split("\n")[0] ?? "";

function kindOf({ name, code, kind, originalCode, message }: Parts): OutageKind | null {
  if (name === "DatabaseMovedError") return "moved";
  for (const each of [code, kind, originalCode]) {
    if (typeof each !== "string") continue;
    if (Object.hasOwn(KINDS, each)) return KINDS[each] ?? null;
    // A SQLSTATE has five characters; Prisma's own codes begin with P and Node's with E.
    const found = PREFIXES.find(([prefix]) => each.startsWith(prefix));
    if (found && (each.length === 5 || each.startsWith("SQLITE_"))) return found[1];
  }
  return MESSAGES.find(([words]) => words.test(firstLine(message)))?.[1] ?? null;
}

/** Why the database cannot serve, where that is what an error is due to; null for every other error. */
export function outageOf(error: unknown): Outage | null {
  let kind: OutageKind | null = null;
  let reason = "";
  for (const layer of layers(error)) {
    const found = kindOf(layer);
    if (found === null) continue;
    // The innermost layer knows best: Prisma calls a full disk and a bad query the same.
    kind = found;
    const code = layer.originalCode ?? layer.code;
    const words = firstLine(layer.originalMessage ?? layer.message ?? layer.kind);
    reason = typeof code === "string" && !words.includes(code) ? `${code} ${words}` : words;
  }
  return kind === null ? null : { kind, reason: reason.slice(0, 200) };
}

const CONFLICTS = new Set(["P2034", "TransactionWriteConflict", "40001", "40P01", "SQLITE_BUSY_SNAPSHOT"]);

/** Whether the database gave up a transaction because of another one, and asks for another attempt; at COMMIT too. */
export function isConflict(error: unknown): boolean {
  for (const { code, kind, originalCode } of layers(error))
    if ([code, kind, originalCode].some((each) => typeof each === "string" && CONFLICTS.has(each)))
      return true;
  return false;
}

const SAID: Readonly<Record<OutageKind, readonly [message: string, retryAfterSeconds: number]>> = {
  unreachable: ["The server cannot reach its database. Try again in a moment.", 5],
  busy: ["The server's database is busy. Try again in a moment.", 2],
  full: ["The server cannot save: its disk is full.", 60],
  moved: [
    "The server cannot save: its database files were deleted or replaced. Put them back, or restart it.",
    60,
  ],
};

/** Pages that break show these words' own page, see `app/error.tsx`. */
const DIGEST = "unavailable";

const unavailable = (message: string, retryAfterSeconds: number, cause: unknown): AppError =>
  Object.assign(new AppError("unavailable", message, { retryAfterSeconds, cause }), { digest: DIGEST });

/** What a caller gets of an error of the database: an outage as `unavailable`, noted in the log; any other as it is. */
export function toldOutage(error: unknown): unknown {
  const outage = outageOf(error);
  if (outage === null) return error;
  noteOutage(outage);
  return unavailable(...SAID[outage.kind], error);
}

/** What a caller gets whose transaction met others too often. */
export function gaveUp(cause: unknown): AppError {
  noteOutage({ kind: "busy", reason: "transactions clashed again and again" });
  return unavailable("Too much was changed at once. Nothing of this was done; try again.", 1, cause);
}

const MINUTE = 60_000;

type Log = { lastAt: number; since: number; reason: string; timer: NodeJS.Timeout | null };

// One count for the process, not one for each bundle.
const kept = globalThis as typeof globalThis & { assayOutages?: Log };

function tell(log: Log): void {
  const more = log.since > 1 ? ` (${log.since} queries failed)` : "";
  console.error(`assay: the database cannot serve: ${log.reason}${more}`);
  log.lastAt = Date.now();
  log.since = 0;
}

/** A line at once, then one a minute at most, with the number of queries that failed. */
function noteOutage({ reason }: Outage): void {
  kept.assayOutages ??= { lastAt: Number.NEGATIVE_INFINITY, since: 0, reason, timer: null };
  const log = kept.assayOutages;
  log.since += 1;
  log.reason = reason;
  const due = log.lastAt + MINUTE - Date.now();
  // A clock that was set back must not keep the log silent.
  if (due <= 0 || due > MINUTE) {
    tell(log);
    return;
  }
  log.timer ??= setTimeout(() => {
    log.timer = null;
    if (log.since > 0) tell(log);
  }, due).unref();
}
