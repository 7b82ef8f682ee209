// The only way into lib/db, and only for lib/*/store.ts.
export { type Client, db, disconnect, engine, Prisma, rows, sql, transaction, unlessTaken } from "./database";
export { pendingMigrations } from "./state";
